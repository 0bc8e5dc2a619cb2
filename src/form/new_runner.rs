//! The form of a new runner: what it begins with, what is sent, and what GitLab means when it refuses.

use super::{Field, Problem, RunnerForm};
use crate::gitlab::error::Error;
use crate::gitlab::runner_changes::RunnerChanges;
use crate::gitlab::term::RunnerType;

/// What a runner is found by, asked first.
pub const FIRST: &[Field] = &[Field::Tags, Field::RunUntagged, Field::Description];

/// What can as well be left as it is.
pub const OPTIONAL: &[Field] =
    &[Field::MaximumTimeout, Field::Paused, Field::Protected, Field::Locked, Field::MaintenanceNote];

impl RunnerForm {
    /// The form before anything is typed. As on GitLab's own page, jobs without tags are something one asks for.
    pub fn fresh() -> Self {
        Self { run_untagged: false, ..Self::unset() }
    }

    /// What is set from the beginning; what GitLab does anyway is left out.
    ///
    /// # Errors
    /// What GitLab is sure to refuse, for the fields at which to say it.
    pub fn settings(&self, kind: &RunnerType) -> Result<RunnerChanges, Vec<Problem>> {
        let set = self.registration()?;
        // Whether it runs untagged jobs is always said: GitLab's default is the other one than ours.
        let run_untagged = Some(self.run_untagged);
        Ok(RunnerChanges { run_untagged, locked: set.locked.filter(|_| Field::Locked.is_offered(kind)), ..set })
    }
}

/// What came of trying to create a runner, in sentences that say what to do. GitLab answers with one line for everything that
/// is wrong (`app/services/ci/runners/create_runner_service.rb`, `lib/api/user_runners.rb`).
pub fn explain(error: &Error, kind: &RunnerType) -> String {
    match error {
        Error::Unreachable => format!("GitLab did not answer. {PERHAPS}"),
        Error::Server { status, .. } => format!("GitLab is not well (error {status}). {PERHAPS}"),
        Error::Unexpected { .. } => format!("{} {PERHAPS}", error.sentence()),
        Error::Forbidden { scopes, .. } if scopes.is_empty() => not_allowed(kind).to_owned(),
        Error::NotFound { .. } => {
            "This GitLab is too old to create runners this way. Register one with a registration token, under Tokens."
                .to_owned()
        }
        Error::Invalid { message, .. } => {
            let known: Vec<_> =
                REFUSALS.into_iter().filter(|(words, _)| message.contains(words)).map(|(_, says)| says).collect();
            if known.is_empty() { error.sentence() } else { known.join(" ") }
        }
        _ => error.sentence(),
    }
}

/// Creating twice makes two, and the token of the first would never be seen.
const PERHAPS: &str = "The runner may have been created all the same: look for it in the list before you try again.";

/// Words of GitLab's, and what to do about them.
const REFUSALS: [(&str, &str); 7] = [
    ("Tags list can not be empty", "Add a tag or turn on Run untagged jobs."),
    ("Too many tags", "GitLab takes 50 tags at most. Remove some."),
    ("Maximum timeout needs to be", "The maximum job timeout has to be at least 10 minutes, for example 1h 30m."),
    ("Description is too long", "Shorten the description to 1,024 characters."),
    ("Maintenance note is too long", "Shorten the maintenance note to 1,024 characters."),
    ("Missing/invalid group", "GitLab does not find this group. Go back and choose another one."),
    ("Missing/invalid project", "GitLab does not find this project. Go back and choose another one."),
];

