//! Saved views: names, files and what comes together from two places.

use proptest::prelude::*;

use super::*;

fn view(name: &str, query: &str) -> SavedView {
    SavedView::new(name, query, Density::Compact).unwrap()
}

fn views(of: &[(&str, &str)]) -> SavedViews {
    SavedViews(of.iter().map(|(name, query)| view(name, query)).collect())
}

fn names(views: &SavedViews) -> Vec<&str> {
    views.all().iter().map(SavedView::name).collect()
}

#[test]
fn only_what_is_listed_and_how_is_kept() {
    let query = "?source=owned&q=mac&sort=-id,tags&columns=description:300,tags&group_by=tags\
        &runner=41&tab=jobs&host=gl.test&view=tokens&token=x&private_token=y";
    let view = view(" Macs ", query);
    assert_eq!(view.name(), "Macs");
    let kept = "source=owned&q=mac&sort=-id,tags&columns=description:300,tags&group_by=tags";
    assert_eq!(view.query(), kept);
    let (here, _) = Route::parse("status=stale&runner=41&tab=jobs&host=gl.test");
    assert_eq!(view.route(&here).to_query(), format!("{kept}&runner=41&tab=jobs&host=gl.test"));
    assert!(view.is_at(&Route::parse(&format!("{kept}&runner=7")).0, Density::Compact));
    assert!(!view.is_at(&Route::parse(kept).0, Density::Comfortable));
    assert!(!view.is_at(&here, Density::Compact));
}

#[test]
fn a_name_is_a_line_of_text() {
    let long = "x".repeat(LONGEST_NAME + 1);
    for (name, why) in
        [("", Refused::NoName), (" \t", Refused::NoName), (&long, Refused::LongName), ("a\nb", Refused::NotALine)]
    {
        assert_eq!(SavedView::new(name, "", Density::Compact), Err(why), "{name:?}");
    }
    assert!(SavedView::new(&"\u{fc}".repeat(LONGEST_NAME), "", Density::Compact).is_ok());
}

#[test]
fn a_token_is_not_kept() {
    let token = "glpat-1a2B3c4D5e6F7g8H9i0J";
    for (name, query) in [
        (token, String::new()),
        ("mine", format!("q={token}")),
        ("mine", format!("q=x+{token}")),
        ("mine", "q=glrt-t3_1a2B3c4D5e6F7g8H9i0J".to_owned()),
        ("mine", format!("tag={token}")),
    ] {
        assert_eq!(SavedView::new(name, &query, Density::Compact), Err(Refused::Secret), "{name} {query}");
    }
    for query in ["q=gl-runner-fleet", "q=gitlab-runner-01-eu-central-1", "q=global-shared-runner-manager-2"] {
        assert!(SavedView::new("mine", query, Density::Compact).is_ok(), "{query}");
    }
}

#[test]
fn a_view_takes_the_place_of_the_one_of_its_name() {
    let mut views = views(&[("a", "q=1"), ("b", "q=2")]);
    views.put(view("a", "q=3")).unwrap();
    assert_eq!(views.all()[0].query(), "q=3");
    assert_eq!(names(&views), ["a", "b"]);
    assert!(views.has(" a ") && !views.has("A"));
}

#[test]
fn no_more_than_the_most_are_kept() {
    let mut views = SavedViews::default();
    for number in 0..MOST {
        views.put(view(&number.to_string(), "")).unwrap();
    }
    assert_eq!(views.put(view("one more", "")), Err(Refused::Full));
    views.put(view("7", "q=x")).unwrap();
    let before = views.clone();
    let more = SavedViews(vec![view("7", "q=y"), view("one more", "")]);
    assert_eq!(views.merge(more, Clash::Replace), Err(Refused::Full));
    assert_eq!(views, before, "all or nothing");
}

#[test]
fn a_view_gets_another_name() {
    let mut views = views(&[("a", ""), ("b", "")]);
    assert_eq!(views.rename("a", "b"), Err(Refused::Taken("b".to_owned())));
    assert_eq!(views.rename("x", "c"), Err(Refused::Gone("x".to_owned())));
    assert_eq!(views.rename("a", " "), Err(Refused::NoName));
    views.rename("a", " a ").unwrap();
    views.rename("a", "c").unwrap();
    assert_eq!(names(&views), ["c", "b"]);
    views.delete("b");
    assert_eq!(names(&views), ["c"]);
}

#[test]
fn views_of_two_places_come_together() {
    let mine = views(&[("a", "q=1"), ("a 2", "q=2"), ("same", "q=3")]);
    let theirs = views(&[("a", "q=9"), ("same", "q=3"), ("new", "")]);
    assert_eq!(mine.clashes(&theirs), ["a"]);
    let mut both = mine.clone();
    both.merge(theirs.clone(), Clash::KeepBoth).unwrap();
    assert_eq!(names(&both), ["a", "a 2", "same", "new", "a 3"]);
    both.merge(theirs.clone(), Clash::KeepBoth).unwrap();
    assert_eq!(names(&both), ["a", "a 2", "same", "new", "a 3"], "once is enough");
    let mut theirs_win = mine;
    theirs_win.merge(theirs, Clash::Replace).unwrap();
    assert_eq!(names(&theirs_win), ["a", "a 2", "same", "new"]);
    assert_eq!(theirs_win.all()[0].query(), "q=9");
}

#[test]
fn a_number_takes_no_name_from_a_view_that_comes_as_well() {
    let mut mine = views(&[("a", "q=1")]);
    mine.merge(views(&[("a", "q=9"), ("a 2", "q=2")]), Clash::KeepBoth).unwrap();
    assert_eq!(names(&mine), ["a", "a 2", "a 3"]);
    assert_eq!(mine.all()[1].query(), "q=2");
}

