//! In any small world the sweep gathers what asking for everything would gather, and asks for no more than it has to.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;

use super::gitlab::{Owner, Role, TestGroup, TestProject, World};
use super::run::{Dice, Gathered, Known, Weather, is_untyped, run};
use super::*;

/// A world within the sweep's limits, if they count: at most five projects a namespace and ten namespaces. Where not all
/// groups are tried for instance runners, all or none have them; where not all projects are, those of a namespace do.
fn worlds(within_limits: bool) -> impl Strategy<Value = World> {
    let roles = prop_oneof![6 => Just(Role::None), 2 => Just(Role::Maintainer), 1 => Just(Role::Owner)];
    let groups = vec((any::<prop::sample::Index>(), any::<bool>(), roles, prop::bool::weighted(0.3)), 0..=24);
    let projects = vec((0..10_usize, prop::bool::weighted(0.6), any::<bool>(), any::<bool>()), 0..=30);
    let runners = vec((0..3_u8, vec(any::<prop::sample::Index>(), 1..4)), 0..=30);
    let server = (any::<bool>(), 1..=4_usize, 1..=6_usize);
    (groups, projects, runners, server, any::<bool>()).prop_map(move |(groups, projects, runners, server, is_dark)| {
        let first_has = groups.first().is_some_and(|(_, _, _, instance_runners)| *instance_runners);
        let are_many = within_limits && groups.len() > 10;
        let groups: Vec<TestGroup> = (0..)
            .zip(groups)
            .map(|(at, (parent, is_top, role, instance_runners))| TestGroup {
                parent: (!is_top && at > 0).then(|| parent.index(at)),
                role,
                // In dark worlds only projects tell of instance runners.
                instance_runners: if are_many { first_has } else { instance_runners } && !is_dark,
            })
            .collect();
        let projects = placed(&projects, groups.len(), within_limits);
        let runners = runners.into_iter().map(|(kind, of)| owner(kind, &of, groups.len(), projects.len())).collect();
        let (tells_totals, per_page, most_pages) = server;
        World { groups, projects, runners, tells_totals, per_page, most_pages }
    })
}

fn placed(drawn: &[(usize, bool, bool, bool)], groups: usize, within_limits: bool) -> Vec<TestProject> {
    let mut taken = BTreeMap::<_, usize>::new();
    let mut projects: Vec<TestProject> = Vec::new();
    for &(group, is_maintained, instance_runners, group_runners) in drawn {
        let group = (group < groups).then_some(group);
        let count = taken.entry(group).or_default();
        *count += 1;
        if *count <= 5 || !within_limits {
            projects.push(TestProject { group, is_maintained, instance_runners, group_runners });
        }
    }
    if projects.len() > 10 && within_limits {
        for at in 0..projects.len() {
            let sibling = projects.iter().find(|other| other.group == projects[at].group).unwrap();
            projects[at].instance_runners = sibling.instance_runners;
        }
    }
    projects
}

fn owner(kind: u8, of: &[prop::sample::Index], groups: usize, projects: usize) -> Owner {
    match kind {
        1 if groups > 0 => Owner::Group(of[0].index(groups)),
        2 if projects > 0 => Owner::Projects(of.iter().map(|at| at.index(projects)).collect()),
        _ => Owner::Instance,
    }
}

const CALM: Weather = Weather { at_once: 6, failing: 0, stops: 0, is_thorough: false };

/// Through what each runner is seen, by what was asked.
fn expected_ways(world: &World, gathered: &Gathered, runner: u64) -> BTreeSet<Place> {
    if world.kind(runner) == RunnerType::Instance {
        return BTreeSet::from_iter([Place::Instance]);
    }
    let in_groups = world.maintained_groups().into_iter().filter(|at| world.of_group(*at).contains(&runner));
    let groups = in_groups.map(|at| Place::Group { id: at as u64, path: "".into() });
    let in_projects = world.maintained_projects().into_iter().filter(|at| world.of_project(*at).contains(&runner));
    let of = |at: &usize| PartId::Project(1000 + *at as u64);
    let projects = in_projects
        .filter(|at| {
            // A project that was asked for group runners only says nothing of its own.
            let is_told = |(task, _): &(Task, Known)| {
                task.part == of(at) && (is_untyped(task) || world.kind(runner) == RunnerType::Group)
            };
            gathered.answered.contains(&format!("{:?}", of(at))) && gathered.asked.iter().any(is_told)
        })
        .chain(unasked_siblings(world, gathered, runner))
        .map(|at| Place::Project { id: 1000 + at as u64, path: "".into() });
    groups.chain(projects).collect()
}

