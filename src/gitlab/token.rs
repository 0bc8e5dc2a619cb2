//! Secrets. They can go into a header or into storage; nothing here shows them.

use std::fmt;

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
    }
}
