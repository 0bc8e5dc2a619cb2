//! The calls by which a token learns and does something about itself.

mod own;

pub mod associations;
pub mod get_self;
pub mod revoke_self;
pub mod rotate_self;
