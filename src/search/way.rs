//! Through what a runner is available where one looks: the list of a group or of a project.

use std::fmt;

use super::Source;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::term::RunnerType;

/// Why a group or a project can use a runner. Its `Display` is what a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It belongs to the very project or group.
    Assigned(RunnerType),
    /// It belongs to a group above; without a name where GitLab does not tell it.
    Inherited(Option<String>),
    /// It takes jobs of the whole instance.
    Instance,
}

impl Way {
    /// How a runner came into the list of a source; `None` for lists that are of no single group or project. `group` is
    /// the one of its details by id and path, if one may see it; `None` while details are not known.
    pub fn of(source: &Source, kind: &RunnerType, group: Option<Option<(u64, &str)>>) -> Option<Self> {
        let here = source.chosen()?;
        let path = |(_, path): (u64, &str)| path.to_owned();
        match (source, kind) {
            (_, RunnerType::Instance) => Some(Self::Instance),
            (Source::Project(_), RunnerType::Group) => Some(Self::Inherited(group.flatten().map(path))),
            (Source::Group(_), RunnerType::Group) => match group? {
                Some(group) if is_it(here, group) => Some(Self::Assigned(RunnerType::Group)),
                // Whoever may list a group's runners sees the group, so one that is not shown is another.
                group => Some(Self::Inherited(group.map(path))),
            },
            (_, kind) => Some(Self::Assigned(kind.clone())),
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Assigned(kind) => write!(f, "{} · Assigned", kind.label()),
            Self::Inherited(Some(group)) => write!(f, "Inherited from group {group}"),
            Self::Inherited(None) => f.write_str("Inherited from a group above"),
            Self::Instance => f.write_str("Instance"),
        }
    }
}

/// GitLab takes a path in any case.
fn is_it(here: &IdOrPath, (group, called): (u64, &str)) -> bool {
    match here {
        IdOrPath::Id(id) => group == *id,
        IdOrPath::Path(path) => called.eq_ignore_ascii_case(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Group = Option<Option<(u64, &'static str)>>;

    fn words(source: &str, kind: &RunnerType, group: Group) -> Option<String> {
        let source = Source::parse(source).unwrap();
        Way::of(&source, kind, group).map(|way| way.to_string())
    }

    const ACME: Group = Some(Some((3, "acme")));
    const HIDDEN: Group = Some(None);

    #[test]
    fn each_runner_of_a_project_says_through_what_it_is_there() {
        for (kind, groups, expected) in [
            (RunnerType::Project, None, "Project · Assigned"),
            (RunnerType::Group, ACME, "Inherited from group acme"),
            (RunnerType::Group, HIDDEN, "Inherited from a group above"),
            (RunnerType::Group, None, "Inherited from a group above"),
            (RunnerType::Instance, HIDDEN, "Instance"),
        ] {
            assert_eq!(words("project:acme/app", &kind, groups).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_group_has_its_own_and_those_of_the_groups_above() {
        for (source, groups, expected) in [
            ("group:acme", ACME, Some("Group · Assigned")),
            ("group:Acme", ACME, Some("Group · Assigned")),
            ("group:3", ACME, Some("Group · Assigned")),
            ("group:acme/web", ACME, Some("Inherited from group acme")),
            ("group:4", ACME, Some("Inherited from group acme")),
            ("group:4", HIDDEN, Some("Inherited from a group above")),
            ("group:4", None, None),
        ] {
            assert_eq!(words(source, &RunnerType::Group, groups).as_deref(), expected, "{source}");
        }
        assert_eq!(words("group:4", &RunnerType::Instance, None).as_deref(), Some("Instance"));
    }

    #[test]
    fn other_lists_are_of_no_one_place() {
        for source in ["owned", "instance", "group", "project"] {
            assert_eq!(words(source, &RunnerType::Group, ACME), None, "{source}");
        }
    }
}
