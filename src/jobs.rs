//! The jobs of a runner in memory: pages put together, and read again while a job is not over.

use crate::gitlab::job::Job;
use crate::gitlab::page::{Page, PageToken};
use crate::gitlab::term::JobStatus;

/// Jobs as far as they are loaded, from the first of the list on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Jobs {
    /// In the order of the list.
    pub list: Vec<Job>,
    /// Where the next page begins; `None` when all are here.
    pub next: Option<PageToken>,
    /// How many there are in all, if GitLab says so.
    pub total: Option<usize>,
    /// Whether the oldest come first.
    pub ascending: bool,
}

impl Jobs {
    /// None yet.
    pub fn new(ascending: bool) -> Self {
        Self { ascending, ..Self::default() }
    }

    /// Takes the next page. New jobs push old ones to the next page, so that some come twice.
    pub fn append(&mut self, page: Page<Job>) {
        self.next = page.next;
        self.total = page.total;
        for job in page.items {
            match self.list.iter_mut().find(|known| known.id == job.id) {
                Some(known) => *known = job,
                None => self.list.push(job),
            }
        }
    }

    /// Whether a job may still change.
    pub fn is_live(&self) -> bool {
        self.list.iter().any(|job| !is_over(job))
    }

    /// Whether jobs that may still change stand after those that were read again.
    pub fn is_live_after(&self, again: &Self) -> bool {
        self.rest_after(again).any(|job| !is_over(job))
    }

    /// Puts jobs that were read again, from the first of the list on, in the place of what was known of them.
    pub fn renew(&mut self, again: Self, per_page: usize) {
        let is_known = |job: &Job| self.list.iter().any(|known| known.id == job.id);
        // So many new ones that there is a gap before what was known: it is loaded again when it is asked for.
        if !again.list.iter().any(is_known) {
            *self = again;
            return;
        }
        let rest: Vec<_> = self.rest_after(&again).cloned().collect();
        if rest.is_empty() {
            *self = again;
            return;
        }
        self.total = again.total;
        self.list = again.list;
        self.list.extend(rest);
        // A cursor still leads on from the last job; the number of the page that it stands on may be another now.
        if let Some(PageToken::Number(_)) = self.next {
            self.next = Some(PageToken::Number(self.list.len() / per_page + 1));
        }
    }

    /// Known jobs that stand after the last of those that were read again.
    fn rest_after<'a>(&'a self, again: &'a Self) -> impl Iterator<Item = &'a Job> {
        let last = again.list.last().filter(|_| again.next.is_some()).map(|job| job.id);
        let is_after =
            move |job: &&Job| last.is_some_and(|last| if self.ascending { job.id > last } else { job.id < last });
        self.list.iter().filter(is_after)
    }
}

