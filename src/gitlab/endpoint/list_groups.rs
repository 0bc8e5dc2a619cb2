//! `GET /groups`: every group whose runners one may list. Anyone with `api` or `read_api`.

use super::Endpoint;
use crate::gitlab::group::Group;

/// Lists the groups in which one is Maintainer or more, inherited roles included. By page numbers: GitLab heeds no
/// keyset here for those who are signed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListGroups;

impl Endpoint for ListGroups {
    type Answer = Vec<Group>;

    fn path(&self) -> String {
        "groups".to_owned()
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        // 40 is Maintainer, the least that may list a group's runners.
        vec![("min_access_level", "40".to_owned())]
    }
}
