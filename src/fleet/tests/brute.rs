//! Random runners and searches: what is worked out cleverly is what plain code over whole values gives.
#![cfg(not(target_arch = "wasm32"))]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

#[derive(Clone, Debug)]
struct Plain {
    id: u64,
    name: String,
    status: &'static str,
    paused: bool,
    tags: Option<Vec<&'static str>>,
    way: Option<&'static str>,
    address: Option<&'static str>,
}

fn runners() -> impl Strategy<Value = Vec<Plain>> {
    let tags = proptest::option::of(proptest::sample::subsequence(vec!["gpu", "Linux", "x86"], 0..=3));
    let seen = (
        proptest::option::weighted(0.2, select(vec!["group:Acme/bags", "project:acme/g9"])),
        proptest::option::weighted(0.2, select(vec!["10.7.0.1", "fe80::ab"])),
    );
    let one = ("[abB ]{0,3}[0-9]{0,2}", select(vec!["online", "offline", "stale"]), any::<bool>(), tags, seen);
    vec(one, 0..40).prop_map(|rows| {
        let plain =
            |(id, (name, status, paused, tags, (way, address)))| Plain { id, name, status, paused, tags, way, address };
        (1..).zip(rows).map(plain).collect()
    })
}

fn loaded(plain: &[Plain]) -> Fleet {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    for Plain { id, name, status, paused, tags, way, address } in plain {
        let json = serde_json::json!({
            "id": id, "description": name, "status": status, "online": true, "paused": paused, "ip_address": address,
        });
        fleet.add(&[runner(&json.to_string())], *way);
        if let Some(tags) = tags {
            let mut json = json;
            json["tag_list"] = serde_json::json!(tags);
            fleet.learn_details(&details(&json.to_string()));
        }
    }
    fleet
}

fn is_shown(runner: &Plain, search: &RunnerSearch) -> bool {
    let hay = format!(
        "#{} {} {} {} {}",
        runner.id,
        runner.name.trim(),
        runner.tags.iter().flatten().copied().collect::<Vec<_>>().join(" "),
        runner.way.map_or("", |way| way.split_once(':').map_or(way, |(_, path)| path)),
        runner.address.unwrap_or_default(),
    );
    let hay = hay.to_lowercase();
    let has = |tag: &String| runner.tags.as_ref().is_some_and(|tags| tags.contains(&tag.as_str()));
    search.text.to_lowercase().split_whitespace().all(|word| hay.contains(word))
        && search.status.as_ref().is_none_or(|status| status.as_str() == runner.status)
        && search.paused.is_none_or(|paused| paused == runner.paused)
        && search.tags.iter().all(has)
        && (search.no_tags.is_empty() || runner.tags.is_some() && !search.no_tags.iter().any(has))
}

fn filters() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", "", "status=online", "paused=true", "tag=gpu", "not_tag=Linux", "tag=Linux&paused=false"])
}

proptest! {
    #[test]
    fn it_shows_what_plain_code_shows(
        plain in runners(),
        texts in vec(("[abg#./:0-9 ]{0,4}", filters()), 1..5),
        prepared in 0..40_usize,
        sort in select(vec!["", "sort=description", "sort=-description", "sort=status,-id", "sort=-id"]),
    ) {
        let fleet = loaded(&plain);
        let mut orders = Orders::default();
        let _ = (0..prepared).find(|_| !orders.prepare(&fleet));
        // Each text is typed letter by letter.
        let typed = texts.iter().flat_map(|(text, filter)| (0..=text.len()).map(move |end| (text[..end].to_owned(), filter)));
        for (text, filter) in typed {
            let search = RunnerSearch { text, ..search(&format!("{filter}&{sort}")) };
            let mut expected: Vec<&Plain> = plain.iter().filter(|runner| is_shown(runner, &search)).collect();
            let natural = |a: &Plain, b: &Plain| crate::search::by_name(a.name.trim(), b.name.trim());
            let empty = |runner: &Plain| runner.name.trim().is_empty();
            match sort {
                "sort=description" => expected.sort_by(|a, b| empty(a).cmp(&empty(b)).then(natural(a, b)).then(a.id.cmp(&b.id))),
                "sort=-description" => expected.sort_by(|a, b| empty(a).cmp(&empty(b)).then(natural(b, a)).then(a.id.cmp(&b.id))),
                "sort=status,-id" => expected.sort_by_key(|runner| {
                    (["online", "offline", "stale"].iter().position(|status| *status == runner.status), std::cmp::Reverse(runner.id))
                }),
                "sort=-id" => expected.reverse(),
                _ => {}
            }
            let (order, _) = orders.order(&fleet, &search, &[], NOW);
            let order: Vec<u64> = order.iter().map(|place| fleet.id(*place)).collect();
            prop_assert_eq!(order, expected.iter().map(|runner| runner.id).collect::<Vec<_>>());
        }
    }
}
