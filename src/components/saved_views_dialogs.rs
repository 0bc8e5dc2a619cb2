//! What is asked about saved views: their names, which to rename or delete, and what becomes of two of one name.

use leptos::{ev, html, prelude::*};

use crate::reactive::derive;
use crate::ui::field::TextField;
use crate::ui::form;
use crate::ui::{Button, ButtonKind, Dialog, IconButton};

/// Asks for the name of a view.
#[component]
pub fn NameView(
    /// What it is asked for.
    title: &'static str,
    /// The words of the button that does it.
    action: &'static str,
    /// The name it has.
    #[prop(default = String::new())]
    name: String,
    /// A sentence below the field.
    #[prop(default = "")]
    about: &'static str,
    /// Whether a view of that name would be lost.
    replaces: Callback<String, bool>,
    /// Called with the name; answers what is wrong with it.
    on_name: Callback<String, Option<String>>,
    /// Called to leave things as they are.
    on_close: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(name);
    let error = RwSignal::new(None);
    // The name that another view has, once that was said.
    let said = RwSignal::new(None::<String>);
    let form = NodeRef::<html::Form>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked().trim().to_owned();
        if said.get_untracked().as_ref() != Some(&name) && replaces.run(name.clone()) {
            said.set(Some(name));
            return;
        }
        let wrong = on_name.run(name);
        if wrong.is_some() {
            error.set(wrong);
            form::show_problem(form);
        }
    };
    let hear = move |text: String| {
        typed.set(text);
        error.set(None);
        said.set(None);
    };
    let help = move || {
        said.get().map_or_else(
            || about.to_owned(),
            |name| format!("There is a view named \u{201c}{name}\u{201d} already. Replace it with what is shown now?"),
        )
    };
    let words = derive(move || if said.read().is_some() { "Replace view" } else { action });
    view! {
        <Dialog title on_close>
            <form class="view-form" novalidate node_ref=form on:submit=submit>
                <TextField label="Name" value=typed on_input=hear error help=help />
                <div class="dialog-foot">
                    <Button on_click=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>
                        {words}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

/// Every view, to rename or delete it.
#[component]
pub fn ManageViews(
    /// The names of the views.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// Called with the name of a view that is to get another one.
    on_rename: Callback<String>,
    /// Called with the name of a view that is to go.
    on_delete: Callback<String>,
    /// Called when it is done.
    on_close: Callback<()>,
) -> impl IntoView {
    let footer = move || view! { <Button autofocus=true on_click=on_close>"Close"</Button> };
    let item = move |name: String| {
        let (rename, delete) = (name.clone(), name.clone());
        view! {
            <li class="views-row">
                <span class="views-name">{name.clone()}</span>
                <IconButton small=true icon="pencil" name=format!("Rename {name}") on_click=move || on_rename.run(rename.clone()) />
                <IconButton small=true icon="remove" name=format!("Delete {name}") on_click=move || on_delete.run(delete.clone()) />
            </li>
        }
    };
    view! {
        <Dialog title="Manage views" on_close footer>
            <p>"Views are kept in this browser only. Export them to take them elsewhere."</p>
            <ul class="views-list" aria-label="Saved views">
                <For each=move || names.get() key=String::clone children=item />
            </ul>
        </Dialog>
    }
}

/// Asks what becomes of imported views whose names others have.
#[component]
pub fn ClashingViews(
    /// The names that are there twice.
    names: Vec<String>,
    /// Called to put the imported ones in the place of the others.
    on_replace: Callback<()>,
    /// Called to keep both.
    on_keep_both: Callback<()>,
    /// Called to import nothing.
    on_close: Callback<()>,
) -> impl IntoView {
    let said = match names.len() {
        1 => "A view of this name is here already and shows something else:".to_owned(),
        many => format!("{many} views of these names are here already and show something else:"),
    };
    let footer = move || {
        view! {
            <Button autofocus=true on_click=on_close>"Cancel"</Button>
            <Button on_click=on_replace>"Replace"</Button>
            <Button kind=ButtonKind::Primary on_click=on_keep_both>"Keep both"</Button>
        }
    };
    view! {
        <Dialog title="Replace views or keep both?" on_close footer>
            <p>{said}</p>
            <ul>{names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
            <p>"Keep both gives the imported ones a number after their names."</p>
        </Dialog>
    }
}

/// Says why a file was not imported.
#[component]
pub fn ViewsRefused(
    /// Why.
    why: String,
    /// Called when it was read.
    on_close: Callback<()>,
) -> impl IntoView {
    let footer = move || view! { <Button autofocus=true on_click=on_close>"Close"</Button> };
    view! {
        <Dialog title="The views were not imported" on_close footer>
            <p role="alert">{why}</p>
            <p>"The views that are kept in this browser are as they were."</p>
        </Dialog>
    }
}
