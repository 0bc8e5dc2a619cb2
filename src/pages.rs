//! One page a screen: the only place where state meets views.

pub mod connect;
pub mod frame;
pub mod new_runner;
pub mod runner;
pub mod runners;
pub mod settings;
pub mod tokens;
