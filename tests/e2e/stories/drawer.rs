//! The drawer of a runner: opening and closing it, and what it tells.

use fantoccini::key::Key;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn a_runners_link_opens_its_drawer_and_closing_leads_back_to_the_link() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            let drawer = s.dialog("Runner #41");
            for close in ["Close", "Escape", "Back"] {
                s.link("#41 gpu-1").click().await;
                drawer.has_focus().await;
                s.query_is("runner=41").await;
                match close {
                    "Close" => drawer.button("Close").click().await,
                    "Escape" => s.key(Key::Escape).await,
                    _ => s.back().await,
                }
                drawer.is_gone().await;
                s.query_is("").await;
                s.link("#41 gpu-1").has_focus().await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_details_tell_what_gitlab_knows() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            for words in
                ["gpu-1", "Online", "Project", "1 hour 30 minutes", "Rack 3", "gpu", "linux", "acme/app", "18.9.1"]
            {
                drawer.says(words).await;
            }
            drawer.tab("Details").is_selected().await;
        })
        .await;
}

#[tokio::test]
async fn what_people_wrote_is_text_and_nothing_else() {
    let mut world = small();
    let hostile = "<img src=x onerror=\"document.title='owned'\"> & <b>bold</b>";
    world["runners"][1]["description"] = hostile.into();
    world["runners"][1]["maintenance_note"] = hostile.into();
    world["runners"][1]["tags"] = vec!["<i>tag</i>"].into();
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("<i>tag</i>").await;
            s.link(&format!("#41 {hostile}")).click().await;
            s.dialog("Runner #41").says(&format!("Maintenance note {hostile}")).await;
            assert_eq!(s.script("return document.title").await, "Runnerboard");
        })
        .await;
}

#[tokio::test]
async fn the_same_runner_in_gitlab_is_a_link_away() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#41").click().await;
            let page = format!("{}/admin/runners/41", s.gitlab.url());
            s.dialog("Runner #41").link("Open in GitLab").is(|link| link.href == page, "its page").await;
        })
        .await;
}

#[tokio::test]
async fn the_managers_are_the_machines_behind_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.tab("Managers").click().await;
            s.query_is("runner=41&tab=managers").await;
            let newest = drawer.item("s_1f0c");
            for words in ["Online", "18.9.1", "ab12cd34", "linux/arm64", "10.0.0.7"] {
                newest.says(words).await;
            }
            drawer.item("s_2").says("Offline").await;
        })
        .await;
}

#[tokio::test]
async fn the_projects_are_those_whose_jobs_it_takes() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#44").click().await;
            let drawer = s.dialog("Runner #44");
            drawer.tab("Projects").click().await;
            drawer.link("acme/app").is_there().await;
            drawer.link("acme/web").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn the_list_beside_it_stays_usable() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").tab("Jobs").click().await;
            s.link("#43").click().await;
            s.dialog("Runner #43").is_there().await;
            s.dialog("Runner #41").is_gone().await;
            s.combobox("Status").choose("online").await;
            s.runners_are(&[40, 41, 45]).await;
            s.dialog("Runner #43").says("old-mac").await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_that_is_not_there_says_so() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=999").await;
            s.dialog("Runner #999").alert().says("Runner #999 is not there any more").await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_that_one_may_not_see_says_why() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-dev").await;
            s.open("?runner=41").await;
            s.dialog("Runner #41").alert().says("You may not see runner #41").await;
        })
        .await;
}

#[tokio::test]
async fn its_link_is_copied() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?status=online&runner=41").await;
            s.script("navigator.clipboard.writeText = async (text) => { window.copied = text }").await;
            s.dialog("Runner #41").button("More actions").click().await;
            s.menuitem("Copy link").click().await;
            s.status_says("Link to runner #41 copied").await;
            let copied = s.script("return copied").await;
            let copied = copied.as_str().unwrap();
            assert!(copied.starts_with(s.site()) && copied.contains("runner=41"), "{copied}");
        })
        .await;
}

#[tokio::test]
async fn one_that_others_delete_meanwhile_is_said_to_be_gone() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#42").click().await;
            let drawer = s.dialog("Runner #42");
            drawer.says("acme").await;
            s.gitlab.world(|world| drop(world.remove_runner(42)));
            s.button("Refresh").click().await;
            s.row("#42").is_gone().await;
            drawer.alert().says("Runner #42 is not there any more").await;
        })
        .await;
}
