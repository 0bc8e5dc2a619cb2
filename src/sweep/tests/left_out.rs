//! Groups whose subgroups tell all are not asked.

use super::*;

/// Group 1 with the subgroups 2 and 3, of which 3 has 4 and 5; group 6 with the subgroup 7; and six more, each at the top.
fn family() -> Arrived {
    let parents = [(1, None), (2, Some(1)), (3, Some(1)), (4, Some(3)), (5, Some(3)), (6, None), (7, Some(6))];
    let others = (8..14).map(|id| (id, None));
    Arrived::Groups(last(parents.into_iter().chain(others).map(|(id, parent)| group_in(id, parent)).collect()))
}

fn place(id: u64) -> Place {
    Place::Group { id, path: "".into() }
}

fn asked_groups(tasks: &[Task]) -> Vec<PartId> {
    tasks.iter().map(|task| task.part).filter(|part| matches!(part, PartId::Group(_))).collect()
}

fn is_of(id: u64) -> impl Fn(&&Task) -> bool {
    move |task| task.part == PartId::Group(id)
}

#[test]
fn a_group_with_two_subgroups_is_not_asked() {
    let mut sweep = listed(family(), projects([]));
    let asked = asked_groups(&tasks(&mut sweep));
    assert_eq!(asked, [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(PartId::Group));
    assert_eq!((sweep.plan().groups, sweep.plan().requests), (13, 14));
}

#[test]
fn what_two_subgroups_show_is_seen_through_the_group() {
    let sweep = listed(family(), projects([]));
    let above = sweep.left_out_above(&place(5));
    assert_eq!(above.iter().map(|above| above.group.clone()).collect::<Vec<_>>(), [place(3), place(1)]);
    assert_eq!(above[0].subgroups, [place(4), place(5)]);
    assert_eq!(above[1].subgroups, [place(2), place(3)]);
    assert_eq!(sweep.left_out_above(&place(7)), [], "group 6 is asked");
    assert_eq!(sweep.left_out_above(&Place::Instance), []);
}

#[test]
fn a_group_is_asked_after_all_when_a_subgroup_fails() {
    let mut sweep = listed(family(), projects([]));
    let first = tasks(&mut sweep);
    sweep.failed(first.iter().find(is_of(4)).unwrap(), forbidden());
    let instead = tasks(&mut sweep);
    assert_eq!(asked_groups(&instead), [PartId::Group(3)]);
    assert_eq!(sweep.left_out_above(&place(5)).len(), 1, "only group 1 is still left out");
    sweep.failed(&instead[0], SERVER);
    assert_eq!(asked_groups(&tasks(&mut sweep)), [PartId::Group(1)]);
}

#[test]
fn groups_that_could_not_be_listed_at_first_are_left_out_as_well() {
    let mut sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    sweep.failed(&first[1], SERVER);
    sweep.retry_failed();
    sweep.arrived(&first[1], family());
    sweep.arrived(&first[2], projects([]));
    assert_eq!(asked_groups(&tasks(&mut sweep)).len(), 11);
}

#[test]
fn a_dozen_groups_are_each_asked() {
    let few = (1..=12).map(|id| group_in(id, (id > 1).then_some(1))).collect();
    let mut sweep = listed(Arrived::Groups(last(few)), projects([]));
    assert_eq!(asked_groups(&tasks(&mut sweep)).len(), 12);
}

#[test]
fn a_group_that_was_left_out_may_tell_of_instance_runners() {
    let mut sweep = listed(family(), projects([]));
    for task in tasks(&mut sweep) {
        sweep.arrived(&task, runners(&[]));
    }
    let again: Vec<PartId> = std::iter::from_fn(|| {
        let task = sweep.next_task()?;
        sweep.arrived(&task, runners(&[]));
        Some(task.part)
    })
    .collect();
    assert!(again.contains(&PartId::GroupInstance(1)) && again.contains(&PartId::GroupInstance(3)), "{again:?}");
}
