//! Numbers, times and texts in the words a person reads, and back. Knows nothing of GitLab's types.

pub mod ago;
pub mod count;
pub mod duration;
pub mod link;
pub mod tags;

pub use ago::{ago, until};
pub use count::{at_least, count, counted};
pub use link::safe_link;
pub use tags::split_tags;
