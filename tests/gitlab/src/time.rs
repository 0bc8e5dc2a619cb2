//! Instants as milliseconds since 1970 and the three ways they are written. It does not know what time it is.

/// Milliseconds in a second.
pub const SECOND: i64 = 1_000;
/// Milliseconds in a minute.
pub const MINUTE: i64 = 60 * SECOND;
/// Milliseconds in an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Milliseconds in a day.
pub const DAY: i64 = 24 * HOUR;

/// Reads an RFC 3339 text (`2026-11-01T09:30:00Z`) or a plain date, which means its midnight in UTC.
pub fn parse(text: &str) -> Option<i64> {
    let date = parse_date(text.get(..10)?)?;
    let rest = text.get(10..)?;
    if rest.is_empty() {
        return Some(date);
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, offset) = match rest.find(['Z', 'z', '+', '-']) {
        Some(at) => (&rest[..at], parse_offset(&rest[at..])?),
        None => return None,
    };
    Some(date + parse_clock(clock)? - offset)
}

/// Reads an instant that may be relative to `start`: `-90s`, `-45m`, `-3h`, `+5d`, or what [`parse`] reads.
pub fn parse_from(text: &str, start: i64) -> Option<i64> {
    match text.as_bytes().first()? {
        b'-' => Some(start - parse_span(&text[1..])?),
        b'+' => Some(start + parse_span(&text[1..])?),
        _ => parse(text),
    }
}

/// Reads a length of time such as `90s` or `5d`.
pub fn parse_span(text: &str) -> Option<i64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "s" => SECOND,
        "m" => MINUTE,
        "h" => HOUR,
        "d" => DAY,
        _ => return None,
    };
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    number.parse::<i64>().ok()?.checked_mul(unit)
}

/// Writes an instant as GitLab does: UTC, ISO 8601, milliseconds.
pub fn show(instant: i64) -> String {
    let of_day = instant.rem_euclid(DAY);
    format!(
        "{}T{:02}:{:02}:{:02}.{:03}Z",
        show_date(instant),
        of_day / HOUR,
        of_day % HOUR / MINUTE,
        of_day % MINUTE / SECOND,
        of_day % SECOND
    )
}

/// Writes the day of an instant: `2026-11-01`.
pub fn show_date(instant: i64) -> String {
    let (year, month, day) = civil(instant.div_euclid(DAY));
    format!("{year:04}-{month:02}-{day:02}")
}

fn parse_date(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    let days = days(year, month, day);
    let real = parts.next().is_none() && (1..=12).contains(&month) && civil(days) == (year, month, day);
    real.then_some(days * DAY)
}

fn parse_clock(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = whole.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let second = digits(parts.next()?, 2)?;
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let padded = format!("{fraction:0<3}");
    let millis = digits(padded.get(..3)?, 3)?;
    Some(hour * HOUR + minute * MINUTE + second * SECOND + millis)
}

fn parse_offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let offset = digits(hours, 2)? * HOUR + digits(minutes, 2)? * MINUTE;
    Some(if text.starts_with('-') { -offset } else { offset })
}

fn digits(text: &str, length: usize) -> Option<i64> {
    let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Days since 1970 of a date, by the usual count of years that begin in March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a count of days since 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_back_as_they_were_read() {
        for text in [
            "1970-01-01T00:00:00.000Z",
            "2024-02-29T23:59:59.999Z",
            "2026-11-01T09:30:00.405Z",
            "1969-12-31T23:00:00.000Z",
        ] {
            assert_eq!(parse(text).map(show).as_deref(), Some(text));
        }
    }

    #[test]
    fn offsets_and_missing_fractions_are_understood() {
        assert_eq!(parse("2026-11-01T09:30:00+02:00"), parse("2026-11-01T07:30:00Z"));
        assert_eq!(parse("2026-11-01T09:30:00.5Z"), parse("2026-11-01T09:30:00.500Z"));
        assert_eq!(parse("2026-11-01"), parse("2026-11-01T00:00:00Z"));
    }

    #[test]
    fn relative_times_count_from_the_start() {
        for (text, expected) in [("-90s", -90 * SECOND), ("-45m", -45 * MINUTE), ("-3h", -3 * HOUR), ("+5d", 5 * DAY)] {
            assert_eq!(parse_from(text, 1_000_000), Some(1_000_000 + expected), "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "-",
            "-5",
            "-5w",
            "+d",
            "yesterday",
            "2026-02-30",
            "2026-13-01",
            "2026-11-01T09:30:00",
            "2026-11-01T25:00:00Z",
        ] {
            assert_eq!(parse_from(text, 0), None, "{text}");
        }
    }
}
