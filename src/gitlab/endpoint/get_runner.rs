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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_one() {
        let call = GetRunner { id: 41 };
        assert_eq!((call.method(), call.path().as_str(), call.body()), (http::Method::GET, "runners/41", None));
    }
}
