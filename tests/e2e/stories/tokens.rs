//! What is done with a runner's own token, and with registration tokens.

use serde_json::{Value, json};

use super::accessible::{bring_axe, is_accessible};
use crate::console;
use crate::find::Place;
use crate::story::{Story, in_world};
use crate::world::small;

const TOKEN: &str = "glrt-t3_runner41";

/// The small company, with a token that expires and one that has expired.
fn world() -> Value {
    let mut world = small();
    world["runners"][3]["token_expires_at"] = json!("+20d");
    world["runners"][4]["token_expires_at"] = json!("-1d");
    world
}

/// Connects and goes to the screen.
async fn open(s: &Story, token: &str) {
    s.connect(token).await;
    s.navigation("Main").link("Tokens").click().await;
    s.query_is("view=tokens").await;
}

/// The body of the last request to a path.
fn sent(s: &Story, method: &str, path: &str) -> Value {
    let entry = s.asked(method, path).pop().unwrap();
    assert!(entry.headers.iter().all(|(name, _)| name != "private-token"), "{entry:?}");
    assert_eq!(entry.query, "", "a token is in an address");
    serde_json::from_str(&entry.body).unwrap()
}

async fn enter(region: &Place, token: &str) {
    region.textbox("Runner token").fill(token).await;
}

#[tokio::test]
async fn a_good_token_leads_to_its_runner() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let verify = s.region("Verify a runner token");
            enter(&verify, TOKEN).await;
            verify.textbox("System ID").fill("s_9").await;
            verify.button("Verify").click().await;
            verify.status().says("The token is good: runner #41. It does not expire.").await;
            verify.textbox("Runner token").has_value("").await;
            verify.textbox("System ID").has_value("").await;
            assert_eq!(sent(s, "POST", "runners/verify"), json!({ "token": TOKEN, "system_id": "s_9" }));
            enter(&verify, "glrt-t3_runner43").await;
            verify.button("Verify").click().await;
            verify.status().says("The token is good: runner #43. It expires on").await;
            verify.status().link("runner #43").click().await;
            s.dialog("Runner #43").is_there().await;
            s.query_is("runner=43").await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_is_not_good_stays_where_it_was_typed() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let verify = s.region("Verify a runner token");
            for token in ["glrt-unknown", "glrt-t3_runner44"] {
                enter(&verify, token).await;
                verify.button("Verify").click().await;
                verify.alert().says("GitLab does not know this token, or it has expired.").await;
                verify.textbox("Runner token").has_value(token).await;
            }
            s.fault(json!({ "path": "*/runners/verify", "status": 429, "body": "Retry later\n", "times": 1 }));
            verify.button("Verify").click().await;
            verify.alert().says("GitLab asks us to slow down").await;
            s.banner().says("Mira Novak").await;
        })
        .await;
}

#[tokio::test]
async fn what_cannot_be_a_token_is_not_sent() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let verify = s.region("Verify a runner token");
            s.gitlab.clear_log();
            for (typed, why) in
                [("", "Enter the token of the runner."), ("glpat-x", "This is a personal access token.")]
            {
                enter(&verify, typed).await;
                verify.button("Verify").click().await;
                verify.textbox("Runner token").is_invalid(why).await;
                verify.textbox("Runner token").has_focus().await;
            }
            enter(&verify, "glrt-x").await;
            verify.textbox("System ID").is(|id| id.description.contains("A glrt- token needs"), "wanted").await;
            let remove = s.region("Remove one manager");
            remove.button("Remove manager").click().await;
            remove.textbox("Runner token").is_invalid("Enter the token of the runner.").await;
            remove.textbox("System ID").is_invalid("Enter the system ID").await;
            assert!(s.gitlab.log().iter().all(|entry| entry.method == "GET"));
        })
        .await;
}

#[tokio::test]
async fn a_token_is_reset_with_itself_and_the_new_one_shown_once() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let reset = s.region("Reset with the current token");
            enter(&reset, TOKEN).await;
            reset.button("Reset token").click().await;
            let asks = s.dialog("Reset this runner's token?");
            asks.says("stops working at once").await;
            asks.button("Cancel").click().await;
            asks.is_gone().await;
            reset.textbox("Runner token").has_value(TOKEN).await;
            reset.button("Reset token").click().await;
            asks.button("Reset token").click().await;
            let shown = s.dialog("Copy the new token");
            shown.says("The old token does not work any more.").await;
            shown.says("It does not expire.").await;
            let new = s.gitlab.world(|world| world.runners[&41].token.clone());
            assert_ne!(new, TOKEN);
            shown.says(&new).await;
            // Back must not lose it.
            s.back().await;
            s.dialog("Leave without saving?").button("Stay").click().await;
            shown.button("Done").click().await;
            s.dialog("Leave without the token?").button("Leave").click().await;
            shown.is_gone().await;
            reset.status().says("The token was reset.").await;
            reset.textbox("Runner token").has_value("").await;
            assert_eq!(sent(s, "POST", "runners/reset_authentication_token"), json!({ "token": TOKEN }));
            leaves_no_trace(s, &[TOKEN, &new]).await;
            // One may leave again.
            s.navigation("Main").link("Runners").click().await;
            s.table("Runners").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_reset_without_an_answer_says_that_it_may_have_happened() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let reset = s.region("Reset with the current token");
            enter(&reset, TOKEN).await;
            s.fault(json!({ "path": "*/reset_authentication_token", "cut": true }));
            reset.button("Reset token").click().await;
            s.dialog("Reset this runner's token?").button("Reset token").click().await;
            reset.alert().says("It may have been reset all the same").await;
            reset.textbox("Runner token").has_value(TOKEN).await;
        })
        .await;
}

