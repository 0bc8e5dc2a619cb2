//! What stands in the drawer's title row: the way to the runners above and below, to GitLab, and out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_runner::OpenRunner;
use crate::browser::{clipboard, links};
use crate::export::curl;
use crate::pages::runners::question::{Asking, Question};
use crate::reactive::derive;
use crate::route::Tab;
use crate::state::toasts::Toasts;
use crate::ui::Show;
use crate::ui::{Icon, IconButton, Menu, MenuItem};

/// Before the title, where the drawer fills the screen.
#[component]
pub fn Lead(open: OpenRunner) -> impl IntoView {
    view! {
        <Show when=move || open.narrow.get()>
            <IconButton icon="arrow-left" name="Close" on_click=move || open.close() />
        </Show>
    }
}

/// After the title.
#[component]
pub fn HeadActions(open: OpenRunner, previous: Signal<Option<u64>>, next: Signal<Option<u64>>) -> impl IntoView {
    let wide = move || {
        view! {
            <GitLabLink open />
            <IconButton icon="close" name="Close" on_click=move || open.close() />
        }
    };
    view! {
        <Step open to=previous icon="chevron-lg-up" name="Previous runner" missing="There is no runner above it in the list." />
        <Step open to=next icon="chevron-lg-down" name="Next runner" missing="There is no runner below it in the list." />
        <Show when=move || open.narrow.get() fallback=wide>
            <MoreActions open framed=false />
        </Show>
    }
}

/// What is done seldom.
#[component]
pub fn MoreActions(open: OpenRunner, framed: bool) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let copy = move || {
        spawn_local(async move {
            match clipboard::write(&open.shared_link()).await {
                Ok(()) => toasts.say(format!("Link to runner #{} copied", open.id)),
                Err(clipboard::Blocked) => {
                    toasts.fail("The link was not copied: this browser does not let the page do it.");
                }
            }
        });
    };
    let copy_curl = move || {
        let Some(session) = open.session.open_untracked() else { return };
        let command = curl::runner(session.client.instance(), open.id);
        spawn_local(async move {
            match clipboard::write(&command).await {
                Ok(()) => toasts.say(format!("Runner #{} copied as curl. It takes the token from $TOKEN.", open.id)),
                Err(clipboard::Blocked) => {
                    toasts.fail("The command was not copied: this browser does not let the page do it.");
                }
            }
        });
    };
    let asking = expect_context::<Asking>();
    let id = open.id;
    let items = derive(move || {
        let refusals = open.refusals();
        let reset = MenuItem::new("Reset token…", move || asking.ask(Question::ResetToken(id)))
            .icon("retry")
            .disabled(refusals.reset_token);
        let delete =
            MenuItem::new("Delete…", move || asking.ask(Question::Delete(id))).icon("remove").disabled(refusals.delete);
        // Where the drawer fills the screen, its head has no room for the link.
        let page = open.gitlab_page().filter(|_| open.narrow.get());
        let to_gitlab =
            page.map(|page| MenuItem::new("Open in GitLab", move || links::open(&page)).icon("external-link"));
        let copy_curl = MenuItem::new("Copy as curl", copy_curl).icon("terminal");
        [MenuItem::new("Copy link", copy).icon("copy-to-clipboard"), copy_curl]
            .into_iter()
            .chain(to_gitlab)
            .chain([reset, delete])
            .collect()
    });
    view! { <Menu name="More actions" icon="ellipsis_v" framed items /> }
}

#[component]
fn Step(
    open: OpenRunner,
    to: Signal<Option<u64>>,
    icon: &'static str,
    name: &'static str,
    missing: &'static str,
) -> impl IntoView {
    let missing = derive(move || to.get().is_none().then(|| missing.to_owned()));
    let go = move || {
        if let Some(id) = to.get_untracked() {
            let here = open.navigation.route_untracked();
            // Another runner's form is not what one expects there.
            let tab = if here.tab == Tab::Edit { Tab::Details } else { here.tab };
            open.navigation.go(here.with_runner(id, tab));
        }
    };
    view! { <IconButton icon name disabled_reason=missing on_click=go /> }
}

#[component]
fn GitLabLink(open: OpenRunner) -> impl IntoView {
    move || {
        open.gitlab_page().map(|page| {
            view! {
                <a
                    class="icon-button"
                    href=page
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label="Open in GitLab"
                    data-tip="Open in GitLab"
                >
                    <Icon name="external-link" />
                </a>
            }
        })
    }
}
