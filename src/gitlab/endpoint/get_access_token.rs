//! `GET /personal_access_tokens/self`: what the token may do and until when. Any scope.

use super::Endpoint;
use crate::gitlab::access_token::AccessToken;

/// Asks what the token may do.
pub struct GetAccessToken;

impl Endpoint for GetAccessToken {
    type Answer = AccessToken;

    fn path(&self) -> String {
        "personal_access_tokens/self".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_the_token_itself() {
        assert_eq!(GetAccessToken.path(), "personal_access_tokens/self");
        assert!(GetAccessToken.is_personal() && GetAccessToken.query().is_empty());
    }
}
