//! The pace under random weather, and against servers that behave in known ways.

use std::collections::VecDeque;

use proptest::prelude::*;

use super::*;

/// A pace whose requests are under way, and a clock.
#[derive(Default)]
struct Road {
    pace: Pace,
    now: i64,
    under_way: VecDeque<Start>,
}

impl Road {
    /// Starts as many as may start, and says what the next waits for.
    fn fill(&mut self, is_budgeted: bool) -> Wait {
        for _ in 0..10_000 {
            match self.pace.start(self.now, is_budgeted) {
                Ok(start) => self.under_way.push_back(start),
                Err(wait) => return wait,
            }
        }
        unreachable!("it never holds")
    }

    fn answer(&mut self) -> bool {
        let start = self.under_way.pop_front().unwrap();
        self.pace.answered(self.now, &start)
    }

    fn refuse(&mut self) -> Refusal {
        let start = self.under_way.pop_front().unwrap();
        self.pace.refused(self.now, &start, &mut 0)
    }

    /// Rounds against a server that takes as long as `latency` says for so many at once.
    fn drive(&mut self, rounds: usize, latency: impl Fn(i64) -> i64) {
        for _ in 0..rounds {
            self.fill(false);
            self.now += latency(i64::try_from(self.under_way.len()).unwrap());
            // Each makes room for the next at once.
            for _ in 0..self.under_way.len() {
                self.answer();
                self.fill(false);
            }
        }
    }
}

#[test]
fn six_at_once_to_begin_with() {
    let mut road = Road::default();
    assert_eq!(road.fill(false), Wait::ForOne);
    assert_eq!(road.under_way.len(), 6);
}

#[test]
fn more_while_it_pays() {
    let mut road = Road::default();
    road.drive(20, |_| 50);
    assert_eq!(road.pace.at_once(), 12);
}

#[test]
fn no_more_where_it_does_not_pay() {
    let mut road = Road::default();
    // As a browser over HTTP/1.1: six travel, the others wait their turn.
    for _ in 0..60 {
        road.drive(1, |n| 50 * (n.max(6)) / 6);
        assert!((6..=7).contains(&road.pace.at_once()), "{}", road.pace.at_once());
    }
}

#[test]
fn no_more_where_nobody_waits_for_it() {
    let mut road = Road::default();
    for _ in 0..100 {
        road.under_way.push_back(road.pace.start(road.now, false).unwrap());
        road.now += 50;
        road.answer();
    }
    assert_eq!(road.pace.at_once(), 6);
}

#[test]
fn fewer_when_answers_grow_slow_and_fewer_helps() {
    let mut road = Road::default();
    road.drive(2, |_| 50);
    // Crowded: the answers a second stay the same, however many ask.
    road.drive(8, |n| n * 100);
    assert!(road.pace.at_once() < 5, "{}", road.pace.at_once());
}

#[test]
fn as_many_where_requests_take_longer_by_themselves() {
    let mut road = Road::default();
    road.drive(2, |_| 50);
    road.drive(20, |_| 900);
    assert_eq!(road.pace.at_once(), 12);
}

#[test]
fn a_429_halves_and_pauses_all_once() {
    let mut road = Road::default();
    road.fill(false);
    let refusal = road.refuse();
    let pause = refusal.pause.unwrap();
    assert!(refusal.again && (PAUSES[0] / 2..=PAUSES[0]).contains(&pause));
    for _ in 0..3 {
        assert_eq!(road.refuse(), Refusal { pause: None, again: true }, "the others only repeat it");
    }
    assert_eq!(road.pace.at_once(), 3);
    assert_eq!(road.fill(false), Wait::Millis(millis_of(pause)));
    assert!(!road.answer() && !road.answer(), "what was under way before says nothing");
    road.now += i64::from(millis_of(pause));
    assert_eq!(road.fill(false), Wait::ForOne);
    assert_eq!(road.under_way.len(), 1, "one tries the door");
    assert!(road.answer(), "and it is open");
    road.fill(false);
    assert_eq!(road.under_way.len(), 3);
    road.drive(60, |_| 50);
    assert_eq!(road.pace.at_once(), 12, "it recovers");
}

