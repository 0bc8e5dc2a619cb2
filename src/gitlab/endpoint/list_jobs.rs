//! `GET /runners/:id/jobs`: what a runner ran, newest first. For instance runners administrators and auditors only.

use super::Endpoint;
use crate::gitlab::job::Job;
use crate::gitlab::term::JobStatus;

/// Asks for a runner's jobs, 20 at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListJobs {
    /// The runner's id.
    pub id: u64,
    /// Only jobs that stand so.
    pub status: Option<JobStatus>,
    /// Only jobs of the manager with this system ID.
    pub system_id: Option<String>,
    /// Oldest first.
    pub ascending: bool,
    /// By page number where a cursor would do, too: then GitLab tells how many there are, and older ones know no cursor here.
    pub numbered: bool,
}

impl ListJobs {
    /// Those that a runner runs now. REST has no count of them, but a numbered page tells its total.
    pub fn running(id: u64) -> Self {
        Self { id, status: Some(JobStatus::Running), numbered: true, ..Self::default() }
    }

    /// GitLab pages by cursor only where it counts backwards over all managers (`lib/api/ci/runners.rb`).
    fn has_cursor(&self) -> bool {
        !self.numbered && !self.ascending && self.system_id.is_none()
    }
}

impl Endpoint for ListJobs {
    type Answer = Vec<Job>;

    fn path(&self) -> String {
        format!("runners/{}/jobs", self.id)
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        // `sort` has effect with `order_by` only (`lib/api/ci/runners.rb`).
        let sort = if self.ascending { "asc" } else { "desc" };
        let mut query = vec![("order_by", "id".to_owned()), ("sort", sort.to_owned())];
        query.extend(self.status.as_ref().map(|status| ("status", status.to_string())));
        query.extend(self.system_id.as_ref().map(|system_id| ("system_id", system_id.clone())));
        if self.has_cursor() {
            query.push(("pagination", "keyset".to_owned()));
        }
        query
    }

    fn per_page(&self) -> usize {
        20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(call: &ListJobs) -> String {
        call.query().into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
    }

    #[test]
    fn newest_first_by_cursor() {
        let call = ListJobs { id: 41, status: Some(JobStatus::Failed), ..ListJobs::default() };
        assert_eq!(call.path(), "runners/41/jobs");
        assert_eq!(query(&call), "order_by=id&sort=desc&status=failed&pagination=keyset");
    }

    #[test]
    fn by_number_where_a_total_is_wanted() {
        let call = ListJobs { id: 41, numbered: true, ..ListJobs::default() };
        assert_eq!(query(&call), "order_by=id&sort=desc");
    }

    #[test]
    fn oldest_first_or_of_one_manager_by_number() {
        let call = ListJobs { id: 41, ascending: true, ..ListJobs::default() };
        assert_eq!(query(&call), "order_by=id&sort=asc");
        let call = ListJobs { id: 41, system_id: Some("s_1".to_owned()), ..ListJobs::default() };
        assert_eq!(query(&call), "order_by=id&sort=desc&system_id=s_1");
    }
}
