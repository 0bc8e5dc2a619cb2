//! What GitLab's refusals should become.

use runnerboard::gitlab::error::{Error, TokenProblem};

/// 401 for a token that nobody knows.
pub fn unknown_token<T>() -> Result<T, Error> {
    Err(Error::Unauthorized(TokenProblem::Unknown))
}

/// 403, in these words after GitLab's own beginning; none of it is about scopes.
pub fn forbidden<T>(reason: &str) -> Result<T, Error> {
    let reason = if reason.is_empty() { String::new() } else { format!(" - {reason}") };
    Err(Error::Forbidden { message: format!("403 Forbidden{reason}"), scopes: vec![] })
}

/// 404, in these words.
pub fn not_found<T>(words: &str) -> Result<T, Error> {
    Err(Error::NotFound { message: Some(words.to_owned()) })
}

/// Another refusal, in these words on the whole.
pub fn invalid<T>(status: u16, words: &str) -> Result<T, Error> {
    Err(Error::Invalid { status, message: words.to_owned(), fields: vec![] })
}

/// Whether the token's scopes are what was refused.
pub fn lacks_scope<T>(answer: &Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Forbidden { scopes, .. }) if !scopes.is_empty())
}
