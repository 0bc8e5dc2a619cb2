//! Rows under heads.

use super::*;

#[test]
fn groups_stand_under_heads() {
    let mut fleet = fleet(&[1, 2, 3]);
    fleet.set_details(details(r#"{"id":1,"tag_list":["gpu","linux"]}"#));
    fleet.set_details(details(r#"{"id":2,"tag_list":[]}"#));
    let toggled = vec!["linux".to_owned()];
    let layout = Layout { group_by: Some(crate::search::Column::Tags), toggled, ..Layout::default() };
    let lines = lines(&fleet, Arc::new(vec![0, 1, 2]), &layout);
    let heads: Vec<_> = lines.groups.iter().map(|group| (group.label.as_str(), group.count, group.open)).collect();
    assert_eq!(heads, [("gpu", 1, true), ("linux", 1, false), ("No tags", 1, true), ("Not loaded", 1, true)]);
    assert_eq!(
        lines.iter().collect::<Vec<_>>(),
        [Line::Head(0), Line::Runner(0), Line::Head(1), Line::Head(2), Line::Runner(1), Line::Head(3), Line::Runner(2)]
    );
}

#[test]
fn heads_that_are_called_alike_keep_their_places() {
    let mut fleet = fleet(&[1, 2]);
    fleet.set_details(details(r#"{"id":1,"tag_list":["gpu","GPU","7"]}"#));
    fleet.set_details(details(r#"{"id":2,"tag_list":["007","Gpu"]}"#));
    let layout = Layout { group_by: Some(crate::search::Column::Tags), ..Layout::default() };
    for _ in 0..50 {
        let groups = lines(&fleet, Arc::new(vec![0, 1]), &layout).groups;
        assert_eq!(groups.iter().map(|group| &*group.label).collect::<Vec<_>>(), ["007", "7", "GPU", "Gpu", "gpu"]);
        let values = facet(&fleet, fleet.listed(), crate::search::Column::Tags).values;
        assert_eq!(values.iter().map(|(tag, _)| &**tag).collect::<Vec<_>>(), ["007", "7", "GPU", "Gpu", "gpu"]);
    }
}
