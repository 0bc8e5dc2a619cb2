//! What rows are ordered by: one number a row for each column, so that ordering compares numbers only.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::Fleet;
use super::row::{Facts, Row};
use super::texts::{Text, TextList};
use crate::gitlab::term::{RunnerStatus, RunnerType};
use crate::search::{Column, by_name, ways_in_words};

/// What is missing or not known stands last, in both directions.
pub const MISSING: u64 = u64::MAX;

/// The numbers of all rows for a column; `names` are those of the descriptions, which take long.
pub fn keys(fleet: &Fleet, column: Column, names: &[u32]) -> Vec<u64> {
    let texts = &fleet.texts;
    let of_row = |key: &dyn Fn(usize, &Row) -> u64| {
        fleet.rows.iter().enumerate().map(|(place, row)| key(place, row)).collect::<Vec<_>>()
    };
    let of_facts =
        |key: &dyn Fn(&Facts) -> u64| of_row(&|_, row| row.facts.map_or(MISSING, |at| key(&fleet.facts[at as usize])));
    let of_text = |text: fn(&Facts) -> Text| {
        let ranks = ranks(fleet, fleet.facts.iter().map(text));
        of_facts(&|facts| ranks[text(facts).index()])
    };
    let in_words = |list: TextList| texts.words_of(list).map(Cow::Borrowed).collect();
    let of_list = |list: fn(&Facts) -> TextList| {
        let ranks = list_ranks(fleet, &mut fleet.facts.iter().map(list), &in_words);
        of_facts(&|facts| ranks[list(facts).index()])
    };
    match column {
        Column::Description => of_row(&|place, _| match fleet.names.get(place) {
            "" => MISSING,
            _ => u64::from(names[place]),
        }),
        Column::Id => of_row(&|_, row| row.id),
        Column::Status => {
            of_row(&|_, row| place_of(RunnerStatus::ALL.iter().position(|one| one.as_str() == texts.word(row.status))))
        }
        Column::Type => {
            of_row(&|_, row| place_of(RunnerType::ALL.iter().position(|one| one.as_str() == texts.word(row.kind))))
        }
        Column::Activity => of_row(&|_, row| row.busy.map_or(MISSING, |busy| u64::from(!busy))),
        Column::CreatedAt => {
            of_row(&|_, row| row.created_at.ms().map_or(MISSING, |_| u64::from(row.created_at.seconds())))
        }
        Column::CreatedBy => {
            let ranks = ranks(fleet, fleet.rows.iter().map(|row| row.created_by));
            of_row(&|_, row| ranks[row.created_by.index()])
        }
        Column::Through => {
            let words = |ways: TextList| vec![Cow::Owned(ways_in_words(texts.words_of(ways)))];
            let ranks = list_ranks(fleet, &mut fleet.rows.iter().map(|row| row.ways), &words);
            of_row(&|_, row| ranks[row.ways.index()])
        }
        Column::IpAddress => {
            let addresses = |row: &Row| fleet.addresses(row).unwrap_or_default();
            let ranks = list_ranks(fleet, &mut fleet.rows.iter().map(addresses), &in_words);
            of_row(&|_, row| ranks[addresses(row).index()])
        }
        Column::Tags => of_list(|facts| facts.tags),
        Column::Version => of_text(|facts| facts.version),
        Column::Owner => of_text(|facts| facts.owner),
        Column::Platform => of_text(|facts| facts.platform),
        Column::Architecture => of_text(|facts| facts.architecture),
        Column::Executor => of_text(|facts| facts.executor.unwrap_or_default()),
        Column::ContactedAt => of_facts(&|facts| u64::from(facts.contacted_at.seconds())),
        Column::JobCount => of_facts(&|facts| facts.job_count.map_or(MISSING, u64::from)),
        Column::MaximumTimeout => of_facts(&|facts| facts.maximum_timeout.map_or(MISSING, u64::from)),
        Column::Locked => of_facts(&|facts| u64::from(!facts.locked)),
        Column::Protected => of_facts(&|facts| u64::from(!facts.protected)),
        Column::RunUntagged => of_facts(&|facts| u64::from(!facts.run_untagged)),
    }
}

fn place_of(place: Option<usize>) -> u64 {
    place.map_or(MISSING - 1, |place| place as u64)
}

/// The places of the words that are used, in the order in which people expect texts, by the words' numbers.
fn ranks(fleet: &Fleet, used: impl Iterator<Item = Text>) -> Vec<u64> {
    let texts = &fleet.texts;
    let mut ranks = vec![MISSING; texts.words().len()];
    let mut words: Vec<Text> = Vec::new();
    for text in used.filter(|text| text.is_some()) {
        if std::mem::replace(&mut ranks[text.index()], 0) == MISSING {
            words.push(text);
        }
    }
    words.sort_unstable_by(|a, b| by_name(texts.word(*a), texts.word(*b)));
    number(&mut ranks, words.iter().map(|text| text.index()));
    ranks
}

/// The same for lists, by the words they are given: by the first, then the second, and so on. The empty list is missing.
fn list_ranks<'a>(
    fleet: &'a Fleet,
    used: &mut dyn Iterator<Item = TextList>,
    words: &dyn Fn(TextList) -> Vec<Cow<'a, str>>,
) -> Vec<u64> {
    let texts = &fleet.texts;
    let mut ranks = vec![MISSING; texts.lists().len()];
    let mut lists: Vec<(Vec<Cow<'_, str>>, TextList)> = Vec::new();
    for list in used.filter(|list| !texts.items(*list).is_empty()) {
        if std::mem::replace(&mut ranks[list.index()], 0) == MISSING {
            lists.push((words(list), list));
        }
    }
    lists.sort_unstable_by(|(a, _), (b, _)| by_words(a, b));
    number(&mut ranks, lists.iter().map(|(_, list)| list.index()));
    ranks
}

fn number(ranks: &mut [u64], sorted: impl Iterator<Item = usize>) {
    for (rank, index) in sorted.enumerate() {
        ranks[index] = rank as u64;
    }
}

fn by_words(a: &[Cow<'_, str>], b: &[Cow<'_, str>]) -> Ordering {
    let pairs = a.iter().zip(b).map(|(a, b)| by_name(a, b));
    pairs.into_iter().find(|order| order.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
}
