//! The form that connects: which GitLab, with which token, kept for how long.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::storage::Keep;
use crate::gitlab::instance::{BadInstance, InstanceUrl};
use crate::gitlab::token::Token;
use crate::pages::frame;
use crate::reactive::derive;
use crate::route::Route;
use crate::state::connect::{Fault, Problem};
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::ui::field::{PasswordField, RadioGroup, RadioOption, TextField};
use crate::ui::lazy::prefetch;
use crate::ui::{Alert, Button, ButtonKind, Icon, Mark};

/// Filled in when nothing else is known.
const GITLAB_COM: &str = "https://gitlab.com";

const KEEPS: [RadioOption; 2] = [
    RadioOption { value: "tab", label: "Until this tab is closed", help: None, icon: None },
    RadioOption {
        value: "device",
        label: "On this device",
        help: Some("Anyone who can use this browser profile can use the token."),
        icon: None,
    },
];

/// The connect screen.
#[component]
pub fn ConnectPage(
    /// Why one is here, if somebody was connected before.
    reason: Option<Problem>,
) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let navigation = expect_context::<Navigation>();
    let form = Form::new(session, navigation, reason);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.connect();
    };
    let try_demo = move |()| form.try_demo();
    view! {
        <main class="connect">
            <div class="connect-mark">
                <Mark size=32 />
                <span class="app-word">"Runnerboard"</span>
            </div>
            <form class="connect-card" novalidate on:submit=submit aria-busy=move || form.busy.get().is_some().then_some("true")>
                <h1 class="connect-title">"Connect to GitLab"</h1>
                {move || form.problem.get().map(|problem| view! { <Alert title=problem.title>{problem.text}</Alert> })}
                <FormFields form />
                <div class="form-actions">
                    <Button kind=ButtonKind::Primary submit=true busy=form.connecting()>
                        "Connect"
                    </Button>
                    <Button busy=form.starting() on_click=try_demo>
                        "Try the demo"
                    </Button>
                </div>
            </form>
            <p class="connect-note">
                "Your token goes to this GitLab and nowhere else. There is no server in between, and it is never part of an address or a link."
            </p>
        </main>
    }
}

/// The fields of the form.
#[component]
fn FormFields(form: Form) -> impl IntoView {
    let token_page = move || InstanceUrl::parse(&form.url.read()).ok().map(|instance| instance.new_token_page());
    let create = move || {
        move || {
            token_page().map(|href| {
                view! {
                    <a href=href target="_blank" rel="noopener noreferrer">
                        "Create a token "
                        <Icon name="external-link" size=14 />
                    </a>
                }
            })
        }
    };
    let help = || view! { "Scope "<code>"read_api"</code>" to look, "<code>"api"</code>" to change runners." };
    view! {
        <TextField
            label="GitLab URL"
            kind="url"
            autocomplete="url"
            value=form.url
            error=form.url_error
            on_input=move |text| {
                form.url.set(text);
                form.url_error.set(None);
            }
        />
        <PasswordField
            label="Personal access token"
            value=form.token
            error=form.token_error
            invalid=derive(move || is_refused(form))
            aside=ViewFn::from(create)
            help=ViewFn::from(help)
            on_input=move |text| {
                // Who enters a token will want to see runners.
                prefetch(frame::load);
                form.token.set(text);
                form.token_error.set(None);
            }
        />
        <RadioGroup
            label="Keep the token"
            options=Signal::stored(KEEPS.to_vec())
            value=form.keep
            on_change=move |keep| form.keep.set(keep)
        />
    }
}

/// Whether the token that stands in the field was refused.
fn is_refused(form: Form) -> bool {
    !form.token.read().is_empty() && form.problem.read().as_ref().is_some_and(|problem| problem.fault == Fault::Token)
}

/// What is typed, and what came of it.
#[derive(Clone, Copy)]
struct Form {
    session: SessionState,
    navigation: Navigation,
    url: RwSignal<String>,
    url_error: RwSignal<Option<String>>,
    token: RwSignal<String>,
    token_error: RwSignal<Option<String>>,
    keep: RwSignal<&'static str>,
    /// Which button is at work.
    busy: RwSignal<Option<&'static str>>,
    problem: RwSignal<Option<Problem>>,
}

impl Form {
    /// The GitLab in the address first, then the one of before.
    fn new(session: SessionState, navigation: Navigation, reason: Option<Problem>) -> Self {
        let named = navigation.route_untracked().host.and_then(|host| InstanceUrl::parse(&host).ok());
        let url =
            named.or_else(|| untrack(|| session.asked())).map_or_else(|| GITLAB_COM.to_owned(), |url| url.to_string());
        Self {
            session,
            navigation,
            url: RwSignal::new(url),
            url_error: RwSignal::new(None),
            token: RwSignal::new(String::new()),
            token_error: RwSignal::new(None),
            keep: RwSignal::new("tab"),
            busy: RwSignal::new(None),
            problem: RwSignal::new(reason),
        }
    }

    fn connect(self) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        let instance = InstanceUrl::parse(&self.url.read_untracked());
        let token = Token::parse(&self.token.read_untracked());
        self.url_error.set(instance.as_ref().err().map(ToString::to_string));
        self.token_error.set(token.as_ref().err().map(ToString::to_string));
        self.problem.set(instance.as_ref().err().copied().filter(|bad| *bad == BadInstance::Http).map(http_refused));
        let (Ok(instance), Ok(token)) = (instance, token) else { return };
        let keep = if self.keep.get_untracked() == "device" { Keep::Device } else { Keep::Tab };
        self.busy.set(Some("connect"));
        spawn_local(async move {
            let outcome = self.session.connect(instance, token, keep).await;
            self.finish(outcome);
        });
    }

    fn try_demo(self) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some("demo"));
        self.problem.set(None);
        spawn_local(async move {
            let outcome = self.session.connect_demo().await;
            self.finish(outcome);
        });
    }

    fn finish(self, outcome: Result<(), Problem>) {
        match outcome {
            Ok(()) => self.leave_other_host(),
            // Once connected this screen is gone, and its signals with it.
            Err(problem) => {
                self.problem.try_set(Some(problem));
                self.busy.try_set(None);
            }
        }
    }

    /// An address that names another GitLab than the one that was chosen instead leads to runners that are not there.
    fn leave_other_host(self) {
        let here = self.navigation.route_untracked();
        if here.host.as_ref().is_some_and(|host| untrack(|| self.session.is_elsewhere(host))) {
            // Filters mean the same there; a runner's number does not.
            self.navigation.replace(Route { host: None, ..here }.without_runner());
        }
    }

    fn connecting(self) -> Signal<Option<String>> {
        let words = move || match self.session.slow_down() {
            Some(seconds) => format!("GitLab asks us to wait {seconds} s…"),
            None => "Connecting…".to_owned(),
        };
        derive(move || (self.busy.get() == Some("connect")).then(words))
    }

    fn starting(self) -> Signal<Option<String>> {
        derive(move || (self.busy.get() == Some("demo")).then(|| "Starting…".to_owned()))
    }
}

/// Why the token is not sent over http.
fn http_refused(bad: BadInstance) -> Problem {
    let text = format!("{bad} Over http the token could be read on its way.");
    Problem { title: "This address is not safe".to_owned(), text, fault: Fault::Address }
}
