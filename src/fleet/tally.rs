//! How many of some runners each value of a filter would show: the counts beside the values it offers.

use super::facet::{Facet, facet};
use super::texts::Text;
use super::{Cell, Fleet};
use crate::search::{Choice, Column};

/// Counts the values of a filter, by its own words, among some runners: those that pass all other filters.
pub fn tally(fleet: &Fleet, places: &[u32], choice: Choice) -> Facet {
    let column = match choice {
        Choice::Status => Column::Status,
        Choice::Type => Column::Type,
        Choice::Locked => Column::Locked,
        Choice::Protected => Column::Protected,
        Choice::RunUntagged => Column::RunUntagged,
        Choice::Platform => Column::Platform,
        Choice::Architecture => Column::Architecture,
        Choice::Paused => return flags(places, |place| Some(fleet.at(place).is_paused())),
        Choice::Activity => return flags(places, |place| fleet.rows[place as usize].busy),
        Choice::Jobs => {
            return flags(places, |place| match fleet.at(place).cell(Column::JobCount) {
                Cell::Unknown => None,
                count => Some(count == Cell::Number(0)),
            });
        }
        Choice::Through => return through(fleet, places),
    };
    facet(fleet, places, column)
}

fn flags(places: &[u32], flag: impl Fn(u32) -> Option<bool>) -> Facet {
    let mut counts = [0, 0, 0];
    for place in places {
        counts[flag(*place).map_or(2, usize::from)] += 1;
    }
    let [no, yes, unknown] = counts;
    Facet { values: vec![("true".to_owned(), yes), ("false".to_owned(), no)], empty: 0, unknown }
}

/// A group can use what the groups above it have, so those count for it as well, as they do in the filter.
fn through(fleet: &Fleet, places: &[u32]) -> Facet {
    let texts = &fleet.texts;
    let mut lists = vec![0_usize; texts.lists().len()];
    let mut unknown = 0;
    for place in places {
        let row = &fleet.rows[*place as usize];
        lists[row.ways.index()] += 1;
        unknown += usize::from(is_seen_by_nobody(fleet, *place));
    }
    let below = Below::new(fleet);
    let mut counts = vec![0_usize; texts.words().len()];
    for (ways, count) in texts.lists().zip(&lists).filter(|(_, count)| **count > 0) {
        let mut reached: Vec<Text> = ways.iter().flat_map(|way| below.of(*way)).collect();
        reached.sort_unstable();
        reached.dedup();
        for way in reached {
            counts[way.index()] += count;
        }
    }
    let values = fleet.ways().into_iter().map(|(way, _)| {
        let count = texts.find(way).map_or(0, |text| counts[text.index()]);
        (way.to_owned(), count)
    });
    let mut values: Vec<_> = values.collect();
    values.sort_by_key(|(way, _)| order(way));
    Facet { values, empty: lists.first().copied().unwrap_or(0) - unknown, unknown }
}

/// Whether neither a list nor details told through what it is seen.
fn is_seen_by_nobody(fleet: &Fleet, place: u32) -> bool {
    let row = &fleet.rows[place as usize];
    row.facts.is_none() && fleet.texts.items(row.ways).is_empty()
}

/// The instance first, then groups, then projects, each by path.
pub(super) fn order(way: &str) -> (u8, String) {
    let (kind, path) = way.split_once(':').unwrap_or((way, ""));
    let rank = match kind {
        "instance" => 0,
        "group" => 1,
        _ => 2,
    };
    (rank, path.to_lowercase())
}

/// For each group that is a way, the ways below it.
struct Below(std::collections::HashMap<Text, Vec<Text>>);

impl Below {
    fn new(fleet: &Fleet) -> Self {
        let texts = &fleet.texts;
        let mut below = std::collections::HashMap::<Text, Vec<Text>>::new();
        for (way, _) in fleet.ways() {
            let Some(own) = texts.find(way).filter(|_| way.starts_with("group:")) else { continue };
            for (end, _) in way.match_indices('/') {
                if let Some(above) = texts.find(&way[..end]) {
                    below.entry(above).or_default().push(own);
                }
            }
        }
        Self(below)
    }

    /// A way and those below it.
    fn of(&self, way: Text) -> impl Iterator<Item = Text> + '_ {
        std::iter::once(way).chain(self.0.get(&way).into_iter().flatten().copied())
    }
}

/// Through what the listed runners are seen, in sum: how many places of a kind, and how many runners through them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaySums {
    /// Groups, and the runners seen through at least one.
    pub groups: (usize, usize),
    /// Projects, and the runners seen through at least one.
    pub projects: (usize, usize),
    /// Runners seen through the instance.
    pub instance: usize,
    /// Runners of which only their details will tell, which are not here.
    pub unknown: usize,
}

impl WaySums {
    /// Of all that are listed.
    pub fn of(fleet: &Fleet) -> Self {
        let kind = |way: &str| usize::from(order(way).0);
        let mut places = [0_usize; 3];
        fleet.ways().iter().for_each(|(way, _)| places[kind(way)] += 1);
        let mut lists = vec![0_usize; fleet.texts.lists().len()];
        fleet.listed().iter().for_each(|place| lists[fleet.rows[*place as usize].ways.index()] += 1);
        let mut runners = [0_usize; 3];
        for (ways, count) in fleet.texts.lists().zip(lists).filter(|(_, count)| *count > 0) {
            let mut seen = [false; 3];
            for way in ways {
                seen[kind(fleet.texts.word(*way))] = true;
            }
            (0..3).filter(|kind| seen[*kind]).for_each(|kind| runners[kind] += count);
        }
        let unknown = fleet.listed().iter().filter(|place| is_seen_by_nobody(fleet, **place)).count();
        Self { groups: (places[1], runners[1]), projects: (places[2], runners[2]), instance: runners[0], unknown }
    }
}
