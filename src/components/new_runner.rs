//! The pieces of the screen that creates a runner.

pub mod install_help;
pub mod runner_type_cards;
pub mod steps;
