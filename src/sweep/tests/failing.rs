//! What fails is named and done again alone; what is given back comes again; nothing is counted twice.

use super::*;

#[test]
fn a_failing_part_is_named_and_others_go_on() {
    let mut sweep = listed(groups([1, 2]), projects([]));
    let both = tasks(&mut sweep);
    sweep.failed(&both[1], forbidden());
    sweep.arrived(&both[0], runners(&[RunnerType::Instance]));
    assert!(sweep.is_done());
    let failures: Vec<_> = sweep.failures().collect();
    let expected = Failure { part: PartId::Group(2), name: "group g2".to_owned(), error: &forbidden() };
    assert_eq!(failures, [expected]);
    assert_eq!(sweep.progress(), Progress { done: 4, to_do: 0, under_way: 0, failed: 1 });
    sweep.retry(PartId::Group(1));
    assert!(sweep.is_done(), "it did not fail");
    sweep.retry(PartId::Group(2));
    assert_eq!(sweep.progress(), Progress { done: 4, to_do: 1, under_way: 0, failed: 0 });
    assert_eq!(sweep.next_task().as_ref(), Some(&both[1]));
}

#[test]
fn a_stopped_sweep_stays_so_but_for_what_is_tried_again() {
    let mut sweep = listed(groups([1, 2, 3]), projects([]));
    let (first, second) = (sweep.next_task().unwrap(), sweep.next_task().unwrap());
    sweep.failed(&first, forbidden());
    sweep.give_back(&second);
    sweep.go_on_with_retried();
    sweep.retry(PartId::Group(1));
    assert_eq!(lines(&mut sweep), ["Group(1)"]);
    sweep.arrived(&first, runners(&[RunnerType::Instance]));
    assert_eq!((sweep.next_task(), sweep.is_done()), (None, false));
    sweep.go_on_with_all();
    assert_eq!(lines(&mut sweep), ["Group(2) group_type", "Group(3) group_type"]);
}

#[test]
fn what_could_not_be_told_is_told_by_its_places() {
    let mut sweep = listed(groups([1, 2]), projects([]));
    assert_eq!(sweep.untold(), Some(Vec::new()));
    let both = tasks(&mut sweep);
    sweep.failed(&both[1], forbidden());
    let group = Place::Group { id: 2, path: "g2".into() };
    assert_eq!(sweep.untold(), Some(vec![group, Place::Instance]));
    let mut sweep = Sweep::new(false);
    let owned = sweep.next_task().unwrap();
    sweep.failed(&owned, SERVER);
    assert_eq!(sweep.untold(), None, "owned runners may be seen through any");
}

#[test]
fn each_part_has_a_name() {
    let mut sweep = listed(groups([]), projects([(10, 2), (11, 2)]));
    let project = sweep.next_task().unwrap();
    sweep.failed(&project, SERVER);
    let instance = sweep.next_task().unwrap();
    sweep.failed(&instance, SERVER);
    let names: Vec<_> = sweep.failures().map(|failure| failure.name).collect();
    assert_eq!(names, ["project g2/p10", "instance runners of project g2/p11"]);

    let mut sweep = Sweep::new(false);
    for task in tasks(&mut sweep) {
        sweep.failed(&task, SERVER);
    }
    let names: Vec<_> = sweep.failures().map(|failure| failure.name).collect();
    assert_eq!(names, ["owned runners", "list of groups", "list of projects"]);

    let mut sweep = Sweep::new(true);
    let task = sweep.next_task().unwrap();
    sweep.failed(&task, SERVER);
    assert_eq!(sweep.failures().next().unwrap().name, "runners of the instance");
}

#[test]
fn all_pages_of_a_part_are_done_again_and_its_other_pages_are_not() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    sweep.arrived(&first, full_page(2, Some(400)));
    let rest = tasks(&mut sweep);
    sweep.failed(&rest[0], SERVER);
    sweep.arrived(&rest[1], full_page(4, Some(400)));
    sweep.failed(&rest[2], SERVER);
    assert_eq!((sweep.failures().count(), sweep.progress().failed), (1, 2));
    sweep.retry_failed();
    assert_eq!(lines(&mut sweep), ["Instance 2", "Instance 4"]);
}

#[test]
fn what_is_given_back_comes_again_as_it_was() {
    let mut sweep = listed(groups([1, 2]), projects([]));
    let scout = sweep.next_task().unwrap();
    sweep.give_back(&scout);
    assert_eq!(sweep.progress(), Progress { done: 3, to_do: 2, under_way: 0, failed: 0 });
    sweep.give_back(&scout);
    assert_eq!(sweep.progress().to_do, 2, "it was given back already");
    assert_eq!(sweep.next_task().as_ref(), Some(&scout));
    assert_eq!(lines(&mut sweep), ["Group(2) group_type"]);
}

#[test]
fn an_answer_counts_once_and_also_after_it_was_given_back() {
    let mut sweep = listed(groups([1]), projects([]));
    let task = sweep.next_task().unwrap();
    sweep.give_back(&task);
    for _ in 0..2 {
        assert!(sweep.arrived(&task, runners(&[RunnerType::Instance])).is_some());
        sweep.failed(&task, SERVER);
    }
    assert_eq!(sweep.progress(), Progress { done: 4, ..Progress::default() });
    assert_eq!(sweep.next_task(), None);
    let stranger = Task { part: PartId::Group(99), ..task };
    assert_eq!(sweep.arrived(&stranger, runners(&[])), None);
    sweep.failed(&stranger, SERVER);
    sweep.give_back(&stranger);
    sweep.retry(stranger.part);
    assert!(sweep.is_done());
}
