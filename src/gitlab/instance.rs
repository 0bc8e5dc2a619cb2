//! The address of a GitLab: where its API and its pages are. Knows nothing of tokens.

use std::fmt;

/// Why a text is no address of a GitLab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadInstance {
    /// Nothing was typed.
    #[error("Enter the address of your GitLab, for example https://gitlab.com.")]
    Empty,
    /// It has no host, or something in it that no address has.
    #[error("This is not an address. Enter one like https://gitlab.example.com.")]
    NotAnAddress,
    /// http to another computer: the token could be read on the way.
    #[error("http works for this computer only. Use https.")]
    Http,
    /// http to this computer by a name that the page's policy cannot list.
    #[error("For this computer use http://localhost or http://127.0.0.1.")]
    Loopback,
    /// `user:password@` in it.
    #[error("Leave out the user name and password. The token goes into its own field.")]
    Credentials,
}

/// The base address of a GitLab: scheme, host, port and relative root, without a slash at the end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InstanceUrl {
    base: String,
}

impl InstanceUrl {
    /// Reads what a person types: `gitlab.com`, `https://host/gitlab/`, or a page's address copied from the browser.
    /// A loopback host without a scheme gets http, any other https.
    ///
    /// # Errors
    /// [`BadInstance`] says what to do.
    pub fn parse(text: &str) -> Result<Self, BadInstance> {
        let text = text.trim();
        if text.is_empty() {
            return Err(BadInstance::Empty);
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
            None => (None, text),
        };
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        if authority.contains('@') {
            return Err(BadInstance::Credentials);
        }
        let authority = authority.to_ascii_lowercase();
        let host = checked_host(&authority).ok_or(BadInstance::NotAnAddress)?;
        let scheme = match scheme.as_deref() {
            Some("http") | None if is_this_computer(host) => "http",
            Some("http") | None if is_loopback(host) => return Err(BadInstance::Loopback),
            Some("https") | None => "https",
            Some("http") => return Err(BadInstance::Http),
            Some(_) => return Err(BadInstance::NotAnAddress),
        };
        let root = relative_root(path).ok_or(BadInstance::NotAnAddress)?;
        let authority = authority.strip_suffix(if scheme == "https" { ":443" } else { ":80" }).unwrap_or(&authority);
        Ok(Self { base: format!("{scheme}://{authority}{root}") })
    }

    /// The address without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.base
    }

    /// Host, port and relative root: what the address key `host` holds.
    pub fn host(&self) -> &str {
        self.base.split_once("://").map_or(&self.base, |(_, host)| host)
    }

    /// The address of an API call; `path` is below `/api/v4/`.
    pub fn api(&self, path: &str) -> String {
        format!("{}/api/v4/{path}", self.base)
    }

    /// The one address of GraphQL.
    pub fn graphql(&self) -> String {
        format!("{}/api/graphql", self.base)
    }

    /// The page that makes a token with the name and scopes filled in.
    pub fn new_token_page(&self) -> String {
        format!("{}/-/user_settings/personal_access_tokens?name=Runnerboard&scopes=api", self.base)
    }
}

impl fmt::Display for InstanceUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}

/// The host of `host[:port]`, if both are sound.
fn checked_host(authority: &str) -> Option<&str> {
    let (host, port) = if authority.starts_with('[') {
        let end = authority.find(']')? + 1;
        (&authority[..end], &authority[end..])
    } else {
        authority.split_at(authority.find(':').unwrap_or(authority.len()))
    };
    let port_is_sound = port.is_empty() || port.strip_prefix(':').is_some_and(|digits| digits.parse::<u16>().is_ok());
    let host_is_sound = if host.starts_with('[') {
        host[1..host.len() - 1].parse::<std::net::Ipv6Addr>().is_ok()
    } else {
        !host.is_empty()
            && !host.split('.').any(str::is_empty)
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
    };
    (port_is_sound && host_is_sound).then_some(host)
}

/// The names of this computer to which the page's policy (`index.html`) lets requests go.
fn is_this_computer(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1") || host.ends_with(".localhost")
}

/// Every other address of this computer. A policy cannot name an IPv6 host.
fn is_loopback(host: &str) -> bool {
    host == "[::1]" || (host.starts_with("127.") && host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}

/// Where GitLab lives below the host, cut off before what belongs to one of its pages.
fn relative_root(path: &str) -> Option<String> {
    let mut root = String::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if matches!(segment, "api" | "-" | "users" | "admin" | "dashboard" | "explore" | "groups" | "help") {
            break;
        }
        let is_sound = segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%+".contains(&byte));
        if !is_sound || matches!(segment, "." | "..") {
            return None;
        }
        root.push('/');
        root.push_str(segment);
    }
    Some(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgives_what_people_paste() {
        for (text, base) in [
            ("gitlab.com", "https://gitlab.com"),
            (" https://GitLab.Example.com/ ", "https://gitlab.example.com"),
            ("https://gl.test/gitlab/api/v4/", "https://gl.test/gitlab"),
            ("https://gl.test/-/user_settings/profile?x=1#y", "https://gl.test"),
            ("https://gl.test:8443", "https://gl.test:8443"),
            ("https://gl.test:443/", "https://gl.test"),
            ("127.0.0.1:8081", "http://127.0.0.1:8081"),
            ("http://localhost:3000/gitlab", "http://localhost:3000/gitlab"),
            ("http://gitlab.localhost", "http://gitlab.localhost"),
            ("https://[::1]:8443", "https://[::1]:8443"),
        ] {
            assert_eq!(InstanceUrl::parse(text).map(|url| url.base), Ok(base.to_owned()), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, problem) in [
            ("  ", BadInstance::Empty),
            ("http://gitlab.com", BadInstance::Http),
            ("http://127.0.0.1.evil.test", BadInstance::Http),
            ("http://[::1]:80", BadInstance::Loopback),
            ("127.0.0.2", BadInstance::Loopback),
            ("ftp://gitlab.com", BadInstance::NotAnAddress),
            ("javascript:alert(1)", BadInstance::NotAnAddress),
            ("https://", BadInstance::NotAnAddress),
            ("https://a b", BadInstance::NotAnAddress),
            ("https://gl.test:99999", BadInstance::NotAnAddress),
            ("https://gl.test/../x", BadInstance::NotAnAddress),
            ("https://gl.test/a b", BadInstance::NotAnAddress),
            ("https://gl.t\u{e9}st", BadInstance::NotAnAddress),
            ("https://mira:secret@gl.test", BadInstance::Credentials),
        ] {
            assert_eq!(InstanceUrl::parse(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn makes_addresses_below_its_root() {
        let url = InstanceUrl::parse("https://gl.test/gitlab").unwrap();
        assert_eq!(url.api("runners"), "https://gl.test/gitlab/api/v4/runners");
        assert_eq!(url.graphql(), "https://gl.test/gitlab/api/graphql");
        assert_eq!(url.host(), "gl.test/gitlab");
    }
}
