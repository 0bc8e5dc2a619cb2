//! Who asks: from a request's credentials to a caller, in GitLab's order (`lib/gitlab/auth/auth_finders.rb`,
//! `lib/api/api_guard.rb`). It does not know what the caller may do.

mod credential;
pub mod scopes;

use http::HeaderMap;

use crate::params::Params;
use crate::refusal::Refusal;
use crate::words::UserState;
use crate::world::World;
use crate::world::token::Token;
use crate::world::user::User;
use scopes::{Request, Scopes};

/// Someone signed in, with the powers that the token at hand brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account.
    pub user: u64,
    /// Whether it acts as an administrator.
    pub admin: bool,
    /// Whether it may read everything.
    pub auditor: bool,
    /// The secret of the token.
    pub token: String,
}

/// Finds who asks; nobody, if there is no credential at all.
pub fn caller(
    world: &World,
    headers: &HeaderMap,
    params: &Params,
    scopes: Scopes,
    request: &Request<'_>,
    now: i64,
) -> Result<Option<Caller>, Refusal> {
    let sudo = sudo_of(headers, params);
    let Some(secret) = credential::find(headers, params) else {
        return if sudo.is_some() { Err(Refusal::unauthorized()) } else { Ok(None) };
    };
    let token = world.tokens.get(&secret).ok_or_else(Refusal::unauthorized)?;
    if token.is_expired(now) {
        return Err(Refusal::expired());
    }
    if token.revoked {
        return Err(Refusal::revoked());
    }
    let user = world.users.get(&token.user).ok_or_else(Refusal::unauthorized)?;
    if let Some(reason) = denial(user.state) {
        return Err(Refusal::forbidden_because(reason));
    }
    let user = match sudo {
        None if scopes.admit(token, request) => user,
        None => return Err(Refusal::insufficient_scope(scopes.names())),
        Some(name) => stand_in(world, user, token, &name)?,
    };
    Ok(Some(Caller {
        user: user.id,
        admin: is_admin(world, user, token),
        auditor: user.auditor,
        token: token.secret.clone(),
    }))
}

/// A token that was revoked and is used all the same takes those with it that it was rotated to.
pub fn heed_reuse(world: &mut World, headers: &HeaderMap, params: &Params) {
    let used = credential::find(headers, params).and_then(|secret| world.tokens.get(&secret));
    if let Some(family) = used.filter(|token| token.revoked).map(|token| token.family) {
        world.tokens.values_mut().filter(|token| token.family == family).for_each(|token| token.revoked = true);
    }
}

fn is_admin(world: &World, user: &User, token: &Token) -> bool {
    user.admin && (!world.settings.admin_mode || token.has_scope("admin_mode"))
}

fn sudo_of(headers: &HeaderMap, params: &Params) -> Option<String> {
    let param = params.get("sudo").map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let header = || headers.get("sudo").and_then(|value| value.to_str().ok()).map(str::to_owned);
    param.or_else(header).filter(|name| !name.trim().is_empty())
}

/// The user whom an administrator wants to act as.
fn stand_in<'w>(world: &'w World, user: &User, token: &Token, name: &str) -> Result<&'w User, Refusal> {
    if !is_admin(world, user, token) {
        return Err(Refusal::forbidden_because("Must be admin to use sudo"));
    }
    if !token.has_scope("sudo") {
        return Err(Refusal::insufficient_scope(&["sudo"]));
    }
    let found = match name.parse() {
        Ok(id) => world.users.get(&id),
        Err(_) => world.user_named(name),
    };
    found.ok_or_else(|| Refusal::not_found(&format!("User with ID or username '{name}'")))
}

fn denial(state: UserState) -> Option<&'static str> {
    match state {
        UserState::Active => None,
        UserState::Blocked | UserState::LdapBlocked => Some("Your account has been blocked."),
        UserState::Banned => Some("Your account has been banned."),
        UserState::PendingApproval => {
            Some("Your account is pending approval from your administrator and hence blocked.")
        }
        UserState::Deactivated => Some(
            "Your account has been deactivated by your administrator. Please log back in to reactivate your account.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn a_token_is_told_apart_from_none_unknown_expired_and_revoked() {
        let mut gitlab = Sample::new();
        for (token, status, words) in [
            ("", 401, "401 Unauthorized"),
            ("glpat-nobody", 401, "401 Unauthorized"),
            ("glpat-expired", 401, "Token is expired. You can either do re-authorization or token refresh."),
            ("glpat-revoked", 401, "Token was revoked. You have to re-authorize from the user."),
            ("glpat-blocked", 403, "403 Forbidden - Your account has been blocked."),
        ] {
            assert_eq!(refusal(&gitlab.get("runners", token)), (status, words.to_owned()), "{token}");
        }
        let expired = gitlab.get("runners", "glpat-expired");
        assert_eq!(expired.json["error"], "invalid_token");
        assert!(
            expired
                .header("www-authenticate")
                .unwrap()
                .starts_with("Bearer realm=\"The API\", error=\"invalid_token\"")
        );
    }

    #[test]
    fn a_missing_scope_is_403_and_names_all_that_would_do() {
        let answer = Sample::new().get("runners", "glpat-create");
        assert_eq!(answer.status, 403);
        assert_eq!(answer.json["error"], "insufficient_scope");
        assert_eq!(answer.json["scope"], "manage_runner api read_api");
    }

    #[test]
    fn an_expired_token_is_so_on_its_day() {
        let mut gitlab = Sample::new();
        gitlab.patch_token("glpat-mira", "expires_at", "2026-11-02");
        assert_eq!(gitlab.get("runners", "glpat-mira").status, 200);
        gitlab.patch_token("glpat-mira", "expires_at", "2026-11-01");
        assert_eq!(gitlab.get("runners", "glpat-mira").status, 401);
    }

    #[test]
    fn sudo_refuses_in_gitlabs_order() {
        let mut gitlab = Sample::new();
        for (token, who, status, words) in [
            ("", "uma", 401, "401 Unauthorized"),
            ("glpat-mira", "uma", 403, "403 Forbidden - Must be admin to use sudo"),
            ("glpat-root", "uma", 403, "The request requires higher privileges than provided by the access token."),
            ("glpat-sudo", "nobody", 404, "404 User with ID or username 'nobody' Not Found"),
        ] {
            let answer = gitlab.send("GET", "user", &[("private-token", token), ("sudo", who)], b"");
            assert_eq!(refusal(&answer), (status, words.to_owned()), "{token} as {who}");
        }
    }

    #[test]
    fn sudo_acts_as_the_other_by_name_or_id_in_header_or_parameter() {
        let mut gitlab = Sample::new();
        for who in ["uma", "3"] {
            let answer = gitlab.send("GET", "user", &[("private-token", "glpat-sudo"), ("sudo", who)], b"");
            assert_eq!(answer.json["username"], "uma");
        }
        assert_eq!(gitlab.get("user?sudo=uma", "glpat-sudo").json["username"], "uma");
        assert_eq!(gitlab.get("runners/all?sudo=uma", "glpat-sudo").status, 403);
    }

    #[test]
    fn admin_mode_takes_the_power_from_tokens_without_the_scope() {
        let mut gitlab = Sample::new();
        gitlab.gitlab.world.settings.admin_mode = true;
        assert_eq!(refusal(&gitlab.get("runners/all", "glpat-root")), (403, "403 Forbidden".to_owned()));
        assert_eq!(gitlab.get("runners/all", "glpat-adminmode").status, 200);
    }
}
