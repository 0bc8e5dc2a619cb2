//! `GET /projects`: every project whose runners one may list. Anyone with `api` or `read_api`.

use super::Endpoint;
use crate::gitlab::project::Project;

/// Lists the projects in which one is Maintainer or more, but for archived ones, in the order of their ids: so a list
/// that is too long for page numbers can go on after the last id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListProjects;

impl Endpoint for ListProjects {
    type Answer = Vec<Project>;

    fn path(&self) -> String {
        "projects".to_owned()
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        // 40 is Maintainer, the least that may list a project's runners.
        let pairs = [
            ("membership", "true"),
            ("min_access_level", "40"),
            ("simple", "true"),
            ("archived", "false"),
            ("order_by", "id"),
            ("sort", "asc"),
        ];
        pairs.into_iter().map(|(key, value)| (key, value.to_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_whose_runners_one_may_list_by_their_ids() {
        let query: Vec<_> = ListProjects.query().iter().map(|(key, value)| format!("{key}={value}")).collect();
        let expected = "membership=true&min_access_level=40&simple=true&archived=false&order_by=id&sort=asc";
        assert_eq!(query.join("&"), expected);
    }
}
