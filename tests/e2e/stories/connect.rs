//! Connecting, and everything that can be wrong with an address or a token.

use std::net::TcpListener;

use serde_json::json;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn the_form_begins_with_gitlab_com_and_the_tab() {
    in_world(small())
        .tell(async |s| {
            s.heading("Connect to GitLab").is_there().await;
            s.textbox("GitLab URL").has_value("https://gitlab.com").await;
            s.radio("Until this tab is closed").is_checked(true).await;
            s.connect("glpat-root").await;
            s.tablist("Source").tab("Everything").is_selected().await;
            s.status_says("Showing 6 of 6 runners").await;
            s.banner().says(s.host()).await;
            s.banner().says("Administrator").await;
        })
        .await;
}

#[tokio::test]
async fn everyone_lands_on_all_they_can_see() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.banner().says("Mira Novak").await;
            s.tablist("Source").tab("Everything").is_selected().await;
            s.status_says("Showing 6 of 6 runners").await;
            s.query_is("").await;
        })
        .await;
}

#[tokio::test]
async fn an_administrator_stays_one_when_the_first_look_fails_for_a_moment() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/runners/all", "status": 503, "body": "Service Unavailable", "times": 1 }));
            s.connect("glpat-root").await;
            s.tablist("Source").tab("Instance").click().await;
            s.status_says("Showing 6 of 6 runners").await;
            s.query_is("source=instance").await;
        })
        .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_token_is_said() {
    in_world(small())
        .tell(async |s| {
            for (token, words) in [
                ("glpat-nobody", "GitLab does not know this token"),
                ("glpat-expired", "This token has expired"),
                ("glpat-revoked", "This token was revoked"),
                ("glpat-create", "It has create_runner"),
                ("glpat-manage", "It has manage_runner"),
            ] {
                s.try_to_connect(token).await;
                s.alert_says(words).await;
                s.textbox("Personal access token").has_value(token).await;
            }
        })
        .await;
}

#[tokio::test]
async fn what_is_wrong_with_an_address_is_said() {
    in_world(small())
        .tell(async |s| {
            let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
            s.textbox("Personal access token").fill("glpat-mira").await;
            for (address, words) in [
                (s.site().to_owned(), "There is no GitLab at this address"),
                (format!("http://{closed}"), "No answer from"),
                ("http://gitlab.example.com".to_owned(), "Use https"),
            ] {
                s.textbox("GitLab URL").fill(&address).await;
                s.button("Connect").click().await;
                s.alert_says(words).await;
            }
        })
        .await;
}

#[tokio::test]
async fn an_answer_that_this_page_may_not_read_is_said() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "cors": false }));
            s.try_to_connect("glpat-mira").await;
            s.alert_says("does not let this page in (CORS)").await;
        })
        .await;
}

#[tokio::test]
async fn empty_fields_are_refused_before_anything_is_sent() {
    in_world(small())
        .tell(async |s| {
            s.textbox("GitLab URL").fill("").await;
            s.button("Connect").click().await;
            s.textbox("GitLab URL").is_invalid("Enter the address of your GitLab").await;
            s.textbox("Personal access token").is_invalid("Paste a personal access token").await;
            s.try_to_connect("glpat with spaces").await;
            s.textbox("Personal access token").is_invalid("It has no spaces").await;
            assert_eq!(s.gitlab.log(), []);
        })
        .await;
}

#[tokio::test]
async fn while_it_connects_the_form_is_not_sent_again() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/user", "hang": true }));
            s.try_to_connect("glpat-mira").await;
            s.button("Connecting…").is(|button| button.off, "off").await;
            s.textbox("Personal access token").type_in("\u{e007}").await;
            s.asked_times("GET", "user", 1).await;
            s.gitlab.heal();
            s.banner().says("Mira Novak").await;
            s.asked_times("GET", "user", 1).await;
        })
        .await;
}

#[tokio::test]
async fn a_new_token_is_a_link_away() {
    in_world(small())
        .tell(async |s| {
            s.textbox("GitLab URL").fill("gitlab.example.com/tools").await;
            let page =
                "https://gitlab.example.com/tools/-/user_settings/personal_access_tokens?name=Runnerboard&scopes=api";
            s.link("Create a token").is(|link| link.href == page, "the instance's own page").await;
        })
        .await;
}

#[tokio::test]
async fn a_wait_that_gitlab_asks_for_is_said_while_connecting() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/api/v4/*", "status": 429, "body": "Retry later\n" }));
            s.try_to_connect("glpat-mira").await;
            s.button("GitLab asks us to wait").is_there().await;
            s.gitlab.heal();
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn an_address_of_another_gitlab_asks_before_anything_is_sent_there() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            for (row, version) in [("#40", "18.9.1"), ("#41", "18.9.1"), ("#45", "17.0.0")] {
                s.row(row).cell("Version").says(version).await;
            }
            s.gitlab.clear_log();
            s.open("?host=gitlab.example.com&status=online").await;
            s.textbox("GitLab URL").has_value("https://gitlab.example.com").await;
            s.textbox("Personal access token").has_value("").await;
            assert_eq!(s.gitlab.log(), []);
            s.query_is("status=online&host=gitlab.example.com").await;
            // Who chooses another one after all gets there.
            s.connect("glpat-mira").await;
            s.query_is("status=online").await;
            s.status_says("Showing 3 of 6 runners").await;
        })
        .await;
}
