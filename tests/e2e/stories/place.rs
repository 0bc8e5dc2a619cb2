//! The site lives in any folder of any host, and so may the GitLab.

use serde_json::json;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn the_site_works_below_a_path() {
    in_world(small())
        .below("/group/project/")
        .tell(async |s| {
            assert!(s.site().ends_with("/group/project/"));
            s.connect("glpat-root").await;
            s.combobox("Status").choose("online").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").tab("Jobs").click().await;
            s.dialog("Runner #41").item("lint").is_there().await;
            s.reload().await;
            s.dialog("Runner #41").item("lint").is_there().await;
            s.query_is("status=online&runner=41&tab=jobs").await;
            let path = s.script("return location.pathname").await;
            assert_eq!(path, json!("/group/project/"));
            s.link("Runnerboard").click().await;
            s.query_is("").await;
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn a_gitlab_below_a_path_is_found_there() {
    let mut world = small();
    world["gitlab"]["relative_root"] = json!("/tools");
    in_world(world)
        .tell(async |s| {
            s.textbox("GitLab URL").fill(&format!("{}/tools/", s.gitlab.url())).await;
            s.textbox("Personal access token").fill("glpat-root").await;
            s.button("Connect").click().await;
            s.status_says("Showing 6 of 6 runners").await;
            s.banner().says(&format!("{}/tools", s.host())).await;
        })
        .await;
}
