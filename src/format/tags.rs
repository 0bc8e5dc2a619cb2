//! Tags between one text with commas and a list.

/// Splits at commas as GitLab does (`lib/api/validations/types/comma_separated_to_array.rb`): white space around a tag,
/// blanks and repetitions are dropped. Tags that differ in case are different.
pub fn split_tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(',').map(str::trim) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_as_gitlab_does() {
        for (text, tags) in [
            ("", &[][..]),
            (" , ,", &[]),
            ("gpu", &["gpu"]),
            ("gpu, linux ,gpu,,arm 64", &["gpu", "linux", "arm 64"]),
            ("GPU,gpu", &["GPU", "gpu"]),
            ("\u{1f680},\u{fc}ber", &["\u{1f680}", "\u{fc}ber"]),
        ] {
            assert_eq!(split_tags(text), tags, "{text}");
        }
    }
}
