//! `GET /projects`: projects whose runners one may list, found by name. Anyone with `api` or `read_api`.

use super::Endpoint;
use crate::gitlab::project::Project;

/// Finds projects by name or path, 20 at most.
pub struct SearchProjects {
    /// Part of the name, or of the namespace's.
    pub text: String,
    /// Also those one is no member of; of use to administrators only.
    pub all: bool,
}

impl Endpoint for SearchProjects {
    type Answer = Vec<Project>;

    fn path(&self) -> String {
        "projects".to_owned()
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = vec![("simple", "true".to_owned()), ("order_by", "last_activity_at".to_owned())];
        if !self.all {
            // 40 is Maintainer, the least that may list a project's runners.
            query.extend([("membership", "true".to_owned()), ("min_access_level", "40".to_owned())]);
        }
        if !self.text.is_empty() {
            query.extend([("search", self.text.clone()), ("search_namespaces", "true".to_owned())]);
        }
        query
    }

    fn per_page(&self) -> usize {
        20
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str, all: bool) -> String {
        let call = SearchProjects { text: text.to_owned(), all };
        call.query().into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
    }

    #[test]
    fn finds_those_whose_runners_one_may_list() {
        assert_eq!(query("", false), "simple=true&order_by=last_activity_at&membership=true&min_access_level=40");
        assert_eq!(
            query("web", true),
            "simple=true&order_by=last_activity_at&search=web&search_namespaces=true",
            "an administrator finds all"
        );
    }
}
