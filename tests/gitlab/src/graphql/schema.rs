//! Which types there are, what may be asked of each, and since when. It does not know any value.

mod accounts;
mod connections;
mod places;
mod query;
mod runner;

pub use query::QUERY;

use crate::words::Profile;

/// A type with fields.
pub struct Type {
    /// Its name.
    pub name: &'static str,
    /// What may be asked of it.
    pub fields: &'static [Field],
}

/// What a field gives.
pub enum Gives {
    /// A plain value of a type that has no fields.
    Leaf(&'static str),
    /// A thing, or none.
    One(&'static Type),
    /// Several things.
    Many(&'static Type),
    /// Several things in pages.
    Connection(&'static Type),
}

/// A field of a type.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it gives.
    pub gives: Gives,
    /// What it takes.
    pub args: &'static [Arg],
    since: Profile,
    until: Profile,
}

/// An argument of a field.
pub struct Arg {
    /// Its name.
    pub name: &'static str,
    /// Its type as a query declares it.
    pub kind: &'static str,
    /// What fits.
    pub takes: Takes,
}

/// What may stand as an argument.
pub enum Takes {
    /// The global id of a thing of this class.
    Id(&'static str),
    /// A whole number.
    Int,
    /// `true` or `false`.
    Boolean,
    /// A text.
    Text,
    /// Several texts.
    Texts,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// What every type has.
static TYPENAME: Field = leaf("__typename", "String!");

impl Type {
    /// The field of a name, as far as the version has it.
    pub fn field(&self, name: &str, profile: Profile) -> Option<&'static Field> {
        if name == TYPENAME.name {
            return Some(&TYPENAME);
        }
        let there = |field: &&Field| field.name == name && (field.since..=field.until).contains(&profile);
        self.fields.iter().find(there)
    }
}

impl Field {
    const fn new(name: &'static str, gives: Gives) -> Self {
        Self { name, gives, args: &[], since: Profile::V15, until: Profile::V19 }
    }

    const fn since(mut self, profile: Profile) -> Self {
        self.since = profile;
        self
    }

    const fn until(mut self, profile: Profile) -> Self {
        self.until = profile;
        self
    }

    const fn taking(mut self, args: &'static [Arg]) -> Self {
        self.args = args;
        self
    }

    /// The type of what it gives, and how that is written in sentences.
    pub fn of(&self) -> (Option<&'static Type>, &'static str) {
        match self.gives {
            Gives::Leaf(name) => (None, name),
            Gives::One(of) | Gives::Many(of) | Gives::Connection(of) => (Some(of), of.name),
        }
    }
}

const fn leaf(name: &'static str, of: &'static str) -> Field {
    Field::new(name, Gives::Leaf(of))
}

const fn one(name: &'static str, of: &'static Type) -> Field {
    Field::new(name, Gives::One(of))
}

const fn many(name: &'static str, of: &'static Type) -> Field {
    Field::new(name, Gives::Many(of))
}

const fn pages(name: &'static str, of: &'static Type) -> Field {
    Field::new(name, Gives::Connection(of)).taking(connections::ARGS)
}

const fn arg(name: &'static str, kind: &'static str, takes: Takes) -> Arg {
    Arg { name, kind, takes }
}

/// The type of a name, among all that a query can reach.
pub fn named(name: &str) -> Option<&'static Type> {
    ALL.iter().find(|of| of.name == name).copied()
}

static ALL: &[&Type] = &[
    &query::QUERY,
    &query::COMPLEXITY,
    &query::METADATA,
    &accounts::USER,
    &runner::RUNNER,
    &runner::PERMISSIONS,
    &runner::MANAGER,
    &places::PROJECT,
    &places::GROUP,
    &connections::PAGE_INFO,
    &connections::RUNNERS,
    &connections::RUNNER_EDGE,
    &connections::MANAGERS,
    &connections::MANAGER_EDGE,
    &connections::PROJECTS,
    &connections::PROJECT_EDGE,
    &connections::GROUPS,
    &connections::GROUP_EDGE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_leads_to_known_ones() {
        for of in ALL {
            for field in of.fields {
                let (to, _) = field.of();
                assert!(to.is_none_or(|to| named(to.name).is_some()), "{}.{}", of.name, field.name);
                let twice = of.fields.iter().filter(|other| other.name == field.name).count();
                assert_eq!(twice, 1, "{}.{}", of.name, field.name);
            }
        }
    }

    #[test]
    fn versions_differ() {
        let known = |name, profile| runner::RUNNER.field(name, profile).is_some();
        for name in ["managers", "ownerProject", "jobExecutionStatus", "createdBy", "creationMethod"] {
            let profiles = [Profile::V15, Profile::V16, Profile::V17, Profile::V19].map(|profile| known(name, profile));
            assert_eq!(profiles, [false, false, true, true], "{name}");
        }
        for name in ["version", "ipAddress", "platformName", "executorName"] {
            assert!(known(name, Profile::V17) && !known(name, Profile::V19), "{name}");
        }
        assert!(known("tagList", Profile::V15) && known("__typename", Profile::V15));
    }
}
