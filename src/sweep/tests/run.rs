//! Drives a sweep against a world: several requests at once, answered in any order, some of them failing or stopped.

use std::collections::{BTreeMap, BTreeSet};

use super::gitlab::World;
use super::*;

/// Numbers that look random, the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap() % sides
    }
}

/// What a sweep gathered, and what it asked for that.
#[derive(Default)]
pub struct Gathered {
    /// Ways of each runner.
    pub runners: BTreeMap<u64, BTreeSet<Place>>,
    /// Every task that was handed out, with what was known then.
    pub asked: Vec<(Task, Known)>,
    /// Parts of which a page was answered.
    pub answered: BTreeSet<String>,
    /// The most untyped group and project lists that were under way at once, until one of them told of no instance runner.
    pub most_scouts: usize,
}

/// What was known when a task was handed out.
#[derive(Clone, Copy)]
pub struct Known {
    pub instance_runners: bool,
    /// Whether all groups and projects were listed.
    pub is_listed: bool,
}

/// How things go.
#[derive(Clone, Copy)]
pub struct Weather {
    pub at_once: usize,
    /// Of a hundred answers so many fail, until the storm is over.
    pub failing: usize,
    /// Of a hundred steps so many are a stop of all that is under way.
    pub stops: usize,
    /// Whether what is not asked otherwise is asked in the end.
    pub is_thorough: bool,
}

/// Runs a sweep to its end, all failures mended.
pub fn run(world: &World, weather: Weather, dice: &mut Dice) -> Gathered {
    let mut sweep = Sweep::new(false);
    let mut gathered = Gathered::default();
    let mut under_way: Vec<Task> = Vec::new();
    let mut allowed: BTreeMap<String, usize> = BTreeMap::new();
    let (mut has_instance, mut is_blank) = (false, false);
    for step in 0.. {
        assert!(step < 100_000, "it does not come to an end");
        let progress = sweep.progress();
        assert_eq!(progress.under_way, under_way.len());
        assert!(sweep.plan().requests >= progress.done + progress.to_do + progress.under_way + progress.failed);
        if dice.roll(100) < weather.stops {
            for task in under_way.drain(..) {
                *allowed.entry(format!("{task:?}")).or_default() += 1;
                sweep.give_back(&task);
            }
        }
        if dice.roll(100) < weather.failing {
            let failing: Vec<PartId> = sweep.failures().map(|failure| failure.part).collect();
            failing.get(dice.roll(failing.len() + 1)).into_iter().for_each(|part| sweep.retry(*part));
        }
        if under_way.len() < weather.at_once
            && let Some(task) = sweep.next_task()
        {
            let left = allowed.entry(format!("{task:?}")).or_insert(1);
            assert!(*left > 0, "{} is asked twice", line(&task));
            *left -= 1;
            let others_scout = |at: usize| sweep.parts[at].id != task.part && sweep.parts[at].pages.is_active();
            let is_looked_for = has_instance || is_untyped(&task) || sweep.scout.is_some_and(others_scout);
            let begins = is_place(&task) && task.page == PageToken::First && weather.stops == 0;
            assert!(is_looked_for || !begins, "nobody looks for instance runners with {}", line(&task));
            let known = Known { instance_runners: has_instance, is_listed: sweep.is_told() };
            gathered.asked.push((task.clone(), known));
            under_way.push(task);
            if !is_blank && !has_instance {
                let scouts = under_way.iter().filter(|task| is_untyped(task)).map(|task| format!("{:?}", task.part));
                gathered.most_scouts = gathered.most_scouts.max(scouts.collect::<BTreeSet<_>>().len());
            }
        } else if under_way.is_empty() {
            assert!(sweep.is_done());
            if sweep.failures().next().is_some() {
                sweep.retry_failed();
            } else if weather.is_thorough && sweep.unasked() > 0 {
                sweep.ask_unasked();
            } else {
                break;
            }
        } else {
            let task = under_way.swap_remove(dice.roll(under_way.len()));
            if step < 3000 && dice.roll(100) < weather.failing {
                *allowed.entry(format!("{task:?}")).or_default() += 1;
                sweep.failed(&task, if dice.roll(2) == 0 { SERVER } else { forbidden() });
                continue;
            }
            match world.answer(&task) {
                Ok((arrived, runners)) => {
                    gathered.answered.insert(format!("{:?}", task.part));
                    let is_last = matches!(&arrived, Arrived::Runners(short) if short.next.is_none());
                    let place = sweep.arrived(&task, arrived);
                    let left_out = place.iter().flat_map(|place| sweep.left_out_above(place)).collect::<Vec<_>>();
                    for runner in runners {
                        let kind = world.kind(runner);
                        has_instance |= kind == RunnerType::Instance;
                        let ways = gathered.runners.entry(runner).or_default();
                        ways.extend(Place::of(place.as_ref(), &kind));
                        for above in &left_out {
                            let is_seen = above.subgroups.iter().filter(|own| ways.contains(own)).count() > 1;
                            ways.extend(is_seen.then(|| above.group.clone()));
                        }
                    }
                    for siblings in sweep.siblings(task.part) {
                        for (runner, ways) in &mut gathered.runners {
                            if world.kind(*runner) == RunnerType::Group && ways.contains(&siblings.told) {
                                ways.extend(siblings.others.iter().cloned());
                            }
                        }
                    }
                    is_blank |= is_last && is_untyped(&task) && !has_instance;
                }
                Err(error) => sweep.failed(&task, error),
            }
        }
    }
    let total = sweep.progress();
    assert_eq!(Progress { done: total.done, ..Progress::default() }, total);
    gathered
}

fn is_place(task: &Task) -> bool {
    matches!(task.part, PartId::Group(_) | PartId::Project(_))
}

pub fn is_untyped(task: &Task) -> bool {
    is_place(task) && matches!(&task.call, Call::Runners(call) if call.runner_type.is_none())
}
