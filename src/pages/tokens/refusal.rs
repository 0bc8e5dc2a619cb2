//! Why something was not done here, in words: GitLab's own say little where nobody is signed in.

use crate::browser::history;
use crate::components::token_form::{Lead, Refusal};
use crate::gitlab::error::Error;
use crate::route::{Route, View};

/// What is done on this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Verify,
    Reset,
    Delete,
    RemoveManager,
    Register,
    ResetRegistration,
}

impl Act {
    /// Whether GitLab answers with a token that it tells once.
    pub fn gives_token(self) -> bool {
        matches!(self, Self::Reset | Self::Register | Self::ResetRegistration)
    }

    /// Whether runners are others afterwards than those in memory.
    pub fn changes_runners(self) -> bool {
        self != Self::ResetRegistration
    }

    /// What to say when the new token came too late to be shown.
    pub fn lost(self) -> &'static str {
        match self {
            Self::ResetRegistration => "The registration token was reset but not shown. Reset it again to see one.",
            Self::Register => {
                "The runner was registered, but its token was not shown. Reset its token in its drawer to see one."
            }
            _ => "The token was reset but not shown. Reset it in the drawer of its runner to see one.",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Verify => "The token was not verified",
            Self::Reset => "The token was not reset",
            Self::Delete => "The runner was not deleted",
            Self::RemoveManager => "The manager was not removed",
            Self::Register => "The runner was not registered",
            Self::ResetRegistration => "The registration token was not reset",
        }
    }

    /// What may have happened all the same when no answer came, or one that says nothing.
    fn in_doubt(self) -> &'static str {
        match self {
            Self::Verify => "",
            Self::Reset => " It may have been reset all the same: verify the token before you try again.",
            Self::Delete => " It may have been deleted all the same: look for it in the list before you try again.",
            Self::RemoveManager => {
                " It may have been removed all the same: look at the runner's managers before you try again."
            }
            Self::Register => {
                " It may have been registered all the same: look for it in the list before you try again."
            }
            Self::ResetRegistration => " It may have been reset all the same. Resetting it again gives another token.",
        }
    }
}

/// What GitLab's refusal means and what to do.
pub fn refusal(act: Act, error: &Error) -> Refusal {
    let title = if is_gone(error) { "Registration tokens are turned off" } else { act.title() };
    let instead = (act == Act::Register && is_gone(error)).then(|| Lead {
        words: View::New.label().to_owned(),
        href: history::href(&Route { view: View::New, ..Route::default() }.to_query()),
    });
    Refusal { title, text: text(act, error), instead }
}

/// 410: nobody registers with a registration token any more.
fn is_gone(error: &Error) -> bool {
    matches!(error, Error::Invalid { status: 410, .. })
}

fn text(act: Act, error: &Error) -> String {
    let text = match error {
        Error::Forbidden { scopes, .. } if !scopes.is_empty() => return error.sentence(),
        Error::Forbidden { message, .. } => return forbidden(act, message, error),
        Error::Invalid { status: 410, .. } => {
            "GitLab, or the group or project of this token, registers no runners with registration tokens any more. Create the runner here first, then register its machine with the token that it gets."
        }
        Error::Invalid { status: 412, .. } => "Somebody changed it in the meantime. Look at it again, then try again.",
        Error::Invalid { status: 422, message, .. } if message.contains("at least one project") => {
            "The runner has no project any more. Delete it and create another one."
        }
        // With words it is GitLab's answer about the thing, without them there is no such call.
        Error::NotFound { message: Some(words) } if act == Act::RemoveManager && words.contains("manager") => {
            "The runner of this token has no manager with this system ID. The tab Managers of the runner lists them."
        }
        Error::NotFound { .. } => "This GitLab does not know this call. It may be too old for it.",
        Error::Unreachable | Error::Server { .. } | Error::Unexpected { .. } => {
            return error.sentence() + act.in_doubt();
        }
        _ => return error.sentence(),
    };
    text.to_owned()
}

fn forbidden(act: Act, message: &str, error: &Error) -> String {
    // Any more than this is a reason of its own, and says more than we know.
    let is_plain = message.is_empty() || message == "403 Forbidden" || message.contains("invalid token");
    let text = match act {
        _ if !is_plain => return error.sentence(),
        Act::Register => {
            "GitLab does not know this registration token. Check that you copied all of it. The token of a runner, which begins with glrt- or glrtr-, registers no other."
        }
        Act::ResetRegistration => {
            "GitLab does not allow it. Registration tokens may be turned off there; else it takes an administrator for the instance, an Owner for a group, a Maintainer for a project."
        }
        _ => "GitLab does not know this token, or it has expired. Check that you copied all of it.",
    };
    text.to_owned()
}
