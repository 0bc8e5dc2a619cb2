//! Who may do what (`app/policies`). It does not know how a refusal is worded.

pub mod places;
pub mod roles;
pub mod runners;
