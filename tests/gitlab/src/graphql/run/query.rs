//! What a query begins with, and the small types at its root.

use super::{Found, Node, Sight, leaf, maybe, runner_search};
use crate::graphql::plan::Planned;
use crate::world::user::User;

/// GitLab's sentence for what is not there or not to be seen.
const NO_ACCESS: &str = "The resource that you are attempting to access does not exist or you don't have permission to \
    perform this action";

/// A field of the root.
pub fn field<'w>(sight: &Sight<'w>, planned: &Planned<'_>) -> Found<'w> {
    match planned.field.name {
        "runner" => {
            let runner = planned.args.id("id").and_then(|id| sight.world.runners.get(&id));
            maybe(runner.filter(|runner| sight.reads(runner)).map(Node::Runner))
        }
        "runners" if sight.is_admin() => Found::One(Node::Connection(runner_search::find(sight, planned))),
        "runners" => Found::Refused(NO_ACCESS),
        "currentUser" => {
            let user = sight.caller().and_then(|caller| sight.world.users.get(&caller.user));
            maybe(user.map(Node::User))
        }
        "queryComplexity" => Found::One(Node::Complexity),
        "metadata" => maybe(sight.caller().map(|_| Node::Metadata)),
        _ => leaf(()),
    }
}

/// A field of what the query costs.
pub fn complexity<'w>(sight: &Sight<'w>, name: &str) -> Found<'w> {
    leaf(if name == "score" { sight.score } else { sight.limit })
}

/// A field of what the instance tells of itself.
pub fn metadata<'w>(sight: &Sight<'w>, name: &str) -> Found<'w> {
    let version = &sight.world.settings.version;
    match name {
        "version" => leaf(version.as_str()),
        "revision" => leaf("0a1b2c3d4e5"),
        _ => leaf(version.ends_with("-ee")),
    }
}

/// A field of a person.
pub fn user<'w>(sight: &Sight<'w>, user: &User, name: &str) -> Found<'w> {
    match name {
        "id" => leaf(format!("gid://gitlab/User/{}", user.id)),
        "username" => leaf(user.username.as_str()),
        "name" => leaf(user.name.as_str()),
        "webUrl" => leaf(format!("{}/{}", sight.ask.base, user.username)),
        "state" => leaf(user.state.word()),
        _ => leaf(()),
    }
}
