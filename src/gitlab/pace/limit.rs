//! How many requests at once: one more while that pays, fewer when GitLab grows slow or says so.

/// To begin with; over HTTP/1.1 a browser holds at six by itself.
const TO_BEGIN_WITH: usize = 6;

/// Never more than this.
const MOST: usize = 12;

/// Answers in the shortest round, so that one answer alone decides nothing.
const SHORTEST_ROUND: usize = 4;

/// Rounds without another try after one that did not pay.
const CALM: u32 = 6;

/// The limit, and what the last round of answers showed.
pub struct Limit {
    at_once: usize,
    round: Round,
    trial: Option<Trial>,
    /// Rounds left before one more is tried.
    calm: u32,
    /// The lowest average of a round so far, in milliseconds.
    best: Option<u32>,
}

/// As many answers as are under way at once.
#[derive(Default)]
struct Round {
    since: i64,
    answers: u32,
    waited: u32,
    /// Whether somebody had to wait for the limit.
    is_held: bool,
}

/// A changed limit on trial, with the answers a second before, in thousandths.
enum Trial {
    OneMore(u64),
    OneFewer(u64),
}

impl Default for Limit {
    fn default() -> Self {
        Self { at_once: TO_BEGIN_WITH, round: Round::default(), trial: None, calm: 0, best: None }
    }
}

impl Limit {
    pub fn at_once(&self) -> usize {
        self.at_once
    }

    /// Somebody has to wait for it.
    pub fn hold(&mut self) {
        self.round.is_held = true;
    }

    /// Work begins after none was under way for so many milliseconds, which are not counted.
    pub fn rested(&mut self, idle: i64) {
        self.round.since += idle;
    }

    /// After trouble.
    pub fn fewer(&mut self, now: i64, at_once: usize) {
        self.at_once = at_once.clamp(1, MOST);
        (self.trial, self.calm) = (None, 0);
        self.round = Round { since: now, ..Round::default() };
    }

    /// One more answer, after so many milliseconds.
    pub fn answered(&mut self, now: i64, waited: u32) {
        self.round.answers += 1;
        self.round.waited = self.round.waited.saturating_add(waited);
        // Answers may come in gusts of as many as are under way, so a round is whole gusts.
        let gusts = SHORTEST_ROUND.div_ceil(self.at_once);
        if (self.round.answers as usize) < self.at_once * gusts {
            return;
        }
        let round = std::mem::take(&mut self.round);
        self.round.since = now;
        // Where nobody had to wait, the limit had no say.
        if round.is_held {
            let took = u64::try_from(now - round.since).unwrap_or(0).max(1);
            self.judge(u64::from(round.answers) * 1_000_000 / took, round.waited / round.answers);
        }
    }

    fn judge(&mut self, rate: u64, average: u32) {
        let n = self.at_once as u64;
        match self.trial.take() {
            // It pays when at least a quarter of what one more could bring has come.
            Some(Trial::OneMore(before)) if rate * 4 * n < before * (4 * n + 1) => {
                self.at_once -= 1;
                self.calm = CALM;
                return;
            }
            // When it costs more than half of what one fewer could cost, these requests take longer by themselves.
            Some(Trial::OneFewer(before)) if rate * 2 * (n + 1) < before * (2 * n + 1) => {
                self.at_once += 1;
                self.best = Some(average);
                return;
            }
            _ => {}
        }
        let best = self.best.map_or(average, |best| best.min(average));
        self.best = Some(best);
        if average > best.saturating_mul(2).saturating_add(100) && self.at_once > 1 {
            self.trial = Some(Trial::OneFewer(rate));
            self.at_once -= 1;
        } else if self.calm > 0 {
            self.calm -= 1;
        } else if self.at_once < MOST {
            self.trial = Some(Trial::OneMore(rate));
            self.at_once += 1;
        }
    }
}
