//! One runner: its details, its managers, its jobs, and changing it.

use futures::executor::block_on;
use runnerboard::gitlab::endpoint::{EditRunner, GetRunner, ListJobs, ListManagers};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::page::PageToken;
use runnerboard::gitlab::runner_changes::RunnerChanges;
use runnerboard::gitlab::term::{JobStatus, RunnerStatus};

use crate::fake::Fake;

fn edit(changes: RunnerChanges) -> EditRunner {
    EditRunner { id: 41, changes, knows_paused: true }
}

#[test]
fn details_tell_what_lists_do_not() {
    for fake in [Fake::small(), Fake::small_on("17"), Fake::small_on("16")] {
        let details = block_on(fake.client("glpat-mira").send(&GetRunner { id: 41 })).unwrap();
        assert_eq!(details.runner.contact_status(), RunnerStatus::Online);
        assert!(details.runner.is_paused() && details.locked);
        assert_eq!(details.maximum_timeout, Some(5400));
        assert_eq!(details.version.as_deref(), Some("18.9.1"));
        assert_eq!(details.projects.unwrap()[0].path(), "acme/app");
    }
}

#[test]
fn a_runner_that_is_not_there_and_one_that_may_not_be_seen_differ() {
    let fake = Fake::small();
    let missing = block_on(fake.client("glpat-dev").send(&GetRunner { id: 99 }));
    assert!(matches!(missing, Err(Error::NotFound { message: Some(_) })), "{missing:?}");
    let hidden = block_on(fake.client("glpat-dev").send(&GetRunner { id: 41 }));
    let no_access = Error::Forbidden { message: "403 Forbidden - No access granted".to_owned(), scopes: vec![] };
    assert_eq!(hidden, Err(no_access));
}

#[test]
fn managers_have_the_address() {
    let managers = block_on(Fake::small().client("glpat-mira").send(&ListManagers { id: 41 })).unwrap();
    let first = managers.iter().find(|manager| manager.system_id == "s_1").unwrap();
    assert_eq!(first.ip_address.as_deref(), Some("10.0.0.7"));
    assert_eq!(first.status, Some(RunnerStatus::Online));
    let old = block_on(Fake::small_on("16").client("glpat-mira").send(&ListManagers { id: 41 }));
    assert_eq!(old, Err(Error::NotFound { message: Some("404 Not Found".to_owned()) }));
}

#[test]
fn jobs_come_newest_first_and_by_status() {
    let mira = Fake::small().client("glpat-mira");
    let ids = |status| {
        let page = block_on(mira.page(&ListJobs { id: 41, status, ..ListJobs::default() }, &PageToken::First)).unwrap();
        page.items.iter().map(|job| job.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(None), [5003, 5002, 5001]);
    assert_eq!(ids(Some(JobStatus::Failed)), [5002]);
    assert_eq!(ids(Some(JobStatus::Canceled)), Vec::<u64>::new());
}

#[test]
fn a_change_is_kept_and_its_answer_merged() {
    for fake in [Fake::small(), Fake::small_on("17"), Fake::small_on("16")] {
        let mira = fake.client("glpat-mira");
        let mut details = block_on(mira.send(&GetRunner { id: 41 })).unwrap();
        let changes = RunnerChanges {
            paused: Some(false),
            tag_list: Some(vec!["gpu".to_owned()]),
            maximum_timeout: Some(None),
            access_level: Some("ref_protected"),
            ..RunnerChanges::default()
        };
        details.merge(block_on(mira.send(&edit(changes))).unwrap());
        assert!(!details.runner.is_paused() && details.is_protected());
        assert_eq!((details.tag_list.as_slice(), details.maximum_timeout), (&["gpu".to_owned()][..], None));
        assert_eq!(details.projects.as_ref().map(Vec::len), Some(1), "projects left out of the answer stay");
        let read_again = block_on(mira.send(&GetRunner { id: 41 })).unwrap();
        assert_eq!(read_again.tag_list, ["gpu"]);
    }
}

#[test]
fn pausing_in_the_old_word_works_too() {
    let mira = Fake::small_on("16").client("glpat-mira");
    let call = EditRunner { id: 41, changes: RunnerChanges::paused(false), knows_paused: false };
    assert!(!block_on(mira.send(&call)).unwrap().runner.is_paused());
}

#[test]
fn what_gitlab_will_not_take_is_said_by_attribute() {
    let mira = Fake::small().client("glpat-mira");
    for (changes, attribute, words) in [
        (
            RunnerChanges { maximum_timeout: Some(Some(60)), ..RunnerChanges::default() },
            "maximum_timeout",
            "at least 10 minutes",
        ),
        (
            RunnerChanges { tag_list: Some(vec![]), run_untagged: Some(false), ..RunnerChanges::default() },
            "tags_list",
            "can not be empty",
        ),
        (RunnerChanges { description: Some("x".repeat(1025)), ..RunnerChanges::default() }, "description", "too long"),
    ] {
        let refused = block_on(mira.send(&edit(changes)));
        let Err(Error::Invalid { status: 400, fields, .. }) = refused else { panic!("{refused:?}") };
        assert!(fields.iter().any(|(key, text)| key == attribute && text.contains(words)), "{fields:?}");
    }
}

#[test]
fn who_may_not_change_it_is_told_so() {
    let fake = Fake::small();
    let read_only = block_on(fake.client("glpat-read").send(&edit(RunnerChanges::paused(true))));
    assert!(matches!(read_only, Err(Error::Forbidden { ref scopes, .. }) if !scopes.is_empty()), "{read_only:?}");
    let instance = EditRunner { id: 40, changes: RunnerChanges::paused(true), knows_paused: true };
    let no_access = block_on(fake.client("glpat-mira").send(&instance));
    assert!(matches!(no_access, Err(Error::Forbidden { ref scopes, .. }) if scopes.is_empty()), "{no_access:?}");
}
