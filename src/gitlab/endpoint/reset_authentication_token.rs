//! `POST /runners/:id/reset_authentication_token`: a new token for a runner; the old one stops working at once. Needs `api` or
//! `manage_runner`, and the right to update the runner.

use http::Method;

use super::Endpoint;
use crate::gitlab::registration::ResetTokenResult;

/// Resets a runner's token.
pub struct ResetAuthenticationToken {
    /// The runner's id.
    pub id: u64,
}

impl Endpoint for ResetAuthenticationToken {
    type Answer = ResetTokenResult;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        format!("runners/{}/reset_authentication_token", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resets_by_id_and_sends_no_token_of_the_runner() {
        let call = ResetAuthenticationToken { id: 41 };
        assert_eq!((call.method(), call.body()), (Method::POST, None));
        assert_eq!(call.path(), "runners/41/reset_authentication_token");
        assert!(call.is_personal());
    }
}
