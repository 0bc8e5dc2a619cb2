//! How far a list is, and the sentence that says so.

use crate::format::count;

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
    /// Requests answered and planned, where many lists are read.
    pub requests: Option<(usize, usize)>,
    /// Seconds until we may go on asking, if GitLab asked us to slow down.
    pub slow_down: Option<i64>,
}

impl Progress {
    /// Done of all in percent, while that is known.
    pub fn percent(&self) -> Option<usize> {
        let of_runners = self.total.map(|total| (self.loaded, total));
        let (done, all) = self.requests.or(of_runners)?;
        (all > 0).then(|| (done * 100 / all).min(100))
    }

    /// The sentence of the line.
    pub fn sentence(&self) -> String {
        let runners = |n: usize| format!("{} {}", count(n), if n == 1 { "runner" } else { "runners" });
        if let Some(seconds) = self.slow_down {
            return format!("GitLab asks us to slow down. Going on in {seconds} s.");
        }
        let of = |verb: &str, end: &str| match self.total {
            Some(total) => format!("{verb} {} of {}{end}", count(self.loaded), runners(total)),
            None => format!("{verb} {}{end}", runners(self.loaded)),
        };
        if let (Some((done, all)), true) = (self.requests, self.loading || self.stopped) {
            let stopped = if self.stopped { " · stopped" } else { "" };
            return format!("{} of {} requests{stopped} · {}", count(done), count(all), runners(self.loaded));
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
    };

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
            (Progress { loading: true, requests: Some((12, 75)), ..DONE }, "12 of 75 requests · 1,204 runners"),
            (
                Progress { stopped: true, requests: Some((12, 75)), ..DONE },
                "12 of 75 requests · stopped · 1,204 runners",
            ),
            (Progress { refreshing: true, ..DONE }, "Showing 25 of 1,204 runners, looking for changes…"),
            (Progress { slow_down: Some(12), ..DONE }, "GitLab asks us to slow down. Going on in 12 s."),
        ] {
            assert_eq!(progress.sentence(), sentence);
        }
    }
}