#[test]
fn a_numbered_name_is_not_too_long() {
    let name = "x".repeat(LONGEST_NAME);
    let mut views = views(&[(&name, "q=1")]);
    views.merge(SavedViews(vec![view(&name, "q=2")]), Clash::KeepBoth).unwrap();
    assert_eq!(views.all()[1].name(), "x".repeat(LONGEST_NAME - 2) + " 2");
}

#[test]
fn a_file_says_what_is_wrong_with_it() {
    for (text, words) in [
        ("", "not JSON"),
        ("name,query\nGPU,tag=gpu", "not JSON"),
        ("{\"version\":1,\"views\":[", "not JSON"),
        ("[]", "no views"),
        ("{}", "no views"),
        ("{\"version\":0,\"views\":[]}", "no views"),
        ("{\"version\":1}", "no views"),
        ("{\"version\":1,\"views\":[],\"token\":\"glpat-x\"}", "no views"),
        ("{\"version\":1,\"views\":[{\"name\":1,\"query\":\"\"}]}", "no views"),
        ("{\"version\":2,\"views\":[],\"folders\":[]}", "newer Runnerboard wrote this file (version 2)"),
        (
            "{\"version\":1,\"views\":[{\"name\":\"a\",\"query\":\"\",\"token\":\"glpat-x\"}]}",
            "View 1 in this file has",
        ),
        ("{\"version\":1,\"views\":[{\"query\":\"\"}]}", "View 1 in this file has no name"),
        ("{\"version\":1,\"views\":[{\"name\":\"a\"}]}", "View 1 in this file has no query"),
        ("{\"version\":1,\"views\":[{\"name\":\"a\",\"query\":\"\",\"density\":\"x\"}]}", "density"),
        ("{\"version\":1,\"views\":[{\"name\":\"\",\"query\":\"\"}]}", "View 1 in this file cannot be kept. Enter a"),
        ("{\"version\":1,\"views\":[{\"name\":\"a\",\"query\":\"\"},{\"name\":\"a\",\"query\":\"\"}]}", "two views"),
    ] {
        let why = SavedViews::from_json(text).unwrap_err().to_string();
        assert!(why.contains(words), "{text} should be {words}, not {why}");
        assert!(!why.contains("glpat"), "{why}");
    }
}

#[test]
fn a_file_may_leave_the_density_out() {
    let views =
        SavedViews::from_json("\u{feff}{\"version\":1,\"views\":[{\"name\":\"a\",\"query\":\"?q=x\"}]}").unwrap();
    assert_eq!(views.all(), [SavedView::new("a", "q=x", Density::Comfortable).unwrap()]);
}

/// Views as people and strangers make them.
fn any_views() -> impl Strategy<Value = SavedViews> {
    let key = prop_oneof![
        Just("q"),
        Just("tag"),
        Just("status"),
        Just("sort"),
        Just("columns"),
        Just("group_by"),
        Just("source"),
        Just("runner"),
        Just("host"),
        Just("token"),
        Just("older_than"),
        Just("through"),
    ];
    let value = prop_oneof![
        "[ -~\u{e4}\u{1f600}]{0,12}",
        Just("stale".to_owned()),
        Just("-id,tags".to_owned()),
        Just("description:200,tags".to_owned()),
        Just("version".to_owned()),
        Just("group:acme/app".to_owned()),
        Just("17.5".to_owned()),
    ];
    let pair = (key, value).prop_map(|(key, value)| {
        format!("{key}={}", form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>())
    });
    let query = prop::collection::vec(pair, 0..6).prop_map(|pairs| pairs.join("&"));
    let one = ("[^\\p{Cc}]{1,30}", query, any::<bool>());
    prop::collection::vec(one, 0..8).prop_map(|all| {
        let mut views = SavedViews::default();
        for (name, query, compact) in all {
            let density = if compact { Density::Compact } else { Density::Comfortable };
            if let Ok(view) = SavedView::new(&name, &query, density) {
                views.put(view).unwrap();
            }
        }
        views
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(views in any_views()) {
        prop_assert_eq!(SavedViews::from_json(&views.to_json()), Ok(views));
    }

    #[test]
    fn a_query_is_of_our_own_keys_and_stays_as_it_is(views in any_views()) {
        for view in views.all() {
            prop_assert_eq!(query_of(&Route::parse(view.query()).0), view.query());
            for gone in ["runner=", "host=", "token=", "tab=", "view="] {
                prop_assert!(!view.query().split('&').any(|pair| pair.starts_with(gone)), "{}", view.query());
            }
        }
    }

    #[test]
    fn junk_is_refused_and_nothing_breaks(text in "\\PC{0,200}") {
        let _ = SavedViews::from_json(&text);
        let _ = SavedView::new(&text, &text, Density::Compact);
    }

    #[test]
    fn a_file_that_was_cut_or_changed_breaks_nothing(views in any_views(), at in 0usize..400, with in any::<char>()) {
        let mut text: Vec<char> = views.to_json().chars().collect();
        let at = at.min(text.len() - 1);
        let cut: String = text[..at].iter().collect();
        prop_assert!(SavedViews::from_json(&cut).is_err());
        text[at] = with;
        let _ = SavedViews::from_json(&text.iter().collect::<String>());
    }

    #[test]
    fn keeping_both_loses_nothing(mine in any_views(), theirs in any_views()) {
        let mut both = mine.clone();
        both.merge(theirs.clone(), Clash::KeepBoth).unwrap();
        for view in mine.all() {
            prop_assert!(both.all().contains(view));
        }
        for view in theirs.all() {
            let is_same = |other: &&SavedView| other.query == view.query && other.density == view.density;
            prop_assert!(both.all().iter().filter(is_same).any(|other| other.name.starts_with(view.name.trim())));
        }
    }
}