#[test]
fn pauses_grow_and_end() {
    let mut road = Road::default();
    for longest in PAUSES {
        road.fill(false);
        let Refusal { pause: Some(pause), again: true } = road.refuse() else { panic!("no pause") };
        assert!((longest / 2..=longest).contains(&pause));
        road.under_way.clear();
        road.pace.under_way = 0;
        road.now += i64::from(millis_of(pause));
    }
    road.fill(false);
    let last = road.refuse();
    assert!(!last.again && last.pause.is_some(), "this one is given up, and still all wait");
    road.now += 60_000;
    road.fill(false);
    assert!(road.answer());
    road.fill(false);
    assert!(road.refuse().pause.unwrap() <= PAUSES[0], "after an answer they begin anew");
}

#[test]
fn trouble_takes_one_away_and_goes_by() {
    let mut road = Road::default();
    road.fill(false);
    for start in std::mem::take(&mut road.under_way) {
        road.pace.failed(road.now, &start);
    }
    assert_eq!(road.pace.at_once(), 5, "one trouble, however many tell of it");
    road.drive(30, |_| 50);
    assert_eq!(road.pace.at_once(), 12);
}

#[test]
fn what_a_person_waits_for_counts_and_is_not_held() {
    let mut road = Road::default();
    road.pace.set_budget(3);
    for _ in 0..3 {
        road.under_way.push_back(road.pace.start(road.now, true).unwrap());
        road.now += 1000;
        road.answer();
    }
    assert_eq!(road.pace.start(road.now, true).unwrap_err(), Wait::Budget(57_000));
    for _ in 0..2 {
        road.under_way.push_back(road.pace.start(road.now, false).unwrap());
        road.answer();
    }
    assert_eq!(road.pace.start(road.now, true).unwrap_err(), Wait::Budget(59_000), "two more have to leave");
    road.pace.set_budget(6);
    assert!(road.pace.start(road.now, true).is_ok());
}

/// What happens next: something, and so many milliseconds later.
fn step() -> impl Strategy<Value = (u8, i64)> {
    (0_u8..8, prop_oneof![Just(0_i64), 0_i64..300, 0_i64..40_000])
}

proptest! {
    #[test]
    fn it_never_leaves_its_bounds(budget in 1_usize..40, steps in proptest::collection::vec(step(), 1..400)) {
        let mut road = Road::default();
        road.pace.set_budget(budget);
        let mut budgeted: Vec<i64> = Vec::new();
        for (what, later) in steps {
            road.now += later;
            match what {
                0..=3 => {
                    if let Ok(start) = road.pace.start(road.now, what > 0) {
                        road.under_way.push_back(start);
                        if what > 0 {
                            budgeted.push(road.now);
                        }
                    }
                }
                _ if road.under_way.is_empty() => {}
                4 => drop(road.answer()),
                5 => drop(road.refuse()),
                6 => {
                    let start = road.under_way.pop_back().unwrap();
                    road.pace.failed(road.now, &start);
                }
                _ => {
                    road.under_way.pop_back();
                    road.pace.given_up();
                }
            }
            prop_assert!((1..=12).contains(&road.pace.at_once()));
            prop_assert!(road.under_way.len() <= 12);
            prop_assert_eq!(road.under_way.len(), road.pace.under_way);
        }
        for (index, since) in budgeted.iter().enumerate() {
            let within = budgeted[index..].iter().take_while(|at| *at - since < 60_000).count();
            prop_assert!(within <= budget, "{} starts in a minute", within);
        }
        // Whatever happened, what is waited for comes.
        while !road.under_way.is_empty() {
            road.answer();
        }
        let mut waits = 0;
        while let Err(wait) = road.pace.start(road.now, true) {
            let (Wait::Millis(millis) | Wait::Budget(millis)) = wait else { panic!("nothing is under way to wait for") };
            prop_assert!(millis > 0 && waits < 2 + budget);
            road.now += i64::from(millis);
            waits += 1;
        }
    }

    #[test]
    fn it_recovers_from_any_trouble(kinds in proptest::collection::vec(0_u8..3, 0..60)) {
        let mut road = Road::default();
        for kind in kinds {
            while let Wait::Millis(millis) = road.fill(false) {
                road.now += i64::from(millis);
            }
            road.now += 40;
            let start = road.under_way.pop_front().unwrap();
            match kind {
                0 => drop(road.pace.refused(road.now, &start, &mut 0)),
                1 => road.pace.failed(road.now, &start),
                _ => drop(road.pace.answered(road.now, &start)),
            }
        }
        while let Wait::Millis(millis) = road.fill(false) {
            road.now += i64::from(millis);
        }
        road.drive(120, |_| 50);
        prop_assert_eq!(road.pace.at_once(), 12);
    }
}
