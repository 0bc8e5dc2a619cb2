//! `GET /groups`: groups whose runners one may list or create, found by name. Anyone with `api` or `read_api`.

use super::Endpoint;
use crate::gitlab::group::Group;

/// Finds groups by name or path, 20 at most.
pub struct SearchGroups {
    /// Part of the name.
    pub text: String,
    /// Also those one is no member of; of use to administrators only.
    pub all: bool,
    /// The least role one must have there, as GitLab's number: 40 (Maintainer) lists a group's runners, 50 (Owner) creates them.
    pub min_access_level: u8,
}

impl Endpoint for SearchGroups {
    type Answer = Vec<Group>;

    fn path(&self) -> String {
        "groups".to_owned()
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        if !self.all {
            query.push(("min_access_level", self.min_access_level.to_string()));
        }
        if !self.text.is_empty() {
            query.push(("search", self.text.clone()));
        }
        query
    }

    fn per_page(&self) -> usize {
        20
    }
}
