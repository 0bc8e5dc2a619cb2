//! From an address and a token to a [`Session`]: what GitLab says about the token, its user and itself.

use std::sync::Arc;

use super::budget;
use crate::can::{self, Who};
use crate::gitlab::access_token::AccessToken;
use crate::gitlab::client::{Client, Listener};
use crate::gitlab::endpoint::{CurrentUser, GetAccessToken, GetMetadata, GetVersion, ListRunners, list_runners::Scope};
use crate::gitlab::error::{Error, TokenProblem};
use crate::gitlab::instance::InstanceUrl;
use crate::gitlab::page::PageToken;
use crate::gitlab::token::Token;
use crate::gitlab::transport::Transport;
use crate::gitlab::user::User;
use crate::gitlab::version::Version;
use crate::gitlab::{endpoint::Endpoint, runner::Runner};

/// What could not be done about connecting, in a title and a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What happened.
    pub title: String,
    /// What to do.
    pub text: String,
    /// What is to be changed about it.
    pub fault: Fault,
}

/// What keeps one from connecting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The address, or what lies between.
    Address,
    /// The token.
    Token,
    /// Nothing of ours: it may pass.
    Passing,
}

/// What GitLab told when it was asked who this is.
#[derive(Clone)]
pub struct Session {
    /// Sends calls.
    pub client: Client,
    /// What the token may do.
    pub who: Who,
    /// Whose it is.
    pub user: User,
    /// What GitLab says of the token; `None` where it does not say it.
    pub token: Option<AccessToken>,
    /// Which GitLab this is.
    pub version: Version,
}

/// Asks GitLab who this is.
///
/// # Errors
/// A [`Problem`] to show at the form.
pub async fn connect(
    instance: InstanceUrl,
    token: Token,
    transport: Arc<dyn Transport + Send + Sync>,
    listener: Listener,
) -> Result<Session, Problem> {
    let client = Client::new(instance, token, transport).heard_by(listener);
    let all = OneRunner(ListRunners { scope: Scope::Instance, ..ListRunners::default() });
    let (token, user, version, instance_list) = futures::join!(
        client.send(&GetAccessToken),
        client.send(&CurrentUser),
        version(&client),
        client.page(&all, &PageToken::First),
    );
    client.set_budget(budget::kept());
    let host = client.instance().host();
    let token = match token {
        Ok(token) => Some(token),
        // Older servers do not have this call, and it is not for other kinds of token.
        Err(
            Error::NotFound { message: Some(_) }
            | Error::Invalid { .. }
            | Error::Forbidden { .. }
            | Error::LacksPermission { .. },
        ) => None,
        Err(error) => return Err(problem(&error, host)),
    };
    if let Err(error @ (Error::Unexpected { .. } | Error::NotFound { .. } | Error::Unreachable)) = &user {
        return Err(problem(error, host));
    }
    if let Some(text) = token.as_ref().and_then(can::scope_problem) {
        return Err(Problem { title: "This token cannot be used here".to_owned(), text, fault: Fault::Token });
    }
    let user = user.map_err(|error| problem(&error, host))?;
    // A failure that passes is no refusal: GitLab's word about the user counts.
    let lists_instance = match &instance_list {
        Ok(_) => true,
        Err(error) => error.is_passing() && user.is_admin,
    };
    let who = Who {
        admin: user.is_admin && lists_instance,
        lists_instance,
        scopes: token.as_ref().map(|token| token.scopes.clone()).unwrap_or_default(),
    };
    Ok(Session { client, who, user, token, version: version.unwrap_or_default() })
}

/// Which GitLab this is. `/metadata` says the same, and is to take the place of `/version` one day.
async fn version(client: &Client) -> Result<Version, Error> {
    match client.send(&GetVersion).await {
        Err(Error::NotFound { .. } | Error::Invalid { .. }) => client.send(&GetMetadata).await,
        answer => answer,
    }
}

/// The instance list with a page of one, to learn whether one may see it.
struct OneRunner(ListRunners);

impl Endpoint for OneRunner {
    type Answer = Vec<Runner>;

    fn path(&self) -> String {
        self.0.path()
    }

    fn per_page(&self) -> usize {
        1
    }
}

/// The sentence for an error on connecting.
pub fn problem(error: &Error, host: &str) -> Problem {
    let (title, text) = match error {
        Error::Unreachable => (
            format!("No answer from {host}"),
            "You may be offline, the address may be wrong, or this GitLab does not let this page in (CORS).".to_owned(),
        ),
        Error::Unauthorized(TokenProblem::Unknown) => {
            ("GitLab does not know this token".to_owned(), "Check that you copied all of it.".to_owned())
        }
        Error::Unauthorized(TokenProblem::Expired) => {
            ("This token has expired".to_owned(), "Create a new one, paste it below and connect again.".to_owned())
        }
        Error::Unauthorized(TokenProblem::Revoked) => {
            ("This token was revoked".to_owned(), "Create a new one, paste it below and connect again.".to_owned())
        }
        Error::Unauthorized(TokenProblem::Other(words)) => ("GitLab refused this token".to_owned(), words.clone()),
        Error::Forbidden { scopes, .. } if scopes.is_empty() => {
            ("GitLab does not let you in".to_owned(), error.sentence())
        }
        Error::LacksPermission { .. } => ("This token lacks a permission".to_owned(), error.sentence()),
        Error::Forbidden { .. } => (
            "This token may not read runners".to_owned(),
            "It needs the scope read_api, or api to change them.".to_owned(),
        ),
        Error::NotFound { .. } | Error::Unexpected { .. } => {
            ("There is no GitLab at this address".to_owned(), "Check it in a new tab.".to_owned())
        }
        Error::RateLimited => {
            ("GitLab asks us to slow down".to_owned(), "Wait a minute, then connect again.".to_owned())
        }
        Error::Server { status, .. } => (
            format!("GitLab is not well (error {status})"),
            "Try again in a moment. If it stays so, ask whoever runs this GitLab.".to_owned(),
        ),
        Error::Invalid { status: 301, .. } => (
            "This address leads to another one".to_owned(),
            "Open it in a new tab, and connect to the address where you end.".to_owned(),
        ),
        Error::Invalid { .. } => ("GitLab did not understand".to_owned(), error.sentence()),
    };
    let fault = match error {
        Error::Unreachable | Error::NotFound { .. } | Error::Unexpected { .. } | Error::Invalid { status: 301, .. } => {
            Fault::Address
        }
        Error::Unauthorized(_) | Error::LacksPermission { .. } => Fault::Token,
        Error::Forbidden { scopes, .. } if !scopes.is_empty() => Fault::Token,
        // Such as an address that is not let in, or a user who is blocked for a while.
        _ => Fault::Passing,
    };
    Problem { title, text, fault }
}
