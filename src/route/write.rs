//! From a route to its query string.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Route, Tab, View};
use crate::search::Sort;

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
        for tag in &search.any_tags {
            query.put("any_tag", Some(tag));
        }
        for tag in &search.no_tags {
            query.put("not_tag", Some(tag));
        }
        query.put("locked", search.locked.map(|on| on.to_string()));
        query.put("protected", search.protected.map(|on| on.to_string()));
        query.put("run_untagged", search.run_untagged.map(|on| on.to_string()));
        query.put("busy", search.busy.map(|on| on.to_string()));
        query.put("platform", search.platform.as_ref());
        query.put("architecture", search.architecture.as_ref());
        query.put("older_than", search.older_than.as_ref());
        query.put("unseen_days", search.unseen_days.map(|days| days.to_string()));
        query.put("created_before", search.created_before.as_ref());
        query.put("never_ran", search.never_ran.map(|on| on.to_string()));
        query.put("through", search.through.as_ref().map(ToString::to_string));
        query.put("q", Some(&search.text).filter(|text| !text.is_empty()));
        query.put("sort", search.sort.map(|sort| order(sort, search.then)));
        query.put("columns", self.layout.columns_word());
        if let Some(column) = self.layout.group_by {
            query.put("group_by", Some(column.as_str()));
            query.put("closed", self.layout.closed.then_some("true"));
            for label in &self.layout.toggled {
                query.put("toggled", Some(label));
            }
        }
        query.put("runner", self.runner.map(|id| id.to_string()));
        query.put("tab", (self.runner.is_some() && self.tab != Tab::default()).then(|| self.tab.as_str()));
        query.put("host", self.host.as_ref());
        query.0
    }
}

fn order(sort: Sort, then: Option<Sort>) -> String {
    then.map_or_else(|| sort.to_string(), |then| format!("{sort},{then}"))
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
    use crate::search::{Column, Layout, RunnerSearch, Source};

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
                any_tags: vec!["a".to_owned(), "b".to_owned()],
                no_tags: vec!["c".to_owned()],
                locked: Some(true),
                protected: Some(false),
                run_untagged: Some(true),
                busy: Some(false),
                platform: Some("linux".to_owned()),
                architecture: Some("amd64".to_owned()),
                older_than: Some("17.0".to_owned()),
                unseen_days: Some(30),
                created_before: Some("2026-01-31".to_owned()),
                never_ran: Some(true),
                through: Source::parse("project:acme/app"),
                sort: Some(Sort { key: Column::ContactedAt, descending: true }),
                then: Some(Sort { key: Column::Description, descending: false }),
            },
            layout: Layout {
                columns: vec![(Column::Description, Some(320)), (Column::Tags, None)],
                group_by: Some(Column::Version),
                closed: true,
                toggled: vec!["17.5 & newer".to_owned()],
            },
            runner: Some(41),
            tab: Tab::Managers,
            host: Some("localhost:8080/gitlab".to_owned()),
        };
        let expected = "view=settings&source=group:acme/app&type=group_type&status=never_contacted&paused=false\
            &tag=arm+64&tag=c%2B%2B%26c%23&tag=100%2520&tag=%C3%BC&version=17.5&any_tag=a&any_tag=b&not_tag=c\
            &locked=true&protected=false&run_untagged=true&busy=false&platform=linux&architecture=amd64&older_than=17.0\
            &unseen_days=30&created_before=2026-01-31&never_ran=true&through=project:acme/app\
            &q=%2341+a%3Db&sort=-contacted_at,description&columns=description:320,tags&group_by=version&closed=true\
            &toggled=17.5+%26+newer\
            &runner=41&tab=managers&host=localhost:8080/gitlab";
        assert_eq!(route.to_query(), expected);
        assert_eq!(Route::parse(expected), (route, Vec::new()));
    }

    #[test]
    fn a_chosen_source_is_always_written() {
        for source in Source::ALL {
            let search = RunnerSearch { source: Some(source.clone()), ..RunnerSearch::default() };
            assert_eq!(Route { search, ..Route::default() }.to_query(), format!("source={source}"));
        }
    }
}
