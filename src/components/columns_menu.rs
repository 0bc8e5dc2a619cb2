//! The button **Columns**: which ones the table shows, in what order, at their usual widths or not.

use leptos::prelude::*;

use crate::browser::place::Align;
use crate::browser::{focus, timers};
use crate::reactive::{callback, derive, memo};
use crate::search::{Column, Layout};
use crate::ui::field::CheckboxField;
use crate::ui::{Button, ButtonKind, Icon, IconButton, Popover, Show};

/// Why the runner's own column stays.
const ALWAYS: &str = "It holds the link that opens a runner, so it is always shown.";

/// A column and its width, if somebody chose one.
type Shown = (Column, Option<u16>);

/// The button and its layer.
#[component]
pub fn ColumnsMenu(
    /// How the table is shown.
    layout: Memo<Layout>,
    /// Called with another layout.
    on_change: Callback<Layout>,
    /// Whether it stands in a list, where its words are shown and need no tip.
    in_list: bool,
    /// What stands above the columns.
    #[prop(optional, into)]
    top: Option<ViewFn>,
) -> impl IntoView {
    let tip = Signal::stored((!in_list).then(|| "Columns".to_owned()));
    let trigger = || view! { <span class="button-label"><Icon name="table" /><span>"Columns"</span></span> };
    let change = callback(move |columns: Vec<Shown>| {
        let usual = Layout::default().shown();
        let columns = if columns == usual { Vec::new() } else { columns };
        on_change.run(Layout { columns, ..layout.get_untracked() });
    });
    let shown = memo(move || {
        let shown = layout.read().shown();
        let last = shown.len() - 1;
        let row = |(place, (column, _)): (usize, Shown)| (column, place == 0, place == last);
        shown.into_iter().enumerate().map(row).collect::<Vec<_>>()
    });
    let hidden = memo(move || {
        let shown = shown.read();
        let is_hidden = |column: &Column| shown.iter().all(|(other, ..)| other != column);
        Column::ALL.iter().copied().filter(is_hidden).collect::<Vec<_>>()
    });
    let one = move |(column, first, last)| view! { <ShownColumn column first last layout change /> };
    let other = move |column| view! { <HiddenColumn column layout change /> };
    let is_usual = derive(move || layout.read().columns.is_empty().then(|| "These are the usual columns.".to_owned()));
    let no_widths = derive(move || {
        let some = layout.read().columns.iter().any(|(_, width)| width.is_some());
        (!some).then(|| "Every column has its usual width.".to_owned())
    });
    let usual_widths = move || {
        let shown = layout.get_untracked().shown();
        change.run(shown.into_iter().map(|(column, _)| (column, None)).collect());
    };
    view! {
        <span class="tool" data-tool="columns">
            <Popover name="Columns" class="button" tip trigger align=Align::End start="input">
                <div class="columns">
                    {top.as_ref().map(|top| view! { <div class="columns-top">{top.run()}</div> })}
                    <div class="columns-scroll">
                        <ul class="columns-list" aria-label="Columns shown">
                            <For each=move || shown.get() key=|row| *row children=one />
                        </ul>
                        <Show when=move || !hidden.read().is_empty()>
                            <ul class="columns-list" aria-label="Columns not shown">
                                <For each=move || hidden.get() key=|column| *column children=other />
                            </ul>
                        </Show>
                    </div>
                    <div class="columns-foot">
                        <Button kind=ButtonKind::Link disabled_reason=is_usual on_click=move || change.run(Vec::new())>
                            "Usual columns"
                        </Button>
                        <Button kind=ButtonKind::Link disabled_reason=no_widths on_click=usual_widths>
                            "Usual widths"
                        </Button>
                    </div>
                </div>
            </Popover>
        </span>
    }
}

/// A column that is shown: it can go, up and down.
#[component]
fn ShownColumn(
    column: Column,
    first: bool,
    last: bool,
    layout: Memo<Layout>,
    change: Callback<Vec<Shown>>,
) -> impl IntoView {
    let always = Signal::stored((column == Column::Description).then(|| ALWAYS.to_owned()));
    let hide = move |_| {
        let shown = layout.get_untracked().shown();
        change.run(shown.into_iter().filter(|(other, _)| *other != column).collect());
        keep_focus(column, "input");
    };
    let go = move |down: bool| {
        let mut shown = layout.get_untracked().shown();
        let Some(here) = shown.iter().position(|(other, _)| *other == column) else { return };
        let there = if down { here + 1 } else { here.wrapping_sub(1) };
        if there < shown.len() {
            shown.swap(here, there);
            change.run(shown);
            keep_focus(column, if down { "[data-go=down] button" } else { "[data-go=up] button" });
        }
    };
    let end = |at_end: bool, words: &str| Signal::stored(at_end.then(|| words.to_owned()));
    view! {
        <li class="columns-row" id=row_id(column)>
            <CheckboxField label=column.label() checked=Signal::stored(true) disabled_reason=always on_change=hide />
            <span data-go="up">
                <IconButton
                    icon="arrow-up"
                    small=true
                    name=format!("Move {} up", column.label())
                    disabled_reason=end(first, "It is the first.")
                    on_click=move || go(false)
                />
            </span>
            <span data-go="down">
                <IconButton
                    icon="arrow-down"
                    small=true
                    name=format!("Move {} down", column.label())
                    disabled_reason=end(last, "It is the last.")
                    on_click=move || go(true)
                />
            </span>
        </li>
    }
}

/// A column that is not shown: it can come, after those that are.
#[component]
fn HiddenColumn(column: Column, layout: Memo<Layout>, change: Callback<Vec<Shown>>) -> impl IntoView {
    let show = move |_| {
        let mut shown = layout.get_untracked().shown();
        shown.push((column, None));
        change.run(shown);
        keep_focus(column, "input");
    };
    view! {
        <li class="columns-row" id=row_id(column)>
            <CheckboxField label=column.label() checked=Signal::stored(false) on_change=show />
        </li>
    }
}

fn row_id(column: Column) -> String {
    format!("column-{}", column.as_str())
}

/// The row has another place by now; the focus goes with it.
fn keep_focus(column: Column, control: &'static str) {
    timers::frame(move || {
        let id = row_id(column);
        focus::inside(&id, control);
    });
}
