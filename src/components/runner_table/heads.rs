//! The row of heads in its place: put together anew for other columns, and painted when the order changes.

use leptos::{html, prelude::*};

use super::Picked;
use super::head::HeadElement;
use super::sizing::{self, HeadActs};
use crate::browser::place::AnyEvent;
use crate::browser::timers::{self, Timer};
use crate::browser::{act, order};
use crate::reactive::effect;
use crate::search::{Column, Sort};

/// After so many milliseconds what was written is painted.
const PAINTED_MS: u32 = 60;

/// The heads that are in the page.
#[derive(Clone, Copy)]
pub struct Heads {
    element: StoredValue<Option<HeadElement>, LocalStorage>,
    measuring: StoredValue<Option<Timer>, LocalStorage>,
}

impl Heads {
    /// Keeps those of the columns in their place and says what somebody does with them.
    pub fn new(
        place: NodeRef<html::Thead>,
        columns: Memo<Vec<Column>>,
        sort: Signal<(Option<Sort>, Option<Sort>)>,
        picked: Signal<Picked>,
        acts: HeadActs,
    ) -> Self {
        let element = StoredValue::new_local(None::<HeadElement>);
        let listeners = StoredValue::new_local(Vec::new());
        effect(move || {
            if let Some(place) = place.get() {
                let used = move |event: &AnyEvent| sizing::hear(event, element, acts);
                listeners.set_value(act::hear(&place, &sizing::EVENTS, used));
            }
        });
        effect(move || {
            let (columns, sort, picked) = (columns.get(), sort.get(), picked.get());
            let Some(place) = place.get() else { return };
            element.update_value(|heads| {
                if heads.as_ref().is_none_or(|heads| !heads.is_for(&columns)) {
                    if let Some(old) = heads.take() {
                        old.root.remove();
                    }
                    *heads = HeadElement::new(&columns);
                }
                if let Some(heads) = heads {
                    order::arrange(&place, &[&heads.root], 0);
                    heads.paint(sort, picked);
                }
            });
        });
        Self { element, measuring: StoredValue::new_local(None) }
    }

    /// Says at each edge how wide its column is, once that is painted: before, the page would be laid out twice.
    pub fn measure_soon(self) {
        let Self { element, measuring } = self;
        let measure = move || {
            element.try_update_value(|heads| heads.iter_mut().for_each(HeadElement::measure));
        };
        measuring.set_value(Some(timers::after(PAINTED_MS, measure)));
    }
}
