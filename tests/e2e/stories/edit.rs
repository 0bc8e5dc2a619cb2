//! Changing a runner: only what changed is sent, what GitLab would refuse is not, and nothing typed is lost.

use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::{crowded, small};

/// Opens the form of runner 41.
async fn edit(s: &Story) {
    s.connect("glpat-mira").await;
    s.row("#41").button("Edit #41").click().await;
    s.textbox("Description").has_value("gpu-1").await;
}

#[tokio::test]
async fn one_changed_field_is_all_that_is_sent() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?status=online").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").button("Edit").click().await;
            s.query_is("status=online&runner=41&tab=edit").await;
            s.textbox("Description").fill("gpu-2").await;
            s.button("Save changes").click().await;
            s.status_says("Runner #41 saved").await;
            assert_eq!(s.changes_of(41), [json!({ "description": "gpu-2" })]);
            s.row("#41").cell("Runner").says("gpu-2").await;
            s.query_is("status=online&runner=41").await;
            s.dialog("Runner #41").says("gpu-2").await;
        })
        .await;
}

#[tokio::test]
async fn the_list_stays_where_it_was_scrolled_to() {
    in_world(crowded(150))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 156 of 156 runners").await;
            for _ in 0..60 {
                s.keys("j").await;
            }
            // Opening it narrows the list; where it stands then is where it has to stay.
            s.keys("e").await;
            let row = s.row("#1053");
            s.textbox("Description").has_value("crowd-53").await;
            let before = row.top().await;
            s.textbox("Description").fill("renamed").await;
            s.button("Save changes").click().await;
            s.status_says("Runner #1053 saved").await;
            row.cell("Runner").says("renamed").await;
            assert_eq!(row.top().await.to_bits(), before.to_bits());
        })
        .await;
}

#[tokio::test]
async fn every_field_can_be_changed() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            let form = s.dialog("Runner #41");
            form.textbox("Tags").type_in("cuda,").await;
            form.button("Remove tag linux").click().await;
            form.textbox("Maximum job timeout").fill("2h").await;
            form.textbox("Maintenance note").fill("").await;
            for (name, now) in [
                ("Paused", true),
                ("Run untagged jobs", false),
                ("Protected", true),
                ("Lock to current projects", false),
            ] {
                form.checkbox(name).is_checked(!now).await;
                form.checkbox(name).click().await;
                form.checkbox(name).is_checked(now).await;
            }
            s.button("Save changes").click().await;
            s.status_says("Runner #41 saved").await;
            let changes = json!({ "tag_list": ["gpu", "cuda"], "maximum_timeout": 7200, "maintenance_note": "",
                "paused": true, "run_untagged": false, "access_level": "ref_protected", "locked": false });
            assert_eq!(s.changes_of(41), [changes]);
            s.row("#41").cell("Status").says("Paused").await;
            s.row("#41").cell("Tags").says("cuda").await;
        })
        .await;
}

#[tokio::test]
async fn with_nothing_changed_there_is_nothing_to_save() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            s.button("Save changes").click().await;
            s.status_says("Nothing to save").await;
            assert!(s.changes_of(41).is_empty());
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_is_sure_to_refuse_is_refused_at_the_field() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            let form = s.dialog("Runner #41");
            form.textbox("Maximum job timeout").fill("9m").await;
            form.button("Remove tag gpu").click().await;
            form.button("Remove tag linux").click().await;
            form.checkbox("Run untagged jobs").click().await;
            s.button("Save changes").click().await;
            form.textbox("Tags").is_invalid("Add a tag or turn on Run untagged jobs.").await;
            form.textbox("Maximum job timeout").is_invalid("Enter at least 10 minutes").await;
            form.textbox("Tags").has_focus().await;
            assert!(s.changes_of(41).is_empty());
            form.textbox("Maximum job timeout").fill("10m").await;
            form.textbox("Maximum job timeout").is(|field| !field.invalid, "valid").await;
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_refuses_is_said_at_the_field_and_keeps_what_was_typed() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            s.fault(json!({ "method": "PUT", "status": 400, "times": 1,
                "body": { "message": { "maximum_timeout": ["needs to be at least 10 minutes"] } } }));
            let timeout = s.textbox("Maximum job timeout");
            timeout.fill("3h").await;
            s.button("Save changes").click().await;
            timeout.is_invalid("Maximum job timeout needs to be at least 10 minutes.").await;
            timeout.has_value("3h").await;
            s.alert_says("Runner #41 was not saved").await;
            s.button("Save changes").click().await;
            s.status_says("Runner #41 saved").await;
        })
        .await;
}

#[tokio::test]
async fn a_refusal_is_an_alert_that_keeps_what_was_typed() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            s.fault(json!({ "method": "PUT", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.textbox("Description").fill("mine now").await;
            s.button("Save changes").click().await;
            s.alert_says("Runner #41 was not saved").await;
            s.alert_says("403 Forbidden").await;
            s.textbox("Description").has_value("mine now").await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_deleted_meanwhile_is_an_alert_that_keeps_what_was_typed() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            s.gitlab.world(|world| world.remove_runner(41));
            s.textbox("Description").fill("too late").await;
            s.button("Save changes").click().await;
            s.alert_says("It is not there any more").await;
            s.textbox("Description").has_value("too late").await;
        })
        .await;
}

#[tokio::test]
async fn a_lost_answer_is_an_alert_and_what_came_of_it_is_found_out() {
    in_world(small())
        .tell(async |s| {
            edit(s).await;
            s.fault(json!({ "method": "PUT", "cut": true, "acts": true }));
            s.textbox("Description").fill("gpu-2").await;
            s.button("Save changes").click().await;
            s.alert_says("GitLab did not answer").await;
            s.textbox("Description").has_value("gpu-2").await;
            s.gitlab.heal();
            s.gitlab.clear_log();
            s.button("Save changes").click().await;
            s.status_says("Nothing to save").await;
            assert!(s.changes_of(41).is_empty());
        })
        .await;
}
