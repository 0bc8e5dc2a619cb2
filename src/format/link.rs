//! Which addresses may become links.

/// The address, if it leads to a page by http or https. Anything else, such as `javascript:`, stays a text.
pub fn safe_link(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_whole = !rest.is_empty() && !url.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_web && is_whole).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_pages_are_links() {
        for url in ["https://gl.test/acme", "http://localhost:8080/x?y#z", "HTTPS://gl.test"] {
            assert_eq!(safe_link(url), Some(url));
        }
        assert_eq!(safe_link(" https://gl.test "), Some("https://gl.test"));
        for url in [
            "",
            "gl.test",
            "/acme",
            "//gl.test",
            "javascript:alert(1)",
            "javascript://gl.test/%0aalert(1)",
            "java\nscript://x",
            "data:text/html,x",
            "https://",
            "https://gl.test/a b",
            "ftp://gl.test",
        ] {
            assert_eq!(safe_link(url), None, "{url}");
        }
    }
}
