//! The tools of the table: how it is shown, views of it that are kept, how often it is read again. A part of its own.

use leptos::prelude::*;

mod auto_refresh;
mod saved_views;

use super::board::Board;
use super::exporting::Exporting;
use crate::browser::place::Align;
use crate::components::columns_menu::ColumnsMenu;
use crate::components::group_by::GroupBy;
use crate::components::load_details::{AllDetails, LoadDetails};
use crate::components::saved_views_menu::SavedViewsMenu;
use crate::components::sort_by::SortBy;
use crate::reactive::{callback, derive};
use crate::route::Route;
use crate::search::{Density, Layout};
use crate::ui::field::FilterSelect;
use crate::ui::lazy::lazy;
use crate::ui::{Button, ButtonKind, Icon, Menu, MenuItem, Popover, Show};
use auto_refresh::AutoRefresh;
use saved_views::{Views, ViewsQuestions};

/// What the tools are about.
#[derive(Clone, Copy)]
pub struct About {
    /// The screen's state.
    pub board: Board,
    /// Whether there is room for all of them in the line.
    pub wide: Signal<bool>,
    /// When the list was last read, in epoch milliseconds.
    pub read_at: Signal<Option<i64>>,
    /// The details of all runners.
    pub details: AllDetails,
}

lazy!(tools, load, tools, About);

fn tools(about: About) -> AnyView {
    view! { <Tools about /> }.into_any()
}

/// Keeps the place of the tools until they have come: the line is as high as it will be, and they stand at its end.
pub fn frame(content: AnyView) -> AnyView {
    view! { <span class="tools-place">{content}</span> }.into_any()
}

/// The tools, in the line or behind a button.
#[component]
fn Tools(about: About) -> impl IntoView {
    let About { board, wide, read_at, details } = about;
    let views = Views::new(board);
    let auto = AutoRefresh::follow(board, read_at);
    let trigger = || view! { <span class="button-label"><Icon name="preferences" /><span>"View"</span></span> };
    let folded = move || {
        view! {
            <Popover name="View" class="button view-button" trigger align=Align::End start="select,button">
                <div class="view-list">
                    <AllTools board views auto details in_list=true />
                    <Show when=move || board.narrow.get()>
                        <span class="tool">
                            <Button kind=ButtonKind::Quiet icon="retry" on_click=move || board.fleet.refresh()>
                                "Refresh"
                            </Button>
                        </span>
                    </Show>
                </div>
            </Popover>
        }
    };
    view! {
        <Show when=move || wide.get() fallback=folded>
            <AllTools board views auto details in_list=false />
        </Show>
        <ViewsQuestions views />
    }
}

/// Every tool but Refresh, which is there from the first moment.
#[component]
fn AllTools(board: Board, views: Views, auto: AutoRefresh, details: AllDetails, in_list: bool) -> impl IntoView {
    let list = board.list;
    let group_by = derive(move || list.layout.read().group_by);
    let with_layout = move |layout: Layout| Route { layout, ..board.navigation.route_untracked() };
    let on_columns = callback(move |layout| board.navigation.replace(with_layout(layout)));
    let on_group = callback(move |group_by| {
        let columns = list.layout.get_untracked().columns;
        board.navigation.go(with_layout(Layout { columns, group_by, ..Layout::default() }));
    });
    let on_open_all = callback(move |open: bool| {
        let layout = Layout { closed: !open, toggled: Vec::new(), ..list.layout.get_untracked() };
        board.navigation.replace(with_layout(layout));
    });
    let sort_by = move || {
        let (order, on_change) = (derive(move || board.order()), callback(move |order| board.sort(order)));
        view! { <SortBy order on_change /> }
    };
    // In the line there are heads to sort by, but none of a column that is not shown, and none for GitLab's order.
    let sort_above = move || (!in_list).then(sort_by);
    view! {
        // While something is in doubt for want of them, the note beside the count offers it.
        <Show when=move || !list.is_in_doubt()>
            <LoadDetails details />
        </Show>
        {in_list.then(sort_by)}
        <GroupBy column=group_by on_change=on_group on_open_all />
        <ColumnsMenu layout=list.layout on_change=on_columns in_list top=sort_above />
        <DensityMenu board in_list />
        <span class="tool" data-tool="export">
            <Exporting board />
        </span>
        <SavedViewsMenu
            views=derive(move || views.kept.all())
            is_current=callback(move |view| views.is_current(&view))
            on_open=callback(move |view| views.open(&view))
            on_wish=callback(move |wish| views.wish(wish))
        />
        <span class="tool" data-tool="auto">
            <FilterSelect label="Auto-refresh" options=AutoRefresh::options() value=auto.every on_change=move |word| auto.choose(word) />
        </span>
    }
}

/// How high rows are.
#[component]
fn DensityMenu(board: Board, in_list: bool) -> impl IntoView {
    let density = board.density;
    let choice = move |label: &'static str, this: Density| {
        MenuItem::new(label, move || board.choose_density(this)).checked(density.get() == this)
    };
    let items = derive(move || vec![choice("Comfortable", Density::Comfortable), choice("Compact", Density::Compact)]);
    let icon = derive(move || if density.get() == Density::Compact { "list-bulleted" } else { "hamburger" });
    let menu = if in_list {
        view! { <Menu name="Density" icon label=Signal::stored("Density".to_owned()) items /> }.into_any()
    } else {
        view! { <Menu name="Density" icon framed=true items /> }.into_any()
    };
    view! {
        <span class="tool" data-tool="density">
            {menu}
        </span>
    }
}
