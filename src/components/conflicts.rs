//! Two people changed the same field: both values, and which one to keep.

use leptos::{html, prelude::*};

use crate::browser::{focus, timers};
use crate::form::Field;
use crate::form::conflict::Conflict;
use crate::reactive::callback;
use crate::ui::{Button, Dialog};

/// Asks for every field which value to keep.
#[component]
pub fn Conflicts(
    /// What has to be decided. A field leaves when it is.
    conflicts: Signal<Vec<Conflict>>,
    /// Called with the field, and whether theirs is kept.
    #[prop(into)]
    on_decide: Callback<(Field, bool)>,
    /// Called to decide nothing.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let decide = callback(move |answer| {
        on_decide.run(answer);
        // The buttons that had the focus are gone.
        timers::frame(move || {
            if let Some(list) = list.try_get_untracked().flatten() {
                focus::first(&list, "button");
            }
        });
    });
    let footer = move || view! { <Button autofocus=true on_click=on_cancel>"Cancel"</Button> };
    view! {
        <Dialog title="Changed by someone else" on_close=on_cancel overlay_closes=false footer>
            <p>{move || sentence(&conflicts.read())}</p>
            <div class="conflicts" node_ref=list>
                <For each=move || conflicts.get() key=|conflict| conflict.field let:conflict>
                    <Choice conflict decide />
                </For>
            </div>
        </Dialog>
    }
}

#[component]
fn Choice(conflict: Conflict, decide: Callback<(Field, bool)>) -> impl IntoView {
    let Conflict { field, mine, theirs } = conflict;
    view! {
        <section class="conflict" role="group" aria-label=field.label()>
            <h3 class="conflict-field">{field.label()}</h3>
            <div class="conflict-side">
                <span class="conflict-whose">"Mine"</span>
                <span class="conflict-value">{mine}</span>
                <Button small=true on_click=move || decide.run((field, false))>
                    "Keep mine"
                </Button>
            </div>
            <div class="conflict-side">
                <span class="conflict-whose">"Theirs"</span>
                <span class="conflict-value">{theirs}</span>
                <Button small=true on_click=move || decide.run((field, true))>
                    "Take theirs"
                </Button>
            </div>
        </section>
    }
}

fn sentence(conflicts: &[Conflict]) -> String {
    match conflicts {
        [one] => {
            let field = one.field.label().to_ascii_lowercase();
            format!("The {field} is different since you opened the form. Choose which one to keep.")
        }
        _ => "These fields are different since you opened the form. Choose for each which one to keep.".to_owned(),
    }
}
