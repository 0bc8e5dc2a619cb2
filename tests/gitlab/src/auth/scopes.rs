//! Which token scopes open which kind of call. It does not know roles.

use http::Method;

use crate::world::token::Token;

/// The calls of one class of GitLab's API code, which share their scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scopes {
    /// Calls below `/runners`.
    Runners,
    /// Calls that tell about the signed-in user or the instance.
    ReadUser,
    /// Calls that agents may make too.
    Workflows,
    /// Creating a runner.
    CreateRunner,
    /// Queries of GraphQL, which are read whatever their method.
    Graphql,
    /// Calls that any token may make.
    Any,
}

/// What the scope rules look at.
pub struct Request<'a> {
    /// The method.
    pub method: &'a Method,
    /// The whole path, relative root included.
    pub path: &'a str,
    /// Whether there is a parameter `id`.
    pub has_id: bool,
}

impl Scopes {
    /// The names of all scopes that the class registers, in GitLab's order.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Any | Self::Graphql => &["api", "read_api"],
            Self::Runners => &["manage_runner", "api", "read_api"],
            Self::ReadUser => &["read_user", "api", "read_api"],
            Self::Workflows => &["ai_workflows", "api", "read_api"],
            Self::CreateRunner => &["create_runner", "api", "read_api"],
        }
    }

    /// Whether one of a token's scopes suffices for a request.
    pub fn admit(self, token: &Token, request: &Request<'_>) -> bool {
        self == Self::Any
            || token
                .scopes
                .iter()
                .any(|scope| self.names().contains(&scope.as_str()) && (self == Self::Graphql || fits(scope, request)))
    }
}

fn fits(scope: &str, request: &Request<'_>) -> bool {
    match scope {
        "read_api" => request.method == Method::GET || request.method == Method::HEAD,
        // GitLab tests the whole path, so below a relative root this never fits.
        "manage_runner" => request.has_id && request.path.starts_with("/api/v4/runners/"),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::sample::Sample;

    /// Rows of the contract's scope table: call, then the status for `read_api`, `manage_runner`, `create_runner`, `read_user`.
    const TABLE: &[(&str, [u16; 4])] = &[
        ("GET runners", [200, 403, 403, 403]),
        ("GET runners/all", [200, 403, 403, 403]),
        ("GET runners/41", [200, 200, 403, 403]),
        ("GET runners/41/managers", [200, 200, 403, 403]),
        ("GET runners/41/projects", [200, 200, 403, 403]),
        ("GET runners/41/jobs", [200, 200, 403, 403]),
        ("PUT runners/41", [403, 200, 403, 403]),
        ("DELETE runners/41", [403, 204, 403, 403]),
        ("POST runners/41/reset_authentication_token", [403, 201, 403, 403]),
        ("POST runners/reset_registration_token", [403, 403, 403, 403]),
        ("POST user/runners", [403, 403, 400, 403]),
        ("POST projects/7/runners", [403, 403, 403, 403]),
        ("DELETE projects/8/runners/42", [403, 403, 403, 403]),
        ("POST projects/7/runners/reset_registration_token", [403, 403, 403, 403]),
        ("POST groups/3/runners/reset_registration_token", [403, 403, 403, 403]),
        ("GET projects/7/runners", [200, 403, 403, 403]),
        ("GET groups/3/runners", [200, 403, 403, 403]),
        ("GET personal_access_tokens/self", [200, 200, 200, 200]),
        ("GET user", [200, 403, 403, 200]),
        ("GET version", [200, 403, 403, 200]),
        ("GET metadata", [200, 403, 403, 200]),
        ("GET projects", [200, 403, 403, 403]),
        ("GET groups", [200, 403, 403, 403]),
    ];

    #[test]
    fn each_call_opens_to_its_scopes_only() {
        for (call, statuses) in TABLE {
            let (method, path) = call.split_once(' ').unwrap();
            for (scope, expected) in
                ["read_api", "manage_runner", "create_runner", "read_user"].into_iter().zip(statuses)
            {
                let mut gitlab = Sample::new();
                gitlab.give_scopes("glpat-root", &[scope]);
                let answer = gitlab.send(method, path, &[("private-token", "glpat-root")], br#"{"paused":false}"#);
                assert_eq!(answer.status, *expected, "{call} with {scope}");
            }
        }
    }

    #[test]
    fn one_fitting_scope_of_several_is_enough() {
        let mut gitlab = Sample::new();
        gitlab.give_scopes("glpat-root", &["read_user", "manage_runner"]);
        assert_eq!(gitlab.get("runners/41", "glpat-root").status, 200);
    }

    #[test]
    fn scopes_are_looked_at_before_the_container() {
        assert_eq!(Sample::new().get("projects/999/runners", "glpat-create").status, 403);
    }
}
