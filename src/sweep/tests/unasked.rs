//! Lists that are not asked, because others like them told of nothing, are counted and can be asked.

use super::*;

const INSTANCE: &[RunnerType] = &[RunnerType::Instance];
const GROUP: &[RunnerType] = &[RunnerType::Group];
const ALL: &[RunnerType] = &[RunnerType::Group, RunnerType::Instance];

/// Answers all that can be asked, each list with no runner but those for which something is told.
fn answer(sweep: &mut Sweep, told: impl Fn(PartId) -> &'static [RunnerType]) -> Vec<PartId> {
    let mut asked = Vec::new();
    while let Some(task) = sweep.next_task() {
        asked.push(task.part);
        sweep.arrived(&task, runners(told(task.part)));
    }
    asked
}

/// Group 1 with instance runners, and seven projects of a group without a role.
fn given_up() -> Sweep {
    let known = (10..17).map(|id| project(id, 2)).collect();
    let mut sweep = listed(groups([1]), Arrived::Projects(last(known)));
    answer(&mut sweep, |part| if part == PartId::Group(1) { ALL } else { &[] });
    sweep
}

#[test]
fn projects_after_the_fifth_are_the_rest() {
    let mut sweep = given_up();
    assert_eq!((sweep.is_done(), sweep.unasked()), (true, 2));
    sweep.ask_unasked();
    assert_eq!((sweep.is_done(), sweep.unasked()), (false, 0), "it is under way");
    let asked = answer(&mut sweep, |part| if part == PartId::Project(15) { GROUP } else { &[] });
    assert_eq!(asked, [PartId::Project(15)], "the last one would tell of the same");
    assert_eq!((sweep.is_done(), sweep.unasked()), (true, 0));
}

#[test]
fn what_is_wanted_from_the_beginning_is_asked_at_once() {
    let mut sweep = Sweep::new(false);
    sweep.ask_unasked();
    let first = tasks(&mut sweep);
    assert_eq!(first.iter().map(line).collect::<Vec<_>>(), ["Owned", "Groups", "Projects"]);
    sweep.arrived(&first[1], groups([]));
    sweep.arrived(&first[2], Arrived::Projects(last((10..17).map(|id| project(id, 2)).collect())));
    sweep.arrived(&first[0], runners(&[]));
    let asked = answer(&mut sweep, |part| if part == PartId::Project(16) { ALL } else { &[] });
    assert_eq!(asked, (10..17).map(PartId::Project).collect::<Vec<_>>());
    assert!(sweep.again().is_thorough());
}

#[test]
fn instance_runners_are_looked_for_in_all_of_them() {
    let known = (1..=14).map(|id| project(id, 100 + id)).collect();
    let mut sweep = listed(groups([]), Arrived::Projects(last(known)));
    answer(&mut sweep, |_| &[]);
    assert_eq!(sweep.unasked(), 4);
    sweep.ask_unasked();
    let asked = answer(&mut sweep, |part| if part == PartId::ProjectInstance(12) { INSTANCE } else { &[] });
    assert_eq!(asked, [PartId::ProjectInstance(11), PartId::ProjectInstance(12)]);
    assert_eq!(sweep.unasked(), 0);
}

#[test]
fn there_is_no_rest_while_one_that_failed_for_now_may_tell() {
    let mut sweep = listed(groups([1, 2, 3]), projects([]));
    for task in tasks(&mut sweep) {
        sweep.arrived(&task, runners(&[]));
    }
    let alone = sweep.next_task().unwrap();
    assert_eq!(alone.part, PartId::GroupInstance(2));
    sweep.failed(&alone, SERVER);
    assert_eq!((sweep.is_done(), sweep.unasked()), (true, 0));
    sweep.retry_failed();
    assert_eq!(answer(&mut sweep, |_| &[]), [PartId::GroupInstance(2), PartId::GroupInstance(3)]);
}

#[test]
fn there_is_no_rest_while_it_runs_or_where_all_were_asked() {
    let mut sweep = listed(groups([1]), projects([(10, 2), (11, 100)]));
    assert_eq!(sweep.unasked(), 0);
    answer(&mut sweep, |_| &[]);
    assert_eq!((sweep.is_done(), sweep.unasked()), (true, 0));
}
