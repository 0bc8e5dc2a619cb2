//! How fast requests may follow each other: so many at once, so many a minute, none while GitLab asks to slow down.
//!
//! No clock and no waiting in here: it is told the time, and says whether one more may start or what to wait for.

mod limit;
mod minute;

use std::time::Duration;

use limit::Limit;
use minute::Minute;

/// Requests a minute for what runs by itself, unless the settings say otherwise.
pub const BUDGET: usize = 600;

/// Pauses after 429, each longer than the one before. `Retry-After` cannot be read from a page, so they grow blindly.
pub const PAUSES: [Duration; 6] = [
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(16),
    Duration::from_secs(30),
    Duration::from_mins(1),
];

/// The pace of one connection. All that use it tell it of every request.
#[derive(Default)]
pub struct Pace {
    limit: Limit,
    minute: Minute,
    under_way: usize,
    last_end: i64,
    /// Nothing starts before this moment.
    paused_until: i64,
    /// How many pauses there were since GitLab last let us in. Until it does again, one request at a time tries.
    pauses: usize,
    /// Grows when the limit falls, so that what started before does not lower it again.
    epoch: u32,
    /// The epoch that the last 429 began.
    refused: u32,
}

/// What to wait for before asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Until a request that is under way ends.
    ForOne,
    /// For so many milliseconds.
    Millis(u32),
    /// The same, because the budget of this minute is used up.
    Budget(u32),
}

/// A request that is under way. It is given back when it ends.
#[derive(Debug)]
#[must_use = "a request that is under way ends some time"]
pub struct Start {
    at: i64,
    epoch: u32,
}

/// What follows from a 429.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The pause that begins now for all, unless this answer only repeats what another said.
    pub pause: Option<Duration>,
    /// Whether the same request may be tried once more after the pause.
    pub again: bool,
}

impl Pace {
    /// How many requests may start in a minute before those that run by themselves have to wait; at least one.
    pub fn set_budget(&mut self, a_minute: usize) {
        self.minute.budget = a_minute.max(1);
    }

    /// How many may be under way at once just now.
    pub fn at_once(&self) -> usize {
        self.limit.at_once()
    }

    /// Starts a request if one more may start now. Those outside the budget are not held by it, but count in it.
    ///
    /// # Errors
    /// What to wait for.
    pub fn start(&mut self, now: i64, is_budgeted: bool) -> Result<Start, Wait> {
        if now < self.paused_until {
            return Err(Wait::Millis(millis(self.paused_until - now)));
        }
        // After a pause one tries the door.
        if self.pauses > 0 && self.under_way > 0 {
            return Err(Wait::ForOne);
        }
        if self.under_way >= self.limit.at_once() {
            self.limit.hold();
            return Err(Wait::ForOne);
        }
        if let Some(wait) = self.minute.start(now, is_budgeted) {
            return Err(Wait::Budget(wait));
        }
        if self.under_way == 0 {
            self.limit.rested(now - self.last_end);
            // Should nobody wait for it, the next rest begins here.
            self.last_end = now;
        }
        self.under_way += 1;
        Ok(Start { at: now, epoch: self.epoch })
    }

    /// It was answered, with what was asked for or a refusal that is no matter of pace. Says whether a pause ended by that.
    pub fn answered(&mut self, now: i64, start: &Start) -> bool {
        self.ended(now);
        self.limit.answered(now, millis(now - start.at));
        let lets_in = self.pauses > 0 && start.epoch >= self.refused;
        if lets_in {
            self.pauses = 0;
        }
        lets_in
    }

    /// No answer, or a server that is not well: one fewer at once.
    pub fn failed(&mut self, now: i64, start: &Start) {
        self.ended(now);
        if start.epoch == self.epoch {
            self.epoch += 1;
            self.limit.fewer(now, self.limit.at_once() - 1);
        }
    }

    /// It was answered with 429: half as many at once, and a pause for all. `before` counts the pauses that this same request
    /// has caused, and is counted up.
    pub fn refused(&mut self, now: i64, start: &Start, before: &mut usize) -> Refusal {
        self.ended(now);
        if start.epoch < self.refused {
            return Refusal { pause: None, again: true };
        }
        let nth = self.pauses.max(*before).min(PAUSES.len());
        let longest = PAUSES.get(nth).unwrap_or(&PAUSES[PAUSES.len() - 1]);
        let pause = by_chance(*longest, now);
        *before += 1;
        self.pauses = nth + 1;
        self.paused_until = now + i64::from(millis_of(pause));
        self.epoch += 1;
        self.refused = self.epoch;
        self.limit.fewer(now, self.limit.at_once() / 2);
        Refusal { pause: Some(pause), again: nth < PAUSES.len() }
    }

    /// Nobody waits for it any more.
    pub fn given_up(&mut self) {
        self.under_way -= 1;
    }

    fn ended(&mut self, now: i64) {
        self.under_way -= 1;
        self.last_end = now;
    }
}

/// Somewhere between half of a time and all of it, so that many clients do not move in step. The milliseconds at which an
/// answer comes are chance enough.
pub fn by_chance(at_most: Duration, now: i64) -> Duration {
    let half = at_most / 2;
    let chance = u32::try_from(now.wrapping_mul(7919).rem_euclid(1000)).unwrap_or(0);
    half + half * chance / 1000
}

fn millis(span: i64) -> u32 {
    u32::try_from(span.max(0)).unwrap_or(u32::MAX)
}

fn millis_of(span: Duration) -> u32 {
    u32::try_from(span.as_millis()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
