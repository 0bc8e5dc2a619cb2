//! Registration tokens, as long as GitLab has them.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::story::{Story, in_world};
use crate::world::small;

const REGISTRATION: &str = "GR1348941acme";

/// The small company, whose group has a registration token.
fn world() -> Value {
    let mut world = small();
    world["groups"][0]["registration_token"] = json!(REGISTRATION);
    world
}

/// The same with registration tokens turned off.
fn turned_off() -> Value {
    let mut world = world();
    world["gitlab"]["registration_tokens"] = json!(false);
    world
}

const REGISTER: &str = "Register with a registration token (deprecated)";
const RESET: &str = "Reset a registration token (deprecated)";

async fn open(s: &Story, token: &str) {
    s.connect(token).await;
    s.open("?view=tokens").await;
    s.heading("Tokens").is_there().await;
}

#[tokio::test]
async fn a_runner_registers_and_its_token_is_shown_once() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let register = s.region(REGISTER);
            register.textbox("Registration token").fill(REGISTRATION).await;
            s.script("document.querySelector('summary').click()").await;
            register.textbox("Description").fill("hall-7").await;
            register.textbox("Tags").fill("gpu,linux,").await;
            register.textbox("Maximum job timeout").fill("9m").await;
            register.button("Register").click().await;
            register.textbox("Maximum job timeout").is_invalid("at least 10 minutes").await;
            register.textbox("Maximum job timeout").fill("1h 30m").await;
            register.checkbox("Paused").click().await;
            register.button("Register").click().await;
            let shown = s.dialog("Copy the token of runner #46");
            shown.is_there().await;
            let token = s.gitlab.world(|world| world.runners[&46].token.clone());
            shown.says(&token).await;
            shown.button("Copy token").click().await;
            shown.button("Done").click().await;
            shown.is_gone().await;
            register.status().says("Registered as runner #46.").await;
            register.textbox("Registration token").has_value("").await;
            let entry = s.asked("POST", "runners").pop().unwrap();
            assert!(entry.headers.iter().all(|(name, _)| name != "private-token"), "{entry:?}");
            let body: Value = serde_json::from_str(&entry.body).unwrap();
            let expected = json!({ "token": REGISTRATION, "description": "hall-7", "tag_list": ["gpu", "linux"],
                "maximum_timeout": 5400, "paused": true });
            assert_eq!(body, expected);
            register.status().link("runner #46").click().await;
            s.dialog("Runner #46").says("hall-7").await;
        })
        .await;
}

#[tokio::test]
async fn an_unknown_registration_token_stays_where_it_was_typed() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let register = s.region(REGISTER);
            register.textbox("Registration token").fill("GR-unknown").await;
            register.button("Register").click().await;
            register.alert().says("GitLab does not know this registration token").await;
            register.textbox("Registration token").has_value("GR-unknown").await;
        })
        .await;
}

#[tokio::test]
async fn where_registration_is_turned_off_new_runner_is_offered() {
    in_world(turned_off())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let register = s.region(REGISTER);
            register.textbox("Registration token").fill(REGISTRATION).await;
            register.button("Register").click().await;
            register.alert().says("Registration tokens are turned off").await;
            register.alert().link("New runner").click().await;
            s.query_is("view=new").await;
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_refuses_is_said_at_its_field() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let register = s.region(REGISTER);
            register.textbox("Registration token").fill(REGISTRATION).await;
            let body = json!({ "message": { "description": ["is odd"] } }).to_string();
            s.fault(json!({ "method": "POST", "path": "*/runners", "status": 400, "body": body,
                "content_type": "application/json" }));
            register.button("Register").click().await;
            register.textbox("Description").is_invalid("Description is odd.").await;
            register.textbox("Registration token").has_value(REGISTRATION).await;
        })
        .await;
}

#[tokio::test]
async fn an_owner_resets_the_registration_token_of_a_group() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let reset = s.region(RESET);
            reset.combobox("Of").choose("instance").await;
            reset.button("Reset registration token").is_off("Only administrators").await;
            reset.combobox("Of").choose("group").await;
            reset.button("Reset registration token").click().await;
            reset.combobox("Group").is_invalid("Choose a group.").await;
            reset.combobox("Group").fill("nowhere").await;
            reset.combobox("Group").press(Key::Enter).await;
            reset.button("Reset registration token").click().await;
            reset.combobox("Group").is_invalid("There is no group nowhere").await;
            reset.combobox("Group").fill("acm").await;
            reset.option("Acme").click().await;
            reset.combobox("Group").has_value("acme").await;
            reset.button("Reset registration token").click().await;
            let asks = s.dialog("Reset the registration token of the group acme?");
            asks.says("stops working at once").await;
            asks.button("Reset registration token").click().await;
            let shown = s.dialog("Copy the new registration token");
            shown.is_there().await;
            let token = s.gitlab.world(|world| world.groups[&3].registration_token.clone().unwrap());
            assert_ne!(token, REGISTRATION);
            shown.says(&token).await;
            shown.button("Copy token").click().await;
            shown.button("Done").click().await;
            reset.status().says("The registration token of the group acme was reset.").await;
            s.asked_times("POST", "groups/3/runners/reset_registration_token", 1).await;
        })
        .await;
}

#[tokio::test]
async fn an_administrator_resets_the_instances_and_a_projects() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-root").await;
            let reset = s.region(RESET);
            for (of, place, name) in
                [("instance", None, "this instance"), ("project", Some("7"), "the project acme/app")]
            {
                reset.combobox("Of").choose(of).await;
                if let Some(place) = place {
                    reset.combobox("Project").fill(place).await;
                    reset.combobox("Project").press(Key::Escape).await;
                }
                reset.button("Reset registration token").click().await;
                let asks = s.dialog(&format!("Reset the registration token of {name}?"));
                asks.button("Reset registration token").click().await;
                let shown = s.dialog("Copy the new registration token");
                shown.says("GR1348941").await;
                shown.button("Copy token").click().await;
                shown.button("Done").click().await;
                shown.is_gone().await;
            }
            s.asked_times("POST", "projects/7/runners/reset_registration_token", 1).await;
        })
        .await;
}

#[tokio::test]
async fn where_they_are_turned_off_a_reset_is_refused_with_the_reason() {
    in_world(turned_off())
        .tell(async |s| {
            open(s, "glpat-root").await;
            let reset = s.region(RESET);
            reset.button("Reset registration token").click().await;
            s.dialog("Reset the registration token of this instance?").button("Reset registration token").click().await;
            reset.alert().says("Registration tokens may be turned off there").await;
        })
        .await;
}
