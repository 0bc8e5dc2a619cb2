//! An error in words: what happened, what to do about it, and what GitLab itself says, for every status and every family of
//! bodies that GitLab refuses with.

use super::{Error, TokenProblem};

const MOVED: &str = "The project has moved. Open it by its new path or its id.";
const TOO_LONG: &str = "The list goes on for longer than GitLab counts. Narrow it with a filter.";
const NO_REGISTRATION: &str =
    "Registering with a registration token is turned off there. Create the runner under New runner instead.";
const OTHER_PROJECTS: &str = "Unassign it from the other projects first, or ask an administrator.";
const DELETE_INSTEAD: &str = "This project owns it and keeps it. Delete the runner instead.";
/// What to do about a project runner that has lost its projects.
pub const ORPHAN: &str =
    "It belongs to no project any more, so nobody can take it over. Delete it and create a new one.";
const ROLE: &str = "Ask a Maintainer of its project, an Owner of its group, or an administrator.";

/// What to do, where GitLab's words tell it better than its status. The first that is found in them counts.
const ADVICE: [(&str, &str); 24] = [
    ("moved project", MOVED),
    ("maximum allowed offset", TOO_LONG),
    ("Keyset pagination", "This GitLab pages that list in another way. Load the page again."),
    ("registration disallowed", NO_REGISTRATION),
    ("API V3", "This page was made for a newer GitLab."),
    ("more than one project", OTHER_PROJECTS),
    ("owner project", DELETE_INSTEAD),
    ("Only one project associated", DELETE_INSTEAD),
    ("Runner is locked", "Turn off Lock to current projects first, or ask an administrator."),
    ("is a group runner", "It takes jobs of all projects of its group and cannot be assigned to single ones."),
    ("orphaned", ORPHAN),
    ("at least one project", ORPHAN),
    ("same organization", "A runner stays in the organization of its owner project. Create one for the other."),
    ("not authorized to add runners", "It takes Maintainer in that project, and runners must be allowed in it."),
    ("number of ci registered", "The project has as many runners as it may have. Unassign or delete one first."),
    ("already been taken", "It is assigned there already. Refresh to see it."),
    ("invalid token supplied", "Check that you copied all of the registration token and that nobody has reset it."),
    ("Runner manager not found", "No manager of this runner has that system ID. They are listed under Managers."),
    ("Missing/invalid", "It is not there, or your user may not see it. Choose another one."),
    (
        "Insufficient permissions",
        "It takes an administrator for the instance, an Owner for a group, a Maintainer for a project.",
    ),
    ("read-only", "GitLab can only be read for now. Try again later."),
    ("No access granted", ROLE),
    ("Your account", "It is about your account and not about a role. Ask an administrator of this GitLab."),
    ("Terms of Service", "Sign in to GitLab in another tab, accept them, and try again."),
];

impl Error {
    /// What happened and what to do, in a few short sentences, and GitLab's own words where it has some.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreachable => {
                "GitLab did not answer. You may be offline, or a proxy or its CORS settings are in the way. \
                 Check the connection and try again."
                    .to_owned()
            }
            Self::Unauthorized(problem) => unauthorized(problem),
            Self::Forbidden { scopes, .. } if !scopes.is_empty() => format!(
                "The token needs one of the scopes {} (403). Create one with the scope api, which is enough for everything, \
                 and connect again.",
                scopes.join(", ")
            ),
            Self::Forbidden { message, .. } => {
                let role =
                    "The token is good, but your role is not enough. Ask an Owner, a Maintainer or an administrator.";
                told("GitLab does not allow it (403).", advice(message).unwrap_or(role), message)
            }
            Self::LacksPermission { message } => told(
                "The token is fine-grained and lacks a permission for this (403).",
                "Give it that permission in GitLab, or connect with a token of the scope api.",
                message,
            ),
            Self::NotFound { message } => not_found(message.as_deref()),
            Self::Invalid { status, message, .. } => invalid(*status, message),
            Self::RateLimited => {
                "GitLab asks us to slow down (429): too many requests came from you. Wait a minute and try again."
                    .to_owned()
            }
            Self::Server { status, message } => server(*status, message),
            Self::Unexpected { at, expected } => format!(
                "GitLab's answer could not be read: {expected} was expected at {at}. A sign-in page or a proxy may have \
                 answered in its place. Open the address of GitLab in a new tab to see."
            ),
        }
    }
}

