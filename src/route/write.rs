//! From a route to its query string.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Route, Tab, View};

/// What a query value must not hold as it is. Slash, colon, comma and at sign may stay, so that `group:acme/app` can be
/// read.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/')
    .remove(b':')
    .remove(b',')
    .remove(b'@');

impl Route {
    /// The query string without a question mark: empty for the default, keys always in the same order.
    pub fn to_query(&self) -> String {
        let search = &self.search;
        let mut query = Query::default();
        query.put("view", (self.view != View::default()).then(|| self.view.as_str()));
        query.put("source", search.source.as_ref().map(ToString::to_string));
        query.put("type", search.runner_type.as_ref().map(ToString::to_string));
        query.put("status", search.status.as_ref().map(ToString::to_string));
        query.put("paused", search.paused.map(|paused| paused.to_string()));
        for tag in &search.tags {
            query.put("tag", Some(tag));
        }
        query.put("version", search.version.as_ref());
        query.put("q", Some(&search.text).filter(|text| !text.is_empty()));
        query.put("sort", search.sort.map(|sort| sort.to_string()));
        query.put("runner", self.runner.map(|id| id.to_string()));
        query.put("tab", (self.runner.is_some() && self.tab != Tab::default()).then(|| self.tab.as_str()));
        query.put("host", self.host.as_ref());
        query.0
    }
}

#[derive(Default)]
struct Query(String);

impl Query {
    fn put(&mut self, key: &str, value: Option<impl AsRef<str>>) {
        let Some(value) = value else { return };
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        // A percent sign of the value itself is `%25` by now, so this finds spaces only.
        self.0.push_str(&utf8_percent_encode(value.as_ref(), VALUE).to_string().replace("%20", "+"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gitlab::id_or_path::IdOrPath;
    use crate::gitlab::term::{RunnerStatus, RunnerType};
    use crate::search::{RunnerSearch, Sort, SortKey, Source};

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(Route::default().to_query(), "");
        assert_eq!(Route { tab: Tab::Jobs, ..Route::default() }.to_query(), "", "a tab of no drawer");
    }

    #[test]
    fn everything_stands_in_its_place() {
        let route = Route {
            view: View::Settings,
            search: RunnerSearch {
                source: Some(Source::Group(IdOrPath::parse("acme/app"))),
                runner_type: Some(RunnerType::Group),
                status: Some(RunnerStatus::NeverContacted),
                paused: Some(false),
                tags: vec!["arm 64".to_owned(), "c++&c#".to_owned(), "100%20".to_owned(), "\u{fc}".to_owned()],
                version: Some("17.5".to_owned()),
                text: "#41 a=b".to_owned(),
                sort: Some(Sort { key: SortKey::ContactedAt, descending: true }),
            },
            runner: Some(41),
            tab: Tab::Managers,
            host: Some("localhost:8080/gitlab".to_owned()),
        };
        let expected = "view=settings&source=group:acme/app&type=group_type&status=never_contacted&paused=false\
            &tag=arm+64&tag=c%2B%2B%26c%23&tag=100%2520&tag=%C3%BC&version=17.5&q=%2341+a%3Db&sort=-contacted_at\
            &runner=41&tab=managers&host=localhost:8080/gitlab";
        assert_eq!(route.to_query(), expected);
    }

    #[test]
    fn a_chosen_source_is_always_written() {
        for source in Source::ALL {
            let search = RunnerSearch { source: Some(source.clone()), ..RunnerSearch::default() };
            assert_eq!(Route { search, ..Route::default() }.to_query(), format!("source={source}"));
        }
    }
}
