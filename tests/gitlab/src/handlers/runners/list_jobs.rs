//! `GET /runners/:id/jobs`: what a runner ran, in projects whose jobs the caller may see.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::entities::job::JobBasicWithProject;
use crate::page::keyset;
use crate::page::offset::{self, Total};
use crate::params::check::Check;
use crate::policy::roles::Roles;
use crate::policy::{places, runners};
use crate::words::{JobStatus, Profile};
use crate::world::World;
use crate::world::job::Job;
use crate::world::project::Project;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    // Before 16 a runner was one machine.
    let by_machine = world.settings.profile >= Profile::V16;
    let system_id = if by_machine { check.text("system_id") } else { None };
    let status = check.word("status", JobStatus::WORDS);
    let ordered = check.word("order_by", &["id"]).is_some();
    check.default("sort", "desc");
    let ascending = check.word("sort", &["asc", "desc"]).as_deref() == Some("asc");
    check.text("cursor");
    offset::check(&mut check);
    let params = check.finish()?;
    let runner = super::find(world, id)?;
    if !runners::lists_jobs(world, caller, runner) {
        return Err(super::no_access());
    }

    let roles = Roles::of(world, caller);
    let wanted = |job: &Job| {
        system_id.as_deref().is_none_or(|own| job.system_id.as_deref() == Some(own))
            && status.as_deref().is_none_or(|word| job.status.word() == word)
    };
    let jobs = world
        .jobs_of(runner.id)
        .filter(|job| wanted(job))
        .filter_map(|job| Some((job, world.projects.get(&job.project)?)))
        .filter(|(_, project)| places::reads_jobs(caller, &roles, project));

    if keyset::wanted(&params) {
        if ascending {
            return Err(keyset::unavailable());
        }
        let before = keyset::cursor(&params).and_then(|key| key.parse().ok()).unwrap_or(u64::MAX);
        let jobs = jobs.rev().filter(|(job, _)| job.id < before);
        return Ok(
            keyset::by_cursor(ask, &params, jobs, |(job, _)| job.id.to_string()).show(|row| show(world, ask, *row))
        );
    }
    let total = if by_machine && params.get("system_id").is_some() { Total::Omitted } else { Total::Told };
    // Without `order_by` a direction is accepted and has no effect.
    let page = if ordered && !ascending {
        offset::paginate(ask, &params, jobs.rev(), total)
    } else {
        offset::paginate(ask, &params, jobs, total)
    };
    Ok(page.show(|row| show(world, ask, *row)))
}

fn show<'w>(world: &'w World, ask: &Ask, (job, project): (&'w Job, &'w Project)) -> JobBasicWithProject<'w> {
    JobBasicWithProject::of(world, ask, job, project)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Sample, refusal};

    #[test]
    fn order_needs_order_by() {
        let mut gitlab = Sample::new();
        for (query, expected) in [
            ("", vec![5001, 5002]),
            ("sort=desc", vec![5001, 5002]),
            ("order_by=id", vec![5002, 5001]),
            ("order_by=id&sort=asc", vec![5001, 5002]),
            ("status=running", vec![5002]),
            ("status=failed", vec![]),
            ("system_id=s_2", vec![5001, 5002]),
            ("system_id=nobody", vec![]),
            ("per_page=1&page=2", vec![5002]),
        ] {
            assert_eq!(gitlab.get(&format!("runners/41/jobs?{query}"), "glpat-mira").ids(), expected, "{query}");
        }
    }

    #[test]
    fn jobs_are_those_of_projects_where_one_is_reporter() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("runners/42/jobs", "glpat-pam").ids(), [5004]);
        assert_eq!(gitlab.get("runners/42/jobs", "glpat-max").ids(), [5003, 5004]);
        assert_eq!(gitlab.get("runners/1/jobs", "glpat-aud").ids(), [5005]);
        gitlab.gitlab.world.projects.get_mut(&8).unwrap().builds = false;
        assert_eq!(gitlab.get("runners/42/jobs", "glpat-max").ids(), [5003]);
    }

    #[test]
    fn version_15_ignores_the_machine() {
        let answer = Sample::at("15").get("runners/41/jobs?system_id=nobody", "glpat-mira");
        assert_eq!((answer.ids(), answer.header("x-total")), (vec![5001, 5002], Some("2")));
    }

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("runners/41/jobs", "", 401, "401 Unauthorized"),
            ("runners/999/jobs?status=x", "glpat-mira", 400, "status does not have a valid value"),
            (
                "runners/41/jobs?order_by=name&sort=up",
                "glpat-mira",
                400,
                "order_by does not have a valid value, sort does not have a valid value",
            ),
            ("runners/999/jobs", "glpat-mira", 404, "404 Runner Not Found"),
            ("runners/1/jobs", "glpat-mira", 403, "403 Forbidden - No access granted"),
            ("runners/41/jobs", "glpat-uma", 403, "403 Forbidden - No access granted"),
        ] {
            assert_eq!(refusal(&gitlab.get(path, token)), (status, text.to_owned()), "{path}");
        }
    }

    #[test]
    fn a_system_id_leaves_the_total_out() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("runners/41/jobs", "glpat-mira").header("x-total"), Some("2"));
        assert_eq!(gitlab.get("runners/41/jobs?system_id=s_2", "glpat-mira").header("x-total"), None);
    }

    #[test]
    fn keyset_follows_cursors_to_the_last_page() {
        let mut gitlab = Sample::new();
        let first = gitlab.get("runners/41/jobs?pagination=keyset&per_page=1", "glpat-mira");
        assert_eq!((first.ids(), first.header("x-page")), (vec![5002], None));
        let link = first.header("link").unwrap();
        let next = link.strip_prefix("<http://gl.test/api/v4/").unwrap().strip_suffix(">; rel=\"next\"").unwrap();
        let second = gitlab.get(next, "glpat-mira");
        assert_eq!((second.ids(), second.header("link")), (vec![5001], None));
    }

    #[test]
    fn keyset_goes_downwards_only() {
        let answer = Sample::new().get("runners/41/jobs?pagination=keyset&sort=asc", "glpat-mira");
        assert_eq!(
            refusal(&answer),
            (405, "Keyset pagination is not yet available for this type of request".to_owned())
        );
    }

    #[test]
    fn a_job_tells_its_times_its_people_and_its_project() {
        let jobs = Sample::new().get("runners/42/jobs", "glpat-mira").json;
        let failed = &jobs[0];
        assert_eq!((&failed["duration"], &failed["queued_duration"]), (&json!(300.0), &json!(300.0)));
        assert_eq!(
            (&failed["user"]["username"], &failed["project"]["path_with_namespace"]),
            (&json!("mira"), &json!("acme/app"))
        );
        assert_eq!(failed.get("failure_reason"), Some(&serde_json::Value::Null));
        assert!(
            jobs[1].get("failure_reason").is_none()
                && jobs[1].get("runner").is_none()
                && jobs[1].get("tag_list").is_none()
        );
        assert_eq!(failed["commit"]["id"].as_str().unwrap().len(), 40);
    }
}
