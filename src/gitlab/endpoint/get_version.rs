//! `GET /version`: which GitLab this is. Anyone with `api`, `read_api` or `read_user`.

use super::Endpoint;
use crate::gitlab::version::Version;

/// Asks which GitLab this is.
pub struct GetVersion;

impl Endpoint for GetVersion {
    type Answer = Version;

    fn path(&self) -> String {
        "version".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_the_version() {
        assert_eq!((GetVersion.path().as_str(), GetVersion.query().len()), ("version", 0));
    }
}
