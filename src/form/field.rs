//! The fields of the form, and what can be wrong with them.

use crate::gitlab::term::RunnerType;

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What people call the runner.
    Description,
    /// Its tags.
    Tags,
    /// The longest a job may run on it.
    MaximumTimeout,
    /// For its keepers.
    MaintenanceNote,
    /// Takes no new jobs.
    Paused,
    /// Also takes jobs that name no tags.
    RunUntagged,
    /// Only takes jobs of protected branches and tags.
    Protected,
    /// Cannot be assigned to other projects.
    Locked,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Description,
        Self::Tags,
        Self::MaximumTimeout,
        Self::MaintenanceNote,
        Self::Paused,
        Self::RunUntagged,
        Self::Protected,
        Self::Locked,
    ];

    /// The word on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Description => "Description",
            Self::Tags => "Tags",
            Self::MaximumTimeout => "Maximum job timeout",
            Self::MaintenanceNote => "Maintenance note",
            Self::Paused => "Paused",
            Self::RunUntagged => "Run untagged jobs",
            Self::Protected => "Protected",
            Self::Locked => "Lock to current projects",
        }
    }

    /// Whether runners of a type have it. GitLab takes `locked` for all, but it means something for project runners
    /// only.
    pub fn is_offered(self, kind: &RunnerType) -> bool {
        self != Self::Locked || *kind == RunnerType::Project
    }

    /// Reads GitLab's name of an attribute. Errors about tags call them `tags_list` (`app/models/ci/runner.rb`,
    /// `tag_constraints`).
    pub fn from_gitlab(key: &str) -> Option<Self> {
        Some(match key {
            "description" => Self::Description,
            "tag_list" | "tags_list" => Self::Tags,
            "maximum_timeout" => Self::MaximumTimeout,
            "maintenance_note" => Self::MaintenanceNote,
            "paused" | "active" => Self::Paused,
            "run_untagged" => Self::RunUntagged,
            "access_level" => Self::Protected,
            "locked" => Self::Locked,
            _ => return None,
        })
    }
}

/// What is wrong with a field, in a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where to say it.
    pub field: Field,
    /// What to say.
    pub text: String,
}

impl Problem {
    /// Sorts GitLab's refusals by attribute (`Error::Invalid`, `fields`): those that belong to a field of the form, and
    /// those that stand above it.
    pub fn from_gitlab(refusals: &[(String, String)]) -> (Vec<Self>, Vec<String>) {
        let (mut problems, mut others) = (Vec::new(), Vec::new());
        for (key, words) in refusals {
            match Field::from_gitlab(key) {
                Some(field) => problems.push(Self { field, text: sentence(field.label(), words) }),
                None if key == "base" => others.push(sentence("", words)),
                None => others.push(sentence(&key.replace('_', " "), words)),
            }
        }
        (problems, others)
    }
}

/// GitLab's words go on after the name of the attribute: "is too long (maximum is 1024 characters)".
fn sentence(name: &str, words: &str) -> String {
    // A whole sentence needs no name before it.
    let name = if words.starts_with(char::is_uppercase) { "" } else { name };
    let text = format!("{name} {words}");
    let mut letters = text.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let text = first + letters.as_str();
    if text.ends_with(['.', '!', '?']) { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gitlab_has_other_names() {
        for (key, field) in [
            ("description", Some(Field::Description)),
            ("tags_list", Some(Field::Tags)),
            ("tag_list", Some(Field::Tags)),
            ("maximum_timeout", Some(Field::MaximumTimeout)),
            ("maintenance_note", Some(Field::MaintenanceNote)),
            ("active", Some(Field::Paused)),
            ("run_untagged", Some(Field::RunUntagged)),
            ("access_level", Some(Field::Protected)),
            ("locked", Some(Field::Locked)),
            ("runner", None),
        ] {
            assert_eq!(Field::from_gitlab(key), field, "{key}");
        }
    }

    #[test]
    fn only_project_runners_are_locked() {
        for (kind, offered) in [(RunnerType::Project, true), (RunnerType::Group, false), (RunnerType::Instance, false)]
        {
            assert_eq!(Field::Locked.is_offered(&kind), offered, "{kind}");
            assert!(Field::Tags.is_offered(&kind));
        }
    }

    #[test]
    fn refusals_find_their_fields() {
        let refusals = [
            ("tags_list", "can not be empty when runner is not allowed to pick untagged jobs"),
            ("maximum_timeout", "needs to be at least 10 minutes"),
            ("runner", "needs to be assigned to at least one project"),
            ("base", "something else."),
            ("tag_list", "Too many tags specified"),
        ]
        .map(|(key, words)| (key.to_owned(), words.to_owned()));
        let (problems, others) = Problem::from_gitlab(&refusals);
        let problems: Vec<_> = problems.iter().map(|problem| (problem.field, problem.text.as_str())).collect();
        assert_eq!(
            problems,
            [
                (Field::Tags, "Tags can not be empty when runner is not allowed to pick untagged jobs."),
                (Field::MaximumTimeout, "Maximum job timeout needs to be at least 10 minutes."),
                (Field::Tags, "Too many tags specified."),
            ]
        );
        assert_eq!(others, ["Runner needs to be assigned to at least one project.", "Something else."]);
    }
}
