//! What the sweep is going to do, and how far it is.

use super::part::Part;
use super::task::PartId;
use super::{Place, Sweep};
use crate::gitlab::error::Error;

/// What there is to do in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Groups with Maintainer or more, as far as they are known or told.
    pub groups: usize,
    /// Projects with Maintainer or more, as far as they are known or told. Only few of them have to be asked.
    pub projects: usize,
    /// About so many requests: those sent, and those that are sure to come.
    pub requests: usize,
    /// Whether all groups and projects are listed, and it is known how long each list is that was begun.
    pub is_certain: bool,
}

/// How many requests are where. All four together are what is known to be done in all; they grow as pages become known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered.
    pub done: usize,
    /// Not sent yet.
    pub to_do: usize,
    /// Sent, and not answered yet.
    pub under_way: usize,
    /// Not answered as they should be.
    pub failed: usize,
}

impl Sweep {
    /// The places that could not tell of runners, because lists failed; `None` where these may be seen through any.
    pub fn untold(&self) -> Option<Vec<Place>> {
        let mut untold = Vec::new();
        for failure in self.failures() {
            match failure.part {
                PartId::Owned | PartId::Instance | PartId::Groups | PartId::Projects => return None,
                // Any list may tell of instance runners as well.
                part => untold.extend(self.part(part).and_then(Part::place).into_iter().chain([Place::Instance])),
            }
        }
        Some(untold)
    }
}

/// A part that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure<'a> {
    /// What to retry.
    pub part: PartId,
    /// Such as `group acme/web`.
    pub name: String,
    /// Why.
    pub error: &'a Error,
}
