//! A button with a menu of things to do.

use leptos::{ev, html, prelude::*};

use super::{Icon, Popover};
use crate::browser::{
    focus::{self, Step},
    place::Align,
};
use crate::reactive::derive;

/// One thing to do.
#[derive(Clone)]
pub struct MenuItem {
    /// Its words.
    pub label: String,
    /// An icon before them.
    pub icon: Option<&'static str>,
    /// Why it cannot be done now.
    pub disabled_reason: Option<String>,
    /// Whether it is the chosen one, for a menu of choices.
    pub checked: Option<bool>,
    /// Whether something else begins with it: a line stands before it.
    pub begins: bool,
    /// Called when it is chosen.
    pub act: Callback<()>,
}

impl MenuItem {
    /// A thing to do.
    pub fn new(label: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            label: label.into(),
            icon: None,
            disabled_reason: None,
            checked: None,
            begins: false,
            act: Callback::from(act),
        }
    }

    /// The same with an icon.
    #[must_use]
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The same, not to be done if there is a reason.
    #[must_use]
    pub fn disabled(mut self, reason: Option<String>) -> Self {
        self.disabled_reason = reason;
        self
    }

    /// The same after a line.
    #[must_use]
    pub fn begins(mut self) -> Self {
        self.begins = true;
        self
    }

    /// The same as one of several choices.
    #[must_use]
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }
}

/// A button with a menu.
#[component]
pub fn Menu(
    /// What the button is called.
    #[prop(into)]
    name: Signal<String>,
    /// The button's icon.
    #[prop(optional, into)]
    icon: Option<Signal<&'static str>>,
    /// The button's words; without them it is only an icon.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// With a frame, as beside other buttons.
    #[prop(optional)]
    framed: bool,
    /// Which edges of button and menu lie above each other.
    #[prop(default = Align::End)]
    align: Align,
    /// What is in the menu, asked when it opens.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let class = match (label.is_some(), framed) {
        (true, _) => "button",
        (false, true) => "icon-button framed",
        (false, false) => "icon-button",
    };
    let has_label = label.is_some();
    let tip = derive(move || (!has_label).then(|| name.get()));
    let trigger = move || {
        view! {
            <span class="button-label">
                {icon.map(|icon| view! { <Icon name=icon /> })}
                {label.map(|label| view! { <span>{label}</span> })}
                {label.map(|_| view! { <Icon name="chevron-down" size=12 /> })}
            </span>
        }
    };
    view! {
        <Popover name class tip trigger align open role="menu" start="[role^=menuitem]">
            <MenuList items open />
        </Popover>
    }
}

/// What is in the layer of a menu.
#[component]
pub fn MenuList(
    /// The things to do.
    items: Signal<Vec<MenuItem>>,
    /// Whether it is open; something chosen closes it.
    open: RwSignal<bool>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let press = move |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => Step::Next,
            "ArrowUp" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            "Tab" => {
                open.set(false);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(list) = list.get_untracked() {
            focus::step(&list, "[role^=menuitem]", step);
        }
    };
    let item = move |item: MenuItem| view! { <MenuEntry item open /> };
    view! {
        <div class="menu" role="presentation" node_ref=list on:keydown=press>
            {move || items.get().into_iter().map(item).collect_view()}
        </div>
    }
}

#[component]
fn MenuEntry(item: MenuItem, open: RwSignal<bool>) -> impl IntoView {
    let is_off = item.disabled_reason.is_some();
    let choose = move |_| {
        if !is_off {
            open.set(false);
            item.act.run(());
        }
    };
    let is_choice = item.checked.is_some();
    let mark = item.checked.map(|checked| if checked { "check" } else { "" }).or(item.icon);
    view! {
        <button
            class="menu-item"
            type="button"
            role=if is_choice { "menuitemradio" } else { "menuitem" }
            tabindex="-1"
            data-begins=item.begins.then_some("")
            aria-checked=item.checked.map(|checked| if checked { "true" } else { "false" })
            aria-disabled=is_off.then_some("true")
            aria-description=item.disabled_reason.clone()
            data-tip=item.disabled_reason
            on:click=choose
        >
            {mark.map(|icon| view! { <Icon name=icon /> })}
            {item.label}
        </button>
    }
}
