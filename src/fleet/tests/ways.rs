//! Through what runners are seen.

use super::*;

#[test]
fn two_of_some_ways_imply_another() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let rows = [numbered(1), numbered(2)];
    fleet.add(&rows, Some("group:acme/app"));
    fleet.add(&rows[..1], Some("group:acme/web"));
    let subgroups = ["group:acme/app", "group:acme/web", "group:acme/unseen"].map(str::to_owned);
    fleet.imply(&rows, "group:acme", &subgroups);
    assert_eq!(fleet.ways(), [("group:acme", 1), ("group:acme/app", 2), ("group:acme/web", 1)]);
}

#[test]
fn siblings_have_the_group_runners_of_the_project_that_told() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let row = |id: u64, kind: &str| runner(&format!(r#"{{"id":{id},"runner_type":"{kind}_type","online":true}}"#));
    let (app, web) = ("project:acme/app", "project:acme/web");
    fleet.add(&[row(1, "group"), row(2, "project")], Some(app));
    fleet.add(&[row(3, "group")], Some("project:other/app"));
    fleet.share(app, &[web.to_owned()]);
    fleet.share("project:never/seen", &["project:never/told".to_owned()]);
    assert_eq!(fleet.ways(), [(app, 2), (web, 1), ("project:other/app", 1)]);
    assert_eq!(Orders::default().order(&fleet, &search("through=project:acme/web"), &[], NOW).0[..], [0]);
    assert_eq!(Orders::default().order(&fleet, &search("q=acme/web"), &[], NOW).0[..], [0], "and are found by it");
    fleet.begin(true);
    fleet.renew_ways();
    fleet.add(&[row(1, "group")], Some(app));
    fleet.share(app, &[web.to_owned()]);
    fleet.finish();
    fleet.forget_old_ways(&[]);
    assert_eq!(fleet.ways(), [(app, 1), (web, 1)]);
}

#[test]
fn a_way_that_no_list_told_is_likely() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let row = |id: u64, kind: &str| runner(&format!(r#"{{"id":{id},"runner_type":"{kind}_type","online":true}}"#));
    let (app, web) = ("project:acme/app", "project:acme/web");
    fleet.add(&[row(1, "group")], Some(app));
    fleet.add(&[row(2, "project")], Some(web));
    fleet.share(app, &[web.to_owned()]);
    let ways = |fleet: &Fleet, place| fleet.at(place).ways().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(ways(&fleet, 0), [app, "likely project:acme/web"]);
    assert_eq!(ways(&fleet, 1), [web], "its own runner was told");
    fleet.add(&[row(1, "group")], Some(web));
    assert_eq!(ways(&fleet, 0), [app, web], "and now the other as well");
}

#[test]
fn of_what_could_not_be_read_only_what_was_seen_there_stays() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    fleet.renew_ways();
    fleet.add(&[numbered(1), numbered(2)], Some("group:a"));
    fleet.add(&[numbered(3), numbered(1)], Some("group:b"));
    fleet.finish();
    fleet.forget_old_ways(&[]);
    for _ in 0..2 {
        fleet.begin(true);
        fleet.renew_ways();
        fleet.add(&[numbered(4)], Some("group:a"));
        let untold = ["group:b".to_owned()];
        fleet.finish_in_part(Some(&untold));
        fleet.forget_old_ways(&untold);
        assert_eq!(ids(&fleet), [4, 1, 3], "2 is gone");
        assert_eq!(fleet.ways(), [("group:a", 1), ("group:b", 2)]);
    }
}
