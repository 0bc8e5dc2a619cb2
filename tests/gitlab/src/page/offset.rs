//! Pages by number (`lib/gitlab/pagination/offset_pagination.rb`).

use super::Page;
use super::link::link;
use crate::ask::Ask;
use crate::params::Params;
use crate::params::check::Check;
use crate::refusal::Refusal;

/// The largest page.
const MAX_PER_PAGE: usize = 100;
/// The page when nothing is asked for.
const DEFAULT_PER_PAGE: i64 = 20;
/// Beyond this many nobody counts.
const COUNT_LIMIT: usize = 10_000;
/// How far classes with another way to page may be paged by number.
const OFFSET_LIMIT: usize = 50_000;

/// Whether the total is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Unless there is too much to count.
    Told,
    /// Never.
    Omitted,
}

/// Validates `page` and `per_page`.
pub fn check(check: &mut Check) {
    check.default("page", 1);
    check.default("per_page", DEFAULT_PER_PAGE);
    check.integer("page");
    if check.integer("per_page") == Some(0) {
        check.problem("per_page has a value not allowed");
    }
}

/// Refuses pages beyond the reach of numbers, for lists of `class`.
pub fn limit(params: &Params, class: &str) -> Result<(), Refusal> {
    let (page, per_page) = asked(params);
    if page.saturating_mul(per_page) <= OFFSET_LIMIT {
        return Ok(());
    }
    Err(Refusal::pagination(format!(
        "Offset pagination has a maximum allowed offset of {OFFSET_LIMIT} for requests that return objects of type \
         {class}. Remaining records can be retrieved using keyset pagination."
    )))
}

/// Cuts the asked page out of a list.
pub fn paginate<T>(ask: &Ask, params: &Params, list: impl Iterator<Item = T>, total: Total) -> Page<T> {
    let (page, per_page) = asked(params);
    let offset = (page - 1).saturating_mul(per_page);
    let end = offset.saturating_add(per_page);
    let mut items = Vec::new();
    let mut count = 0_usize;
    for item in list {
        if count >= offset && count < end {
            items.push(item);
        }
        count += 1;
        if count > COUNT_LIMIT && count > end {
            break;
        }
    }
    let told = total == Total::Told && count <= COUNT_LIMIT;
    let next = (count > end).then_some(page + 1);
    let prev = (page > 1 && count > offset).then(|| page - 1);
    let pages = count.div_ceil(per_page).max(1);

    let mut links = Vec::new();
    let mut add = |page: usize, rel| links.push(link(ask, params, &[("page", page.to_string())], rel));
    if let Some(page) = prev {
        add(page, "prev");
    }
    if let Some(page) = next {
        add(page, "next");
    }
    add(1, "first");
    if told {
        add(pages, "last");
    }

    let text = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut headers = vec![
        ("x-per-page", per_page.to_string()),
        ("x-page", page.to_string()),
        ("x-next-page", text(next)),
        ("x-prev-page", text(prev)),
        ("link", links.join(", ")),
    ];
    if told {
        headers.push(("x-total", count.to_string()));
        headers.push(("x-total-pages", pages.to_string()));
    }
    Page { items, headers }
}

