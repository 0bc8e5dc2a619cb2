//! Sorting by each header: ascending first, then the other way round.

use crate::story::in_world;
use crate::world::{crowded, small};

#[tokio::test]
async fn each_header_sorts_up_and_then_down() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            // No tags and no version stand last in both directions; never is longest ago.
            for (header, key, up, down) in [
                ("Status", "status", [40, 41, 45, 44, 43, 42], [42, 43, 44, 40, 41, 45]),
                ("Runner", "description", [44, 41, 43, 42, 40, 45], [40, 42, 43, 41, 44, 45]),
                ("Tags", "tags", [42, 40, 41, 44, 43, 45], [43, 44, 41, 40, 42, 45]),
                ("Version", "version", [43, 45, 44, 40, 41, 42], [40, 41, 44, 45, 43, 42]),
                ("Last contact", "contacted_at", [42, 43, 44, 41, 40, 45], [45, 40, 41, 44, 43, 42]),
            ] {
                let head = s.columnheader(header);
                head.sorts("none").await;
                for (order, minus, ids) in [("ascending", "", up), ("descending", "-", down), ("ascending", "", up)] {
                    head.button(header).click().await;
                    head.sorts(order).await;
                    s.query_is(&format!("sort={minus}{key}")).await;
                    s.runners_are(&ids).await;
                }
            }
        })
        .await;
}

#[tokio::test]
async fn back_undoes_a_sort() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.columnheader("Runner").button("Runner").click().await;
            s.runners_are(&[44, 41, 43, 42, 40, 45]).await;
            s.back().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.columnheader("Runner").sorts("none").await;
        })
        .await;
}

#[tokio::test]
async fn what_only_details_tell_is_fetched_to_sort_by_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?sort=-contacted_at").await;
            s.columnheader("Last contact").sorts("descending").await;
            s.runners_are(&[45, 40, 41, 44, 43, 42]).await;
            s.open("?sort=version&type=project_type").await;
            s.runners_are(&[43, 44, 41]).await;
        })
        .await;
}

#[tokio::test]
async fn in_a_long_list_rows_stay_where_they_are_until_the_details_of_all_are_loaded() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance&sort=-version").await;
            s.status_says("606 runners have no place in this order: their details are not loaded.").await;
            s.row("#40").cell("Version").says("Unknown").await;
            s.button("Load details of all 606").click().await;
            s.region("Runner list").is_not_saying("have no place in this order").await;
            s.row("#40").cell("Version").says("18.9.1").await;
            s.button("Load details of all").is_gone().await;
        })
        .await;
}
