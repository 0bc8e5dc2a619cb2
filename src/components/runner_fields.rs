//! The fields of a runner that somebody can set: the edit form, and the form of a new runner.

use crate::reactive::derive;
use leptos::prelude::*;

use crate::form::{Field, Problem, RunnerForm};
use crate::gitlab::term::RunnerType;
use crate::ui::field::{CheckboxField, TagField, TextArea, TextField};

/// The fields, in their order.
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
    #[prop(into)]
    changed: Signal<Vec<Field>>,
    /// Why none of them can be changed.
    #[prop(into)]
    refusal: Signal<Option<String>>,
    /// The runner's type.
    kind: RunnerType,
) -> impl IntoView {
    let fields = Fields { form, on_change, problems, changed, refusal };
    let tags = Field::Tags;
    view! {
        <Line fields field=Field::Description get=|form| form.description.clone() set=|form, text| form.description = text />
        <TagField
            label=tags.label()
            tags=move || form.read().tags.clone()
            on_change=move |tags| fields.set(|form| form.tags = tags)
            changed=fields.is_changed(tags)
            help=|| "Press Enter or comma to add a tag."
            error=fields.error(tags)
            disabled_reason=refusal
        />
        <Line
            fields
            field=Field::MaximumTimeout
            help="For example 1h 30m or 5400. Empty for none."
            get=|form| form.maximum_timeout.clone()
            set=|form, text| form.maximum_timeout = text
        />
        <div class="choices">
            <Choices fields kind />
        </div>
        <TextArea
            label=Field::MaintenanceNote.label()
            optional=true
            value=move || form.read().maintenance_note.clone()
            on_input=move |text| fields.set(|form| form.maintenance_note = text)
            changed=fields.is_changed(Field::MaintenanceNote)
            error=fields.error(Field::MaintenanceNote)
            disabled_reason=refusal
            placeholder="For the people who look after this runner"
        />
    }
}

/// What every field needs.
#[derive(Clone, Copy)]
struct Fields {
    form: Signal<RunnerForm>,
    on_change: Callback<RunnerForm>,
    problems: Signal<Vec<Problem>>,
    changed: Signal<Vec<Field>>,
    refusal: Signal<Option<String>>,
}

impl Fields {
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
fn Choices(fields: Fields, kind: RunnerType) -> impl IntoView {
    let locked = Field::Locked.is_offered(&kind).then(|| {
        view! {
            <Choice
                fields
                field=Field::Locked
                icon="lock"
                help="Cannot be assigned to other projects."
                get=|form| form.locked
                set=|form, on| form.locked = on
            />
        }
    });
    view! {
        <Choice
            fields
            field=Field::Paused
            help="Takes no new jobs. Running jobs go on."
            get=|form| form.paused
            set=|form, on| form.paused = on
        />
        <Choice
            fields
            field=Field::RunUntagged
            help="Also takes jobs that name no tags."
            get=|form| form.run_untagged
            set=|form, on| form.run_untagged = on
        />
        <Choice
            fields
            field=Field::Protected
            icon="shield"
            help="Only takes jobs of protected branches and tags."
            get=|form| form.protected
            set=|form, on| form.protected = on
        />
        {locked}
    }
}

#[component]
fn Choice(
    fields: Fields,
    field: Field,
    #[prop(optional)] icon: Option<&'static str>,
    help: &'static str,
    get: fn(&RunnerForm) -> bool,
    set: fn(&mut RunnerForm, bool),
) -> impl IntoView {
    view! {
        <CheckboxField
            label=field.label()
            checked=move || get(&fields.form.read())
            on_change=move |on| fields.set(|form| set(form, on))
            icon
            changed=fields.is_changed(field)
            help=move || help
            error=fields.error(field)
            disabled_reason=fields.refusal
        />
    }
}
