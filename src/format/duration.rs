//! Spans of time between a number of seconds and words, both ways.

/// The unit's seconds, its letter and its word.
const UNITS: [(u64, &str, &str); 4] =
    [(86_400, "d", "day"), (3600, "h", "hour"), (60, "m", "minute"), (1, "s", "second")];

/// Reads seconds from `3600`, `1h 30m`, `90m`, `1 hour 30 minutes`, `2d`. `None` when it is none of these, or too much.
pub fn parse_seconds(text: &str) -> Option<u64> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let mut rest = text;
    let mut total: u64 = 0;
    while !rest.is_empty() {
        let (number, after) = split_where(rest, |c| !c.is_ascii_digit());
        let (unit, after) = split_where(after.trim_start(), |c| !c.is_alphabetic());
        total = total.checked_add(number.parse::<u64>().ok()?.checked_mul(seconds_in(unit)?)?)?;
        rest = after.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    }
    Some(total)
}

/// "1h 30m"; [`parse_seconds`] reads it back.
pub fn short(seconds: u64) -> String {
    written(seconds, |count, letter, _| format!("{count}{letter}"))
}

/// "1 hour 30 minutes"; [`parse_seconds`] reads it back.
pub fn words(seconds: u64) -> String {
    written(seconds, |count, _, word| if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") })
}

fn written(seconds: u64, part: impl Fn(u64, &str, &str) -> String) -> String {
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (size, letter, word) in UNITS {
        let count = rest / size;
        rest %= size;
        if count > 0 || (seconds == 0 && size == 1) {
            parts.push(part(count, letter, word));
        }
    }
    parts.join(" ")
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

fn seconds_in(unit: &str) -> Option<u64> {
    Some(match unit.to_ascii_lowercase().as_str() {
        "w" | "week" | "weeks" => 7 * 86_400,
        "d" | "day" | "days" => 86_400,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3600,
        "m" | "min" | "mins" | "minute" | "minutes" => 60,
        "s" | "sec" | "secs" | "second" | "seconds" => 1,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (text, seconds) in [
            ("3600", 3600),
            (" 0 ", 0),
            ("1h 30m", 5400),
            ("1h30m", 5400),
            ("1H 30Min", 5400),
            ("90m", 5400),
            ("90 minutes", 5400),
            ("1 hour 30 minutes", 5400),
            ("1 hour, 30 minutes", 5400),
            ("2d", 172_800),
            ("1 week", 604_800),
            ("600 s", 600),
        ] {
            assert_eq!(parse_seconds(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_be_sure_of() {
        for text in [
            "",
            " ",
            "soon",
            "h",
            "1h 30",
            "1:30",
            "1.5h",
            "-1h",
            "+60",
            "1 fortnight",
            "1h m",
            ", 1h",
            "99999999999999999999",
            "9999999999999999999w",
        ] {
            assert_eq!(parse_seconds(text), None, "{text}");
        }
    }

    #[test]
    fn writes_both_ways() {
        for (seconds, brief, long) in [
            (0, "0s", "0 seconds"),
            (1, "1s", "1 second"),
            (600, "10m", "10 minutes"),
            (5400, "1h 30m", "1 hour 30 minutes"),
            (86_400, "1d", "1 day"),
            (90_061, "1d 1h 1m 1s", "1 day 1 hour 1 minute 1 second"),
        ] {
            assert_eq!((short(seconds).as_str(), words(seconds).as_str()), (brief, long));
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_reads_back(seconds: u64) {
            prop_assert_eq!(parse_seconds(&short(seconds)), Some(seconds));
            prop_assert_eq!(parse_seconds(&words(seconds)), Some(seconds));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _ = parse_seconds(&text);
        }
    }
}
