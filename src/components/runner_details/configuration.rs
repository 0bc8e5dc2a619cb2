//! How a runner is set up: what the edit form changes.

use leptos::prelude::*;

use crate::components::definition_list::{Definition, DefinitionList, Nothing, TextOr};
use crate::format::duration;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::term::RunnerType;
use crate::ui::{Icon, Tag};

const PAUSED: &str = "A paused runner takes no new jobs. Jobs that run on it go on.";
const PROTECTED: &str = "A protected runner only takes jobs of protected branches and tags.";
const LOCKED: &str = "A locked runner cannot be assigned to other projects.";

#[component]
pub fn Configuration(details: RunnerDetails, may_edit: bool) -> impl IntoView {
    let timeout = details.maximum_timeout.map(|seconds| duration::words(seconds.into()));
    let (paused, protected) = (details.runner.is_paused(), details.is_protected());
    // GitLab keeps the lock for every type, but it means something for project runners only.
    let is_lockable = details.locked || details.runner.kind() == RunnerType::Project;
    let tags = details.tag_list;
    let tags = if tags.is_empty() {
        view! { <Nothing /> }.into_any()
    } else {
        let tags = tags.into_iter().map(|text| view! { <Tag text /> }).collect_view();
        view! { <span class="definition-tags">{tags}</span> }.into_any()
    };
    let note_word = if may_edit { "None" } else { "None, or not shown to you" };
    // GitLab before 16 has no notes.
    let note = details.maintenance_note.is_told().then(|| {
        view! {
            <Definition term="Maintenance note">
                <span class="definition-note">
                    <TextOr text=details.maintenance_note.text().map(str::to_owned) word=note_word />
                </span>
            </Definition>
        }
    });
    view! {
        <DefinitionList title="Configuration">
            <Definition term="Description">
                <TextOr text=details.runner.description />
            </Definition>
            <Definition term="Tags">{tags}</Definition>
            <Definition term="Maximum job timeout">
                <TextOr text=timeout />
            </Definition>
            <Definition term="Paused" help=PAUSED>
                <YesNo yes=paused icon="pause" />
            </Definition>
            <Definition term="Run untagged jobs">
                <YesNo yes=details.run_untagged />
            </Definition>
            <Definition term="Protected" help=PROTECTED>
                <YesNo yes=protected icon="shield" />
            </Definition>
            {is_lockable
                .then(|| {
                    view! {
                        <Definition term="Locked" help=LOCKED>
                            <YesNo yes=details.locked icon="lock" />
                        </Definition>
                    }
                })}
            {note}
        </DefinitionList>
    }
}

#[component]
fn YesNo(yes: bool, #[prop(optional)] icon: Option<&'static str>) -> impl IntoView {
    let icon = icon.filter(|_| yes).map(|name| view! { <Icon name /> });
    view! {
        {icon}
        {if yes { "Yes" } else { "No" }}
    }
}
