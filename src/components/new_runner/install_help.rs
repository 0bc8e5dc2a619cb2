//! How a machine becomes this runner: the commands of each platform, and the file that says the same.

use leptos::prelude::*;

use crate::install::{Installation, Platform, Snippet};
use crate::reactive::{callback, derive};
use crate::ui::{CopyIcon, Tab, Tabs};

/// The panel of the tabs.
const PANEL: &str = "platform-panel";

/// Tabs of platforms, each with its commands and its file.
#[component]
pub fn InstallHelp(
    /// What the machine has to know. It holds the token, so this lives no longer than the dialog that shows it.
    installation: Installation,
    /// Called when something that holds the token was copied.
    #[prop(into)]
    on_copied: Callback<()>,
) -> impl IntoView {
    let platform = RwSignal::new(Platform::default());
    let tabs = Platform::ALL.map(|one| Tab::new(one.label(), one.label()).panel(PANEL)).to_vec();
    let choose = move |label: &'static str| {
        if let Some(chosen) = Platform::known(label) {
            platform.set(chosen);
        }
    };
    let panel = move || {
        let platform = platform.get();
        let steps = installation.register(platform);
        let config = installation.config(platform);
        let config_name = match platform {
            Platform::Kubernetes => "config.toml, by Helm values",
            _ => "config.toml",
        };
        view! {
            <section class="install-part" aria-label="Register">
                <h3 class="section-title">"Register"</h3>
                {steps.into_iter().map(|snippet| view! { <Command snippet on_copied /> }).collect_view()}
            </section>
            <section class="install-part" aria-label=config_name>
                <h3 class="section-title">{config_name}</h3>
                <Command snippet=config on_copied />
            </section>
        }
    };
    view! {
        <div class="install">
            <Tabs name="Platform" tabs selected=derive(move || platform.get().label()) on_select=choose />
            <div class="install-panel" id=PANEL role="tabpanel" aria-label=move || platform.get().label()>
                {panel}
            </div>
        </div>
    }
}

/// Something to run or to save, and a button that copies it.
#[component]
fn Command(snippet: Snippet, on_copied: Callback<()>) -> impl IntoView {
    let Snippet { title, text, holds_token } = snippet;
    let shown = text.clone();
    let copied = callback(move |()| {
        if holds_token {
            on_copied.run(());
        }
    });
    view! {
        <div class="install-step">
            <p>{title}</p>
            <div class="command">
                <pre tabindex="0" aria-label=title role="group">{shown}</pre>
                <CopyIcon name=format!("Copy: {title}") text=move |()| text.clone() on_copied=copied />
            </div>
        </div>
    }
}