const fn not_allowed(kind: &RunnerType) -> &'static str {
    match kind {
        RunnerType::Group => {
            "GitLab does not let you create runners in this group. It needs the Owner role there, and the instance has to \
             allow group runners to be registered."
        }
        RunnerType::Project => {
            "GitLab does not let you create runners in this project. It needs at least the Maintainer role there, and its \
             group has to allow project runners to be registered."
        }
        _ => "Only administrators may create instance runners.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RunnerForm {
        RunnerForm { tags: vec!["linux".to_owned()], ..RunnerForm::fresh() }
    }

    fn invalid(message: &str) -> Error {
        Error::Invalid { status: 400, message: message.to_owned(), fields: vec![] }
    }

    #[test]
    fn every_field_is_asked_once() {
        let mut asked: Vec<_> = FIRST.iter().chain(OPTIONAL).map(|field| field.label()).collect();
        asked.sort_unstable();
        let mut all = Field::ALL.map(Field::label);
        all.sort_unstable();
        assert_eq!(asked, all);
    }

    #[test]
    fn what_gitlab_does_anyway_is_left_out() {
        let settings = RunnerChanges {
            tag_list: Some(vec!["linux".to_owned()]),
            run_untagged: Some(false),
            ..RunnerChanges::default()
        };
        assert_eq!(form().settings(&RunnerType::Group), Ok(settings));
        let untagged = RunnerForm { run_untagged: true, ..RunnerForm::fresh() };
        let settings = RunnerChanges { run_untagged: Some(true), ..RunnerChanges::default() };
        assert_eq!(untagged.settings(&RunnerType::Instance), Ok(settings));
    }

    #[test]
    fn everything_typed_is_sent() {
        let form = RunnerForm {
            description: " build ".to_owned(),
            tags: vec!["linux".to_owned(), " gpu,linux".to_owned()],
            maximum_timeout: "1h 30m".to_owned(),
            maintenance_note: "Rack 3\n".to_owned(),
            paused: true,
            run_untagged: true,
            protected: true,
            locked: true,
        };
        let settings = form.settings(&RunnerType::Project).unwrap();
        assert_eq!(
            settings,
            RunnerChanges {
                description: Some("build".to_owned()),
                paused: Some(true),
                active: None,
                tag_list: Some(vec!["linux".to_owned(), "gpu".to_owned()]),
                run_untagged: Some(true),
                locked: Some(true),
                access_level: Some("ref_protected"),
                maximum_timeout: Some(Some(5400)),
                maintenance_note: Some("Rack 3".to_owned()),
            }
        );
        assert_eq!(form.settings(&RunnerType::Group).unwrap().locked, None);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let form = RunnerForm { maximum_timeout: "9m".to_owned(), ..RunnerForm::fresh() };
        let fields: Vec<_> =
            form.settings(&RunnerType::Group).unwrap_err().into_iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [Field::Tags, Field::MaximumTimeout]);
    }

    #[test]
    fn refusals_say_what_to_do() {
        let (group, project) = (RunnerType::Group, RunnerType::Project);
        let forbidden =
            Error::Forbidden { message: "403 Forbidden - Insufficient permissions".to_owned(), scopes: vec![] };
        for (error, kind, says) in [
            (
                invalid(
                    "400 Bad request - Tags list can not be empty when runner is not allowed to pick untagged jobs",
                ),
                &group,
                "Add a tag or turn on Run untagged jobs.",
            ),
            (invalid("400 Bad request - Missing/invalid group"), &group, "GitLab does not find this group."),
            (invalid("400 Bad request - Missing/invalid project"), &project, "GitLab does not find this project."),
            (
                invalid(
                    "400 Bad request - Maximum timeout needs to be at least 10 minutes and Description is too long (maximum \
                     is 1024 characters)",
                ),
                &group,
                "for example 1h 30m. Shorten the description",
            ),
            (invalid("400 Bad request - Something new"), &group, "400 Bad request - Something new."),
            (forbidden.clone(), &group, "Owner role"),
            (forbidden.clone(), &project, "Maintainer role"),
            (forbidden, &RunnerType::Instance, "Only administrators"),
            (Error::Unreachable, &group, "may have been created all the same"),
            (Error::Server { status: 502, message: String::new() }, &group, "may have been created all the same"),
            (Error::NotFound { message: None }, &group, "too old"),
        ] {
            let said = explain(&error, kind);
            assert!(said.contains(says), "{said}");
        }
        let scope =
            Error::Forbidden { message: String::new(), scopes: vec!["api".to_owned(), "create_runner".to_owned()] };
        assert!(explain(&scope, &group).contains("api, create_runner"));
    }
}
