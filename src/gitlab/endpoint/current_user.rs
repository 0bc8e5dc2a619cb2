//! `GET /user`: whose token it is. Anyone with `api`, `read_api` or `read_user`.

use super::Endpoint;
use crate::gitlab::user::User;

/// Asks whose token it is.
pub struct CurrentUser;

impl Endpoint for CurrentUser {
    type Answer = User;

    fn path(&self) -> String {
        "user".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_oneself() {
        assert_eq!(
            (CurrentUser.method(), CurrentUser.path().as_str(), CurrentUser.body()),
            (http::Method::GET, "user", None)
        );
    }
}
