//! GraphQL's answers about runners, and how many runners to ask for at once.

mod answer;
mod node;
mod pack;

pub use answer::{Cost, RunnersAnswer};
pub use pack::{Learned, MOST, Pack};
