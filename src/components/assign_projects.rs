//! The form that assigns a runner to more projects: a field that finds them by name, and what is chosen so far.

use leptos::{html, prelude::*};

use crate::browser::focus;
use crate::gitlab::project::Project;
use crate::reactive::callback;
use crate::ui::field::{ComboOption, Combobox};
use crate::ui::{Button, Icon, Show};

/// Finds projects, several at once, and assigns the runner to them.
#[component]
pub fn AssignProjects(
    /// What is typed and not chosen yet.
    #[prop(into)]
    typed: Signal<String>,
    /// What was found for it.
    #[prop(into)]
    options: Signal<Vec<ComboOption>>,
    /// That it searches, that nothing was found.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// Why what was typed cannot be chosen.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// What is chosen.
    chosen: Signal<Vec<Project>>,
    /// Why GitLab is sure to refuse, whatever the project.
    #[prop(into)]
    refusal: Signal<Option<String>>,
    /// Said below the field.
    #[prop(into)]
    help: ViewFn,
    /// What the button says while it works.
    #[prop(into)]
    busy: Signal<Option<String>>,
    /// Called with what is to be looked for.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when nothing is left of what was typed.
    #[prop(into)]
    on_clear: Callback<()>,
    /// Called with the path of what is chosen, or with what was typed.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Called with the id of a project that is not to be assigned after all.
    #[prop(into)]
    on_drop: Callback<u64>,
    /// Called to do it.
    #[prop(into)]
    on_assign: Callback<()>,
) -> impl IntoView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_assign.run(());
    };
    // Opening the list looks for nothing, too: whether the field was emptied is known from the field alone.
    let hear = move |event: leptos::ev::Event| {
        if event_target_value(&event).is_empty() {
            on_clear.run(());
        }
    };
    let form = NodeRef::<html::Form>::new();
    let remove = callback(move |id| {
        on_drop.run(id);
        // The button that had the focus is gone.
        if let Some(form) = form.get_untracked() {
            focus::first(&form, "input");
        }
    });
    let chip = move |project: Project| view! { <ChosenProject project on_drop=remove /> };
    view! {
        <form class="assign" aria-label="Assign" novalidate node_ref=form on:submit=submit>
            <div class="assign-line" on:input=hear>
                <Combobox
                    label="Assign to project"
                    value=typed
                    options
                    message
                    on_input
                    on_choose
                    takes_typed=true
                    placeholder="Search, id or full path"
                    help=help
                    error
                />
                <Button submit=true disabled_reason=refusal busy>
                    "Assign"
                </Button>
            </div>
            <Show when=move || !chosen.read().is_empty()>
                <ul class="assign-chosen" aria-label="Chosen projects">
                    <For each=move || chosen.get() key=|project| project.id children=chip />
                </ul>
            </Show>
        </form>
    }
}

#[component]
fn ChosenProject(project: Project, on_drop: Callback<u64>) -> impl IntoView {
    let (id, path) = (project.id, project.path());
    view! {
        <li class="chip">
            <span class="chip-text">{path.clone()}</span>
            <button
                class="chip-remove"
                type="button"
                aria-label=format!("Remove {path}")
                on:click=move |_| on_drop.run(id)
            >
                <Icon name="close-xs" size=12 />
            </button>
        </li>
    }
}
