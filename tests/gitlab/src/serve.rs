//! The fake as a program: ports, faults, a log, a clock. It does not know any call of GitLab.

mod args;
pub mod cli;
mod clock;
pub mod control;
mod fake;
mod fault;
mod hosted;
mod http;
mod log;
mod site;
mod stage;

pub use fake::Fake;
pub use fault::Fault;
pub use hosted::Hosted;
pub use log::Entry;
