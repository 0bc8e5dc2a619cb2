//! Who waits for a request to start, and in which order: what a person waits for first, then what runs by itself.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

use crate::gitlab::pace::{Pace, Refusal, Start, Wait};

/// The pace of a connection and the queue before it. Clones share both.
#[derive(Clone, Default)]
pub struct Lanes(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    pace: Pace,
    /// In the order of their ranks. Only the first is let in, so that nobody overtakes it.
    queue: Vec<Waiter>,
    last: u64,
}

/// A place in the order. A request that is tried again keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Within the budget, so behind all that is not.
    pub is_budgeted: bool,
    number: u64,
}

struct Waiter {
    rank: Rank,
    is_called: bool,
    waker: Option<Waker>,
}

impl Lanes {
    /// The last place in its part of the order.
    pub fn rank(&self, is_budgeted: bool) -> Rank {
        let mut state = self.state();
        state.last += 1;
        Rank { is_budgeted, number: state.last }
    }

    /// Gets in line. Dropping the place leaves the line.
    pub fn line_up(&self, rank: Rank) -> Place {
        let mut state = self.state();
        let at = state.queue.partition_point(|waiter| waiter.rank < rank);
        state.queue.insert(at, Waiter { rank, is_called: false, waker: None });
        Place { lanes: self.clone(), rank }
    }

    /// See [`Pace::set_budget`].
    pub fn set_budget(&self, a_minute: usize) {
        self.change(|pace| pace.set_budget(a_minute));
    }

    /// Tells the pace, and calls whoever is first in line, for whom it may matter.
    fn change<T>(&self, tell: impl FnOnce(&mut Pace) -> T) -> T {
        let mut state = self.state();
        let told = tell(&mut state.pace);
        call_first(state);
        told
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn call_first(mut state: MutexGuard<'_, State>) {
    let waker = state.queue.first_mut().and_then(|first| {
        first.is_called = true;
        first.waker.take()
    });
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}

/// A place in line.
pub struct Place {
    lanes: Lanes,
    rank: Rank,
}

impl Place {
    /// Starts if it is first in line and the pace allows it. Not to be asked again after that.
    ///
    /// # Errors
    /// What to wait for.
    pub fn start(&self, now: i64) -> Result<Lane, Wait> {
        let mut state = self.lanes.state();
        if state.queue.first().is_none_or(|first| first.rank != self.rank) {
            return Err(Wait::ForOne);
        }
        let start = state.pace.start(now, self.rank.is_budgeted)?;
        state.queue.remove(0);
        call_first(state);
        Ok(Lane { lanes: self.lanes.clone(), start: Some(start) })
    }

    /// Waits until something changed for whoever is first in line.
    pub async fn call(&self) {
        poll_fn(|context| {
            let mut state = self.lanes.state();
            let Ok(at) = state.queue.binary_search_by_key(&self.rank, |waiter| waiter.rank) else {
                return Poll::Ready(());
            };
            let waiter = &mut state.queue[at];
            if std::mem::take(&mut waiter.is_called) {
                return Poll::Ready(());
            }
            waiter.waker = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut state = self.lanes.state();
        if let Ok(at) = state.queue.binary_search_by_key(&self.rank, |waiter| waiter.rank) {
            state.queue.remove(at);
            call_first(state);
        }
    }
}

/// A request under way. Dropping it gives it up.
pub struct Lane {
    lanes: Lanes,
    start: Option<Start>,
}

impl Lane {
    /// See [`Pace::answered`].
    pub fn answered(mut self, now: i64) -> bool {
        let start = self.start.take();
        start.is_some_and(|start| self.lanes.change(|pace| pace.answered(now, &start)))
    }

    /// See [`Pace::failed`].
    pub fn failed(mut self, now: i64) {
        if let Some(start) = self.start.take() {
            self.lanes.change(|pace| pace.failed(now, &start));
        }
    }

    /// See [`Pace::refused`].
    pub fn refused(mut self, now: i64, before: &mut usize) -> Refusal {
        let nothing = Refusal { pause: None, again: false };
        let start = self.start.take();
        start.map_or(nothing, |start| self.lanes.change(|pace| pace.refused(now, &start, before)))
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        if self.start.take().is_some() {
            self.lanes.change(Pace::given_up);
        }
    }
}
