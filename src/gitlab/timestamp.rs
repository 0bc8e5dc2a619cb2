//! GitLab's RFC 3339 times as epoch milliseconds, by a parser small enough for the first load.

use serde::{Deserialize, Deserializer};

/// A moment in epoch milliseconds, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads `2026-03-01T10:20:30.405Z`, with or without a fraction, with `Z` or an offset; also a bare date, as its first instant.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_at_checked(10)?;
        let mut parts = date.split('-');
        let days = days_since_epoch(number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?)?;
        if time.is_empty() {
            return Some(Self(days * 86_400_000));
        }
        let time = time.strip_prefix(['T', 't', ' '])?;
        let (clock, offset) = split_offset(time)?;
        let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
        let mut parts = whole.split(':');
        let (h, m, s) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
        if h > 24 || m > 59 || s > 60 {
            return None;
        }
        let millis = number(&format!("{fraction:0<3}")[..3])?;
        Some(Self(days * 86_400_000 + (h * 3600 + m * 60 + s) * 1000 + millis - offset * 60_000))
    }

    /// As HTTP writes it, at the end of its second: `Sun, 06 Nov 1994 08:49:38 GMT`.
    pub fn to_http_date(self) -> String {
        const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let seconds = self.0.div_euclid(1000) + i64::from(self.0.rem_euclid(1000) > 0);
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = civil(days);
        let word =
            |words: &[&'static str], place: i64| usize::try_from(place).ok().and_then(|at| words.get(at).copied());
        format!(
            "{}, {day:02} {} {year} {:02}:{:02}:{:02} GMT",
            word(&DAYS, days.rem_euclid(7)).unwrap_or_default(),
            word(&MONTHS, month - 1).unwrap_or_default(),
            rest / 3600,
            rest / 60 % 60,
            rest % 60
        )
    }

    /// To the second, as ISO 8601 writes it: `2026-03-01T10:20:30Z`.
    pub fn to_iso(self) -> String {
        let seconds = self.0.div_euclid(1000);
        let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = civil(days);
        format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// For optional fields: a time we cannot read is no time, not a broken answer.
    ///
    /// # Errors
    /// Only when the JSON itself is broken.
    pub fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.and_then(|text| Self::parse(&text)))
    }
}

/// Year, month and day of a day since the epoch (Howard Hinnant's algorithm, days counted from 1 March).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

fn number(digits: &str) -> Option<i64> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// The clock part and the offset in minutes east of UTC.
fn split_offset(time: &str) -> Option<(&str, i64)> {
    if let Some(clock) = time.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let at = time.rfind(['+', '-'])?;
    let (hours, minutes) = time.get(at + 1..)?.split_once(':')?;
    let minutes = number(hours)? * 60 + number(minutes)?;
    let sign = if time.as_bytes().get(at) == Some(&b'-') { -1 } else { 1 };
    Some((time.get(..at)?, sign * minutes))
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar.
fn days_since_epoch(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years start in March here, so that the leap day is the last day of a year.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_writes_it_at_the_end_of_its_second() {
        for (time, date) in [
            ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("1994-11-06T08:49:37.001Z", "Sun, 06 Nov 1994 08:49:38 GMT"),
            ("2024-02-29T23:59:59.5Z", "Fri, 01 Mar 2024 00:00:00 GMT"),
            ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ] {
            assert_eq!(Timestamp::parse(time).unwrap().to_http_date(), date);
        }
    }

    #[test]
    fn iso_writes_what_reads_back() {
        for text in ["1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2026-03-01T10:20:30Z"] {
            assert_eq!(Timestamp::parse(text).unwrap().to_iso(), text);
        }
    }

    #[test]
    fn reads_what_gitlab_writes() {
        for (text, millis) in [
            ("1970-01-01T00:00:00.000Z", 0),
            ("2026-03-01T10:20:30.405Z", 1_772_360_430_405),
            ("2026-03-01T10:20:30Z", 1_772_360_430_000),
            ("2026-03-01T12:20:30.405+02:00", 1_772_360_430_405),
            ("2024-02-29T23:59:59.9Z", 1_709_251_199_900),
            ("2026-11-14", 1_794_614_400_000),
        ] {
            assert_eq!(Timestamp::parse(text), Some(Timestamp(millis)), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "",
            "never",
            "2026-13-01",
            "2026-03-01T",
            "2026-03-01T10:20",
            "2026-03-0éT10:20:30Z",
            "2026-03-01T10:20:30.é",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
