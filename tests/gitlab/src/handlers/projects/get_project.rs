//! `GET /projects/:id`: one project, for whoever can see it.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::project::ProjectWithAccess;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let project = super::find(world, ask)?;
    Ok(answer::ok(&ProjectWithAccess::of(world, ask, project)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Sample, refusal};

    #[test]
    fn a_project_is_found_by_id_and_by_path() {
        let mut gitlab = Sample::new();
        for path in ["projects/7", "projects/acme%2Fapp"] {
            let project = gitlab.get(path, "glpat-mira").json;
            assert_eq!((&project["id"], &project["name_with_namespace"]), (&json!(7), &json!("Acme / app")));
            assert_eq!(project["namespace"]["full_path"], "acme");
            assert_eq!(
                project["permissions"],
                json!({"project_access": null, "group_access": {"access_level": 50, "notification_level": 3}})
            );
        }
    }

    #[test]
    fn what_one_can_not_see_is_not_there() {
        let mut gitlab = Sample::new();
        for (path, token) in [
            ("projects/7", "glpat-ada"),
            ("projects/7", ""),
            ("projects/999", "glpat-root"),
            ("projects/x%2Fy", "glpat-root"),
        ] {
            assert_eq!(refusal(&gitlab.get(path, token)), (404, "404 Project Not Found".to_owned()), "{path}");
        }
        assert_eq!(gitlab.get("projects/11", "").status, 200);
        assert_eq!(gitlab.get("projects/7", "glpat-aud").status, 200);
        assert_eq!(gitlab.get("projects/12", "glpat-mira").json["namespace"]["kind"], "user");
    }

    #[test]
    fn a_guest_of_a_private_project_learns_nothing_of_its_code() {
        let mut gitlab = Sample::new();
        let keys = gitlab.get("projects/9", "glpat-ada");
        assert!(!keys.keys().contains(&"default_branch") && !keys.keys().contains(&"readme_url"));
        assert!(gitlab.get("projects/9", "glpat-mira").keys().contains(&"default_branch"));
    }

    #[test]
    fn a_bad_token_is_refused_even_where_none_is_needed() {
        assert_eq!(Sample::new().get("projects/11", "glpat-nobody").status, 401);
    }
}
