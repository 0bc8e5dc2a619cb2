//! A button, and a link that looks like one.

use leptos::{html, prelude::*};

use super::Icon;

/// How much a button asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several things to do.
    #[default]
    Default,
    /// The one thing to do next.
    Primary,
    /// Without a frame.
    Quiet,
    /// Destroys; only in a dialog that confirms.
    Danger,
    /// Looks like a link.
    Link,
}

impl ButtonKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Primary => "primary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
            Self::Link => "link",
        }
    }
}

/// A button with words on it.
#[component]
pub fn Button(
    /// How much it asks for.
    #[prop(optional, into)]
    kind: Signal<ButtonKind>,
    /// 28 px high instead of 32.
    #[prop(optional)]
    small: bool,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<Signal<&'static str>>,
    /// Why it cannot be pressed now; it stays focusable so that the reason can be read.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// What it says while its work is under way; it cannot be pressed then.
    #[prop(optional, into)]
    busy: Signal<Option<String>>,
    /// Sends its form instead of calling.
    #[prop(optional)]
    submit: bool,
    /// Has the focus when its dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// A name for screen readers, where the words alone do not say enough.
    #[prop(optional, into)]
    name: Signal<Option<String>>,
    /// Called when it is pressed and not disabled.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let is_off = move || disabled_reason.read().is_some() || busy.read().is_some();
    let press = move |event: leptos::ev::MouseEvent| {
        if is_off() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-kind=move || kind.get().as_str()
            data-size=small.then_some("small")
            autofocus=autofocus
            aria-label=move || name.get()
            aria-disabled=move || is_off().then_some("true")
            aria-busy=move || busy.read().is_some().then_some("true")
            aria-description=move || disabled_reason.get()
            data-tip=move || disabled_reason.get()
            node_ref=node_ref
            on:click=press
        >
            <span class="button-label">
                {icon.map(|icon| view! { <Icon name=icon /> })}
                {children()}
            </span>
            {move || busy.get().map(|words| view! { <BusyLabel words /> })}
        </button>
    }
}

/// A link that looks like a button, for what leads somewhere.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for.
    #[prop(optional, into)]
    kind: Signal<ButtonKind>,
    /// 28 px high instead of 32.
    #[prop(optional)]
    small: bool,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<Signal<&'static str>>,
    /// Leads away from this page, into a new tab.
    #[prop(optional)]
    external: bool,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <a
            class="button"
            href=href
            data-kind=move || kind.get().as_str()
            data-size=small.then_some("small")
            target=external.then_some("_blank")
            rel=external.then_some("noopener noreferrer")
        >
            <span class="button-label">
                {icon.map(|icon| view! { <Icon name=icon /> })} {children()}
                {external.then(|| view! { <Icon name="external-link" /> })}
            </span>
        </a>
    }
}

/// Stands over the words, so that the button keeps its width.
#[component]
fn BusyLabel(words: String) -> impl IntoView {
    view! {
        <span class="button-busy">
            <Icon name="status_running" />
            {words}
        </span>
    }
}
