//! Addresses in, what they mean as the address that says the same.

use super::*;

#[track_caller]
fn assert_reads(query: &str, same: &str) {
    let (route, said) = Route::parse(query);
    assert_eq!((route.to_query().as_str(), said.as_slice()), (same, &[][..]), "{query}");
}

#[track_caller]
fn assert_says(query: &str, same: &str, sentence: &str) {
    let (route, said) = Route::parse(query);
    assert_eq!((route.to_query().as_str(), said), (same, vec![sentence.to_owned()]), "{query}");
}

#[test]
fn what_is_written_well_stays() {
    for query in [
        "",
        "view=tokens",
        "source=owned",
        "source=group",
        "source=group:7",
        "source=project:acme/my.app",
        "type=project_type&status=offline&paused=true",
        "tag=gpu&tag=linux&version=17.5&q=build+hall",
        "sort=-contacted_at",
        "runner=41&tab=edit",
        "host=gitlab.example.com/gitlab",
        "host=localhost:8080",
    ] {
        assert_reads(query, query);
    }
}

#[test]
fn what_is_written_otherwise_means_the_same() {
    for (query, same) in [
        ("?status=online", "status=online"),
        ("view=runners&tab=details", ""),
        ("tab=jobs", ""),
        ("unknown=1&status=online&&=x&status", "status=online"),
        ("status=&tag=&q=&host=", ""),
        ("status=online&status=stale", "status=stale"),
        ("sort=id,-id", "sort=id"),
        ("q=a%20b+c", "q=a+b+c"),
        ("q=gpu+", "q=gpu+"),
        ("tag=gpu,linux&tag=gpu&tag=+arm+", "tag=gpu&tag=linux&tag=arm"),
        ("tag=%F0%9F%9A%80", "tag=%F0%9F%9A%80"),
        ("source=group%3Aacme%2Fapp", "source=group:acme/app"),
        ("source=project:/acme/app/", "source=project:acme/app"),
        ("host=GitLab.Example.com/", "host=gitlab.example.com"),
        ("private_token=glpat-x", ""),
    ] {
        assert_reads(query, same);
    }
}

#[test]
fn old_words_are_understood() {
    for (query, same) in [
        ("status=active", "paused=false"),
        ("status=paused", "paused=true"),
        ("status=not_connected", "status=never_contacted"),
        ("status=paused&status=online", "status=online&paused=true"),
        ("scope=active", "paused=false"),
        ("scope=paused", "paused=true"),
        ("scope=online", "status=online"),
        ("scope=not_connected", "status=never_contacted"),
        ("scope=offline", "status=offline"),
        ("scope=never_contacted", "status=never_contacted"),
        ("scope=shared", "type=instance_type"),
        ("scope=instance_type", "type=instance_type"),
        ("scope=project_type", "type=project_type"),
        ("scope=active&status=online", "status=online&paused=false"),
        ("scope=group_type", "type=group_type"),
    ] {
        assert_reads(query, same);
    }
}

/// Addresses as GitLab's documents write their calls, of today's version and of 14 and 15.
#[test]
fn the_words_of_the_api_are_understood() {
    for (query, same) in [
        ("scope=active", "paused=false"),
        ("type=project_type", "type=project_type"),
        ("status=online", "status=online"),
        ("paused=true", "paused=true"),
        ("tag_list=tag1,tag2", "tag=tag1&tag=tag2"),
        ("tag=tag1&tag_list=tag1,tag2", "tag=tag1&tag=tag2"),
        ("version_prefix=15.0", "version=15.0"),
        ("status=not_connected&tag_list=gpu", "status=never_contacted&tag=gpu"),
    ] {
        assert_reads(query, same);
    }
}

#[test]
fn what_is_not_understood_is_said() {
    for (query, same, sentence) in [
        ("status=size&tag=gpu", "tag=gpu", "“size” is not a status, it was left out."),
        ("view=x", "", "“x” is not a view, it was left out."),
        ("source=all", "", "“all” is not a source, it was left out."),
        ("through=owned", "", "“owned” is not the path of a group or project, it was left out."),
        ("through=group:3", "", "“group:3” is not the path of a group or project, it was left out."),
        ("created_before=soon", "", "“soon” is not a day such as 2026-01-31, it was left out."),
        ("created_before=2026-02-31", "", "“2026-02-31” is not a day such as 2026-01-31, it was left out."),
        ("columns=x", "", "“x” is not a column, it was left out."),
        ("columns=tags,x:90,y", "columns=tags", "“x:90, y” is not a column, it was left out."),
        ("group_by=id", "", "“id” is not a column to group by, it was left out."),
        ("source=group:..", "", "“group:..” is not a source, it was left out."),
        ("type=shared", "", "“shared” is not a runner type, it was left out."),
        ("paused=yes", "", "“yes” is not true or false, it was left out."),
        ("version=v17", "", "“v17” is not a version, it was left out."),
        ("sort=name", "", "“name” is not an order, it was left out."),
        ("sort=name,id", "", "“name” is not an order, it was left out."),
        ("sort=-id,name", "sort=-id", "“name” is not an order, it was left out."),
        ("runner=x&tab=jobs", "", "“x” is not a runner's id, it was left out."),
        ("runner=7&tab=x", "runner=7", "“x” is not a tab, it was left out."),
        ("host=a@b", "", "“a@b” is not a host, it was left out."),
        ("host=https://gl.test", "", "“https://gl.test” is not a host, it was left out."),
        ("scope=all", "", "“all” is not a scope, it was left out."),
        (
            "scope=specific",
            "",
            "“specific” means group and project runners together. No filter says that, so it was left out.",
        ),
        ("status=a&status=a", "", "“a” is not a status, it was left out."),
    ] {
        assert_says(query, same, sentence);
    }
}

