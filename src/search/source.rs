//! Whose runners are looked at.

use std::fmt;

use crate::gitlab::endpoint::list_runners::Scope;
use crate::gitlab::id_or_path::IdOrPath;

/// A tab of the table, with what was chosen in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Source {
    /// What the token's user looks after.
    Owned,
    /// Every runner of the instance, of all types.
    Instance,
    /// Every runner the user can see, once; where one lands.
    #[default]
    Everything,
    /// What a group's projects can use; `None` while no group is chosen.
    Group(Option<IdOrPath>),
    /// What a project can use; `None` while no project is chosen.
    Project(Option<IdOrPath>),
}

impl Source {
    /// Each tab with nothing chosen in it, in the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Owned, Self::Instance, Self::Everything, Self::Group(None), Self::Project(None)];

    /// The word on the page.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Owned => "Owned",
            Self::Instance => "Instance",
            Self::Everything => "Everything",
            Self::Group(_) => "Group",
            Self::Project(_) => "Project",
        }
    }

    /// The same tab with nothing chosen in it.
    #[must_use]
    pub fn tab(&self) -> Self {
        match self {
            Self::Owned => Self::Owned,
            Self::Instance => Self::Instance,
            Self::Everything => Self::Everything,
            Self::Group(_) => Self::Group(None),
            Self::Project(_) => Self::Project(None),
        }
    }

    /// The group or project that was chosen.
    pub fn chosen(&self) -> Option<&IdOrPath> {
        match self {
            Self::Owned | Self::Instance | Self::Everything => None,
            Self::Group(chosen) | Self::Project(chosen) => chosen.as_ref(),
        }
    }

    /// Which of GitLab's lists that is; `None` while nothing is chosen, and for everything, which is of many lists.
    pub fn scope(&self) -> Option<Scope> {
        Some(match self {
            Self::Owned => Scope::Owned,
            Self::Instance => Scope::Instance,
            Self::Everything => return None,
            Self::Group(group) => Scope::Group(group.clone()?),
            Self::Project(project) => Scope::Project(project.clone()?),
        })
    }

    /// Reads the word of the address: `owned`, `instance`, `group:7`, `project:acme/app`, or `group` with none chosen.
    pub fn parse(word: &str) -> Option<Self> {
        let (tab, chosen) = word.split_once(':').unwrap_or((word, ""));
        let chosen = if chosen.trim().is_empty() { None } else { Some(IdOrPath::parse(chosen)?) };
        match (tab, chosen) {
            ("owned", None) => Some(Self::Owned),
            ("instance", None) => Some(Self::Instance),
            ("everything", None) => Some(Self::Everything),
            ("group", group) => Some(Self::Group(group)),
            ("project", project) => Some(Self::Project(project)),
            _ => None,
        }
    }
}

impl fmt::Display for Source {
    /// The word of the address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Owned => "owned",
            Self::Instance => "instance",
            Self::Everything => "everything",
            Self::Group(_) => "group",
            Self::Project(_) => "project",
        })?;
        self.chosen().map_or(Ok(()), |chosen| write!(f, ":{chosen}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_reads_and_writes() {
        let path = |text: &str| Some(IdOrPath::Path(text.to_owned()));
        for (word, source) in [
            ("owned", Source::Owned),
            ("instance", Source::Instance),
            ("everything", Source::Everything),
            ("group", Source::Group(None)),
            ("group:7", Source::Group(Some(IdOrPath::Id(7)))),
            ("group:acme/web", Source::Group(path("acme/web"))),
            ("project", Source::Project(None)),
            ("project:acme/a:b", Source::Project(path("acme/a:b"))),
        ] {
            assert_eq!(Source::parse(word).as_ref(), Some(&source), "{word}");
            assert_eq!(source.to_string(), word);
        }
        assert_eq!(Source::parse("group: "), Some(Source::Group(None)));
    }

    #[test]
    fn other_words_are_no_source() {
        for word in ["", "Everything", "everything:7", "Owned", "owned:7", "group:..", "group:/", "user:7"] {
            assert_eq!(Source::parse(word), None, "{word}");
        }
    }

    #[test]
    fn a_tab_forgets_what_was_chosen() {
        let source = Source::Project(Some(IdOrPath::Id(7)));
        assert_eq!(source.chosen(), Some(&IdOrPath::Id(7)));
        assert_eq!(source.tab(), Source::Project(None));
        assert!(Source::ALL.iter().all(|tab| tab.tab() == *tab && tab.chosen().is_none()));
    }
}
