//! Every status with which GitLab refuses reaches the person as words that say what happened and what to do.

use serde_json::{Value, json};

use crate::story::{Story, in_world};
use crate::world::small;

/// A status, its body, and what is said about it.
type Row = (u16, Value, [&'static str; 2]);

/// The statuses of the oldest documents and of today's, each with a body of another family. 401 leads to the form, and 429
/// waits where something is read; both have their own stories.
fn table() -> Vec<Row> {
    vec![
        (400, json!({ "error": "status does not have a valid value" }), ["(400). Correct it", "status does not have"]),
        (400, json!({ "message": "400 Bad request - no reason" }), ["(400). Correct it", "no reason"]),
        (405, json!({ "error": "405 Not Allowed" }), ["(405)", "reading only"]),
        (
            405,
            json!({ "message": "Non GET methods are not allowed for moved projects" }),
            ["(405). The project has moved", "Open it by its new path or its id"],
        ),
        (409, json!({ "message": "409 Conflict: Resource lock" }), ["(409). Try again in a moment", "Resource lock"]),
        (410, json!({ "message": "410 Gone - runner registration disallowed" }), ["(410)", "under New runner instead"]),
        (412, json!({ "message": "412 Precondition Failed" }), ["Somebody changed it meanwhile", "Look at it again"]),
        (422, json!({ "error": "422 Unprocessable" }), ["will not do it (422)", "422 Unprocessable"]),
        (500, json!({ "message": "500 Internal Server Error" }), ["not well (error 500)", "Try again in a moment"]),
        (502, json!("<html><h1>502 Bad Gateway</h1></html>"), ["in front of GitLab", "Try again in a moment"]),
        (
            403,
            json!({ "error": "insufficient_scope", "error_description": "More.", "scope": "manage_runner api" }),
            ["one of the scopes manage_runner, api (403)", "Create one with the scope api"],
        ),
        (
            403,
            json!({ "error": "insufficient_granular_scope", "error_description": "It needs update_runner." }),
            ["lacks a permission for this (403)", "It needs update_runner."],
        ),
    ]
}

/// Refusals of one's role and of a thing that is gone; where a runner is read, they have titles of their own.
fn of_the_thing() -> Vec<Row> {
    vec![
        (403, json!({ "message": "403 Forbidden" }), ["(403). The token is good", "Ask an Owner"]),
        (403, json!({ "message": "403 Forbidden - No access granted" }), ["Ask a Maintainer", "No access granted"]),
        (404, json!({ "message": "404 Not found" }), ["(404). It was deleted", "Refresh to see"]),
        (404, json!({ "error": "404 Not Found" }), ["(404). It is gone", "too old for it"]),
    ]
}

/// From now on, requests of a method to a path are answered so.
fn refuse(s: &Story, method: &str, path: &str, (status, body, _): &Row) {
    s.gitlab.heal();
    let content_type = if body.is_string() { "text/html" } else { "application/json" };
    s.fault(json!({ "method": method, "path": path, "status": status, "body": body, "content_type": content_type }));
}

#[tokio::test]
async fn the_list_says_each_of_them() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            for row in table().iter().chain(&of_the_thing()) {
                refuse(s, "GET", "*/runners/all", row);
                s.button("Refresh").click().await;
                for words in row.2 {
                    s.alert_says(words).await;
                }
                s.alert_says("The runners could not be loaded").await;
                s.gitlab.heal();
                s.alert().button("Retry").click().await;
                s.alert().is_gone().await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_details_say_each_of_them() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.says("Rack 3").await;
            let rows = [
                (403, json!({ "message": "403 Forbidden - No access granted" }), ["may not see", "No access granted"]),
                (404, json!({ "message": "404 Runner Not Found" }), ["is not there any more", "may have deleted it"]),
            ];
            let mut is_first = true;
            for row in table().iter().chain(&rows) {
                refuse(s, "GET", "*/runners/41", row);
                if is_first {
                    s.open("?runner=41").await;
                } else {
                    drawer.alert().button("Retry").click().await;
                }
                is_first = false;
                for words in row.2 {
                    drawer.alert().says(words).await;
                }
            }
            s.gitlab.heal();
            drawer.alert().button("Retry").click().await;
            drawer.says("Rack 3").await;
        })
        .await;
}

#[tokio::test]
async fn the_edit_form_says_each_of_them_and_keeps_what_was_typed() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?runner=41&tab=edit").await;
            let form = s.dialog("Runner #41");
            form.textbox("Description").fill("gpu-1b").await;
            let limit = (429, json!("Retry later\n"), ["slow down (429)", "Wait a minute"]);
            for row in table().iter().chain(&of_the_thing()).chain([&limit]) {
                refuse(s, "PUT", "*/runners/41", row);
                form.button("Save changes").click().await;
                form.alert().says("Runner #41 was not saved").await;
                let gone = ["It is not there any more", "Somebody may have deleted it"];
                for words in if row.0 == 404 { gone } else { row.2 } {
                    form.alert().says(words).await;
                }
                form.textbox("Description").has_value("gpu-1b").await;
            }
            s.gitlab.heal();
            form.button("Save changes").click().await;
            s.status_says("Runner #41 saved").await;
        })
        .await;
}

#[tokio::test]
async fn a_refused_token_leads_to_the_form_with_the_reason() {
    in_world(small())
        .tell(async |s| {
            let expired = "Token is expired. You can either do re-authorization or token refresh.";
            for (body, words) in [
                (json!({ "message": "401 Unauthorized" }), "GitLab does not know this token"),
                (json!({ "error": "invalid_token", "error_description": expired }), "this token has expired"),
            ] {
                s.connect("glpat-mira").await;
                s.fault(json!({ "path": "*/runners/41", "method": "PUT", "status": 401, "body": body }));
                s.button("Pause #41").click().await;
                s.heading("Connect to GitLab").is_there().await;
                s.alert_says("You were signed out").await;
                s.alert_says(words).await;
                s.alert_says("Connect again").await;
                s.gitlab.heal();
            }
        })
        .await;
}
