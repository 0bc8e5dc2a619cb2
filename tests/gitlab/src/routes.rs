//! Which call a method and path mean. It does not know what any of them does.

use http::Method;

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::auth::scopes::Scopes;
use crate::handlers::{create_runner, get_metadata, get_user, groups, machines, projects, runners, tokens};
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
    Route { method: Method::GET, pattern, access: Access::SignedIn, scopes, handler, since: Profile::V15 }
}

const fn write(
    method: Method,
    pattern: &'static str,
    scopes: Scopes,
    handler: fn(&mut World, &Ask) -> Outcome,
) -> Route {
    let handler = Handler::Write(handler);
    Route { method, pattern, access: Access::SignedIn, scopes, handler, since: Profile::V15 }
}

impl Route {
    const fn since(mut self, profile: Profile) -> Self {
        self.since = profile;
        self
    }

    const fn for_machines(mut self) -> Self {
        self.access = Access::Open;
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
    write(Method::POST, "runners", Scopes::Runners, machines::register_runner::answer).for_machines(),
    write(Method::DELETE, "runners", Scopes::Runners, machines::unregister_runner::answer).for_machines(),
    write(Method::DELETE, "runners/managers", Scopes::Runners, machines::unregister_manager::answer)
        .for_machines()
        .since(Profile::V17),
    write(Method::POST, "runners/verify", Scopes::Runners, machines::verify_runner::answer).for_machines(),
    write(Method::POST, "runners/reset_authentication_token", Scopes::Runners, machines::reset_token::answer)
        .for_machines(),
    write(Method::POST, "runners/reset_registration_token", Scopes::Runners, runners::reset_registration_token::answer),
    read("runners/router/discovery", Scopes::Runners, machines::discover_router::answer)
        .for_machines()
        .since(Profile::V19),
    read("runners/:id", Scopes::Runners, runners::get_runner::answer),
    write(Method::PUT, "runners/:id", Scopes::Runners, runners::edit_runner::answer),
    write(Method::DELETE, "runners/:id", Scopes::Runners, runners::delete_runner::answer),
    read("runners/:id/managers", Scopes::Runners, runners::list_managers::answer).since(Profile::V17),
    read("runners/:id/projects", Scopes::Runners, runners::list_projects::answer).since(Profile::V19),
    read("runners/:id/jobs", Scopes::Runners, runners::list_jobs::answer),
    write(Method::POST, "runners/:id/reset_authentication_token", Scopes::Runners, runners::reset_token::answer),
    write(Method::POST, "user/runners", Scopes::CreateRunner, create_runner::answer).since(Profile::V16),
    read("projects", Scopes::Workflows, projects::list_projects::answer).for_anyone(),
    read("projects/:id", Scopes::Workflows, projects::get_project::answer).for_anyone(),
    read("projects/:id/runners", Scopes::Runners, projects::list_runners::answer),
    write(Method::POST, "projects/:id/runners", Scopes::Runners, projects::assign_runner::answer),
    write(Method::DELETE, "projects/:id/runners/:runner_id", Scopes::Runners, projects::unassign_runner::answer),
    write(
        Method::POST,
        "projects/:id/runners/reset_registration_token",
        Scopes::Runners,
        projects::reset_registration_token::answer,
    ),
    read("groups", Scopes::Workflows, groups::list_groups::answer).for_anyone(),
    read("groups/:id", Scopes::Workflows, groups::get_group::answer).for_anyone(),
    read("groups/:id/runners", Scopes::Runners, groups::list_runners::answer),
    write(
        Method::POST,
        "groups/:id/runners/reset_registration_token",
        Scopes::Runners,
        groups::reset_registration_token::answer,
    ),
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
        for (method, path, since) in [
            (Method::GET, "runners/1/managers", Profile::V17),
            (Method::GET, "runners/1/projects", Profile::V19),
            (Method::GET, "runners/router/discovery", Profile::V19),
            (Method::POST, "user/runners", Profile::V16),
        ] {
            for profile in [Profile::V15, Profile::V16, Profile::V17, Profile::V19] {
                assert_eq!(found(&method, path, profile).is_some(), profile >= since, "{path} at {profile:?}");
            }
        }
    }

    #[test]
    fn a_wrong_method_is_no_route() {
        assert!(found(&Method::PATCH, "runners/1", Profile::V19).is_none());
        assert!(found(&Method::POST, "projects", Profile::V19).is_none());
    }
}
