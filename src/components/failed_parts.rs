//! What of everything could not be read: each part by name, to be tried again alone or all together.

use leptos::prelude::*;

use crate::browser::focus;
use crate::format::counted;
use crate::ui::{Alert, AlertKind, Button, ROWS, Show};

/// Parts beyond this are named when somebody wants to see them.
const NAMED: usize = 3;

/// A part that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedPart {
    /// Such as `group acme/web`.
    pub name: String,
    /// Whether that is a group or a project, and what failed its runners.
    pub is_place: bool,
    /// What happened and what to do.
    pub sentence: String,
}

/// The parts that failed, above the rows that came.
#[component]
pub fn FailedParts(
    /// Each of them.
    parts: Vec<FailedPart>,
    /// Whether all are named; only the first few else. Set here.
    all: RwSignal<bool>,
    /// Called to try one again, by its place.
    on_retry: Callback<usize>,
    /// Called to try all again.
    on_retry_all: Callback<()>,
) -> impl IntoView {
    let title = match parts.as_slice() {
        [one] if one.is_place => format!("Runners of {} could not be read", one.name),
        [one] => format!("The {} could not be read", one.name),
        parts => format!("{} could not be read", counted(parts.len(), "list")),
    };
    let more = parts.len().saturating_sub(NAMED);
    keep_focus(&parts);
    let item = move |place: usize, part: FailedPart, before: Option<&FailedPart>| {
        let is_same = before.is_some_and(|before| before.sentence == part.sentence);
        let sentence = if is_same { "the same." } else { &part.sentence };
        let name = format!("Retry {}", part.name);
        view! {
            <li class="failed-part">
                <span>{format!("{}: {sentence}", part.name)}</span>
                <span data-part=part.name>
                    <Button
                        small=true
                        on_click=move || {
                            on_retry.run(place);
                            focus_soon(place);
                        }
                    >
                        {name}
                    </Button>
                </span>
            </li>
        }
    };
    view! {
        <Alert kind=AlertKind::Warning title>
            <ul class="failed-parts">
                {move || {
                    let named = if all.get() { usize::MAX } else { NAMED };
                    let before = std::iter::once(None).chain(parts.iter().map(Some));
                    let items = parts.iter().cloned().zip(before).take(named).enumerate();
                    items.map(|(place, (part, before))| item(place, part, before)).collect_view()
                }}
            </ul>
            <div class="alert-actions">
                <Show when=move || { more > 0 && !all.get() }>
                    <Button
                        small=true
                        on_click=move || {
                            all.set(true);
                            focus_soon(NAMED);
                        }
                    >
                        {format!("Show {more} more")}
                    </Button>
                </Show>
                <Button
                    small=true
                    on_click=move || {
                        on_retry_all.run(());
                        focus_soon(0);
                    }
                >
                    "Retry failed"
                </Button>
            </div>
        </Alert>
    }
}

/// When others fail or come, the part whose button has the focus has it again.
fn keep_focus(parts: &[FailedPart]) {
    let held = focus::around("data-part").map(|(_, name)| name);
    if let Some(name) = held.filter(|held| parts.iter().any(|part| part.name == *held)) {
        focus::soon(vec![format!("[data-part=\"{name}\"] button")]);
    }
}

/// The button that was pressed leaves the page; the focus goes to the part at its place, the last one, or the rows.
fn focus_soon(place: usize) {
    let part = format!(".failed-part:nth-child({}) button", place + 1);
    focus::soon(vec![part, ".failed-part:last-child button".to_owned(), ROWS.to_owned()]);
}
