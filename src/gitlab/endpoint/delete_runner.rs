//! `DELETE /runners/:id`: deletes one runner and its managers. Needs `api` or `manage_runner`, and the right to delete it.

use http::Method;

use super::Endpoint;
use crate::gitlab::timestamp::Timestamp;

/// Deletes a runner.
pub struct DeleteRunner {
    /// The runner's id.
    pub id: u64,
    /// Refuse (412) if somebody changed it after this moment.
    pub unmodified_since: Option<Timestamp>,
}

impl Endpoint for DeleteRunner {
    type Answer = ();

    fn method(&self) -> Method {
        Method::DELETE
    }

    fn path(&self) -> String {
        format!("runners/{}", self.id)
    }

    fn unmodified_since(&self) -> Option<Timestamp> {
        self.unmodified_since
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deletes_by_id_and_only_what_one_has_seen() {
        let seen = Timestamp::parse("2026-02-03T09:10:11.120Z");
        let call = DeleteRunner { id: 41, unmodified_since: seen };
        assert_eq!((call.method(), call.path().as_str(), call.body()), (Method::DELETE, "runners/41", None));
        assert_eq!(call.unmodified_since(), seen);
        assert!(call.is_personal());
    }
}
