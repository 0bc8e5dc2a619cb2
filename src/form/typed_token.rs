//! A runner's token or a registration token as somebody typed it: what is wrong with it before it is sent.

use crate::gitlab::token::RunnerToken;

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A runner's authentication token.
    Runner,
    /// The registration token of the instance, a group or a project.
    Registration,
}

/// Reads what was typed; white space around it is forgiven. Whether the token is good, only GitLab knows.
///
/// # Errors
/// A sentence to say at the field.
pub fn read(text: &str, kind: TokenKind) -> Result<RunnerToken, &'static str> {
    let text = text.trim();
    if text.chars().any(char::is_whitespace) {
        return Err("A token has no spaces in it. Check that you copied the token and nothing else.");
    }
    // Somebody's own token is worth more than a runner's: it is not sent where it does not belong.
    if text.starts_with("glpat-") {
        return Err(match kind {
            TokenKind::Runner => "This is a personal access token. Enter the token of the runner.",
            TokenKind::Registration => "This is a personal access token. Enter the registration token.",
        });
    }
    RunnerToken::parse(text).ok_or(match kind {
        TokenKind::Runner => "Enter the token of the runner.",
        TokenKind::Registration => "Enter the registration token.",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_opaque() {
        for text in ["glrt-t3_Ab.12", " glrtr-x\n", "gl-glrt-x", "GR1348941x", "x"] {
            let token = read(text, TokenKind::Runner).unwrap();
            assert_eq!(token.reveal(), text.trim());
        }
    }

    #[test]
    fn what_cannot_be_one_is_said() {
        for (text, kind, words) in [
            ("", TokenKind::Runner, "Enter the token of the runner."),
            (" ", TokenKind::Registration, "Enter the registration token."),
            ("glpat-x", TokenKind::Runner, "This is a personal access token. Enter the token of the runner."),
            ("glpat-x", TokenKind::Registration, "This is a personal access token. Enter the registration token."),
            (
                "token = glrt-x",
                TokenKind::Runner,
                "A token has no spaces in it. Check that you copied the token and nothing else.",
            ),
        ] {
            assert_eq!(read(text, kind), Err(words), "{text}");
        }
    }
}
