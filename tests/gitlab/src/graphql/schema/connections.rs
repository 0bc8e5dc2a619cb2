//! Lists in pages, the same for every kind of thing.

use super::places::{GROUP, PROJECT};
use super::runner::{MANAGER, RUNNER};
use super::{Arg, Field, Takes, Type, arg, leaf, many, one};

/// How many from the beginning.
pub const ARGS_FIRST: Arg = arg("first", "Int", Takes::Int);
/// How many from the end.
pub const ARGS_LAST: Arg = arg("last", "Int", Takes::Int);
/// Behind which.
pub const ARGS_AFTER: Arg = arg("after", "String", Takes::Text);
/// Before which.
pub const ARGS_BEFORE: Arg = arg("before", "String", Takes::Text);

/// What every connection takes.
pub const ARGS: &[Arg] = &[ARGS_FIRST, ARGS_LAST, ARGS_AFTER, ARGS_BEFORE];

/// Where a page begins and ends.
pub static PAGE_INFO: Type = Type {
    name: "PageInfo",
    fields: &[
        leaf("hasNextPage", "Boolean!"),
        leaf("hasPreviousPage", "Boolean!"),
        leaf("startCursor", "String"),
        leaf("endCursor", "String"),
    ],
};

const fn count() -> Field {
    leaf("count", "Int!")
}

/// Pages of runners.
pub static RUNNERS: Type = Type {
    name: "CiRunnerConnection",
    fields: &[many("nodes", &RUNNER), many("edges", &RUNNER_EDGE), one("pageInfo", &PAGE_INFO), count()],
};

/// A runner in a page.
pub static RUNNER_EDGE: Type =
    Type { name: "CiRunnerEdge", fields: &[leaf("cursor", "String!"), one("node", &RUNNER)] };

/// Pages of managers.
pub static MANAGERS: Type = Type {
    name: "CiRunnerManagerConnection",
    fields: &[many("nodes", &MANAGER), many("edges", &MANAGER_EDGE), one("pageInfo", &PAGE_INFO), count()],
};

/// A manager in a page.
pub static MANAGER_EDGE: Type =
    Type { name: "CiRunnerManagerEdge", fields: &[leaf("cursor", "String!"), one("node", &MANAGER)] };

/// Pages of projects.
pub static PROJECTS: Type = Type {
    name: "ProjectConnection",
    fields: &[many("nodes", &PROJECT), many("edges", &PROJECT_EDGE), one("pageInfo", &PAGE_INFO), count()],
};

/// A project in a page.
pub static PROJECT_EDGE: Type =
    Type { name: "ProjectEdge", fields: &[leaf("cursor", "String!"), one("node", &PROJECT)] };

/// Pages of groups.
pub static GROUPS: Type = Type {
    name: "GroupConnection",
    fields: &[many("nodes", &GROUP), many("edges", &GROUP_EDGE), one("pageInfo", &PAGE_INFO), count()],
};

/// A group in a page.
pub static GROUP_EDGE: Type = Type { name: "GroupEdge", fields: &[leaf("cursor", "String!"), one("node", &GROUP)] };
