//! The condition that a thing was not changed since the asker saw it, which DELETE honours
//! (`lib/api/helpers.rb`, `check_unmodified_since!`).

use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::time;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Refuses if the thing was updated after the instant in `If-Unmodified-Since`; what is no instant counts as none.
pub fn check(ask: &Ask, updated_at: i64) -> Result<(), Refusal> {
    let since = ask.header("if-unmodified-since").and_then(parse);
    if since.is_some_and(|since| updated_at > since) { Err(Refusal::precondition_failed()) } else { Ok(()) }
}

/// Reads `Sun, 01 Nov 2026 12:00:00 GMT`, or an instant as the API writes it.
fn parse(text: &str) -> Option<i64> {
    time::parse(text).or_else(|| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [_, day, month, year, clock, "GMT"] = words.as_slice() else { return None };
        let month = 1 + MONTHS.iter().position(|known| known == month)?;
        time::parse(&format!("{year}-{month:02}-{day:0>2}T{clock}Z"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn status(since: &str, updated_at: &str) -> u16 {
        let mut ask = sample::ask("/x");
        ask.headers.insert("if-unmodified-since", since.parse().unwrap());
        check(&ask, time::parse(updated_at).unwrap()).map_or_else(|refusal| refusal.status, |()| 204)
    }

    #[test]
    fn a_later_change_fails_the_condition() {
        for (since, updated_at, expected) in [
            ("Sun, 01 Nov 2026 12:00:00 GMT", "2026-11-01T11:59:59.999Z", 204),
            ("Sun, 01 Nov 2026 12:00:00 GMT", "2026-11-01T12:00:00Z", 204),
            ("Sun, 01 Nov 2026 12:00:00 GMT", "2026-11-01T12:00:00.001Z", 412),
            ("2026-11-01T12:00:00Z", "2026-11-01T12:00:01Z", 412),
            ("Sun, 01 Foo 2026 12:00:00 GMT", "2026-11-01T12:00:01Z", 204),
            ("soon", "2026-11-01T12:00:01Z", 204),
        ] {
            assert_eq!(status(since, updated_at), expected, "{since} against {updated_at}");
        }
        assert_eq!(check(&sample::ask("/x"), i64::MAX), Ok(()));
    }
}