fn unauthorized(problem: &TokenProblem) -> String {
    match problem {
        TokenProblem::Unknown => {
            "GitLab does not know the token (401). Connect again with one that it knows.".to_owned()
        }
        TokenProblem::Expired => "The token has expired (401). Create a new one and connect again.".to_owned(),
        TokenProblem::Revoked => "The token was revoked (401). Create a new one and connect again.".to_owned(),
        TokenProblem::Other(words) => {
            told("GitLab does not accept the token (401).", "Connect again with another one.", words)
        }
    }
}

fn not_found(message: Option<&str>) -> String {
    match message {
        None => "Nothing is there (404), and it was not GitLab that said so. Check the address of GitLab.".to_owned(),
        // So it answers for a call that it does not know; for a thing it names the thing.
        Some("404 Not Found") => {
            "GitLab does not have this (404). It is gone, or this GitLab is too old for it: the settings list what it lacks."
                .to_owned()
        }
        Some(words) => {
            let gone = "It was deleted, or your user may not see it. Refresh to see what is there.";
            told("GitLab does not have it (404).", advice(words).unwrap_or(gone), words)
        }
    }
}

fn invalid(status: u16, message: &str) -> String {
    let (happened, to_do) = match status {
        301 => (
            "Another address answers for this now (301), and the token is not taken there.",
            "Open a project that has moved by its new path or its id. Is it none, check the address of GitLab.",
        ),
        400 => ("GitLab will not take it as it is (400).", "Correct it and try again."),
        405 => ("GitLab does not allow this here (405).", "A server in front of it may let through reading only."),
        409 => ("GitLab is busy with the same thing just now (409).", "Try again in a moment."),
        410 => ("GitLab does not do this any more (410).", "There may be another way by now; its documentation tells."),
        412 => (
            "Somebody changed it meanwhile, so nothing was done (412).",
            "Look at it again, and then decide whether you still want to.",
        ),
        422 => ("GitLab understood it and will not do it (422).", "Something about the runner does not fit it."),
        _ => {
            return told(
                &format!("GitLab refused it ({status})."),
                advice(message).unwrap_or("Try again later."),
                message,
            );
        }
    };
    told(happened, advice(message).unwrap_or(to_do), message)
}

fn server(status: u16, message: &str) -> String {
    if status == 501 {
        return told("This GitLab does not do that (501).", "Ask whoever runs it.", message);
    }
    let to_do = "Try again in a moment. If it stays so, ask whoever runs this GitLab.";
    if message.is_empty() {
        return format!("A server in front of GitLab answered in its place (error {status}). {to_do}");
    }
    told(&format!("GitLab is not well (error {status})."), advice(message).unwrap_or(to_do), message)
}

/// What to do, where GitLab's own words tell it.
pub fn advice(message: &str) -> Option<&'static str> {
    ADVICE.iter().find(|(words, _)| message.contains(words)).map(|(_, advice)| *advice)
}

