//! `GET /runners/:id/projects`: the projects of a project runner that the caller can see.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::entities::project::BasicProject;
use crate::page::offset::{self, Total};
use crate::params::check::Check;
use crate::policy::places;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    offset::check(&mut check);
    let params = check.finish()?;
    let runner = super::find_readable(world, ask, id)?;
    let mut projects: Vec<_> = runner.projects.iter().filter_map(|id| world.projects.get(id)).collect();
    projects.retain(|project| places::sees_project(world, ask.caller.as_ref(), project));
    projects.sort_by_key(|project| project.id);
    let page = offset::paginate(ask, &params, projects.into_iter(), Total::Told);
    Ok(page.show(|project| BasicProject::of(world, ask, project)))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn only_visible_projects_are_told() {
        let mut gitlab = Sample::new();
        for (path, token, expected) in [
            ("runners/42/projects", "glpat-mira", vec![7, 8]),
            ("runners/42/projects", "glpat-pam", vec![8]),
            ("runners/42/projects?per_page=1&page=2", "glpat-root", vec![8]),
            ("runners/1/projects", "glpat-ada", vec![]),
            ("runners/20/projects", "glpat-mira", vec![]),
        ] {
            assert_eq!(gitlab.get(path, token).ids(), expected, "{path} as {token}");
        }
    }

    #[test]
    fn refusals_are_those_of_the_runner() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("runners/42/projects", "").status, 401);
        assert_eq!(gitlab.get("runners/42/projects?page=x", "glpat-uma").status, 400);
        assert_eq!(refusal(&gitlab.get("runners/999/projects", "glpat-uma")).1, "404 Runner Not Found");
        assert_eq!(refusal(&gitlab.get("runners/42/projects", "glpat-uma")).1, "403 Forbidden - No access granted");
        assert_eq!(Sample::at("17").get("runners/42/projects", "glpat-mira").status, 404);
    }
}
