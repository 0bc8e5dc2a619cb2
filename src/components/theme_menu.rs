//! The choice of theme: as the system has it, light or dark.

use leptos::prelude::*;

use crate::browser::theme::Theme;
use crate::reactive::derive;
use crate::ui::{Menu, MenuItem};

/// The button **Theme** with its menu.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let chosen = RwSignal::new(Theme::load());
    let choice = move |theme: Theme, label: &'static str| {
        let choose = move || {
            theme.store();
            theme.apply();
            chosen.set(theme);
        };
        MenuItem::new(label, choose).checked(chosen.get() == theme)
    };
    let items = derive(move || {
        vec![choice(Theme::System, "System"), choice(Theme::Light, "Light"), choice(Theme::Dark, "Dark")]
    });
    let icon = derive(move || if chosen.get() == Theme::Dark { "moon" } else { "sun" });
    view! { <Menu name="Theme" icon items /> }
}
