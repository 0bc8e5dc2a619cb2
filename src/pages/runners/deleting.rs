//! Deleting a runner: asked first, with what goes with it; then its row leaves and the next one has the focus.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::Board;
use super::question::Question;
use crate::browser::{focus, timers};
use crate::components::delete_runner::{DeleteRunner, Problem};
use crate::components::runner_row::focus_link;
use crate::reactive::{callback, derive};
use crate::route::Tab;
use crate::state::removal::{Gone, Removal, Trouble};
use crate::state::toasts::Toasts;

/// The question, and what follows from the answer.
#[component]
pub fn Deleting(
    /// The screen's state.
    board: Board,
    /// The runner's id.
    id: u64,
) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let removal = Removal::new(id, board.session, board.fleet);
    let is_open = StoredValue::new(());
    let read = callback(move |()| {
        let place = board.list.place(id);
        spawn_local(async move {
            if let Some(gone) = removal.read().await {
                leave(board, toasts, id, place, gone);
            }
        });
    });
    read.run(());
    let delete = callback(move |()| {
        let place = board.list.place(id);
        spawn_local(async move {
            match removal.delete().await {
                Ok(Some(gone)) => leave(board, toasts, id, place, gone),
                // The dialog says it; who has closed it meanwhile hears of it all the same.
                Err(trouble) if is_open.is_disposed() => {
                    let Problem { title, text } = problem(id, trouble);
                    toasts.fail(format!("{title}. {text}"));
                }
                Ok(None) | Err(_) => {}
            }
        });
    });
    let unassign = callback(move |()| {
        board.asking.close();
        board.navigation.go(board.navigation.route_untracked().with_runner(id, Tab::Projects));
    });
    view! {
        <DeleteRunner
            id
            deletion=derive(move || removal.deletion())
            refusal=derive(move || removal.refusal())
            problem=derive(move || removal.trouble().map(|trouble| problem(id, trouble)))
            deleting=derive(move || removal.is_deleting())
            on_retry=read
            on_delete=delete
            on_unassign=unassign
            on_cancel=callback(move |()| board.asking.close())
        />
    }
}

/// What went wrong, in words.
fn problem(id: u64, trouble: Trouble) -> Problem {
    let (title, text) = match trouble {
        Trouble::Unread(error) => (format!("Runner #{id} could not be read"), error.sentence()),
        Trouble::Refused(error) => (format!("Runner #{id} was not deleted"), error.sentence()),
        Trouble::Changed(what) => {
            let (title, what) = if what.is_empty() {
                let clock =
                    "GitLab does not tell what is different; a wrong clock of this computer may be all there is.";
                (format!("Runner #{id} may have been changed meanwhile"), clock.to_owned())
            } else {
                (format!("Somebody changed runner #{id} meanwhile"), format!("Different now: {}.", what.join(", ")))
            };
            (title, format!("{what} What stands here is how it is now. Delete runner deletes it all the same."))
        }
    };
    Problem { title, text }
}

/// It is gone: from the list, from its drawer, and from what is selected.
fn leave(board: Board, toasts: Toasts, id: u64, place: Option<usize>, gone: Gone) {
    toasts.say(match gone {
        Gone::Deleted => format!("Runner #{id} deleted"),
        Gone::Already => format!("Runner #{id} was already gone"),
    });
    let was_asked = board.asking.finish(Question::Delete(id));
    board.selection.set(id, false);
    let here = board.navigation.route_untracked();
    if here.runner == Some(id) {
        // There is nothing left to save.
        board.navigation.set_unsaved(false);
        board.navigation.replace(here.without_runner());
    }
    // Who has turned to something else stays there.
    if was_asked {
        focus_next(board, place);
    }
}

/// The focus goes to the row that has taken its place, or to the one before, or to the search where no row is left.
fn focus_next(board: Board, place: Option<usize>) {
    let list = board.list;
    let next = place.and_then(|place| {
        [Some(place), list.step(place, true), list.step(place, false)]
            .into_iter()
            .flatten()
            .find(|place| list.id_at(*place).is_some())
    });
    board.current.set(next.and_then(|next| Some((list.id_at(next)?, next))));
    if next.is_some() {
        board.reveal.set(next);
    }
    timers::frame(move || {
        let is_on_row = next.is_some_and(focus_link);
        if let (false, Some(search)) = (is_on_row, board.search_box.try_get_untracked().flatten()) {
            focus::on(&search);
        }
    });
}
