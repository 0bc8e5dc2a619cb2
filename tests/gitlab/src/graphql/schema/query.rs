//! What a query can begin with.

use super::accounts::USER;
use super::runner::RUNNER;
use super::{Arg, Field, Gives, Takes, Type, arg, connections, leaf, one};

/// The root of every query.
pub static QUERY: Type = Type {
    name: "Query",
    fields: &[
        one("runner", &RUNNER).taking(&[arg("id", "CiRunnerID!", Takes::Id("Ci::Runner"))]),
        Field::new("runners", Gives::Connection(&connections::RUNNERS)).taking(RUNNERS_ARGS),
        one("currentUser", &USER),
        one("queryComplexity", &COMPLEXITY),
        one("metadata", &METADATA),
    ],
};

const RUNNERS_ARGS: &[Arg] = &[
    connections::ARGS_FIRST,
    connections::ARGS_LAST,
    connections::ARGS_AFTER,
    connections::ARGS_BEFORE,
    arg("paused", "Boolean", Takes::Boolean),
    arg("status", "CiRunnerStatus", Takes::Word(&["ONLINE", "OFFLINE", "STALE", "NEVER_CONTACTED"])),
    arg("type", "CiRunnerType", Takes::Word(&["INSTANCE_TYPE", "GROUP_TYPE", "PROJECT_TYPE"])),
    arg("tagList", "[String!]", Takes::Texts),
    arg("search", "String", Takes::Text),
    arg("versionPrefix", "String", Takes::Text),
    arg("creatorId", "UserID", Takes::Id("User")),
    arg("creatorUsername", "String", Takes::Text),
    arg("sort", "CiRunnerSort", Takes::Word(SORTS)),
];

/// The orders of runners.
const SORTS: &[&str] = &[
    "CONTACTED_ASC",
    "CONTACTED_DESC",
    "CREATED_ASC",
    "CREATED_DESC",
    "TOKEN_EXPIRES_AT_ASC",
    "TOKEN_EXPIRES_AT_DESC",
];

/// What a query costs.
pub static COMPLEXITY: Type = Type { name: "QueryComplexity", fields: &[leaf("score", "Int"), leaf("limit", "Int")] };

/// What the instance tells of itself.
pub static METADATA: Type = Type {
    name: "Metadata",
    fields: &[leaf("version", "String!"), leaf("revision", "String!"), leaf("enterprise", "Boolean!")],
};
