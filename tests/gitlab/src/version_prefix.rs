//! The beginning of a version number, as the filter compares it (`app/models/ci/runner_manager.rb`).

/// What `version_prefix` asks for.
pub struct VersionPrefix {
    /// How many numbers count.
    numbers: usize,
    /// What they must read, the dot after the last but the third included.
    text: String,
}

impl VersionPrefix {
    /// Whether a text may stand there: it begins with a digit, `+` or `.`.
    pub fn is_valid(text: &str) -> bool {
        text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '.')
    }

    /// Reads a text: `15` asks for 15.x.y, `15.0` for 15.0.y, `15.0.3` for exactly that.
    pub fn new(text: &str) -> Self {
        let whole = |numbers: &usize| leading(text, *numbers).is_some();
        // What begins with no number at all is compared whole, and fits nothing.
        let numbers = [3, 2, 1].into_iter().find(whole).unwrap_or(3);
        let dot = if numbers < 3 && !text.ends_with('.') { "." } else { "" };
        Self { numbers, text: format!("{text}{dot}") }
    }

    /// Whether a version begins so.
    pub fn fits(&self, version: &str) -> bool {
        let Some(length) = leading(version, self.numbers) else { return false };
        let dot = usize::from(self.numbers < 3);
        version.get(..length + dot).is_some_and(|begin| begin == self.text)
    }
}

/// The length of so many numbers with dots between them at the beginning of a text.
fn leading(text: &str, numbers: usize) -> Option<usize> {
    let mut length = 0;
    for number in 0..numbers {
        if number > 0 {
            length += text.get(length..)?.strip_prefix('.').map(|_| 1)?;
        }
        let digits = text.get(length..)?.bytes().take_while(u8::is_ascii_digit).count();
        length += Some(digits).filter(|digits| *digits > 0)?;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_fits_whole_numbers_only() {
        for (prefix, version, expected) in [
            ("15", "15.0.3", true),
            ("15.", "15.0.3", true),
            ("1", "15.0.3", false),
            ("15.0", "15.0.3", true),
            ("15.1", "15.11.0", false),
            ("15.0.3", "15.0.3", true),
            ("15.0.3", "15.0.3-rc1", true),
            ("15.0.3", "15.0.30", false),
            ("15.0.3-rc1", "15.0.3", false),
            ("+15", "15.0.3", false),
            ("15", "15", false),
        ] {
            assert_eq!(VersionPrefix::new(prefix).fits(version), expected, "{prefix} on {version}");
        }
    }

    #[test]
    fn letters_cannot_begin_a_prefix() {
        assert!(VersionPrefix::is_valid("15.a") && VersionPrefix::is_valid(".1") && !VersionPrefix::is_valid("V15"));
        assert!(!VersionPrefix::is_valid(""));
    }
}
