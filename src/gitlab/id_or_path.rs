//! How a group or a project is named to GitLab: by its number or by its full path.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but unreserved characters is encoded, slashes too: a path is one segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A group's or project's id, or its full path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum IdOrPath {
    /// GitLab's number.
    Id(u64),
    /// Such as `acme/app`.
    Path(String),
}

impl IdOrPath {
    /// Reads `7` or `acme/app`; slashes around it and white space are forgiven. `None` when nothing is left, and for dots
    /// alone, which a browser would read as a step up in the address.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c: char| c == '/' || c.is_whitespace());
        if text.bytes().all(|byte| byte == b'.') {
            return None;
        }
        Some(text.parse().map_or_else(|_| Self::Path(text.to_owned()), Self::Id))
    }

    /// As one segment of an API path.
    pub fn segment(&self) -> String {
        match self {
            Self::Id(id) => id.to_string(),
            Self::Path(path) => utf8_percent_encode(path, SEGMENT).to_string(),
        }
    }
}

impl fmt::Display for IdOrPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Path(path) => f.write_str(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_and_paths() {
        assert_eq!(IdOrPath::parse(" 7 "), Some(IdOrPath::Id(7)));
        for path in ["/acme/app/", "/ acme/app/ /"] {
            assert_eq!(IdOrPath::parse(path), Some(IdOrPath::Path("acme/app".to_owned())), "{path}");
        }
        for nothing in [" / ", ".", ".."] {
            assert_eq!(IdOrPath::parse(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_path_is_one_segment() {
        assert_eq!(IdOrPath::Path("acme/my.app_1".to_owned()).segment(), "acme%2Fmy.app_1");
        assert_eq!(IdOrPath::Path("../user?x#y".to_owned()).segment(), "..%2Fuser%3Fx%23y");
    }
}
