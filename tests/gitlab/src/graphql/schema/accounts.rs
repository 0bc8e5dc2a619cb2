//! People.

use super::{Type, leaf};

/// A person.
pub static USER: Type = Type {
    name: "UserCore",
    fields: &[
        leaf("id", "UserID!"),
        leaf("username", "String!"),
        leaf("name", "String!"),
        leaf("webUrl", "String!"),
        leaf("avatarUrl", "String"),
        leaf("state", "UserState!"),
    ],
};
