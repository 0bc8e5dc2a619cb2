//! The theme: as the system has it, light or dark, and it stays so.

use crate::poll::until;
use crate::story::{Story, in_world};
use crate::world::small;

/// The page is dark, its text being light, or it is not.
async fn is_dark(s: &Story, dark: bool) {
    let is_dark = "const pen = document.createElement('canvas').getContext('2d');
        pen.fillStyle = getComputedStyle(document.body).color;
        pen.fillRect(0, 0, 1, 1);
        return pen.getImageData(0, 0, 1, 1).data[1] > 127";
    until(&s.client, async || {
        let found = s.script(is_dark).await;
        (found == dark).then_some(()).ok_or_else(|| format!("The page should be dark: {dark}. It is: {found}"))
    })
    .await;
}

#[tokio::test]
async fn a_theme_is_chosen_and_kept() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            for (theme, dark) in [("Dark", true), ("Light", false), ("System", false)] {
                s.button("Theme").click().await;
                s.menuitemradio(theme).click().await;
                is_dark(s, dark).await;
                s.reload().await;
                s.banner().button("Disconnect").is_there().await;
                is_dark(s, dark).await;
                s.button("Theme").click().await;
                s.menuitemradio(theme).is_checked(true).await;
                s.menuitemradio(theme).click().await;
            }
        })
        .await;
}

#[tokio::test]
async fn without_a_choice_it_is_as_the_system_has_it() {
    in_world(small())
        .tell(async |s| {
            for dark in [true, false] {
                s.prefers_dark(dark).await;
                is_dark(s, dark).await;
            }
        })
        .await;
}
