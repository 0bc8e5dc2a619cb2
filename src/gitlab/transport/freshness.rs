//! What GitLab's answers say of being used again without asking (RFC 9111, `Cache-Control`).

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// What the answers so far said.
#[derive(Debug, Default)]
pub struct Freshness {
    some_must_be_asked_for: AtomicBool,
    some_may_be_reused: AtomicBool,
}

impl Freshness {
    /// Learns from the status and the `Cache-Control` of an answer to a GET. Refusals count as well: a browser keeps a
    /// 301 or 410 for ever unless told otherwise. What says that a server has no time now is not kept, and says nothing.
    pub fn learn(&self, status: u16, cache_control: Option<&str>) {
        if status == 429 || status >= 500 {
            return;
        }
        let words = || cache_control.unwrap_or_default().split(',').map(str::trim);
        let must = words().any(|word| matches!(word, "max-age=0" | "no-cache" | "no-store"));
        let may = words().any(|word| word.starts_with("stale-while-revalidate"));
        let learned = if must && !may { &self.some_must_be_asked_for } else { &self.some_may_be_reused };
        learned.store(true, Relaxed);
    }

    /// Whether there are answers, and a browser asks for each of them anew by itself.
    pub fn is_always_asked_for(&self) -> bool {
        self.some_must_be_asked_for.load(Relaxed) && !self.some_may_be_reused.load(Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(answers: &[Option<&str>]) -> bool {
        let freshness = Freshness::default();
        for said in answers {
            freshness.learn(200, *said);
        }
        freshness.is_always_asked_for()
    }

    #[test]
    fn one_answer_that_may_be_reused_is_enough_to_doubt_all() {
        let gitlab = Some("max-age=0, private, must-revalidate");
        assert!(after(&[gitlab, gitlab, Some("no-cache"), Some("private,no-store")]));
        for other in [None, Some(""), Some("max-age=60"), Some("max-age=0, stale-while-revalidate=9"), Some("private")]
        {
            assert!(!after(&[gitlab, other, gitlab]), "{other:?}");
        }
        assert!(!after(&[]), "nothing is known yet");
    }

    #[test]
    fn a_refusal_counts_unless_it_is_for_a_moment() {
        let doubts = |status| {
            let freshness = Freshness::default();
            freshness.learn(200, Some("no-cache"));
            freshness.learn(status, None);
            !freshness.is_always_asked_for()
        };
        assert!([301, 404, 410].into_iter().all(doubts));
        assert!(![429, 500, 502].into_iter().any(doubts));
    }
}
