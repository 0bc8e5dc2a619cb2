//! What a token's scopes are good for, as far as runners go (`lib/api/ci/runners.rb`). GitLab lets a call pass when any
//! one of the token's scopes allows it. No scopes at all means that GitLab did not tell them.

use crate::gitlab::access_token::AccessToken;

/// Fine-grained tokens say only this; what is in them is found out by trying.
const GRANULAR: &str = "granular";

/// Those that list runners.
const LISTING: [&str; 3] = ["api", "read_api", GRANULAR];

/// Those that change a runner by its id.
const WRITING: [&str; 3] = ["api", "manage_runner", GRANULAR];

/// Those that create runners.
const CREATING: [&str; 3] = ["api", "create_runner", GRANULAR];

/// Those that do everything.
const ALL: [&str; 2] = ["api", GRANULAR];

/// Those for runners that nevertheless list none.
const NOT_LISTING: [&str; 2] = ["manage_runner", "create_runner"];

/// Whether the scopes allow nothing but reading runners.
pub fn is_read_only(scopes: &[String]) -> bool {
    has(scopes, &["read_api"]) && !has(scopes, &["api", "manage_runner", "create_runner", GRANULAR])
}

/// Why this page is of no use with a token, if it is not.
pub fn scope_problem(token: &AccessToken) -> Option<String> {
    if may_list(&token.scopes) {
        return None;
    }
    let sentence = "This token may not read runners. It needs the scope read_api, or api to change them.";
    let found: Vec<&str> = NOT_LISTING.into_iter().filter(|scope| has(&token.scopes, &[scope])).collect();
    Some(match found.as_slice() {
        [] => sentence.to_owned(),
        many => format!("{sentence} It has {}, with which GitLab lists no runners.", many.join(" and ")),
    })
}

/// Whether they list runners.
pub(super) fn may_list(scopes: &[String]) -> bool {
    scopes.is_empty() || has(scopes, &LISTING)
}

/// Whether they change single runners.
pub(super) fn may_write(scopes: &[String]) -> bool {
    scopes.is_empty() || has(scopes, &WRITING)
}

/// Whether they create runners.
pub(super) fn may_create(scopes: &[String]) -> bool {
    scopes.is_empty() || has(scopes, &CREATING)
}

/// Whether they do everything that the user may.
pub(super) fn has_all(scopes: &[String]) -> bool {
    scopes.is_empty() || has(scopes, &ALL)
}

fn has(scopes: &[String], wanted: &[&str]) -> bool {
    scopes.iter().any(|scope| wanted.contains(&scope.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(scopes: &str) -> AccessToken {
        AccessToken { scopes: crate::format::split_tags(scopes), ..AccessToken::default() }
    }

    #[test]
    fn read_only_is_reading_and_nothing_else() {
        for (scopes, expected) in [
            ("read_api", true),
            ("read_api,read_user,read_repository", true),
            ("read_api,api", false),
            ("read_api,manage_runner", false),
            ("read_api,create_runner", false),
            ("granular", false),
            ("read_user", false),
            ("", false),
        ] {
            assert_eq!(is_read_only(&token(scopes).scopes), expected, "{scopes}");
        }
    }

    #[test]
    fn a_token_that_lists_is_no_problem() {
        for scopes in ["api", "read_api", "granular", "manage_runner,read_api", "api,sudo,admin_mode", ""] {
            assert_eq!(scope_problem(&token(scopes)), None, "{scopes}");
        }
    }

    #[test]
    fn a_token_that_does_not_list_is_told_what_it_needs() {
        let needs = "This token may not read runners. It needs the scope read_api, or api to change them.";
        for (scopes, more) in [
            ("read_user", ""),
            ("read_repository,read_user", ""),
            ("manage_runner", " It has manage_runner, with which GitLab lists no runners."),
            ("create_runner", " It has create_runner, with which GitLab lists no runners."),
            (
                "create_runner,manage_runner",
                " It has manage_runner and create_runner, with which GitLab lists no runners.",
            ),
        ] {
            assert_eq!(scope_problem(&token(scopes)), Some(format!("{needs}{more}")), "{scopes}");
        }
    }
}
