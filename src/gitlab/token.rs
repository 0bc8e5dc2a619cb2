//! Secrets. They can go into a header or into storage; nothing here shows them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A personal access token. It has no `Display`, and `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// A text that cannot be a token: empty, or with something in it that no header takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Paste a personal access token. It has no spaces and no line breaks.")]
pub struct NotAToken;

impl Token {
    /// Reads what was pasted; white space around it is forgiven.
    ///
    /// # Errors
    /// [`NotAToken`] when it could not be sent as a header.
    pub fn parse(text: &str) -> Result<Self, NotAToken> {
        let text = text.trim();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(NotAToken);
        }
        Ok(Self(text.to_owned()))
    }

    /// The secret itself, for the header and for storage.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A runner's authentication token, or a registration token. Opaque, with no `Display`; `Debug` hides it. It goes into the
/// body of a call, never into an address, and is shown once where GitLab shows it once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunnerToken(String);

impl RunnerToken {
    /// Reads what was pasted; white space around it is forgiven. `None` when nothing is left.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The secret itself, for the dialog that shows it and the commands that hold it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it is of a runner that a user created (`glrt-`): GitLab then wants the system ID of the machine as well.
    pub fn is_authenticated_user(&self) -> bool {
        self.0.contains("glrt-")
    }
}

impl fmt::Debug for RunnerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RunnerToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgives_white_space_around_it_only() {
        assert_eq!(Token::parse(" glpat-x\n").map(|token| token.0), Ok("glpat-x".to_owned()));
        for text in ["", " ", "glpat x", "glpat\u{e9}", "a\nb"] {
            assert_eq!(Token::parse(text), Err(NotAToken), "{text}");
        }
    }

    #[test]
    fn debug_hides_it() {
        let shown = format!("{:?}", Token::parse("glpat-secret"));
        assert!(!shown.contains("secret"), "{shown}");
        let shown = format!("{:?}", RunnerToken::parse("glrt-secret"));
        assert!(!shown.contains("secret"), "{shown}");
    }
}