/// Ours first, then GitLab's, unless it has nothing to say.
fn told(happened: &str, to_do: &str, words: &str) -> String {
    let words = words.trim().trim_end_matches('.');
    if words.is_empty() { format!("{happened} {to_do}") } else { format!("{happened} {to_do} GitLab says: {words}.") }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;

    /// A status, a body as GitLab sends it, and words that must be in the sentence.
    type Row = (u16, &'static str, &'static [&'static str]);

    const EXPIRED: &str = r#"{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}"#;
    const REVOKED: &str =
        r#"{"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}"#;
    const SCOPE: &str = r#"{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"manage_runner api read_api"}"#;
    const GRANULAR: &str =
        r#"{"error":"insufficient_granular_scope","error_description":"It needs the permission read_runner."}"#;
    const OFFSET: &str = r#"{"error":"Offset pagination has a maximum allowed offset of 50000 for requests that return objects of type Group. Remaining records can be retrieved using keyset pagination."}"#;

    /// Section 5 of the contract, and the refusals of its section 6 that call for something of their own.
    const TABLE: &[Row] = &[
        (400, r#"{"error":"status does not have a valid value"}"#, &["(400)", "Correct it", "status does not have"]),
        (400, r#"{"message":"400 Bad request - Missing/invalid group"}"#, &["Choose another one", "Missing/invalid"]),
        (400, r#"{"message":{"tags_list":["can not be empty"]}}"#, &["(400)", "tags list can not be empty"]),
        (400, r#"{"message":"Scope contains invalid value"}"#, &["(400)", "Scope contains invalid value"]),
        (401, r#"{"message":"401 Unauthorized"}"#, &["does not know the token (401)", "Connect again"]),
        (401, EXPIRED, &["has expired (401)", "Create a new one"]),
        (401, REVOKED, &["was revoked (401)", "Create a new one"]),
        (401, r#"{"error":"dpop_error","error_description":"DPoP needed"}"#, &["(401)", "says: DPoP needed."]),
        (403, r#"{"message":"403 Forbidden"}"#, &["(403)", "token is good", "role is not enough", "403 Forbidden."]),
        (403, r#"{"message":"403 Forbidden - No access granted"}"#, &["Ask a Maintainer of its project", "No access"]),
        (
            403,
            r#"{"message":"403 Forbidden - Runner is locked"}"#,
            &["Turn off Lock to current projects", "is locked."],
        ),
        (403, r#"{"error":"Not permitted to reset"}"#, &["(403)", "Ask an Owner", "Not permitted to reset."]),
        (403, SCOPE, &["scopes manage_runner, api, read_api (403)", "Create one with the scope api"]),
        (403, GRANULAR, &["lacks a permission for this (403)", "Give it that permission", "read_runner."]),
        (403, "", &["does not allow it (403)", "Ask"]),
        (403, r#"{"message":"403 Forbidden - Your account has been blocked."}"#, &["about your account", "blocked."]),
        (404, r#"{"message":"404 Runner Not Found"}"#, &["(404)", "Refresh", "says: 404 Runner Not Found."]),
        (404, r#"{"message":"404 Not found"}"#, &["(404)", "It was deleted, or your user may not see it"]),
        (404, r#"{"message":"404 Runner manager not found Not Found"}"#, &["system ID", "under Managers"]),
        (404, r#"{"error":"404 Not Found"}"#, &["(404)", "too old for it"]),
        (404, "<html>", &["not GitLab that said so", "Check the address"]),
        (405, r#"{"error":"405 Not Allowed"}"#, &["(405)", "reading only", "405 Not Allowed."]),
        (405, r#"{"message":"Non GET methods are not allowed for moved projects"}"#, &["has moved", "its new path"]),
        (405, OFFSET, &["Narrow it with a filter"]),
        (409, r#"{"message":"409 Conflict: Resource lock"}"#, &["(409)", "Try again in a moment", "Resource lock."]),
        (410, r#"{"message":"410 Gone - runner registration disallowed"}"#, &["(410)", "turned off", "New runner"]),
        (410, r#"{"error":"API V3 is no longer supported. Use API V4 instead."}"#, &["(410)", "newer GitLab"]),
        (
            412,
            r#"{"message":"412 Precondition Failed"}"#,
            &["Somebody changed it meanwhile", "(412)", "Look at it again"],
        ),
        (415, r#"{"error":"The provided content-type 'x' is not supported."}"#, &["(415)", "is not supported."]),
        (422, r#"{"error":"Runner needs to be assigned to at least one project"}"#, &["(422)", "Delete it and create"]),
        (422, r#"{"error":"No"}"#, &["understood it and will not do it (422)", "says: No."]),
        (429, "Retry later\n", &["slow down (429)", "Wait a minute"]),
        (
            429,
            r#"{"message":{"error":"This endpoint has been requested too many times."}}"#,
            &["(429)", "Wait a minute"],
        ),
        (500, r#"{"message":"500 Internal Server Error"}"#, &["not well (error 500)", "Try again in a moment"]),
        (501, r#"{"message":"Job Router is not available."}"#, &["(501)", "Job Router is not available."]),
        (502, "<html><h1>502 Bad Gateway</h1></html>", &["in front of GitLab", "error 502", "Try again in a moment"]),
        (503, r#"{"message":"The organization is in read-only mode"}"#, &["error 503", "only be read for now"]),
    ];

    #[test]
    fn every_status_and_family_says_what_happened_and_what_to_do() {
        for (status, body, expected) in TABLE {
            let sentence = Error::from_answer(StatusCode::from_u16(*status).unwrap(), body.as_bytes()).sentence();
            for words in *expected {
                assert!(sentence.contains(words), "{status} {body}: “{words}” is missing in\n{sentence}");
            }
            assert!(sentence.ends_with('.') && !sentence.contains(".."), "{sentence}");
            assert!(!sentence.contains('<') && !sentence.contains('{'), "{sentence}");
        }
    }

    #[test]
    fn no_answer_and_an_unreadable_one_say_what_to_do_too() {
        assert!(Error::Unreachable.sentence().contains("Check the connection and try again."));
        let unreadable = Error::Unexpected { at: "$".to_owned(), expected: "JSON".to_owned() };
        assert!(unreadable.sentence().contains("JSON was expected at $."));
    }
}
