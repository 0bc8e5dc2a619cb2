//! Instance runners are found once, and looked for with as few requests as can be.

use super::*;

const INSTANCE: &[RunnerType] = &[RunnerType::Instance];

#[test]
fn one_request_at_a_time_looks_for_them() {
    let mut sweep = listed(groups([1, 2, 3, 4]), projects([]));
    let scout = sweep.next_task().unwrap();
    let typed = sweep.next_task().unwrap();
    assert_eq!((line(&scout), line(&typed)), ("Group(1)".into(), "Group(2) group_type".into()));
    sweep.arrived(&scout, full_page(2, Some(101)));
    let rest = tasks(&mut sweep);
    let expected = ["Group(3) group_type", "Group(4) group_type", "Group(1) 2"];
    assert_eq!(rest.iter().map(line).collect::<Vec<_>>(), expected, "its second page may still tell");
}

#[test]
fn the_next_one_looks_when_the_first_saw_none_or_failed() {
    let mut sweep = listed(groups([1, 2, 3, 4]), projects([]));
    let none = sweep.next_task().unwrap();
    sweep.arrived(&none, runners(&[RunnerType::Group]));
    let failing = sweep.next_task().unwrap();
    assert_eq!(line(&failing), "Group(2)");
    sweep.failed(&failing, SERVER);
    let seeing = sweep.next_task().unwrap();
    assert_eq!(line(&seeing), "Group(3)");
    sweep.arrived(&seeing, runners(INSTANCE));
    sweep.retry_failed();
    assert_eq!(lines(&mut sweep), ["Group(4) group_type", "Group(2) group_type"]);
}

#[test]
fn the_one_that_failed_looks_when_it_is_tried_again() {
    let mut sweep = listed(groups([1, 2]), projects([]));
    let both = tasks(&mut sweep);
    sweep.failed(&both[0], forbidden());
    sweep.retry(PartId::Group(1));
    assert_eq!(lines(&mut sweep), ["Group(1)"]);
    sweep.arrived(&both[0], runners(&[RunnerType::Instance]));
    sweep.arrived(&both[1], runners(&[RunnerType::Group]));
    assert!(sweep.is_done(), "instance runners came with it");
}

#[test]
fn a_project_that_refused_its_list_is_not_asked_for_them_alone() {
    let mut sweep = listed(groups([]), projects([(10, 2)]));
    let project = sweep.next_task().unwrap();
    sweep.failed(&project, forbidden());
    assert!(sweep.is_done());
}

#[test]
fn after_one_that_saw_none_all_others_look() {
    let mut sweep = listed(groups([1, 2, 3, 4, 5]), projects([]));
    let [first, typed] = [sweep.next_task().unwrap(), sweep.next_task().unwrap()];
    sweep.arrived(&first, runners(&[]));
    let looking = [sweep.next_task().unwrap(), sweep.next_task().unwrap()];
    assert_eq!(looking.each_ref().map(line), ["Group(3)", "Group(4)"]);
    sweep.arrived(&looking[0], runners(INSTANCE));
    assert_eq!(lines(&mut sweep), ["Group(5) group_type"]);
    sweep.arrived(&typed, runners(&[]));
}

#[test]
fn a_group_that_was_not_asked_for_them_is_asked_again_when_no_other_told() {
    let mut sweep = listed(groups([1, 2]), projects([(10, 100)]));
    let both = tasks(&mut sweep);
    sweep.arrived(&both[0], runners(&[]));
    sweep.arrived(&both[1], runners(&[RunnerType::Group]));
    let again = sweep.next_task().unwrap();
    assert_eq!((line(&again), sweep.next_task()), ("GroupInstance(2) instance_type".to_owned(), None));
    sweep.failed(&again, forbidden());
    assert_eq!(sweep.failures().next().unwrap().name, "instance runners of group g2");
    let project = sweep.next_task().unwrap();
    assert_eq!(line(&project), "ProjectInstance(10) instance_type");
    sweep.arrived(&project, runners(INSTANCE));
    assert!(sweep.is_done() && sweep.failures().next().is_none());
}

#[test]
fn a_project_that_is_asked_anyway_looks_as_well() {
    let mut sweep = listed(groups([]), projects([(10, 2), (11, 3), (12, 100)]));
    let tried = tasks(&mut sweep);
    assert_eq!(tried.iter().map(line).collect::<Vec<_>>(), ["Project(10)", "Project(11) group_type"]);
    sweep.arrived(&tried[1], runners(&[RunnerType::Group]));
    assert_eq!(sweep.arrived(&tried[0], runners(INSTANCE)).unwrap().path(), "g2/p10");
    assert_eq!(lines(&mut sweep), Vec::<String>::new(), "project 10 told of no group runner, and there is no other");
}

#[test]
fn projects_are_tried_when_no_group_told_of_any() {
    let mut sweep = listed(groups([1]), projects([(10, 1), (11, 1), (12, 100), (13, 101)]));
    let group = sweep.next_task().unwrap();
    assert_eq!(sweep.next_task(), None, "not while a group may tell");
    sweep.arrived(&group, runners(&[]));
    for (id, seen) in [(10, runners(&[])), (12, runners(&[])), (13, runners(INSTANCE))] {
        let task = sweep.next_task().unwrap();
        assert_eq!(line(&task), format!("ProjectInstance({id}) instance_type"));
        assert_eq!(sweep.next_task(), None, "one at a time");
        assert_eq!(sweep.arrived(&task, seen), Some(Place::Instance));
    }
    assert!(sweep.is_done(), "project 11 would add nothing");
}

#[test]
fn ten_projects_are_tried_at_most() {
    let known = (1..=20).map(|id| project(id, 100 + id % 4)).collect();
    let mut sweep = listed(groups([]), Arrived::Projects(last(known)));
    for tried in 0..10 {
        let task = sweep.next_task().unwrap();
        if tried % 2 == 0 {
            sweep.arrived(&task, runners(&[]));
        } else {
            sweep.failed(&task, forbidden());
        }
    }
    assert!(sweep.is_done());
    assert_eq!(sweep.failures().count(), 5);
    sweep.retry(PartId::ProjectInstance(2));
    let again = sweep.next_task().unwrap();
    sweep.arrived(&again, runners(INSTANCE));
    assert_eq!(sweep.failures().count(), 0, "nobody needs the others now");
    assert!(sweep.is_done());
}

#[test]
fn the_same_lists_are_read_again_and_nothing_is_looked_for() {
    let mut sweep = listed(groups([1, 2]), projects([(10, 3), (11, 3), (12, 2)]));
    while let Some(task) = sweep.next_task() {
        sweep.arrived(&task, runners(&[RunnerType::Group, RunnerType::Instance]));
    }
    let mut again = sweep.again();
    let tasks = tasks(&mut again);
    let mut asked: Vec<String> = tasks.iter().map(line).collect();
    asked.sort_unstable();
    assert_eq!(asked, ["Group(1)", "Group(2) group_type", "Owned", "Project(10) group_type"]);
    for task in &tasks {
        // The filter finds nothing.
        again.arrived(task, runners(&[]));
    }
    assert!(again.is_done() && again.again().next_task().is_some());
}
