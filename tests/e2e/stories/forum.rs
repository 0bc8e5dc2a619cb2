//! The thread of the forum, told to its end: somebody who is Maintainer and not Owner looks for all runners they can use.

use serde_json::{Value, json};

use crate::story::in_world;
use crate::world::small;

/// With Tom, who is Maintainer of the group and so of its projects, and a group below it with a project of its own.
fn with_tom() -> Value {
    let mut world = small();
    world["users"].as_array_mut().unwrap().push(json!({ "id": 4, "username": "tom", "name": "Tom Colonel" }));
    world["tokens"].as_array_mut().unwrap().push(json!({ "token": "glpat-tom", "user": "tom" }));
    world["groups"][0]["members"]["tom"] = json!(40);
    world["groups"].as_array_mut().unwrap().push(json!({ "id": 6, "path": "acme/tools", "name": "Tools" }));
    world
}

#[tokio::test]
async fn a_maintainer_is_led_from_the_instance_to_all_runners_they_can_use() {
    in_world(with_tom())
        .tell(async |s| {
            // 401 is about the token, and is said at once.
            s.try_to_connect("glpat-the-authentication-token").await;
            s.alert_says("GitLab does not know this token").await;
            s.connect("glpat-tom").await;

            // 403 is about the role.
            s.tab("Instance").click().await;
            s.heading("You may not see instance runners").is_there().await;
            for words in ["administrators only (403 Forbidden)", "Your token is good", "401 Unauthorized"] {
                s.navigation("Main").is_there().await;
                s.waits_until(&format!("return document.body.innerText.includes('{words}')")).await;
            }

            // Project runners of every project where one is Maintainer, in one list.
            s.link("Show owned runners").click().await;
            s.tab("Owned").is_selected().await;
            s.runners_are(&[41, 43, 44]).await;

            // Those that a project can use, with the reason.
            s.tab("Project").click().await;
            s.combobox("Project").fill("weather").await;
            s.option("Weather app").click().await;
            s.runners_are(&[40, 41, 42, 44, 45]).await;
            s.row("#40").cell("Runner").says("Instance").await;
            s.row("#41").cell("Runner").says("Project · Assigned").await;
            s.row("#42").cell("Runner").says("Inherited from group acme").await;

            // And those of its group.
            s.tab("Group").click().await;
            s.combobox("Group").fill("acm").await;
            s.option("Acme").click().await;
            s.query_is("source=group:acme").await;
            s.runners_are(&[40, 42, 45]).await;
            s.row("#45").cell("Runner").says("Group · Assigned").await;
        })
        .await;
}

#[tokio::test]
async fn a_group_says_what_it_inherits_on_every_width() {
    in_world(with_tom())
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.open("?source=group:acme/tools").await;
            s.row("#42").cell("Runner").says("Inherited from group acme").await;
            s.row("#40").cell("Runner").says("Instance").await;
            s.button("Density").click().await;
            s.menuitemradio("Compact").click().await;
            s.row("#42").cell("Runner").says("Inherited from group acme").await;
        })
        .await;
    in_world(with_tom())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-tom").await;
            s.button("Menu").is_there().await;
            s.open("?source=project:acme/app").await;
            s.row("#42").says("Inherited from group acme").await;
        })
        .await;
}
