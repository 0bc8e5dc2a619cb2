//! `GET /projects/:id/runners`: the runners that may serve a project, for those who keep it.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::runner_list::{Reach, RunnerFilter, ScopeWords};
use crate::world::World;
use crate::world::project::Namespace;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let project = super::find(world, ask)?;
    if !places::reads_project_runners(world, ask.caller()?, project) {
        return Err(Refusal::forbidden());
    }
    let filter = RunnerFilter::read(world, ask, ScopeWords::All)?;
    let groups: Vec<u64> = match project.namespace {
        Namespace::Group(group) if project.group_runners => world.lineage(group).map(|group| group.id).collect(),
        _ => Vec::new(),
    };
    let reach = Reach {
        instance: project.shared_runners,
        groups: Box::new(|group| groups.contains(group)),
        projects: Box::new(|own| *own == project.id),
        orphans: false,
    };
    Ok(filter.answer(world, ask, &reach))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn a_project_has_its_own_its_groups_and_the_instances_runners() {
        let mut gitlab = Sample::new();
        for (path, token, expected) in [
            ("projects/7/runners", "glpat-mira", vec![1, 20, 41, 42]),
            ("projects/acme%2Ftools%2Fcli/runners", "glpat-pam", vec![1, 20, 42]),
            ("projects/9/runners", "glpat-max", vec![]),
            ("projects/12/runners", "glpat-mira", vec![1]),
            ("projects/7/runners?type=project_type&paused=true", "glpat-root", vec![42]),
            ("projects/7/runners?scope=specific", "glpat-aud", vec![20, 41, 42]),
        ] {
            assert_eq!(gitlab.get(path, token).ids(), expected, "{path}");
        }
    }

    #[test]
    fn the_project_is_looked_at_before_the_filters() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("projects/7/runners", "", 401, "401 Unauthorized"),
            ("projects/11/runners", "", 401, "401 Unauthorized"),
            ("projects/7/runners?status=x", "glpat-ada", 404, "404 Project Not Found"),
            ("projects/7/runners?status=x", "glpat-uma", 403, "403 Forbidden"),
            ("projects/7/runners?status=x", "glpat-mira", 400, "status does not have a valid value"),
        ] {
            assert_eq!(refusal(&gitlab.get(path, token)), (status, text.to_owned()), "{path} as {token}");
        }
        assert_eq!(Sample::at("17").get("projects/7/runners", "glpat-aud").status, 403);
    }

    #[test]
    fn links_hold_the_id_of_the_path() {
        let answer = Sample::new().get("projects/acme%2Fapp/runners?per_page=2", "glpat-mira");
        let next = "<http://gl.test/api/v4/projects/acme%2Fapp/runners?id=acme%2Fapp&page=2&per_page=2>; rel=\"next\"";
        assert!(answer.header("link").unwrap().starts_with(next), "{:?}", answer.header("link"));
    }
}
