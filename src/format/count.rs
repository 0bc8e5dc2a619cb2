//! Counts as a person reads them.

/// "1,204".
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "6" where nothing is unknown, else "6+": it may be more. `None` for a 0 that may be more.
pub fn at_least(number: usize, unknown: usize) -> Option<String> {
    match (number, unknown) {
        (_, 0) => Some(count(number)),
        (0, _) => None,
        _ => Some(format!("{}+", count(number))),
    }
}

/// "1 runner", "1,204 runners". The noun is one that takes an s.
pub fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{} {noun}s", count(number)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_three() {
        for (number, text) in [
            (0, "0"),
            (7, "7"),
            (999, "999"),
            (1000, "1,000"),
            (1204, "1,204"),
            (12_345, "12,345"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(count(number), text);
        }
    }

    #[test]
    fn what_is_unknown_may_be_more() {
        let words = |number, unknown| at_least(number, unknown).unwrap_or_default();
        assert_eq!([words(0, 0), words(1204, 0), words(1204, 3), words(0, 3)], ["0", "1,204", "1,204+", ""]);
    }

    #[test]
    fn only_one_is_one() {
        for (number, text) in [(0, "0 runners"), (1, "1 runner"), (2, "2 runners"), (1204, "1,204 runners")] {
            assert_eq!(counted(number, "runner"), text);
        }
    }
}
