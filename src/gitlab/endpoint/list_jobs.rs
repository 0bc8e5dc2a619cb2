//! `GET /runners/:id/jobs`: what a runner ran, newest first. For instance runners administrators and auditors only.

use super::Endpoint;
use crate::gitlab::job::Job;
use crate::gitlab::term::JobStatus;

/// Asks for a runner's jobs, 20 at a time.
pub struct ListJobs {
    /// The runner's id.
    pub id: u64,
    /// Only jobs that stand so.
    pub status: Option<JobStatus>,
}

impl Endpoint for ListJobs {
    type Answer = Vec<Job>;

    fn path(&self) -> String {
        format!("runners/{}/jobs", self.id)
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        // `sort` has effect with `order_by` only (`lib/api/ci/runners.rb`).
        let mut query = vec![("order_by", "id".to_owned()), ("sort", "desc".to_owned())];
        query.extend(self.status.as_ref().map(|status| ("status", status.to_string())));
        query
    }

    fn per_page(&self) -> usize {
        20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newest_first_and_by_status() {
        let call = ListJobs { id: 41, status: Some(JobStatus::Failed) };
        assert_eq!(call.path(), "runners/41/jobs");
        let query = call.query();
        let query: Vec<_> = query.iter().map(|(key, value)| (*key, value.as_str())).collect();
        assert_eq!(query, [("order_by", "id"), ("sort", "desc"), ("status", "failed")]);
    }
}
