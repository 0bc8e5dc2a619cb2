//! The fields of a runner that somebody can set: the edit form, and the form of a new runner.

use leptos::prelude::*;

use crate::form::{Field, Problem, RunnerForm};
use crate::gitlab::term::RunnerType;
use crate::reactive::derive;
use crate::ui::field::{CheckboxField, TagField, TextArea, TextField};

/// The order of the edit form.
const EDIT: &[Field] = &[
    Field::Description,
    Field::Tags,
    Field::MaximumTimeout,
    Field::Paused,
    Field::RunUntagged,
    Field::Protected,
    Field::Locked,
    Field::MaintenanceNote,
];

/// The fields, in their order.
#[expect(clippy::needless_pass_by_value, reason = "a component takes what it shows by value")]
#[component]
pub fn RunnerFields(
    /// What is typed.
    form: Signal<RunnerForm>,
    /// Called with the form as it became.
    #[prop(into)]
    on_change: Callback<RunnerForm>,
    /// What is wrong.
    #[prop(into)]
    problems: Signal<Vec<Problem>>,
    /// The fields that differ from what is saved.
    #[prop(optional, into)]
    changed: Signal<Vec<Field>>,
    /// Why none of them can be changed.
    #[prop(optional, into)]
    refusal: Signal<Option<String>>,
    /// The runner's type.
    kind: RunnerType,
    /// Which fields, in their order; checkboxes that follow each other stand together.
    #[prop(default = EDIT)]
    only: &'static [Field],
    /// The runner is new: what can be left empty says so, and the help says more.
    #[prop(optional)]
    is_new: bool,
    /// Whether this GitLab has no notes.
    #[prop(optional)]
    without_note: bool,
) -> impl IntoView {
    let fields = Fields { form, on_change, problems, changed, refusal, is_new };
    let is_there = |field: &Field| field.is_offered(&kind) && !(without_note && *field == Field::MaintenanceNote);
    let part = |part: &'static [Field]| {
        let part: Vec<_> = part.iter().filter(|field| is_there(field)).map(|field| fields.view(*field)).collect();
        if part.len() > 1 { view! { <div class="choices">{part}</div> }.into_any() } else { part.into_any() }
    };
    only.chunk_by(|a, b| is_choice(*a) && is_choice(*b)).map(part).collect_view()
}

/// What every field needs.
#[derive(Clone, Copy)]
struct Fields {
    form: Signal<RunnerForm>,
    on_change: Callback<RunnerForm>,
    problems: Signal<Vec<Problem>>,
    changed: Signal<Vec<Field>>,
    refusal: Signal<Option<String>>,
    is_new: bool,
}

impl Fields {
    fn view(self, field: Field) -> AnyView {
        let fields = self;
        match field {
            Field::Description => {
                view! { <Line fields field get=|form| form.description.clone() set=|form, text| form.description = text /> }
                    .into_any()
            }
            Field::MaximumTimeout => view! {
                <Line
                    fields
                    field
                    help="For example 1h 30m or 5400. Empty for none."
                    get=|form| form.maximum_timeout.clone()
                    set=|form, text| form.maximum_timeout = text
                />
            }
            .into_any(),
            Field::Tags => view! { <Tags fields /> }.into_any(),
            Field::MaintenanceNote => view! { <Note fields /> }.into_any(),
            choice => view! { <Choice fields field=choice /> }.into_any(),
        }
    }

    fn set(self, change: impl FnOnce(&mut RunnerForm)) {
        let mut form = self.form.get_untracked();
        change(&mut form);
        self.on_change.run(form);
    }

    fn error(self, field: Field) -> Signal<Option<String>> {
        derive(move || {
            self.problems.read().iter().find(|problem| problem.field == field).map(|problem| problem.text.clone())
        })
    }

    fn is_changed(self, field: Field) -> Signal<bool> {
        derive(move || self.changed.read().contains(&field))
    }
}

#[component]
fn Line(
    fields: Fields,
    field: Field,
    #[prop(optional)] help: Option<&'static str>,
    get: fn(&RunnerForm) -> String,
    set: fn(&mut RunnerForm, String),
) -> impl IntoView {
    view! {
        <TextField
            label=field.label()
            optional=fields.is_new
            value=move || get(&fields.form.read())
            on_input=move |text| fields.set(|form| set(form, text))
            changed=fields.is_changed(field)
            help=move || help
            error=fields.error(field)
            disabled_reason=fields.refusal
        />
    }
}

#[component]
fn Tags(fields: Fields) -> impl IntoView {
    let field = Field::Tags;
    let more = fields.is_new.then_some(" Jobs that name tags go only to runners that have all of them.");
    view! {
        <TagField
            label=field.label()
            tags=move || fields.form.read().tags.clone()
            on_change=move |tags| fields.set(|form| form.tags = tags)
            changed=fields.is_changed(field)
            help=move || format!("Press Enter or comma to add a tag.{}", more.unwrap_or_default())
            error=fields.error(field)
            disabled_reason=fields.refusal
        />
    }
}

#[component]
fn Note(fields: Fields) -> impl IntoView {
    let field = Field::MaintenanceNote;
    view! {
        <TextArea
            label=field.label()
            optional=true
            value=move || fields.form.read().maintenance_note.clone()
            on_input=move |text| fields.set(|form| form.maintenance_note = text)
            changed=fields.is_changed(field)
            error=fields.error(field)
            disabled_reason=fields.refusal
            placeholder="For the people who look after this runner"
        />
    }
}

#[component]
fn Choice(fields: Fields, field: Field) -> impl IntoView {
    let icon = match field {
        Field::Protected => Some("shield"),
        Field::Locked => Some("lock"),
        _ => None,
    };
    let help = match field {
        Field::Paused => "Takes no new jobs. Running jobs go on.",
        Field::RunUntagged if fields.is_new => {
            "Also takes jobs that name no tags. Needed when there are no tags above."
        }
        Field::RunUntagged => "Also takes jobs that name no tags.",
        Field::Protected => "Only takes jobs of protected branches and tags.",
        _ => "Cannot be assigned to other projects.",
    };
    view! {
        <CheckboxField
            label=field.label()
            checked=move || is_checked(&fields.form.read(), field)
            on_change=move |on| fields.set(|form| check(form, field, on))
            icon
            changed=fields.is_changed(field)
            help=move || help
            error=fields.error(field)
            disabled_reason=fields.refusal
        />
    }
}

fn is_checked(form: &RunnerForm, field: Field) -> bool {
    match field {
        Field::Paused => form.paused,
        Field::RunUntagged => form.run_untagged,
        Field::Protected => form.protected,
        _ => form.locked,
    }
}

fn check(form: &mut RunnerForm, field: Field, on: bool) {
    match field {
        Field::Paused => form.paused = on,
        Field::RunUntagged => form.run_untagged = on,
        Field::Protected => form.protected = on,
        _ => form.locked = on,
    }
}

fn is_choice(field: Field) -> bool {
    matches!(field, Field::Paused | Field::RunUntagged | Field::Protected | Field::Locked)
}
