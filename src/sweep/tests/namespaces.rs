//! Projects are asked only where they can add something.

use std::slice;

use super::*;

const GROUP: &[RunnerType] = &[RunnerType::Group];
const ALL: &[RunnerType] = &[RunnerType::Group, RunnerType::Instance];

/// With group 1, in which there are instance runners, so that nobody has to look for them any more.
fn sweep(known: Arrived) -> Sweep {
    let mut sweep = listed(groups([1]), known);
    let group = sweep.next_task().unwrap();
    sweep.arrived(&group, runners(ALL));
    sweep
}

#[test]
fn one_project_of_each_group_without_a_role() {
    let mut sweep = sweep(projects([(10, 1), (11, 2), (12, 2), (13, 3), (14, 100)]));
    let tried = tasks(&mut sweep);
    assert_eq!(tried.iter().map(line).collect::<Vec<_>>(), ["Project(11) group_type", "Project(13) group_type"]);
    let place = sweep.arrived(&tried[0], runners(GROUP));
    assert_eq!(place, Some(Place::Project { id: 11, path: "g2/p11".into() }));
    sweep.arrived(&tried[1], runners(&[]));
    assert!(sweep.is_done());
}

#[test]
fn what_one_project_told_counts_for_those_not_asked() {
    let mut sweep = sweep(projects([(10, 1), (11, 2), (12, 2), (13, 2), (14, 3), (15, 3)]));
    let first = tasks(&mut sweep);
    assert_eq!(first.iter().map(|task| task.part).collect::<Vec<_>>(), [PartId::Project(11), PartId::Project(14)]);
    assert_eq!(sweep.siblings(PartId::Projects), []);
    sweep.arrived(&first[0], runners(&[]));
    sweep.arrived(&first[1], runners(GROUP));
    let second = sweep.next_task().unwrap();
    sweep.arrived(&second, runners(GROUP));
    let place = |id: u64, group: u64| Place::Project { id, path: format!("g{group}/p{id}").into() };
    let of_12 = Siblings { told: place(12, 2), others: vec![place(13, 2)] };
    assert_eq!(sweep.siblings(second.part), slice::from_ref(&of_12), "11 told that it inherits none");
    assert_eq!(sweep.siblings(PartId::Project(11)), []);
    let of_14 = Siblings { told: place(14, 3), others: vec![place(15, 3)] };
    assert_eq!(sweep.siblings(PartId::Projects), [of_12, of_14]);
}

#[test]
fn the_next_project_is_tried_up_to_five() {
    let mut sweep = sweep(projects([(10, 2), (11, 2), (12, 2), (13, 2), (14, 2), (15, 2)]));
    for id in 10..15 {
        let task = sweep.next_task().unwrap();
        assert_eq!((task.part, sweep.next_task()), (PartId::Project(id), None), "one at a time");
        sweep.arrived(&task, runners(&[]));
    }
    assert!(sweep.is_done());
}

#[test]
fn projects_wait_until_all_groups_are_known() {
    let mut sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    sweep.arrived(&first[2], projects([(10, 1), (11, 2)]));
    let page = Page { items: vec![group(1)], next: Some(PageToken::Number(2)), total: Some(2) };
    sweep.arrived(&first[1], Arrived::Groups(page));
    let second = sweep.next_task().unwrap();
    assert_eq!(line(&second), "Groups 2");
    assert_eq!(lines(&mut sweep), Vec::<String>::new(), "nor is known which groups have subgroups");
    sweep.failed(&second, SERVER);
    assert_eq!(lines(&mut sweep), ["Group(1)"], "what is known is asked");
    sweep.arrived(&first[0], runners(&[]));
    assert!(!sweep.plan().is_certain);
    sweep.retry(PartId::Groups);
    let again = sweep.next_task().unwrap();
    assert_eq!(again, second);
    sweep.arrived(&again, groups([2]));
    assert_eq!(lines(&mut sweep), ["Group(2) group_type"], "both are in groups that are asked");
}

#[test]
fn a_refused_list_of_groups_holds_up_no_project() {
    let mut sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    sweep.arrived(&first[2], projects([(10, 1)]));
    sweep.failed(&first[1], forbidden());
    assert_eq!(lines(&mut sweep), ["Project(10)"]);
}

#[test]
fn a_project_that_is_refused_gives_way_to_the_next() {
    let mut sweep = sweep(projects([(10, 2), (11, 2), (12, 2)]));
    let refused = sweep.next_task().unwrap();
    sweep.failed(&refused, forbidden());
    assert_eq!(sweep.failures().map(|failure| failure.name).collect::<Vec<_>>(), ["project g2/p10"]);
    let next = sweep.next_task().unwrap();
    assert_eq!(next.part, PartId::Project(11));
    sweep.arrived(&next, runners(GROUP));
    assert!(sweep.failures().next().is_none(), "asking it again would add nothing");
    assert!(sweep.is_done());
}

#[test]
fn a_project_that_fails_for_now_is_waited_for() {
    let mut sweep = sweep(projects([(10, 2), (11, 2)]));
    let task = sweep.next_task().unwrap();
    sweep.failed(&task, SERVER);
    assert!(sweep.is_done());
    sweep.retry_failed();
    assert_eq!(sweep.next_task(), Some(task));
}
