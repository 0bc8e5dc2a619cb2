//! `GET /metadata`: which GitLab this is, as `GET /version` says it too. Anyone with `api`, `read_api` or `read_user`.

use super::Endpoint;
use crate::gitlab::version::Version;

/// Asks which GitLab this is, where the older call is gone.
pub struct GetMetadata;

impl Endpoint for GetMetadata {
    type Answer = Version;

    fn path(&self) -> String {
        "metadata".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_the_metadata() {
        assert_eq!((GetMetadata.path().as_str(), GetMetadata.query().len()), ("metadata", 0));
    }
}
