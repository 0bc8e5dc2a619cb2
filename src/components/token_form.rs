//! One thing that is done with a token: a region with its fields, one button, and below them what came of it.

use leptos::{ev, html, prelude::*};

use crate::browser::{focus, timers};
use crate::reactive::{derive, effect};
use crate::ui::{Alert, Button, LinkButton, ids};

/// A link by its words and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Its words.
    pub words: String,
    /// Where it leads.
    pub href: String,
}

/// Why it was not done, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What did not come about.
    pub title: &'static str,
    /// Why, and what to do.
    pub text: String,
    /// Where to go on instead.
    pub instead: Option<Lead>,
}

/// What was done, in a sentence with a link in its middle perhaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its beginning, or all of it.
    pub text: String,
    /// Where one can look at it.
    pub lead: Option<Lead>,
    /// What stands after the link.
    pub rest: String,
}

impl Done {
    /// A sentence without a link.
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), lead: None, rest: String::new() }
    }
}

/// A region with fields and one button.
#[component]
pub fn TokenForm(
    /// What it is called.
    title: &'static str,
    /// What it does, in a sentence or two.
    about: &'static str,
    /// The words of its button.
    action: &'static str,
    /// What the button says while its work is under way.
    working: &'static str,
    /// Whether that is so.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// Why the button cannot be pressed.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Why it was not done.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
    /// What was done.
    #[prop(into)]
    done: Signal<Option<Done>>,
    /// Called to do it.
    #[prop(into)]
    on_submit: Callback<()>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let id = ids::next("token-form");
    let form = NodeRef::<html::Form>::new();
    // When GitLab has answered, what is wrong with a field is where one goes on.
    effect(move || {
        if !is_busy.get() {
            show_problem(form);
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !is_busy.get_untracked() && disabled_reason.read_untracked().is_none() {
            on_submit.run(());
            show_problem(form);
        }
    };
    let busy = derive(move || is_busy.get().then(|| working.to_owned()));
    view! {
        <section class="token-form" aria-labelledby=id.clone()>
            <h3 class="token-form-title" id=id.clone()>
                {title}
            </h3>
            <p class="token-form-about">{about}</p>
            <form class="form" novalidate autocomplete="off" node_ref=form on:submit=submit>
                {children()}
                {move || refusal.get().map(|refusal| view! { <Refused refusal /> })}
                <div class="form-actions">
                    <Button submit=true busy disabled_reason>
                        {action}
                    </Button>
                    <p class="token-form-done" role="status">
                        {move || done.get().map(|done| view! { <Result done /> })}
                    </p>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Refused(refusal: Refusal) -> impl IntoView {
    let Refusal { title, text, instead } = refusal;
    let lead = instead.map(|Lead { words, href }| {
        view! {
            <div class="alert-actions">
                <LinkButton href small=true>
                    {words}
                </LinkButton>
            </div>
        }
    });
    view! { <Alert title=title>{text} {lead}</Alert> }
}

#[component]
fn Result(done: Done) -> impl IntoView {
    let Done { text, lead, rest } = done;
    view! {
        {text}
        {lead.map(|Lead { words, href }| view! { <a href=href>{words}</a> })}
        {rest}
    }
}

/// Leads to the first field with which something is wrong, once it is painted.
fn show_problem(form: NodeRef<html::Form>) {
    timers::frame(move || {
        if let Some(form) = form.try_get_untracked().flatten() {
            focus::first(&form, "[aria-invalid=true]");
        }
    });
}
