//! `GET /groups/:id`: one group, for whoever can see it.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::group;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    Ok(answer::ok(&group::show(world, ask, super::find(world, ask)?)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Sample, refusal};

    #[test]
    fn a_group_is_found_by_id_and_by_path() {
        let mut gitlab = Sample::new();
        for path in ["groups/4", "groups/acme%2Ftools"] {
            let group = gitlab.get(path, "glpat-mira").json;
            assert_eq!(
                (&group["full_name"], &group["full_path"], &group["parent_id"]),
                (&json!("Acme / Tools"), &json!("acme/tools"), &json!(3))
            );
            assert_eq!(group["web_url"], "http://gl.test/groups/acme/tools");
        }
    }

    #[test]
    fn what_one_can_not_see_is_not_there() {
        let mut gitlab = Sample::new();
        for (path, token) in [("groups/5", "glpat-mira"), ("groups/3", ""), ("groups/999", "glpat-root")] {
            assert_eq!(refusal(&gitlab.get(path, token)), (404, "404 Group Not Found".to_owned()), "{path}");
        }
        assert_eq!(gitlab.get("groups/6", "").status, 200);
        assert_eq!(gitlab.get("groups/3", "glpat-uma").status, 200);
    }
}
