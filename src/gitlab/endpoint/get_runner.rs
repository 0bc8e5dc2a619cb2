//! `GET /runners/:id`: everything about one runner. Maintainers of what it belongs to; anyone for instance runners.

use super::Endpoint;
use crate::gitlab::runner::RunnerDetails;

/// Asks for one runner's details.
pub struct GetRunner {
    /// The runner's id.
    pub id: u64,
}

impl Endpoint for GetRunner {
    type Answer = RunnerDetails;

    fn path(&self) -> String {
        format!("runners/{}", self.id)
    }
}
