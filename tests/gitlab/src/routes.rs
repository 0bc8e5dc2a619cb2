//! Which call a method and path mean. It does not know what any of them does.

use http::Method;

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::auth::scopes::Scopes;
use crate::handlers::{get_metadata, get_user, groups, projects, runners, tokens};
use crate::words::Profile;
use crate::world::World;

/// Who may come in at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever; tokens of people are not looked at.
    Open,
    /// Whoever, but a token must be good.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
}

/// What answers a call.
#[derive(Clone, Copy)]
pub enum Handler {
    /// A call that changes nothing.
    Read(fn(&World, &Ask) -> Outcome),
    /// A call that may change the world.
    Write(fn(&mut World, &Ask) -> Outcome),
    /// A call that GitLab has and this fake has not.
    Later,
}

/// A call.
pub struct Route {
    /// Its method.
    pub method: Method,
    /// Its path below `/api/v4/`, `:name` for a parameter.
    pub pattern: &'static str,
    /// Who may come in.
    pub access: Access,
    /// The scopes of its class.
    pub scopes: Scopes,
    /// What answers it.
    pub handler: Handler,
    /// The first version that has it.
    since: Profile,
}

const fn read(pattern: &'static str, scopes: Scopes, handler: fn(&World, &Ask) -> Outcome) -> Route {
    let handler = Handler::Read(handler);
    Route { method: Method::GET, pattern, access: Access::SignedIn, scopes, handler, since: Profile::V16 }
}

const fn write(
    method: Method,
    pattern: &'static str,
    scopes: Scopes,
    handler: fn(&mut World, &Ask) -> Outcome,
) -> Route {
    let handler = Handler::Write(handler);
    Route { method, pattern, access: Access::SignedIn, scopes, handler, since: Profile::V16 }
}

const fn later(method: Method, pattern: &'static str, scopes: Scopes) -> Route {
    Route { method, pattern, access: Access::Open, scopes, handler: Handler::Later, since: Profile::V16 }
}

impl Route {
    const fn since(mut self, profile: Profile) -> Self {
        self.since = profile;
        self
    }

    const fn for_anyone(mut self) -> Self {
        self.access = Access::Anyone;
        self
    }
}

/// Every call; literal paths stand before those with parameters.
static ROUTES: &[Route] = &[
    read("runners", Scopes::Runners, runners::list_runners::answer),
    read("runners/all", Scopes::Runners, runners::list_all_runners::answer),
    later(Method::POST, "runners", Scopes::Runners),
    later(Method::DELETE, "runners", Scopes::Runners),
    later(Method::DELETE, "runners/managers", Scopes::Runners),
    later(Method::POST, "runners/verify", Scopes::Runners),
    later(Method::POST, "runners/reset_authentication_token", Scopes::Runners),
    later(Method::POST, "runners/reset_registration_token", Scopes::Runners),
    later(Method::GET, "runners/router/discovery", Scopes::Runners),
    read("runners/:id", Scopes::Runners, runners::get_runner::answer),
    write(Method::PUT, "runners/:id", Scopes::Runners, runners::edit_runner::answer),
    later(Method::DELETE, "runners/:id", Scopes::Runners),
    read("runners/:id/managers", Scopes::Runners, runners::list_managers::answer).since(Profile::V17),
    read("runners/:id/projects", Scopes::Runners, runners::list_projects::answer).since(Profile::V19),
    read("runners/:id/jobs", Scopes::Runners, runners::list_jobs::answer),
    later(Method::POST, "runners/:id/reset_authentication_token", Scopes::Runners),
    later(Method::POST, "user/runners", Scopes::CreateRunner),
    read("projects", Scopes::Workflows, projects::list_projects::answer).for_anyone(),
    read("projects/:id", Scopes::Workflows, projects::get_project::answer).for_anyone(),
    read("projects/:id/runners", Scopes::Runners, projects::list_runners::answer),
    later(Method::POST, "projects/:id/runners", Scopes::Runners),
    later(Method::DELETE, "projects/:id/runners/:runner_id", Scopes::Runners),
    later(Method::POST, "projects/:id/runners/reset_registration_token", Scopes::Runners),
    read("groups", Scopes::Workflows, groups::list_groups::answer).for_anyone(),
    read("groups/:id", Scopes::Workflows, groups::get_group::answer).for_anyone(),
    read("groups/:id/runners", Scopes::Runners, groups::list_runners::answer),
    later(Method::POST, "groups/:id/runners/reset_registration_token", Scopes::Runners),
    read("personal_access_tokens/self", Scopes::Any, tokens::get_self::answer),
    write(Method::DELETE, "personal_access_tokens/self", Scopes::Any, tokens::revoke_self::answer),
    write(Method::POST, "personal_access_tokens/self/rotate", Scopes::Any, tokens::rotate_self::answer),
    read("personal_access_tokens/self/associations", Scopes::Any, tokens::associations::answer),
    read("user", Scopes::ReadUser, get_user::answer),
    read("version", Scopes::ReadUser, get_metadata::answer),
    read("metadata", Scopes::ReadUser, get_metadata::answer),
];

/// The call of a method and path, with what its path parameters say.
pub fn find(
    method: &Method,
    segments: &[String],
    profile: Profile,
) -> Option<(&'static Route, Vec<(&'static str, String)>)> {
    ROUTES
        .iter()
        .filter(|route| route.method == *method && route.since <= profile)
        .find_map(|route| Some((route, capture(route.pattern, segments)?)))
}

fn capture(pattern: &'static str, segments: &[String]) -> Option<Vec<(&'static str, String)>> {
    let mut captured = Vec::new();
    let mut segments = segments.iter();
    for expected in pattern.split('/') {
        let segment = segments.next()?;
        match expected.strip_prefix(':') {
            Some(name) => captured.push((name, segment.clone())),
            None if expected == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(captured)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(method: &Method, path: &str, profile: Profile) -> Option<(&'static str, Vec<(&'static str, String)>)> {
        find(method, &crate::ask::segments(path), profile).map(|(route, captured)| (route.pattern, captured))
    }

    #[test]
    fn literal_paths_come_before_ids() {
        assert_eq!(found(&Method::GET, "runners/all", Profile::V19).unwrap().0, "runners/all");
        assert_eq!(
            found(&Method::GET, "runners/router/discovery", Profile::V19).unwrap().0,
            "runners/router/discovery"
        );
        assert_eq!(
            found(&Method::GET, "runners/41", Profile::V19).unwrap(),
            ("runners/:id", vec![("id", "41".to_owned())])
        );
        assert_eq!(found(&Method::GET, "runners/41/", Profile::V19).unwrap().0, "runners/:id");
    }

    #[test]
    fn a_path_id_is_decoded_once() {
        let (_, captured) = found(&Method::GET, "projects/acme%2Fapp/runners", Profile::V19).unwrap();
        assert_eq!(captured, [("id", "acme/app".to_owned())]);
    }

    #[test]
    fn older_versions_miss_newer_calls() {
        for (path, since) in [("runners/1/managers", Profile::V17), ("runners/1/projects", Profile::V19)] {
            for profile in [Profile::V16, Profile::V17, Profile::V19] {
                assert_eq!(found(&Method::GET, path, profile).is_some(), profile >= since, "{path} at {profile:?}");
            }
        }
    }

    #[test]
    fn a_wrong_method_is_no_route() {
        assert!(found(&Method::PATCH, "runners/1", Profile::V19).is_none());
        assert!(found(&Method::POST, "projects", Profile::V19).is_none());
    }
}
