//! `DELETE /runners/managers`: takes one machine of a runner out. There is no such call for people.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::params::check::Check;
use crate::refusal::Refusal;
use crate::unmodified;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let mut check = Check::new(&ask.params);
    check.required("token");
    let token = check.text("token");
    check.required("system_id");
    let system_id = check.text("system_id").unwrap_or_default();
    check.finish()?;
    let runner = super::find(world, token.as_deref(), ask.now)?;
    // The runner's condition, for GitLab looks for the machine only afterwards.
    unmodified::check(ask, runner.updated_at)?;
    let id = runner.id;
    world.remove_manager(id, &system_id).ok_or_else(|| Refusal::not_found("Runner manager not found"))?;
    Ok(answer::bare(204))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (query, status, text) in [
            ("", 400, "token is missing, system_id is missing"),
            ("?token=x", 400, "system_id is missing"),
            ("?token=x&system_id=s_2", 403, "403 Forbidden"),
            ("?token=glrt-t3_runner41&system_id=s_1", 404, "404 Runner manager not found Not Found"),
        ] {
            let answer = gitlab.send("DELETE", &format!("runners/managers{query}"), &[], b"");
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{query}");
        }
        let since = [("if-unmodified-since", "Thu, 01 Oct 2026 11:00:00 GMT")];
        let answer = gitlab.send("DELETE", "runners/managers?token=glrt-t3_runner41&system_id=s_1", &since, b"");
        assert_eq!(refusal(&answer), (412, "412 Precondition Failed".to_owned()));
    }

    #[test]
    fn one_machine_goes_and_the_others_stay() {
        let mut gitlab = Sample::new();
        let path = "runners/managers?token=glrt-t3_runner41&system_id=s_3";
        assert_eq!(gitlab.send("DELETE", path, &[], b"").status, 204);
        assert_eq!(gitlab.get("runners/41/managers", "glpat-mira").ids(), [2]);
        assert_eq!(gitlab.send("DELETE", path, &[], b"").status, 404);
    }

    #[test]
    fn before_17_there_are_no_managers() {
        let path = "runners/managers?token=glrt-t3_runner41&system_id=s_3";
        // It is `/runners/:id` there, which is for people.
        assert_eq!(Sample::at("16").send("DELETE", path, &[], b"").status, 401);
    }
}