/// Whether a job has come to its end. One that waits for a person may wait for ever; a word we do not know is not waited for.
fn is_over(job: &Job) -> bool {
    !matches!(
        job.status,
        Some(
            JobStatus::Running
                | JobStatus::Pending
                | JobStatus::Canceling
                | JobStatus::Scheduled
                | JobStatus::Created
                | JobStatus::WaitingForResource
                | JobStatus::Preparing
                | JobStatus::WaitingForCallback
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs(jobs: &[(u64, &str)]) -> Vec<Job> {
        let job = |(id, status): &(u64, &str)| {
            serde_json::from_str(&format!(r#"{{"id":{id},"status":"{status}"}}"#)).unwrap()
        };
        jobs.iter().map(job).collect()
    }

    fn loaded(list: &[(u64, &str)], next: Option<PageToken>) -> Jobs {
        Jobs { list: jobs(list), next, ..Jobs::default() }
    }

    fn shown(jobs: &Jobs) -> Vec<(u64, String)> {
        jobs.list.iter().map(|job| (job.id, job.status.as_ref().unwrap().to_string())).collect()
    }

    fn told(list: &[(u64, &str)]) -> Vec<(u64, String)> {
        list.iter().map(|(id, status)| (*id, (*status).to_owned())).collect()
    }

    fn cursor() -> PageToken {
        PageToken::Cursor(vec![("cursor".to_owned(), "x".to_owned())])
    }

    #[test]
    fn a_job_that_comes_twice_is_shown_once() {
        let mut known = loaded(&[(9, "running"), (8, "success")], Some(PageToken::Number(2)));
        known.append(Page { items: jobs(&[(8, "success"), (7, "failed")]), next: None, total: Some(3) });
        assert_eq!(shown(&known), told(&[(9, "running"), (8, "success"), (7, "failed")]));
        assert_eq!((known.next, known.total), (None, Some(3)));
    }

    #[test]
    fn what_was_read_again_takes_the_place_of_what_was_known() {
        let mut known = loaded(&[(9, "running"), (8, "pending"), (7, "failed"), (6, "success")], Some(cursor()));
        let again = loaded(&[(10, "running"), (9, "success")], Some(PageToken::Number(2)));
        assert!(known.is_live() && known.is_live_after(&again), "8 waits");
        known.renew(again, 2);
        assert_eq!(shown(&known)[..2], told(&[(10, "running"), (9, "success")]));
        assert_eq!(shown(&known)[2..], told(&[(8, "pending"), (7, "failed"), (6, "success")]));
        assert_eq!(known.next, Some(cursor()), "the cursor leads on from job 6");
    }

    #[test]
    fn a_job_that_left_the_list_is_not_shown_any_more() {
        let mut known = loaded(&[(9, "running"), (8, "running"), (7, "running")], Some(PageToken::Number(2)));
        known.renew(loaded(&[(9, "running"), (7, "running")], Some(PageToken::Number(2))), 2);
        assert_eq!(shown(&known), told(&[(9, "running"), (7, "running")]));
        let mut known = loaded(&[(9, "running")], None);
        known.renew(loaded(&[], None), 2);
        assert!(known.list.is_empty() && !known.is_live());
    }

    #[test]
    fn numbered_pages_are_counted_anew() {
        let mut known =
            loaded(&[(9, "running"), (8, "running"), (7, "running"), (6, "running")], Some(PageToken::Number(3)));
        known.renew(loaded(&[(9, "running"), (7, "running")], Some(PageToken::Number(2))), 2);
        assert_eq!(shown(&known), told(&[(9, "running"), (7, "running"), (6, "running")]));
        assert_eq!(known.next, Some(PageToken::Number(2)), "job 5 has moved to the second page");
    }

    #[test]
    fn more_new_jobs_than_a_page_leave_no_gap() {
        let mut known = loaded(&[(5, "running"), (4, "success"), (3, "success")], Some(cursor()));
        let again = loaded(&[(9, "running"), (8, "running")], Some(PageToken::Number(2)));
        known.renew(again.clone(), 2);
        assert_eq!(known, again);
    }

    #[test]
    fn oldest_first_the_rest_is_newer() {
        let mut known = Jobs { ascending: true, ..loaded(&[(3, "success"), (4, "failed"), (5, "running")], None) };
        let again = Jobs { ascending: true, ..loaded(&[(3, "success"), (4, "failed")], Some(PageToken::Number(2))) };
        assert!(known.is_live_after(&again));
        known.renew(again, 2);
        assert_eq!(shown(&known), told(&[(3, "success"), (4, "failed"), (5, "running")]));
        let whole = Jobs { ascending: true, ..loaded(&[(3, "success"), (4, "failed"), (5, "success")], None) };
        known.renew(whole, 2);
        assert!(!known.is_live());
    }

    #[test]
    fn what_waits_for_a_person_or_has_an_unknown_word_is_over() {
        assert!(!loaded(&[(1, "manual"), (2, "resting"), (3, "skipped"), (4, "canceled")], None).is_live());
        assert!(loaded(&[(1, "waiting_for_resource")], None).is_live());
    }
}