#[tokio::test]
async fn a_new_token_that_comes_after_one_left_is_said_to_be_lost() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let reset = s.region("Reset with the current token");
            enter(&reset, TOKEN).await;
            s.fault(json!({ "path": "*/reset_authentication_token", "hang": true }));
            reset.button("Reset token").click().await;
            s.dialog("Reset this runner's token?").button("Reset token").click().await;
            s.asked_times("POST", "runners/reset_authentication_token", 1).await;
            s.back().await;
            s.dialog("Leave without saving?").button("Leave").click().await;
            s.table("Runners").is_there().await;
            s.gitlab.heal();
            s.alert_says("The token was reset but not shown.").await;
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_is_deleted_by_its_token() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let delete = s.region("Delete by token");
            let asks = s.dialog("Delete the runner of this token?");
            enter(&delete, "glrt-unknown").await;
            delete.button("Delete runner").click().await;
            asks.button("Delete runner").click().await;
            delete.alert().says("GitLab does not know this token").await;
            enter(&delete, TOKEN).await;
            delete.button("Delete runner").click().await;
            asks.says("all its runner managers").await;
            asks.button("Delete runner").click().await;
            delete.status().says("The runner of this token was deleted").await;
            delete.alert().is_gone().await;
            delete.textbox("Runner token").has_value("").await;
            assert!(!s.gitlab.world(|world| world.runners.contains_key(&41)));
            assert_eq!(sent(s, "DELETE", "runners"), json!({ "token": TOKEN }));
            s.navigation("Main").link("Runners").click().await;
            s.status_says("Showing 5 of 5 runners").await;
        })
        .await;
}

#[tokio::test]
async fn one_manager_is_removed_and_its_runner_stays() {
    in_world(world())
        .tell(async |s| {
            open(s, "glpat-mira").await;
            let remove = s.region("Remove one manager");
            enter(&remove, TOKEN).await;
            remove.textbox("System ID").fill("s_nowhere").await;
            remove.button("Remove manager").click().await;
            s.dialog("Remove manager s_nowhere?").button("Remove manager").click().await;
            remove.alert().says("no manager with this system ID").await;
            remove.textbox("System ID").fill("s_2").await;
            remove.button("Remove manager").click().await;
            s.dialog("Remove manager s_2?").button("Remove manager").click().await;
            remove.status().says("The manager s_2 was removed.").await;
            remove.textbox("Runner token").has_value("").await;
            let left = s.gitlab.world(|world| world.runners[&41].managers.len());
            assert_eq!(left, 1);
            assert_eq!(sent(s, "DELETE", "runners/managers"), json!({ "token": TOKEN, "system_id": "s_2" }));
        })
        .await;
}

#[tokio::test]
async fn the_screen_is_accessible_and_fits_a_phone() {
    in_world(world())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.button("Menu").is_there().await;
            s.open("?view=tokens").await;
            let verify = s.region("Verify a runner token");
            verify.button("Verify").click().await;
            verify.textbox("Runner token").is_invalid("Enter the token").await;
            enter(&s.region("Delete by token"), "glrt-unknown").await;
            s.region("Delete by token").button("Delete runner").click().await;
            s.dialog("Delete the runner of this token?").button("Delete runner").click().await;
            s.region("Delete by token").alert().is_there().await;
            s.script("document.querySelector('summary').click()").await;
            let over = s.script("return document.documentElement.scrollWidth > innerWidth").await;
            assert_eq!(over, json!(false), "the page is wider than the window");
            bring_axe(s).await;
            is_accessible(s, "tokens").await;
        })
        .await;
}

/// That secrets are in no place that outlives their use.
async fn leaves_no_trace(s: &Story, secrets: &[&str]) {
    let places = "return JSON.stringify([document.documentElement.outerHTML, [...document.querySelectorAll('input, textarea')]
        .map((field) => field.value), { ...localStorage }, { ...sessionStorage }, location.href, document.title, history.state])";
    let messages = console::take(&s.client).await;
    console::must_be_clean(&messages);
    let text = format!("{} {messages:?}", s.script(places).await);
    for secret in secrets {
        assert!(!text.contains(secret), "{secret} is still there");
    }
    for entry in s.gitlab.log() {
        assert!(
            secrets.iter().all(|secret| !entry.path.contains(secret) && !entry.query.contains(secret)),
            "{entry:?}"
        );
    }
}
