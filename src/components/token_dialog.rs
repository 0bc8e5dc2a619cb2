//! A token that GitLab shows once: in memory for as long as its dialog is open, and nowhere else.

use leptos::prelude::*;

use crate::browser::clock;
use crate::gitlab::timestamp::Timestamp;
use crate::gitlab::token::RunnerToken;
use crate::reactive::callback;
use crate::ui::{Button, ButtonKind, Confirm, CopyButton, Dialog, Show};

/// Shows a token until it is closed. Closing it before it was copied asks first.
#[component]
pub fn TokenDialog(
    /// Whose it is: "Copy the token of runner #41".
    #[prop(into)]
    title: String,
    /// What kind of token it is, in words.
    #[prop(default = "authentication token")]
    kind: &'static str,
    /// The token.
    token: RunnerToken,
    /// When it ends.
    #[prop(optional_no_strip)]
    expires_at: Option<Timestamp>,
    /// What whoever has it can do, and what stopped working.
    #[prop(into)]
    note: String,
    /// Called to close it; the parent then forgets the token.
    #[prop(into)]
    on_close: Callback<()>,
    /// The parent's own note of whether the token was copied, with whatever else holds it.
    #[prop(optional, into)]
    copied: Option<RwSignal<bool>>,
    /// What stands beside Done.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// What stands below the token.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let is_copied = copied.unwrap_or_else(|| RwSignal::new(false));
    let is_asking = RwSignal::new(false);
    let close = callback(move |()| if is_copied.get_untracked() { on_close.run(()) } else { is_asking.set(true) });
    let shown = token.reveal().to_owned();
    let text = callback(move |()| token.reveal().to_owned());
    let footer = move || {
        view! {
            {aside.as_ref().map(|aside| view! { <div class="dialog-aside">{aside.run()}</div> })}
            <Button on_click=close>"Done"</Button>
        }
    };
    let expires = expires_at
        .map_or_else(|| "It does not expire.".to_owned(), |at| format!("It expires on {}.", clock::date(at.0)));
    view! {
        <Dialog title on_close=close overlay_closes=false wide=true footer>
            <p>
                {format!("GitLab shows this {kind} once.")} " When you close this dialog, it is gone from this page and cannot be shown again."
            </p>
            <div class="token-line">
                <code class="token">{shown}</code>
                <CopyButton
                    label="Copy token"
                    kind=ButtonKind::Primary
                    autofocus=true
                    text
                    on_copied=callback(move |()| is_copied.set(true))
                />
            </div>
            <p class="token-note">{note}</p>
            <p class="token-note">{expires}</p>
            {children.map(|children| children())}
        </Dialog>
        <Show when=is_asking>
            <Confirm
                title="Leave without the token?"
                action="Leave"
                cancel="Stay"
                on_confirm=on_close
                on_cancel=callback(move |()| is_asking.set(false))
            >
                "It was not copied, and GitLab does not show it again."
            </Confirm>
        </Show>
    }
}
