//! How long ago a moment was, and how far away one is, in one rough unit.

use super::count::counted;

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// "just now", "4 minutes ago", "3 weeks ago"; both in epoch ms. A moment that is still to come is just now as well:
/// the clocks of this computer and of GitLab differ.
pub fn ago(now: i64, then: i64) -> String {
    let passed = now.saturating_sub(then);
    if passed < MINUTE { "just now".to_owned() } else { format!("{} ago", roughly(passed)) }
}

/// "in 23 days", or "today" when less than a day is left or none; both in epoch ms.
pub fn until(now: i64, then: i64) -> String {
    let left = then.saturating_sub(now);
    match left / DAY {
        ..=0 => "today".to_owned(),
        // An end within weeks is planned for by the day.
        days @ 1..60 => format!("in {}", many(days, "day")),
        _ => format!("in {}", roughly(left)),
    }
}

/// Rounds down; `span` is at least a minute, in ms. Months are a twelfth of 365 days.
fn roughly(span: i64) -> String {
    let days = span / DAY;
    match days {
        0 if span < HOUR => many(span / MINUTE, "minute"),
        0 => many(span / HOUR, "hour"),
        1..7 => many(days, "day"),
        7..30 => many(days / 7, "week"),
        30..365 => many((days * 12 / 365).max(1), "month"),
        _ => many(days / 365, "year"),
    }
}

fn many(count: i64, noun: &str) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_772_360_430_405;

    #[test]
    fn says_how_long_ago() {
        for (passed, words) in [
            (0, "just now"),
            (MINUTE - 1, "just now"),
            (MINUTE, "1 minute ago"),
            (2 * MINUTE - 1, "1 minute ago"),
            (4 * MINUTE, "4 minutes ago"),
            (HOUR - 1, "59 minutes ago"),
            (HOUR, "1 hour ago"),
            (5 * HOUR, "5 hours ago"),
            (DAY - 1, "23 hours ago"),
            (DAY, "1 day ago"),
            (2 * DAY, "2 days ago"),
            (7 * DAY - 1, "6 days ago"),
            (7 * DAY, "1 week ago"),
            (21 * DAY, "3 weeks ago"),
            (30 * DAY - 1, "4 weeks ago"),
            (30 * DAY, "1 month ago"),
            (61 * DAY, "2 months ago"),
            (365 * DAY - 1, "11 months ago"),
            (365 * DAY, "1 year ago"),
            (3000 * DAY, "8 years ago"),
        ] {
            assert_eq!(ago(NOW, NOW - passed), words, "{passed}");
        }
    }

    #[test]
    fn a_clock_that_runs_ahead_is_no_prophet() {
        assert_eq!(ago(NOW, NOW + 20 * SECOND), "just now");
        assert_eq!(ago(NOW, NOW + 3 * HOUR), "just now");
        assert_eq!(ago(i64::MIN, i64::MAX), "just now");
    }

    #[test]
    fn any_two_moments_have_words() {
        assert!(ago(i64::MAX, i64::MIN).ends_with(" years ago"));
        assert!(until(i64::MIN, i64::MAX).ends_with(" years"));
    }

    #[test]
    fn says_how_far_away() {
        for (left, words) in [
            (-5 * DAY, "today"),
            (0, "today"),
            (DAY - 1, "today"),
            (DAY, "in 1 day"),
            (23 * DAY + HOUR, "in 23 days"),
            (59 * DAY, "in 59 days"),
            (70 * DAY, "in 2 months"),
            (365 * DAY, "in 1 year"),
        ] {
            assert_eq!(until(NOW, NOW + left), words, "{left}");
        }
    }
}
