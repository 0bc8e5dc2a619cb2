//! How far a list is, and the sentence that says so.

use crate::format::{count, counted};

/// How far the reading of many lists is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requests {
    /// Answered.
    pub done: usize,
    /// Not answered as they should be.
    pub failed: usize,
    /// Planned in all, as far as that is known.
    pub planned: usize,
    /// Whether there may be more to plan.
    pub may_grow: bool,
    /// Groups and projects they are about.
    pub places: (usize, usize),
}

/// How far the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows shown.
    pub shown: usize,
    /// Rows loaded.
    pub loaded: usize,
    /// Rows GitLab has, if it told.
    pub total: Option<usize>,
    /// Whether more are on their way.
    pub loading: bool,
    /// Whether what is shown was known, and is being read again.
    pub refreshing: bool,
    /// Whether somebody stopped the loading.
    pub stopped: bool,
    /// How far the requests are, where many lists are read.
    pub requests: Option<Requests>,
    /// Seconds until we may go on asking, if GitLab asked us to slow down.
    pub slow_down: Option<i64>,
    /// Seconds until the budget a minute lets us go on, if it is used up.
    pub held: Option<i64>,
}

impl Progress {
    /// Done of all in percent, while that is known.
    pub fn percent(&self) -> Option<usize> {
        let (done, all) = match self.requests {
            Some(Requests { may_grow: true, .. }) => return None,
            Some(requests) => (requests.done, requests.planned),
            // Its rows were here before.
            None if self.refreshing => return None,
            None => (self.loaded, self.total?),
        };
        (all > 0).then(|| (done * 100 / all).min(100))
    }

    /// The sentence of the line.
    pub fn sentence(&self) -> String {
        let runners = |n: usize| format!("{} {}", count(n), if n == 1 { "runner" } else { "runners" });
        if let Some(seconds) = self.slow_down.filter(|_| !self.stopped) {
            return format!("GitLab asks us to slow down. Going on in {seconds} s.");
        }
        let of = |verb: &str, end: &str| match self.total {
            Some(total) => format!("{verb} {} of {}{end}", count(self.loaded), runners(total)),
            None => format!("{verb} {}{end}", runners(self.loaded)),
        };
        if let (Some(requests), true) = (self.requests, self.loading || self.refreshing || self.stopped) {
            let Requests { done, failed, planned, may_grow, places: (groups, projects) } = requests;
            let so_far = if may_grow { " so far" } else { "" };
            let failed = if failed > 0 { format!(", {} failed", count(failed)) } else { String::new() };
            let stopped = if self.stopped { " · stopped" } else { "" };
            let end = match (groups, projects) {
                _ if self.refreshing => ", looking for changes…".to_owned(),
                (0, 0) => String::new(),
                _ => format!(" · {}, {}", counted(groups, "group"), counted(projects, "project")),
            };
            let held = self.held.filter(|_| !self.stopped);
            let held = held.map(|seconds| format!(" · budget used up, going on in {seconds} s")).unwrap_or_default();
            let is_filtered = self.shown < self.loaded;
            let shown = if is_filtered { format!("showing {} of ", count(self.shown)) } else { String::new() };
            return format!(
                "{} of {}{so_far}{failed}{stopped}{held} · {shown}{}{end}",
                count(done),
                counted(planned, "request"),
                runners(self.loaded)
            );
        }
        match self {
            Self { loading: true, loaded: 0, .. } => "Loading runners…".to_owned(),
            Self { loading: true, .. } => of("Loading", "…"),
            Self { refreshing: true, shown, loaded, .. } => {
                format!("Showing {} of {}, looking for changes…", count(*shown), runners(*loaded))
            }
            Self { stopped: true, .. } => of("Loading stopped at", "."),
            Self { shown, loaded, total, .. } => {
                format!("Showing {} of {}", count(*shown), runners(total.unwrap_or(*loaded).max(*loaded)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONE: Progress = Progress {
        shown: 25,
        loaded: 1204,
        total: Some(1204),
        loading: false,
        refreshing: false,
        stopped: false,
        requests: None,
        slow_down: None,
        held: None,
    };

    const SWEEP: Requests = Requests { done: 12, failed: 0, planned: 75, may_grow: false, places: (60, 500) };

    #[test]
    fn what_may_grow_has_no_percentage() {
        let percent =
            |may_grow| Progress { loading: true, requests: Some(Requests { may_grow, ..SWEEP }), ..DONE }.percent();
        assert_eq!((percent(false), percent(true)), (Some(16), None));
        assert_eq!(Progress { loaded: 300, ..DONE }.percent(), Some(24));
        let again = Progress { refreshing: true, ..DONE };
        assert_eq!(again.percent(), None, "what was here before says nothing of how far it is");
        assert_eq!(Progress { requests: Some(SWEEP), ..again }.percent(), Some(16));
    }

    #[test]
    fn each_state_has_its_sentence() {
        for (progress, sentence) in [
            (DONE, "Showing 25 of 1,204 runners"),
            (Progress { total: None, ..DONE }, "Showing 25 of 1,204 runners"),
            (Progress { shown: 1, loaded: 1, total: Some(1), ..DONE }, "Showing 1 of 1 runner"),
            (Progress { shown: 0, loaded: 0, total: Some(0), ..DONE }, "Showing 0 of 0 runners"),
            (Progress { loading: true, loaded: 300, ..DONE }, "Loading 300 of 1,204 runners…"),
            (Progress { loading: true, loaded: 300, total: None, ..DONE }, "Loading 300 runners…"),
            (Progress { loading: true, loaded: 0, total: None, ..DONE }, "Loading runners…"),
            (Progress { stopped: true, loaded: 300, ..DONE }, "Loading stopped at 300 of 1,204 runners."),
            (
                Progress { shown: 1204, loading: true, requests: Some(SWEEP), ..DONE },
                "12 of 75 requests · 1,204 runners · 60 groups, 500 projects",
            ),
            (
                Progress { stopped: true, requests: Some(SWEEP), ..DONE },
                "12 of 75 requests · stopped · showing 25 of 1,204 runners · 60 groups, 500 projects",
            ),
            (
                Progress {
                    shown: 1204,
                    loading: true,
                    requests: Some(Requests { failed: 2, may_grow: true, places: (0, 0), ..SWEEP }),
                    ..DONE
                },
                "12 of 75 requests so far, 2 failed · 1,204 runners",
            ),
            (
                Progress { shown: 1204, loading: true, held: Some(42), requests: Some(SWEEP), ..DONE },
                "12 of 75 requests · budget used up, going on in 42 s · 1,204 runners · 60 groups, 500 projects",
            ),
            (
                Progress { refreshing: true, requests: Some(SWEEP), ..DONE },
                "12 of 75 requests · showing 25 of 1,204 runners, looking for changes…",
            ),
            (Progress { held: Some(42), ..DONE }, "Showing 25 of 1,204 runners"),
            (Progress { refreshing: true, ..DONE }, "Showing 25 of 1,204 runners, looking for changes…"),
            (
                Progress { slow_down: Some(12), stopped: true, loaded: 300, ..DONE },
                "Loading stopped at 300 of 1,204 runners.",
            ),
            (Progress { slow_down: Some(12), ..DONE }, "GitLab asks us to slow down. Going on in 12 s."),
        ] {
            assert_eq!(progress.sentence(), sentence);
        }
    }
}
