//! `GET /groups/:id`: one group, to say its name. Whoever may see it.

use super::Endpoint;
use crate::gitlab::group::Group;
use crate::gitlab::id_or_path::IdOrPath;

/// Asks for one group.
pub struct GetGroup {
    /// Its number or full path.
    pub group: IdOrPath,
}

impl Endpoint for GetGroup {
    type Answer = Group;

    fn path(&self) -> String {
        format!("groups/{}", self.group.segment())
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        // Without it GitLab counts the call as one of a deprecated, slower kind.
        vec![("with_projects", "false".to_owned())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_named_by_its_number_or_its_path() {
        for (name, path) in [("3", "groups/3"), ("acme/web", "groups/acme%2Fweb")] {
            let call = GetGroup { group: IdOrPath::parse(name).unwrap() };
            assert_eq!(call.path(), path);
            assert_eq!(call.query(), [("with_projects", "false".to_owned())]);
        }
    }
}
