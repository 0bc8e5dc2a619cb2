//! `GET /groups`: groups whose runners one may list, found by name. Anyone with `api` or `read_api`.

use super::Endpoint;
use crate::gitlab::group::Group;

/// Finds groups by name or path, 20 at most.
pub struct SearchGroups {
    /// Part of the name.
    pub text: String,
    /// Also those one is no member of; of use to administrators only.
    pub all: bool,
}

impl Endpoint for SearchGroups {
    type Answer = Vec<Group>;

    fn path(&self) -> String {
        "groups".to_owned()
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        if !self.all {
            // 40 is Maintainer, the least that may list a group's runners.
            query.push(("min_access_level", "40".to_owned()));
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
