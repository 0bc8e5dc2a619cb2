//! `GET /groups/:id/runners`: the runners of a group and of those above it, for those who keep it.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::runner_list::{Reach, RunnerFilter, ScopeWords};
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let group = super::find(world, ask)?;
    if !places::reads_group_runners(world, ask.caller()?, group) {
        return Err(Refusal::forbidden());
    }
    let filter = RunnerFilter::read(world, ask, ScopeWords::Ignored)?;
    let lineage: Vec<u64> = world.lineage(group.id).map(|group| group.id).collect();
    let reach = Reach {
        instance: group.shared_runners,
        groups: Box::new(|group| lineage.contains(group)),
        projects: Box::new(|_| false),
        orphans: false,
    };
    Ok(filter.answer(world, ask, &reach))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn a_group_has_its_lineages_and_the_instances_runners() {
        let mut gitlab = Sample::new();
        for (path, token, expected) in [
            ("groups/3/runners", "glpat-mira", vec![1, 20]),
            ("groups/acme%2Ftools/runners", "glpat-max", vec![1, 20]),
            ("groups/6/runners", "glpat-root", vec![]),
            ("groups/3/runners?type=project_type", "glpat-mira", vec![]),
            ("groups/3/runners?type=group_type", "glpat-mira", vec![20]),
            ("groups/3/runners?scope=nonsense", "glpat-mira", vec![1, 20]),
            ("groups/3/runners?tag_list=docker", "glpat-mira", vec![1]),
        ] {
            assert_eq!(gitlab.get(path, token).ids(), expected, "{path}");
        }
    }

    #[test]
    fn the_group_is_looked_at_before_the_filters() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("groups/3/runners", "", 401, "401 Unauthorized"),
            ("groups/5/runners?status=x", "glpat-mira", 404, "404 Group Not Found"),
            ("groups/3/runners?status=x", "glpat-uma", 403, "403 Forbidden"),
            ("groups/4/runners", "glpat-pam", 403, "403 Forbidden"),
            ("groups/3/runners", "glpat-aud", 403, "403 Forbidden"),
            ("groups/3/runners?status=x", "glpat-mira", 400, "status does not have a valid value"),
        ] {
            assert_eq!(refusal(&gitlab.get(path, token)), (status, text.to_owned()), "{path} as {token}");
        }
    }
}