/// The page and its size as GitLab takes them, whatever was asked.
fn asked(params: &Params) -> (usize, usize) {
    let number = |key: &str, default| params.get(key).and_then(serde_json::Value::as_i64).unwrap_or(default);
    let page = usize::try_from(number("page", 1)).unwrap_or(1).max(1);
    let per_page = usize::try_from(number("per_page", DEFAULT_PER_PAGE)).unwrap_or(20).clamp(1, MAX_PER_PAGE);
    (page, per_page)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn page(query: &str, count: usize, total: Total) -> (Vec<usize>, BTreeMap<&'static str, String>) {
        let mut params = Params::default();
        params.add_form(query.as_bytes());
        params.set("id", 7);
        let mut checked = Check::new(&params);
        check(&mut checked);
        let params = checked.finish().unwrap();
        let ask = crate::sample::ask("/api/v4/projects/7/runners");
        let page = paginate(&ask, &params, 0..count, total);
        (page.items, page.headers.into_iter().collect())
    }

    fn problem(query: &str) -> String {
        let mut params = Params::default();
        params.add_form(query.as_bytes());
        let mut checked = Check::new(&params);
        check(&mut checked);
        checked.finish().unwrap_err().body["error"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_page_in_the_middle_tells_its_neighbours() {
        let (items, headers) = page("page=2&per_page=2", 5, Total::Told);
        assert_eq!(items, [2, 3]);
        for (name, value) in [
            ("x-page", "2"),
            ("x-per-page", "2"),
            ("x-next-page", "3"),
            ("x-prev-page", "1"),
            ("x-total", "5"),
            ("x-total-pages", "3"),
        ] {
            assert_eq!(headers[name], value, "{name}");
        }
        let url = |page| format!("<http://gl.test/api/v4/projects/7/runners?id=7&page={page}&per_page=2>");
        assert_eq!(
            headers["link"],
            format!(
                "{}; rel=\"prev\", {}; rel=\"next\", {}; rel=\"first\", {}; rel=\"last\"",
                url(1),
                url(3),
                url(1),
                url(3)
            )
        );
    }

    #[test]
    fn the_first_and_the_last_page_leave_headers_empty() {
        let (_, headers) = page("", 5, Total::Told);
        assert_eq!(
            (headers["x-prev-page"].as_str(), headers["x-next-page"].as_str(), headers["x-per-page"].as_str()),
            ("", "", "20")
        );
        let (items, headers) = page("", 0, Total::Told);
        assert_eq!((items.len(), headers["x-total"].as_str(), headers["x-total-pages"].as_str()), (0, "0", "1"));
    }

    #[test]
    fn a_page_past_the_end_is_empty() {
        let (items, headers) = page("page=9", 5, Total::Told);
        assert!(items.is_empty());
        assert_eq!((headers["x-next-page"].as_str(), headers["x-total"].as_str()), ("", "5"));
    }

    #[test]
    fn a_large_page_is_capped_but_linked_as_asked() {
        let (items, headers) = page("per_page=500", 200, Total::Told);
        assert_eq!((items.len(), headers["x-per-page"].as_str(), headers["x-next-page"].as_str()), (100, "100", "2"));
        assert!(headers["link"].contains("per_page=500"));
    }

    #[test]
    fn strange_pages_are_the_first() {
        for query in ["page=0", "page=-3", "page="] {
            assert_eq!(page(query, 5, Total::Told).1["x-page"], "1", "{query}");
        }
        assert_eq!(page("per_page=-5", 50, Total::Told).1["x-per-page"], "20");
        assert!(page("page=99999999999999999999", 5, Total::Told).0.is_empty());
    }

    #[test]
    fn beyond_ten_thousand_nobody_counts() {
        let (_, headers) = page("", 10_000, Total::Told);
        assert_eq!(headers["x-total"], "10000");
        let (_, headers) = page("", 10_001, Total::Told);
        assert!(!headers.contains_key("x-total") && !headers.contains_key("x-total-pages"));
        assert!(!headers["link"].contains("last") && headers["x-next-page"] == "2");
    }

    #[test]
    fn an_endpoint_may_leave_the_total_out() {
        assert!(!page("", 5, Total::Omitted).1.contains_key("x-total"));
    }

    #[test]
    fn impossible_pages_are_refused() {
        assert_eq!(problem("per_page=0"), "per_page has a value not allowed");
        assert_eq!(problem("page=x&per_page=y"), "page is invalid, per_page is invalid");
    }

    #[test]
    fn some_lists_end_at_fifty_thousand() {
        let mut params = Params::default();
        params.set("page", 500);
        params.set("per_page", 100);
        assert_eq!(limit(&params, "Group"), Ok(()));
        params.set("page", 501);
        assert_eq!(limit(&params, "Group").unwrap_err().status, 405);
    }
}
