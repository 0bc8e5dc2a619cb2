//! A new token for a runner: it goes to whoever asked and is kept nowhere.

use super::FleetState;
use crate::gitlab::endpoint::ResetAuthenticationToken;
use crate::gitlab::error::Error;
use crate::gitlab::registration::ResetTokenResult;

impl FleetState {
    /// Gives a runner a new token; the old one stops working at once.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn reset_token(self, id: u64) -> Result<ResetTokenResult, Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        session.client.send(&ResetAuthenticationToken { id }).await
    }
}
