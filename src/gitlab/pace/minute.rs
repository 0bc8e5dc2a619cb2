//! The starts of the last sixty seconds, against a budget.

use std::collections::VecDeque;

use super::BUDGET;

/// How long a start counts, in milliseconds.
const LENGTH: i64 = 60_000;

/// Every start of the last minute.
pub struct Minute {
    /// How many may have started in it when one that runs by itself starts.
    pub budget: usize,
    starts: VecDeque<i64>,
}

impl Default for Minute {
    fn default() -> Self {
        Self { budget: BUDGET, starts: VecDeque::new() }
    }
}

impl Minute {
    /// Notes a start, or says for how many milliseconds to wait first.
    pub fn start(&mut self, now: i64, is_budgeted: bool) -> Option<u32> {
        while self.starts.front().is_some_and(|at| now - at >= LENGTH) {
            self.starts.pop_front();
        }
        // The start that has to leave the minute before there is room for one more.
        let over = self.starts.len().checked_sub(self.budget).and_then(|index| self.starts.get(index));
        if let (Some(at), true) = (over, is_budgeted) {
            return Some(super::millis(at + LENGTH - now).max(1));
        }
        self.starts.push_back(now);
        None
    }
}
