//! One row of the runner table: what the list told at once, and what the details add when they come.

use leptos::prelude::*;

use super::row_actions::{Refusals, RowActions};
use super::status_badge::StatusBadge;
use super::type_icon::type_icon;
use crate::gitlab::runner::Runner;
use crate::reactive::memo;
use crate::ui::Show;
use crate::ui::field::Checkbox;
use crate::ui::{Icon, Skeleton, TagList, TimeAgo};

/// What details add.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownRow {
    pub tag_list: Vec<String>,
    pub version: Option<String>,
    pub contacted_at: Option<i64>,
    pub locked: bool,
    pub protected: bool,
}

/// What is known of a runner.
#[derive(Clone, Debug, PartialEq)]
pub struct RowData {
    pub runner: Runner,
    pub details: Option<KnownRow>,
    pub waiting: bool,
    pub busy: bool,
    pub way: bool,
    pub owner: String,
    pub refusals: Refusals,
}

impl RowData {
    fn known(&self) -> Option<&KnownRow> {
        self.details.as_ref()
    }

    fn is_waiting(&self) -> bool {
        self.waiting
    }

    fn owner(&self) -> String {
        self.owner.clone()
    }
}

/// The table's side of a row: what it looks like and what happens when it is used.
#[derive(Clone, Copy)]
pub struct RowContext {
    /// Gives what is known of a runner; tracked.
    pub data: Callback<u64, Option<RowData>>,
    /// The address of a runner's drawer.
    pub href: Callback<u64, String>,
    /// The runner whose drawer is open.
    pub open: Signal<Option<u64>>,
    /// Whether a runner is selected; tracked.
    pub is_selected: Callback<u64, bool>,
    /// Called to select it or not.
    pub on_select: Callback<(u64, bool)>,
    /// Called to edit it.
    pub on_edit: Callback<u64>,
    /// Called to pause or resume it.
    pub on_pause: Callback<u64>,
    /// Called to delete it, which asks first.
    pub on_delete: Callback<u64>,
    /// Called when the focus comes into the row.
    pub on_focus: Callback<u64>,
    /// Pixels there are for tags.
    pub tags_width: Signal<usize>,
    /// Whether rows are stacked, for want of width.
    pub stacked: Signal<bool>,
}

/// One row.
#[component]
pub fn RunnerRow(
    /// The runner's id.
    id: u64,
    /// Its place in the table, from 0.
    place: Memo<usize>,
    /// What all rows share.
    context: RowContext,
) -> impl IntoView {
    let data = memo(move || context.data.run(id));
    let look = move |look: fn(&RowData) -> bool| memo(move || data.read().as_ref().is_some_and(look));
    let (paused, busy) = (look(|data| data.runner.is_paused()), look(|data| data.busy));
    let status = memo(move || {
        data.read().as_ref().map_or(crate::gitlab::term::RunnerStatus::Offline, |data| data.runner.contact_status())
    });
    let refusals = memo(move || data.read().as_ref().map(|data| data.refusals.clone()).unwrap_or_default());
    let selected = memo(move || context.is_selected.run(id));
    let is_open = memo(move || context.open.get() == Some(id));
    view! {
        <tr
            role="row"
            class="runner-row"
            aria-rowindex=move || place.get() + 2
            aria-busy=move || busy.get().then_some("true")
            data-selected=move || selected.get().then_some("")
            data-open=move || is_open.get().then_some("")
            on:focusin=move |_| context.on_focus.run(id)
        >
            <td role="cell" class="cell-select">
                <Checkbox name=format!("Select #{id}") checked=selected on_change=move |on| context.on_select.run((id, on)) />
            </td>
            <td role="cell" class="cell-status">
                <StatusBadge status paused />
            </td>
            <td role="cell" class="cell-runner">
                <RunnerName id data href=context.href />
            </td>
            <DetailCells id data tags_width=context.tags_width />
            <td role="cell" class="cell-actions">
                <RowActions
                    id
                    paused
                    refusals
                    busy
                    stacked=context.stacked
                    selected
                    on_edit=context.on_edit
                    on_pause=context.on_pause
                    on_delete=context.on_delete
                    on_select=context.on_select
                />
            </td>
        </tr>
    }
}

/// The link that opens the drawer, the locks, and whose it is.
#[component]
fn RunnerName(id: u64, data: Memo<Option<RowData>>, href: Callback<u64, String>) -> impl IntoView {
    let description = memo(move || {
        let data = data.read();
        let description = data.as_ref().and_then(|data| data.runner.description.clone()).unwrap_or_default();
        description.trim().to_owned()
    });
    let flag =
        move |flag: fn(&KnownRow) -> bool| move || data.read().as_ref().and_then(RowData::known).is_some_and(flag);
    let is_locked = flag(|details| details.locked);
    let icon = move || data.read().as_ref().map_or("project", |data| type_icon(&data.runner.kind()));
    let owner = move || data.read().as_ref().map(RowData::owner).unwrap_or_default();
    let has_way = move || data.read().as_ref().is_some_and(|data| data.way);
    view! {
        <div class="runner-line">
            <a class="runner-link" id=format!("runner-link-{id}") href=move || href.run(id) data-tip-cut=description>
                <span class="runner-id">{format!("#{id}")}</span>
                {move || (!description.read().is_empty()).then(|| view! { " "<bdi class="runner-name">{description}</bdi> })}
            </a>
            <Show when=is_locked>
                <Mark icon="lock" text="Locked to its current projects" />
            </Show>
            <Show when=flag(|details| details.protected)>
                <Mark icon="shield" text="Protected: only protected branches and tags" />
            </Show>
        </div>
        <div class="runner-meta" data-way=move || has_way().then_some("")>
            <Icon name=icon size=12 />
            <span class="runner-owner" data-tip-cut=owner>{owner}</span>
        </div>
    }
}

/// An icon with its meaning for pointers and screen readers.
#[component]
fn Mark(icon: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <span class="runner-mark" role="img" aria-label=text data-tip=text>
            <Icon name=icon size=14 />
        </span>
    }
}

/// Tags, version and last contact: bars until the details come.
#[component]
fn DetailCells(id: u64, data: Memo<Option<RowData>>, tags_width: Signal<usize>) -> impl IntoView {
    let waiting = memo(move || data.read().as_ref().is_none_or(RowData::is_waiting));
    let tags = memo(move || {
        data.read().as_ref().and_then(RowData::known).map(|details| details.tag_list.clone()).unwrap_or_default()
    });
    let version =
        memo(move || data.read().as_ref().and_then(RowData::known).and_then(|details| details.version.clone()));
    let contact = memo(move || data.read().as_ref().and_then(RowData::known).map(|details| details.contacted_at));
    let contacted = move || match contact.get() {
        Some(Some(at)) => view! { <TimeAgo at /> }.into_any(),
        Some(None) => "Never".into_any(),
        None => "–".into_any(),
    };
    view! {
        <td role="cell" class="cell-tags">
            <Show when=move || !waiting.get() fallback=|| view! { <Skeleton width=40 /> <Skeleton width=48 /> }>
                <TagList tags width=tags_width name=format!("Tags of #{id}") />
            </Show>
        </td>
        <td role="cell" class="cell-version">
            <Show when=move || !waiting.get() fallback=|| view! { <Skeleton width=44 /> }>
                {move || version.get().unwrap_or_else(|| "–".to_owned())}
            </Show>
        </td>
        <td role="cell" class="cell-contact">
            <Show when=move || !waiting.get() fallback=|| view! { <Skeleton width=84 /> }>
                {contacted}
            </Show>
        </td>
    }
}
