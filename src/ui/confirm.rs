//! A dialog that asks before something is done that cannot be taken back.

use leptos::prelude::*;

use super::{Alert, Button, ButtonKind, Dialog};

/// A question with Cancel and one other answer.
#[component]
pub fn Confirm(
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// The words of the answer that does it.
    #[prop(into)]
    action: Signal<String>,
    /// What that answer destroys things with.
    #[prop(default = ButtonKind::Danger)]
    kind: ButtonKind,
    /// The words of the answer that leaves things as they are.
    #[prop(default = "Cancel")]
    cancel: &'static str,
    /// What the action says while it is under way.
    #[prop(optional, into)]
    busy: Signal<Option<String>>,
    /// Why it failed.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called to do it.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// Called to leave things as they are.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// What will be gone.
    children: Children,
) -> impl IntoView {
    let failed = move || error.get().map(|error| view! { <Alert title="This did not work">{error}</Alert> });
    let footer = move || {
        view! {
            <Button autofocus=true on_click=on_cancel>
                {cancel}
            </Button>
            <Button kind busy on_click=on_confirm>
                {move || action.get()}
            </Button>
        }
    };
    view! {
        <Dialog title on_close=on_cancel footer>
            {children()}
            {failed}
        </Dialog>
    }
}
