//! One page of a list, and where the next one is (`lib/gitlab/pagination`).

use http::{HeaderMap, HeaderName};

use super::transport::header;

/// One page of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// In the order they came.
    pub items: Vec<T>,
    /// Where to go on; `None` on the last page.
    pub next: Option<PageToken>,
    /// How many there are on all pages. GitLab does not say above 10,000.
    pub total: Option<usize>,
}

/// Where a page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PageToken {
    /// At the beginning.
    #[default]
    First,
    /// A page by its number, counted from 1.
    Number(usize),
    /// What a `Link` header said about the next page of a keyset list.
    Cursor(Vec<(String, String)>),
}

/// Query keys of a `Link` that say where a page begins. All others are the endpoint's own; the token could be among them.
const CURSOR_KEYS: [&str; 4] = ["cursor", "id_after", "id_before", "pagination"];

impl PageToken {
    /// Where the page after this one begins: `X-Next-Page` first, `Link` second, the number of items last.
    pub fn after(&self, headers: &HeaderMap, items: usize, per_page: usize) -> Option<Self> {
        if let Some(next) = text(headers, &header::NEXT_PAGE) {
            return next.parse().ok().map(Self::Number);
        }
        if let Some(links) = text(headers, &header::LINK) {
            return next_link(links).and_then(from_address).filter(|next| next != self && items > 0);
        }
        let full = text(headers, &header::PER_PAGE).and_then(|told| told.parse().ok()).unwrap_or(per_page);
        match self {
            Self::First if items >= full => Some(Self::Number(2)),
            Self::Number(number) if items >= full => Some(Self::Number(number + 1)),
            _ => None,
        }
    }

    /// The query pairs that ask for it.
    pub fn query(&self, per_page: usize) -> Vec<(String, String)> {
        let mut query = vec![("per_page".to_owned(), per_page.to_string())];
        match self {
            Self::First => {}
            Self::Number(number) => query.push(("page".to_owned(), number.to_string())),
            Self::Cursor(pairs) => query.extend(pairs.iter().cloned()),
        }
        query
    }
}

/// How many there are in all, if GitLab says so.
pub fn total(headers: &HeaderMap) -> Option<usize> {
    text(headers, &header::TOTAL)?.parse().ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

/// The address with `rel="next"` in a `Link` header.
fn next_link(links: &str) -> Option<&str> {
    links
        .split(',')
        .find(|link| link.contains("rel=\"next\""))?
        .split_once('<')?
        .1
        .split_once('>')
        .map(|(address, _)| address)
}

/// Only the query is used: the host in it is GitLab's own idea of itself, and the token must not follow it.
fn from_address(address: &str) -> Option<PageToken> {
    let (_, query) = address.split_once('?')?;
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let cursor: Vec<_> = pairs.iter().filter(|(key, _)| CURSOR_KEYS.contains(&key.as_str())).cloned().collect();
    if cursor.iter().any(|(key, _)| key != "pagination") {
        return Some(PageToken::Cursor(cursor));
    }
    pairs.iter().find(|(key, _)| key == "page").and_then(|(_, number)| number.parse().ok()).map(PageToken::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (http::HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[test]
    fn the_next_page_is_found_in_three_ways() {
        let link = "<https://other.test/api/v4/runners?id=7&page=3&private_token=x>; rel=\"next\", <https://other.test/>; rel=\"first\"";
        for (pairs, items, next) in [
            (vec![("x-next-page", "2"), ("link", link)], 100, Some(PageToken::Number(2))),
            (vec![("x-next-page", ""), ("link", link)], 100, None),
            (vec![("link", link)], 100, Some(PageToken::Number(3))),
            (vec![("link", "<https://gl.test/?page=1>; rel=\"first\"")], 100, None),
            (vec![], 100, Some(PageToken::Number(2))),
            (vec![], 99, None),
            (vec![("x-per-page", "50")], 50, Some(PageToken::Number(2))),
        ] {
            assert_eq!(PageToken::First.after(&headers(&pairs), items, 100), next, "{pairs:?}");
        }
    }

    #[test]
    fn a_cursor_is_taken_from_the_link_and_nothing_else() {
        let link = "<https://gl.test/api/v4/runners/7/jobs?cursor=abc%3D&pagination=keyset&per_page=20&private_token=x>; rel=\"next\"";
        let next = PageToken::First.after(&headers(&[("link", link)]), 20, 20).unwrap();
        let query = next.query(20);
        let query: Vec<_> = query.iter().map(|(key, value)| format!("{key}={value}")).collect();
        assert_eq!(query, ["per_page=20", "cursor=abc=", "pagination=keyset"]);
    }

    #[test]
    fn a_broken_header_ends_the_list() {
        for pairs in [vec![("x-next-page", "soon")], vec![("link", "rel=\"next\"")], vec![("link", "<>; rel=\"next\"")]]
        {
            assert_eq!(PageToken::First.after(&headers(&pairs), 100, 100), None, "{pairs:?}");
        }
    }
}
