//! Runners are deleted while the instance's list is read: none of the others is missed, whatever the order of things.

use std::collections::BTreeSet;

use super::run::Dice;
use super::*;

#[test]
fn pages_onto_which_rows_may_have_moved_are_read_once_more() {
    let mut sweep = Sweep::new(true);
    let first = tasks(&mut sweep);
    sweep.arrived(&first[0], full_page(2, Some(450)));
    let rest = tasks(&mut sweep);
    sweep.arrived(&rest[0], full_page(3, Some(450)));
    sweep.shift();
    let expected = ["Instance 2", "Instance 3", "Instance 4"];
    assert_eq!(lines(&mut sweep), expected, "1 has all it can get, 3 and 4 may be answered by now, nothing is after 5");
}

#[test]
fn a_list_of_one_page_is_not_read_twice() {
    let mut sweep = listed(groups([1]), projects([]));
    let task = sweep.next_task().unwrap();
    sweep.shift();
    assert_eq!(sweep.next_task(), None);
    sweep.arrived(&task, runners(&[RunnerType::Instance]));
    sweep.shift();
    assert!(sweep.is_done());
}

#[test]
fn a_page_is_read_once_more_however_many_are_deleted() {
    let mut sweep = Sweep::new(true);
    let first = sweep.next_task().unwrap();
    (0..3).for_each(|_| sweep.shift());
    sweep.arrived(&first, full_page(2, Some(150)));
    assert_eq!(lines(&mut sweep), ["Instance 1", "Instance 2"]);
}

#[test]
fn nobody_is_missed() {
    for seed in 1..=300_u64 {
        let mut dice = Dice(seed * 7919);
        let (total, at_once) = (dice.roll(60), 1 + dice.roll(6));
        let tells_totals = dice.roll(2) == 0;
        let mut alive: Vec<usize> = (0..total).collect();
        let mut seen = BTreeSet::new();
        let mut sweep = Sweep::new(true);
        let mut under_way: Vec<(Task, Option<Answer>)> = Vec::new();
        loop {
            match dice.roll(8) {
                0 if !alive.is_empty() => {
                    alive.remove(dice.roll(alive.len()));
                    // What others delete is told by the total alone.
                    if !tells_totals || dice.roll(2) == 0 {
                        sweep.shift();
                    }
                }
                1 | 2 if under_way.len() < at_once => {
                    under_way.extend(sweep.next_task().map(|task| (task, None)));
                }
                3 | 4 if !under_way.is_empty() => {
                    let at = dice.roll(under_way.len());
                    let (task, answer) = &mut under_way[at];
                    *answer = answer.take().or_else(|| Some(page_of(&alive, &task.page, tells_totals)));
                }
                5 | 6 if !under_way.is_empty() => {
                    let at = dice.roll(under_way.len());
                    if let (task, Some((rows, arrived))) = under_way.swap_remove(at) {
                        seen.extend(rows);
                        sweep.arrived(&task, arrived);
                    } else {
                        sweep.give_back_all();
                        under_way.clear();
                    }
                }
                _ if under_way.is_empty() && sweep.is_done() => break,
                _ => {}
            }
        }
        let missed: Vec<_> = alive.iter().filter(|row| !seen.contains(row)).collect();
        assert!(missed.is_empty(), "{missed:?} of {total} with seed {seed}");
    }
}

/// The rows of a page, and what the sweep hears of them.
type Answer = (Vec<usize>, Arrived);

/// Five rows a page.
fn page_of(alive: &[usize], page: &PageToken, tells_totals: bool) -> Answer {
    let number = match page {
        PageToken::Number(number) => *number,
        _ => 1,
    };
    let rows: Vec<usize> = alive.iter().skip((number - 1) * 5).take(5).copied().collect();
    let short = RunnersInShort {
        rows: rows.len(),
        next: (number * 5 < alive.len()).then_some(PageToken::Number(number + 1)),
        total: tells_totals.then_some(alive.len()),
        ..RunnersInShort::default()
    };
    (rows, Arrived::Runners(short))
}
