//! Which of the listed runners a search shows. Prepared once a search, asked of every row.

use std::collections::HashSet;

use super::Fleet;
use super::row::{Facts, Row};
use super::texts::{Text, TextList};
use crate::gitlab::term::RunnerType;
use crate::gitlab::timestamp::Timestamp;
use crate::search::{RunnerSearch, Source, begins_with, by_name};

const DAY: i64 = 86_400;

/// What a row is to filters: of several answers the last of these counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// It is what they ask for.
    Yes,
    /// Its details will tell; they are not here yet.
    ByDetails,
    /// This GitLab does not tell it, or not to this user.
    Untold,
    /// It is not.
    No,
}

impl From<bool> for Answer {
    fn from(is: bool) -> Self {
        if is { Self::Yes } else { Self::No }
    }
}

type Test<'a> = Box<dyn Fn(&Row, Option<&Facts>) -> Answer + 'a>;

/// How many rows are left out only because it is not known whether they are what is searched for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// Their details will tell.
    pub by_details: usize,
    /// This GitLab does not tell it, or not to this user.
    pub untold: usize,
    /// A text was not looked for in their tags, versions and addresses: these are not here.
    pub unsearched: usize,
}

impl Undecided {
    /// Of how many more will be known once the details of all are here.
    pub fn by_loading(self) -> usize {
        self.by_details.max(self.unsearched)
    }

    /// Counts what a row answered. Whether it is shown.
    pub(super) fn count(&mut self, answer: Answer) -> bool {
        self.by_details += usize::from(answer == Answer::ByDetails);
        self.untold += usize::from(answer == Answer::Untold);
        answer == Answer::Yes
    }
}

/// A prepared search, but for its text.
pub struct Filter<'a> {
    fleet: &'a Fleet,
    tests: Vec<Test<'a>>,
    /// Those whose details GitLab refuses.
    refused: HashSet<u64>,
}

impl<'a> Filter<'a> {
    /// `answered` are the tags that GitLab has filtered by: where details are not known, its word is taken. `now` is in
    /// epoch milliseconds.
    pub fn new(fleet: &'a Fleet, search: &'a RunnerSearch, answered: &[String], now: i64) -> Self {
        let mut filter = Self { fleet, tests: Vec::new(), refused: fleet.refused().collect() };
        filter.lists(search);
        filter.tags(search, answered);
        filter.machines(search);
        filter.flags(search);
        filter.times(search, now);
        filter
    }

    /// Whether it shows every row.
    pub fn is_open(&self) -> bool {
        self.tests.is_empty()
    }

    /// Whether a row is shown.
    pub fn shows(&self, place: u32) -> Answer {
        let row = &self.fleet.rows[place as usize];
        let facts = row.facts.map(|at| &self.fleet.facts[at as usize]);
        let mut shown = Answer::Yes;
        for test in &self.tests {
            shown = shown.max(test(row, facts));
            if shown == Answer::No {
                break;
            }
        }
        let is_refused = shown == Answer::ByDetails && self.refused.contains(&row.id);
        if is_refused { Answer::Untold } else { shown }
    }

    /// Whether a row in which the text was not found may be shown once its details are here.
    pub fn may_show(&self, place: u32) -> Answer {
        let row = &self.fleet.rows[place as usize];
        let may_be = row.facts.is_none() && !self.refused.contains(&row.id);
        if may_be { self.shows(place).max(Answer::ByDetails) } else { Answer::No }
    }

    fn test(&mut self, test: impl Fn(&Row) -> bool + 'a) {
        self.tests.push(Box::new(move |row, _| test(row).into()));
    }

    fn fact(&mut self, test: impl Fn(&Facts) -> bool + 'a) {
        self.fact_or(Answer::ByDetails, test);
    }

    /// `unknown` is the answer where there are no details.
    fn fact_or(&mut self, unknown: Answer, test: impl Fn(&Facts) -> bool + 'a) {
        self.tests.push(Box::new(move |_, facts| facts.map_or(unknown, |facts| test(facts).into())));
    }

    /// A word of the search as it is kept; one that no runner has is no runner's.
    fn word(&self, word: &str) -> Option<Text> {
        self.fleet.texts.find(word).filter(|text| text.is_some())
    }

    /// GitLab's own filters mean wider things than their words: its `offline` also brings stale runners, its
    /// `never_contacted` some that are shown as stale, its `online` paused ones (`app/models/ci/runner.rb`). Ours mean
    /// the words of the table.
    fn lists(&mut self, search: &RunnerSearch) {
        if let Some(kind) = &search.runner_type {
            let kind = self.word(kind.as_str());
            self.test(move |row| Some(row.kind) == kind);
        }
        if let Some(status) = &search.status {
            let status = self.word(status.as_str());
            self.test(move |row| Some(row.status) == status);
        }
        if let Some(paused) = search.paused {
            self.test(move |row| row.paused == paused);
        }
        if let Some(busy) = search.busy {
            let fleet = self.fleet;
            self.tests.push(Box::new(move |row, facts| row.busy.map_or(fleet.untold(facts), |is| (is == busy).into())));
        }
        if let Some(through) = &search.through {
            let ways = self.ways(through);
            let texts = &self.fleet.texts;
            // Details tell the projects of a project runner, and whose any runner is that no sweep has seen.
            let project = self.word(RunnerType::Project.as_str()).filter(|_| matches!(through, Source::Project(_)));
            self.tests.push(Box::new(move |row, facts| {
                let seen = texts.items(row.ways);
                let may_be = facts.is_none() && (seen.is_empty() || Some(row.kind) == project);
                match seen.iter().any(|way| ways.contains(way)) {
                    false if may_be => Answer::ByDetails,
                    is_seen => is_seen.into(),
                }
            }));
        }
    }

