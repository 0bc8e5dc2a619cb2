//! Tag lists in one text. It does not know how many tags are too many.

/// The tags of a text: split at commas, trimmed, blanks and repetitions dropped. Quotes protect a comma.
pub fn split(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (tag, after) = quoted(rest).unwrap_or_else(|| plain(rest));
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
        rest = after.trim_start();
    }
    tags
}

/// Drops repetitions and keeps the order.
pub fn distinct(tags: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    tags.into_iter().filter(|tag| seen.insert(tag.clone())).collect()
}

fn plain(text: &str) -> (&str, &str) {
    let (tag, after) = text.split_once(',').unwrap_or((text, ""));
    (tag.trim(), after)
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (tag, after) = text[1..].split_once(quote)?;
    let after = after.trim_start();
    if after.is_empty() {
        return Some((tag.trim(), after));
    }
    after.strip_prefix(',').map(|after| (tag.trim(), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_split_trimmed_and_told_once() {
        for (text, expected) in [
            ("", vec![]),
            (" , ,", vec![]),
            ("a", vec!["a"]),
            ("a, b ,a,,B", vec!["a", "b", "B"]),
            ("\"a, b\", c", vec!["a, b", "c"]),
            ("don't, stop", vec!["don't", "stop"]),
            ("'x", vec!["'x"]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
