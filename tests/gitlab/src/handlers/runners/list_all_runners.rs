//! `GET /runners/all`: every runner, for administrators, and for auditors since 19.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::runner_list::{Reach, RunnerFilter, ScopeWords};
use crate::words::Profile;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let filter = RunnerFilter::read(world, ask, ScopeWords::All)?;
    let auditor = caller.auditor && world.settings.profile == Profile::V19;
    if !caller.admin && !auditor {
        return Err(Refusal::forbidden());
    }
    let everything = Reach { instance: true, groups: Box::new(|_| true), projects: Box::new(|_| true), orphans: true };
    Ok(filter.answer(world, ask, &everything))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn only_administrators_and_auditors_see_all() {
        let mut gitlab = Sample::new();
        for token in ["glpat-root", "glpat-aud"] {
            assert_eq!(gitlab.get("runners/all", token).ids(), [1, 20, 41, 42, 43, 44], "{token}");
        }
        assert_eq!(refusal(&gitlab.get("runners/all", "glpat-mira")), (403, "403 Forbidden".to_owned()));
        assert_eq!(refusal(&gitlab.get("runners/all", "")), (401, "401 Unauthorized".to_owned()));
    }

    #[test]
    fn auditors_wait_for_19() {
        assert_eq!(Sample::at("17").get("runners/all", "glpat-aud").status, 403);
    }

    #[test]
    fn bad_parameters_are_told_before_the_role() {
        assert_eq!(Sample::new().get("runners/all?status=x", "glpat-mira").status, 400);
    }
}