    /// The ways that lead through a place: itself, and for a group those above it, whose runners it can use. GitLab does
    /// not tell paths apart by case (`app/models/concerns/routable.rb`).
    fn ways(&self, through: &Source) -> Vec<Text> {
        let word = through.to_string().to_lowercase();
        let leads = |way: &str| {
            let way = way.to_lowercase();
            word == way
                || way.starts_with("group:") && word.strip_prefix(&way).is_some_and(|rest| rest.starts_with('/'))
        };
        let ways = self.fleet.texts.words().filter(|way| way.len() <= word.len() && leads(way));
        ways.filter_map(|way| self.word(way)).collect()
    }

    fn tags(&mut self, search: &RunnerSearch, answered: &[String]) {
        let texts = &self.fleet.texts;
        let has = move |list: TextList, tag: Option<Text>| tag.is_some_and(|tag| texts.items(list).contains(&tag));
        let numbers = |tags: &[String]| tags.iter().map(|tag| self.word(tag)).collect::<Vec<_>>();
        let (all, any, none) = (numbers(&search.tags), numbers(&search.any_tags), numbers(&search.no_tags));
        if !all.is_empty() {
            let is_answered = search.tags.iter().all(|tag| answered.contains(tag));
            let unknown = if is_answered { Answer::Yes } else { Answer::ByDetails };
            self.fact_or(unknown, move |facts| all.iter().all(|tag| has(facts.tags, *tag)));
        }
        if !any.is_empty() {
            self.fact(move |facts| any.iter().any(|tag| has(facts.tags, *tag)));
        }
        if !none.is_empty() {
            self.fact(move |facts| !none.iter().any(|tag| has(facts.tags, *tag)));
        }
    }

    /// GitLab's own filter by version looks at every manager of a runner; ours at the one seen last, whose version the
    /// table shows.
    fn machines(&mut self, search: &'a RunnerSearch) {
        let texts = &self.fleet.texts;
        if let Some(prefix) = &search.version {
            self.fact(move |facts| begins_with(texts.word(facts.version), prefix));
        }
        if let Some(limit) = &search.older_than {
            self.fact(move |facts| {
                texts
                    .some(facts.version)
                    .is_some_and(|version| by_name(version, limit).is_lt() && !begins_with(version, limit))
            });
        }
        if let Some(platform) = &search.platform {
            let platform = self.word(platform);
            self.fact(move |facts| Some(facts.platform) == platform);
        }
        if let Some(architecture) = &search.architecture {
            let architecture = self.word(architecture);
            self.fact(move |facts| Some(facts.architecture) == architecture);
        }
    }

    fn flags(&mut self, search: &RunnerSearch) {
        if let Some(locked) = search.locked {
            self.fact(move |facts| facts.locked == locked);
        }
        if let Some(protected) = search.protected {
            self.fact(move |facts| facts.protected == protected);
        }
        if let Some(untagged) = search.run_untagged {
            self.fact(move |facts| facts.run_untagged == untagged);
        }
        if let Some(never) = search.never_ran {
            let fleet = self.fleet;
            self.tests.push(Box::new(move |_, facts| match facts {
                Some(Facts { job_count: Some(count), .. }) => ((*count == 0) == never).into(),
                facts if fleet.graphql_may_tell(facts) => Answer::ByDetails,
                _ => Answer::Untold,
            }));
        }
    }

    fn times(&mut self, search: &RunnerSearch, now: i64) {
        if let Some(days) = search.unseen_days {
            // What never was, at 0, is below any limit.
            let limit = (now.div_euclid(1000) - i64::from(days) * DAY).max(1);
            self.fact(move |facts| i64::from(facts.contacted_at.seconds()) < limit);
        }
        if let Some(day) = search.created_before.as_deref().and_then(Timestamp::parse) {
            let limit = day.0.div_euclid(1000);
            let fleet = self.fleet;
            self.tests.push(Box::new(move |row, facts| {
                let at = row.created_at.ms().map(|ms| ms.div_euclid(1000));
                at.map_or(fleet.untold(facts), |at| (at < limit).into())
            }));
        }
    }
}

impl Fleet {
    /// Whether there may be more to a runner than is known: what GraphQL alone tells.
    pub(super) fn graphql_may_tell(&self, facts: Option<&Facts>) -> bool {
        !self.by_rest && facts.is_none_or(|facts| facts.reading == 0)
    }

    /// What the answer is where a list did not tell what newer ones do.
    fn untold(&self, facts: Option<&Facts>) -> Answer {
        let may_come = self.asks_more && self.graphql_may_tell(facts);
        if may_come { Answer::ByDetails } else { Answer::Untold }
    }
}
