//! Lists of several pages: with and without a total, by ids where numbers end, and duplicates.

use super::*;

#[test]
fn with_a_total_the_rest_is_asked_at_once() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    sweep.arrived(&first, full_page(2, Some(401)));
    let rest = tasks(&mut sweep);
    assert_eq!(rest.iter().map(line).collect::<Vec<_>>(), ["Instance 2", "Instance 3", "Instance 4", "Instance 5"]);
    // One runner more by now: the last page is not the last any more.
    sweep.arrived(&rest[3], full_page(6, Some(501)));
    assert_eq!(lines(&mut sweep), ["Instance 6"]);
}

#[test]
fn a_server_may_give_smaller_pages_than_we_ask_for() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    let short = RunnersInShort { rows: 50, next: Some(PageToken::Number(2)), total: Some(120), ..Default::default() };
    sweep.arrived(&first, Arrived::Runners(short));
    assert_eq!(lines(&mut sweep), ["Instance 2", "Instance 3"]);
}

#[test]
fn without_a_total_six_pages_are_awaited_until_one_is_not_full() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    sweep.arrived(&first, full_page(2, None));
    let ahead = tasks(&mut sweep);
    assert_eq!(ahead.iter().map(line).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7].map(|n| format!("Instance {n}")));
    sweep.arrived(&ahead[2], full_page(5, None));
    sweep.arrived(&ahead[0], full_page(3, None));
    let two = tasks(&mut sweep);
    assert_eq!(two.iter().map(line).collect::<Vec<_>>(), ["Instance 8", "Instance 9"]);
    sweep.arrived(&two[0], runners(&[RunnerType::Project]));
    sweep.arrived(&ahead[1], full_page(4, None));
    assert_eq!(lines(&mut sweep), Vec::<String>::new(), "page 8 is the last");
    for task in [&ahead[3], &ahead[4], &ahead[5], &two[1]] {
        assert!(!sweep.is_done());
        sweep.arrived(task, runners(&[]));
    }
    assert!(sweep.is_done());
}

#[test]
fn pages_after_the_end_are_given_up() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    sweep.arrived(&first, full_page(2, Some(600)));
    let second = sweep.next_task().unwrap();
    let third = sweep.next_task().unwrap();
    let fourth = sweep.next_task().unwrap();
    sweep.failed(&fourth, SERVER);
    // The list shrank: page 2 is the last.
    sweep.arrived(&second, runners(&[]));
    sweep.give_back(&third);
    assert_eq!(sweep.progress(), Progress { done: 2, ..Progress::default() });
    assert!(sweep.is_done() && sweep.failures().next().is_none() && sweep.next_task().is_none());
}

#[test]
fn a_list_by_cursors_is_followed() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    let cursor = PageToken::Cursor(vec![("cursor".to_owned(), "abc".to_owned())]);
    let short = RunnersInShort { rows: 100, next: Some(cursor), ..RunnersInShort::default() };
    sweep.arrived(&first, Arrived::Runners(short));
    assert_eq!(lines(&mut sweep), ["Instance cursor=abc"]);
}

#[test]
fn projects_go_on_by_ids_where_page_numbers_end() {
    let refusal = || Error::Invalid { status: 405, message: "offset".to_owned(), fields: Vec::new() };
    let mut sweep = listed(groups([]), projects([]));
    assert!(sweep.is_done());
    sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    let page = |ids: [u64; 2], next| {
        let items = ids.map(|id| project(id, 100)).into();
        Arrived::Projects(Page { items, next: Some(PageToken::Number(next)), total: None })
    };
    sweep.arrived(&first[2], page([1, 2], 2));
    let ahead = tasks(&mut sweep);
    sweep.arrived(&ahead[1], page([5, 6], 4));
    sweep.failed(&ahead[2], refusal());
    sweep.failed(&ahead[5], refusal());
    sweep.failed(&ahead[3], refusal());
    assert!(sweep.next_task().is_none_or(|task| task.part != PartId::Projects), "not while others are under way");
    sweep.arrived(&ahead[0], page([3, 4], 3));
    sweep.failed(&ahead[4], SERVER);
    let rest = tasks(&mut sweep);
    let Some(by_id) = rest.iter().find(|task| task.part == PartId::Projects) else { panic!("{rest:?}") };
    assert_eq!(line(by_id), "Projects pagination=keyset id_after=6");
    assert!(sweep.failures().next().is_none(), "that is not for a person to mend");
    assert_eq!(sweep.plan().projects, 6);
}

#[test]
fn what_is_listed_twice_is_asked_once() {
    let sweep = &mut listed(groups([3, 3]), projects([(1, 9), (1, 9)]));
    assert_eq!(lines(sweep), ["Group(3)", "Project(1) group_type"]);
    assert_eq!(sweep.plan(), Plan { groups: 1, projects: 1, requests: 5, is_certain: true });
}
