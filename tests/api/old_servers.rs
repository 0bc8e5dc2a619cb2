//! GitLab 14 to 18: what the client reads and writes there.

use futures::executor::block_on;
use runnerboard::gitlab::endpoint::list_runners::Scope;
use runnerboard::gitlab::endpoint::{
    EditRunner, GetMetadata, GetRunner, GetVersion, ListManagers, ListRunnerProjects, ListRunners,
};
use runnerboard::gitlab::page::PageToken;
use runnerboard::gitlab::runner_changes::RunnerChanges;
use runnerboard::gitlab::term::RunnerStatus;

use crate::fake::Fake;
use crate::refused::not_found;

const ALL: [&str; 4] = ["15", "16", "17", "19"];

#[test]
fn every_version_says_which_it_is() {
    for profile in ALL {
        let mira = Fake::company_on(profile).client("glpat-mira");
        let version = block_on(mira.send(&GetVersion)).unwrap();
        assert_eq!(version.numbers().0.to_string(), profile);
        if profile != "15" {
            assert_eq!(block_on(mira.send(&GetMetadata)), Ok(version));
        }
    }
}

#[test]
fn every_version_lists_and_pauses() {
    for profile in ALL {
        let mira = Fake::company_on(profile).client("glpat-mira");
        let page = block_on(mira.page(&ListRunners::default(), &PageToken::First)).unwrap();
        assert_eq!(page.items.iter().map(|runner| runner.id).collect::<Vec<_>>(), [41, 43, 44, 46], "{profile}");
        for knows_paused in [true, false] {
            for paused in [true, false] {
                let call = EditRunner { id: 41, changes: RunnerChanges::paused(paused), knows_paused };
                let answer = block_on(mira.send(&call)).unwrap();
                assert_eq!(answer.runner.is_paused(), paused, "{profile} {knows_paused}");
            }
        }
    }
}

#[test]
fn what_one_version_lacks_is_a_404() {
    for (profile, has_managers, has_projects) in
        [("15", false, false), ("16", false, false), ("17", true, false), ("19", true, true)]
    {
        let mira = Fake::company_on(profile).client("glpat-mira");
        let managers = block_on(mira.send(&ListManagers { id: 41 }));
        assert_eq!(managers.is_ok(), has_managers, "{profile}");
        let projects = block_on(mira.page(&ListRunnerProjects { id: 41 }, &PageToken::First)).map(|page| page.items);
        assert_eq!(projects.is_ok(), has_projects, "{profile}");
        if !has_projects {
            assert_eq!(projects, not_found("404 Not Found"), "{profile}");
        }
        let details = block_on(mira.send(&GetRunner { id: 41 })).unwrap();
        assert_eq!(details.projects.map(|projects| projects.len()), Some(1), "the details have them: {profile}");
    }
}

#[test]
fn old_versions_tell_no_notes_and_an_address() {
    for (profile, has_notes) in [("15", false), ("16", true), ("17", true), ("19", true)] {
        let details = block_on(Fake::company_on(profile).client("glpat-mira").send(&GetRunner { id: 41 })).unwrap();
        assert_eq!(details.maintenance_note.is_told(), has_notes, "{profile}");
    }
}

#[test]
fn the_oldest_word_for_never_contacted_is_understood() {
    let fake = Fake::company_called("14.10.5", "15");
    let details = block_on(fake.client("glpat-olga").send(&GetRunner { id: 42 })).unwrap();
    assert_ne!(details.runner.contact_status().as_str(), "not_connected");
    let root = fake.client("glpat-root");
    let call =
        ListRunners { scope: Scope::Instance, status: Some(RunnerStatus::NeverContacted), ..ListRunners::default() };
    assert!(block_on(root.page(&call, &PageToken::First)).unwrap().items.iter().any(|runner| runner.id == 42));
}