/// For a group runner the projects that were not asked because another one of their group told of it.
fn unasked_siblings(world: &World, gathered: &Gathered, runner: u64) -> Vec<usize> {
    let was_asked = |at: &usize| gathered.asked.iter().any(|(task, _)| task.part == PartId::Project(1000 + *at as u64));
    let (asked, unasked): (Vec<usize>, _) = world.maintained_projects().into_iter().partition(was_asked);
    let told = |group: usize| {
        let mut of_group = asked.iter().filter(|at| world.projects[**at].group == Some(group));
        of_group.any(|at| world.of_project(*at).contains(&runner))
    };
    let is_group = world.kind(runner) == RunnerType::Group;
    unasked.into_iter().filter(|at| is_group && world.projects[*at].group.is_some_and(told)).collect()
}

/// Whether the rules allow a request with what was known.
fn is_allowed(world: &World, (task, known): &(Task, Known)) -> bool {
    let place = |id: u64| usize::try_from(id % 1000).unwrap();
    let groups = world.maintained_groups();
    let projects = world.maintained_projects();
    let is_first = task.page == PageToken::First;
    let is_lean = !is_first || !is_untyped(task) || !known.instance_runners;
    match task.part {
        PartId::Owned | PartId::Groups | PartId::Projects => true,
        PartId::Instance => false,
        PartId::Group(id) => groups.contains(&place(id)) && is_lean,
        PartId::Project(id) => {
            let group = world.projects[place(id)].group;
            projects.contains(&place(id)) && group.is_some_and(|group| !groups.contains(&group)) && is_lean
        }
        PartId::GroupInstance(id) => groups.contains(&place(id)) && may_look(is_first, *known),
        PartId::ProjectInstance(id) => projects.contains(&place(id)) && may_look(is_first, *known),
    }
}

/// Whether other groups tell all that a group would, and there are so many that it matters.
fn is_left_out(world: &World, group: usize) -> bool {
    let subgroups = world.groups.iter().filter(|other| other.parent == Some(group)).count();
    world.maintained_groups().len() > 12 && subgroups > 1
}

/// Whether instance runners may be looked for alone.
fn may_look(is_first: bool, known: Known) -> bool {
    known.is_listed && !(is_first && known.instance_runners)
}

fn groups_of(ways: &BTreeSet<Place>) -> BTreeSet<&Place> {
    ways.iter().filter(|way| matches!(way, Place::Group { .. })).collect()
}

fn check_union(world: &World, gathered: &Gathered) -> Result<(), TestCaseError> {
    let found: Vec<u64> = gathered.runners.keys().copied().collect();
    prop_assert_eq!(found, world.all().into_iter().collect::<Vec<_>>());
    Ok(())
}

proptest! {
    #[test]
    fn everything_is_found_with_the_requests_that_the_rules_allow(world in worlds(true), seed in 1..u64::MAX) {
        let gathered = run(&world, CALM, &mut Dice(seed));
        check_union(&world, &gathered)?;
        for (runner, ways) in &gathered.runners {
            prop_assert_eq!(ways, &expected_ways(&world, &gathered, *runner), "runner {}", runner);
        }
        for asked in &gathered.asked {
            prop_assert!(is_allowed(&world, asked), "{}", line(&asked.0));
        }
        for group in world.maintained_groups() {
            let part = format!("{:?}", PartId::Group(group as u64));
            prop_assert_eq!(gathered.answered.contains(&part), !is_left_out(&world, group), "{}", part);
        }
        prop_assert!(gathered.most_scouts <= 1, "one request at a time looks for instance runners");
    }

    #[test]
    fn failures_and_stops_change_nothing_in_the_end(
        world in worlds(true), seed in 1..u64::MAX, at_once in 1..12_usize, failing in 0..60_usize, stops in 0..20_usize,
    ) {
        let gathered = run(&world, Weather { at_once, failing, stops, is_thorough: false }, &mut Dice(seed));
        check_union(&world, &gathered)?;
        for (runner, ways) in &gathered.runners {
            let expected = expected_ways(&world, &gathered, *runner);
            prop_assert_eq!(groups_of(ways), groups_of(&expected), "runner {}", runner);
        }
        for (task, _) in &gathered.asked {
            prop_assert!(task.part != PartId::Instance);
        }
    }

    #[test]
    fn beyond_the_limits_all_is_found_when_the_rest_is_asked(
        world in worlds(false), seed in 1..u64::MAX, failing in 0..30_usize,
    ) {
        let gathered = run(&world, Weather { failing, is_thorough: true, ..CALM }, &mut Dice(seed));
        check_union(&world, &gathered)?;
    }

    #[test]
    fn one_after_another_is_as_good(world in worlds(true)) {
        let gathered = run(&world, Weather { at_once: 1, ..CALM }, &mut Dice(1));
        check_union(&world, &gathered)?;
        // One at a time nothing is asked of a namespace that has told already.
        let mut settled = Vec::new();
        for (task, _) in &gathered.asked {
            let PartId::Project(id) = task.part else { continue };
            let at = usize::try_from(id - 1000).unwrap();
            let group = world.projects[at].group;
            prop_assert!(task.page != PageToken::First || !settled.contains(&group), "{}", line(task));
            let tells = world.of_project(at).into_iter().any(|runner| world.kind(runner) == RunnerType::Group);
            settled.extend(tells.then_some(group));
        }
    }
}