#[test]
fn a_long_mistake_is_cut_short() {
    let (_, said) = Route::parse(&format!("status={}", "ä".repeat(500)));
    assert_eq!(said, [format!("“{}…” is not a status, it was left out.", "ä".repeat(40))]);
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::gitlab::id_or_path::IdOrPath;
    use crate::search::{Column, Layout};

    fn sources() -> impl Strategy<Value = Source> {
        let place = || any::<String>().prop_map(|text| IdOrPath::parse(&text));
        prop_oneof![
            Just(Source::Owned),
            Just(Source::Instance),
            place().prop_map(Source::Group),
            place().prop_map(Source::Project)
        ]
    }

    fn sorts() -> impl Strategy<Value = Sort> {
        (select(crate::search::Column::ALL.to_vec()), any::<bool>())
            .prop_map(|(key, descending)| Sort { key, descending })
    }

    fn searches() -> impl Strategy<Value = RunnerSearch> {
        (
            option::of(sources()),
            option::of(select(RunnerType::ALL)),
            option::of(select(RunnerStatus::ALL)),
            any::<Option<bool>>(),
            vec(any::<String>(), 0..4).prop_map(|tags| split_tags(&tags.join(","))),
            option::of("[0-9.+][0-9a-z.~+-]{0,6}"),
            any::<String>(),
            option::of((sorts(), option::of(sorts()))),
            narrower(),
        )
            .prop_map(|(source, runner_type, status, paused, tags, version, text, order, narrower)| {
                RunnerSearch {
                    source,
                    runner_type,
                    status,
                    paused,
                    tags,
                    version,
                    text,
                    sort: order.map(|(sort, _)| sort),
                    then: order.and_then(|(sort, then)| then.filter(|then| then.key != sort.key)),
                    ..narrower
                }
            })
    }

    /// The filters of what details tell.
    fn narrower() -> impl Strategy<Value = RunnerSearch> {
        let tags = || vec(any::<String>(), 0..3).prop_map(|tags| split_tags(&tags.join(",")));
        let through =
            option::of("(group|project):[a-z]{1,5}(/[a-z]{1,5})?".prop_map(|word| Source::parse(&word).unwrap()));
        let (yes_or_no, words) = (any::<[Option<bool>; 5]>(), option::of(("[a-z]{1,8}", "[a-z0-9_]{1,8}")));
        // Every month has these days.
        let day = option::of("20[0-9]{2}-0[1-9]-(1[0-9]|2[0-8])");
        (tags(), tags(), yes_or_no, words, any::<Option<u32>>(), day, through).prop_map(
            |(any_tags, no_tags, [locked, protected, run_untagged, busy, never_ran], words, days, day, through)| {
                let (platform, architecture) = words.unzip();
                RunnerSearch {
                    any_tags,
                    no_tags,
                    locked,
                    protected,
                    run_untagged,
                    busy,
                    platform,
                    architecture,
                    older_than: days.map(|days| format!("{days}.0")),
                    unseen_days: days,
                    created_before: day,
                    never_ran,
                    through,
                    ..RunnerSearch::default()
                }
            },
        )
    }

    fn layouts() -> impl Strategy<Value = Layout> {
        let columns = Just(Column::ALL.to_vec()).prop_shuffle();
        (columns, 0..5_usize, option::of(48..900_u16), option::of(select(Column::GROUPS.to_vec()))).prop_map(
            |(columns, count, width, group_by)| {
                let columns = columns.into_iter().take(count).map(|column| (column, width)).collect();
                let layout = Layout { columns, ..Layout::default() };
                // What stands for the usual columns is read back as the empty list.
                let columns = layout.columns_word().map(|_| layout.columns).unwrap_or_default();
                let groups = group_by.is_some();
                let toggled = if groups { width.map(|width| format!("{width} & more")) } else { None };
                Layout { columns, group_by, closed: groups && count > 2, toggled: toggled.into_iter().collect() }
            },
        )
    }

    fn routes() -> impl Strategy<Value = Route> {
        let drawer = (any::<u64>(), select(Tab::ALL));
        // A path that ends in api is where the API is, not where GitLab is.
        let hosts = option::of("[a-z]{1,8}\\.test(:8[0-9]{3})?(/[b-z]{1,4}){0,2}");
        (select(View::ALL), searches(), layouts(), option::of(drawer), hosts).prop_map(
            |(view, search, layout, drawer, host)| {
                let (runner, tab) = drawer.map_or((None, Tab::default()), |(id, tab)| (Some(id), tab));
                Route { view, search, layout, runner, tab, host }
            },
        )
    }

    proptest! {
        #[test]
        fn every_route_reads_back(route in routes()) {
            prop_assert_eq!(Route::parse(&route.to_query()), (route, Vec::new()));
        }

        #[test]
        fn every_text_is_some_route(text: String) {
            let (route, _) = Route::parse(&text);
            prop_assert_eq!(Route::parse(&route.to_query()), (route, Vec::new()));
        }

        #[test]
        fn every_value_is_understood_or_left_out(
            key in "(view|source|type|status|paused|tag|version|q|sort|scope|runner|tab|host)",
            value: String,
        ) {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair(&key, &value).finish();
            let (route, said) = Route::parse(&query);
            prop_assert!(said.len() <= 1);
            prop_assert_eq!(Route::parse(&route.to_query()), (route, Vec::new()));
        }
    }
}
