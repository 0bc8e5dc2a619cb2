//! How long one stays connected, who says so, and what is left when it ends.

use serde_json::{Value, json};

use crate::story::{Story, in_world};
use crate::world::small;

/// Everything kept for the site in this browser, as text.
async fn kept(s: &Story) -> String {
    s.script("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])").await.to_string()
}

#[tokio::test]
async fn a_reload_stays_connected_but_another_tab_does_not() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.reload().await;
            s.banner().says("Mira Novak").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.new_tab().await;
            s.open("").await;
            s.heading("Connect to GitLab").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn kept_on_this_device_another_tab_is_connected_too() {
    in_world(small())
        .tell(async |s| {
            s.radio("On this device").click().await;
            s.connect("glpat-mira").await;
            s.new_tab().await;
            s.open("").await;
            s.banner().says("Mira Novak").await;
        })
        .await;
}

#[tokio::test]
async fn disconnecting_leaves_no_trace_of_the_token() {
    in_world(small())
        .tell(async |s| {
            for keep in ["Until this tab is closed", "On this device"] {
                s.radio(keep).click().await;
                s.connect("glpat-mira").await;
                assert!(kept(s).await.contains("glpat-mira"));
                s.button("Disconnect").click().await;
                s.heading("Connect to GitLab").is_there().await;
                s.textbox("Personal access token").has_value("").await;
                assert!(!kept(s).await.contains("glpat-mira"));
                s.reload().await;
                s.heading("Connect to GitLab").is_there().await;
            }
        })
        .await;
}

/// Where a token must not be: in the page, in its address, in the log of requests, under any key but one.
#[tokio::test]
async fn the_token_is_nowhere_but_in_its_header_and_its_key() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").says("Rack 3").await;
            let seen = s.script(
                "const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
                 const asked = performance.getEntriesByType('resource').map((entry) => entry.name);
                 return JSON.stringify([document.documentElement.outerHTML, fields, asked, location.href, document.cookie, history.state, window.name])",
            );
            assert!(!seen.await.to_string().contains("glpat-mira"));
            let keys = s.script(
                "const holds = (storage) => Object.keys(storage).filter((key) => storage[key].includes('glpat-mira'));
                 return [holds(localStorage), holds(sessionStorage)]",
            );
            assert_eq!(keys.await, json!([[], ["runnerboard.session"]]));
            for entry in s.gitlab.log() {
                assert!(!format!("{} {} {}", entry.path, entry.query, entry.body).contains("glpat"), "{entry:?}");
                assert!(entry.headers.iter().all(|(name, value)| name == "private-token" || !value.contains("glpat")));
            }
        })
        .await;
}

#[tokio::test]
async fn a_token_revoked_meanwhile_leads_to_the_form_and_back_to_the_same_address() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?status=online&runner=41&tab=managers").await;
            s.dialog("Runner #41").item("s_1f0c").is_there().await;
            // Nothing is under way any more that would notice before Refresh does.
            s.status_says("Showing 3 of 6 runners").await;
            for (row, version) in [("#40", "18.9.1"), ("#41", "18.9.1"), ("#45", "17.0.0")] {
                s.row(row).cell("Version").says(version).await;
            }
            s.gitlab.world(|world| world.tokens.get_mut("glpat-mira").unwrap().revoked = true);
            s.button("Refresh").click().await;
            s.heading("Connect to GitLab").is_there().await;
            s.alert_says("this token was revoked").await;
            s.textbox("GitLab URL").has_value(s.gitlab.url()).await;
            assert!(!kept(s).await.contains("glpat-mira"));
            s.gitlab.world(|world| world.tokens.get_mut("glpat-mira").unwrap().revoked = false);
            s.connect("glpat-mira").await;
            s.dialog("Runner #41").says("s_1f0c").await;
            s.query_is("status=online&runner=41&tab=managers").await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_expires_soon_says_so() {
    let mut world = small();
    world["tokens"].as_array_mut().unwrap().push(json!({ "token": "glpat-soon", "user": "mira", "expires_at": "+5d" }));
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-soon").await;
            s.banner().says("Token expires in").await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_only_reads_says_so_and_turns_off_what_it_may_not() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-read").await;
            s.banner().says("Read only").await;
            let row = s.row("#41");
            row.button("Edit #41").is_off("may only read").await;
            row.button("Pause #41").is_off("may only read").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").button("Edit").is_off("may only read").await;
            s.dialog("Runner #41").button("Edit").click().await;
            s.query_is("runner=41").await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_creates_runners_does_more_than_read() {
    let mut world = small();
    let token = json!({ "token": "glpat-some", "user": "mira", "scopes": ["read_api", "create_runner"] });
    world["tokens"].as_array_mut().unwrap().push(token);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-some").await;
            s.link("New runner").is_there().await;
            s.banner().is_not_saying("Read only").await;
        })
        .await;
}

#[tokio::test]
async fn what_only_administrators_may_is_off_for_others() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?source=project:acme/app").await;
            s.row("#40").button("Pause #40").is_off("Only administrators").await;
            s.row("#41").button("Pause #41").is(|button| !button.off, "on").await;
        })
        .await;
}

#[tokio::test]
async fn a_gitlab_that_is_away_for_a_while_is_no_reason_to_forget_the_token() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.fault(json!({ "cut": true }));
            s.reload().await;
            s.alert_says("No answer from").await;
            s.gitlab.heal();
            s.reload().await;
            s.banner().says("Mira Novak").await;
        })
        .await;
}

#[tokio::test]
async fn a_gitlab_that_is_not_well_is_no_reason_to_forget_the_token() {
    in_world(small())
        .tell(async |s| {
            s.radio("On this device").click().await;
            s.connect("glpat-mira").await;
            s.fault(json!({ "path": "*/personal_access_tokens/self", "status": 502, "body": "<html>502</html>" }));
            s.reload().await;
            s.alert_says("GitLab is not well (error 502)").await;
            s.gitlab.heal();
            s.reload().await;
            s.banner().says("Mira Novak").await;
        })
        .await;
}

#[tokio::test]
async fn an_address_that_is_not_let_in_is_no_reason_to_forget_the_token() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.fault(json!({ "path": "*/api/v4/user", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.reload().await;
            s.alert_says("GitLab does not let you in").await;
            s.gitlab.heal();
            s.reload().await;
            s.banner().says("Mira Novak").await;
        })
        .await;
}

#[tokio::test]
async fn the_settings_say_what_is_known_of_the_connection() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.navigation("Main").link("Settings").click().await;
            s.query_is("view=settings").await;
            let settings = s.region("Settings");
            for words in [s.gitlab.url(), "19.0.1-ee", "Mira Novak (@mira)", "api", "Until this tab is closed"] {
                settings.says(words).await;
            }
            let kept: Value = s.script("return document.body.innerText.includes('glpat')").await;
            assert_eq!(kept, json!(false));
        })
        .await;
}

#[tokio::test]
async fn disconnecting_gives_up_what_is_under_way() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.script(
                "const { fetch } = window; window.waiting = 0;
                 window.fetch = (...what) => { waiting++; return fetch(...what).finally(() => waiting--) }",
            )
            .await;
            s.fault(json!({ "path": "*/runners*", "hang": true }));
            s.button("Refresh").click().await;
            s.waits_until("return waiting > 1").await;
            s.button("Disconnect").click().await;
            s.waits_until("return waiting === 0").await;
        })
        .await;
}
