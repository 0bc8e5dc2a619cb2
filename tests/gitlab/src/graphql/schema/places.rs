//! Projects and groups, as far as runners lead to them.

use super::{Type, leaf};

/// A project.
pub static PROJECT: Type = Type {
    name: "Project",
    fields: &[
        leaf("id", "ID!"),
        leaf("name", "String!"),
        leaf("path", "String!"),
        leaf("fullPath", "ID!"),
        leaf("nameWithNamespace", "String!"),
        leaf("webUrl", "String"),
        leaf("archived", "Boolean"),
        leaf("visibility", "String"),
    ],
};

/// A group.
pub static GROUP: Type = Type {
    name: "Group",
    fields: &[
        leaf("id", "GroupID!"),
        leaf("name", "String!"),
        leaf("path", "String!"),
        leaf("fullPath", "ID!"),
        leaf("fullName", "String"),
        leaf("webUrl", "String!"),
        leaf("visibility", "String"),
    ],
};
