//! The lines of the table in the page: a few elements, made once and filled with what is in sight.
//!
//! While the table is scrolled they go round: those that leave at one end come in at the other. Otherwise each stays at its
//! place and is filled anew, for moving elements costs more than filling them. The row that has the focus stays with its runner.

use leptos::prelude::{LocalStorage, StoredValue};

use crate::browser::place::{Anchor, AnyElement};
use crate::browser::{focus, order};
use crate::components::runner_row::group::GroupElement;
use crate::components::runner_row::html::Templates;
use crate::components::runner_row::paint::RowElement;
use crate::components::runner_row::{Key, LineView, Look};
use crate::search::Column;

/// An element of a line, and what it shows.
struct Slot {
    element: Element,
    shown: Option<(LineView, Look)>,
    /// At which place of the table.
    place: usize,
}

enum Element {
    Runner(RowElement),
    Group(GroupElement),
    Waiting(Anchor),
}

impl Slot {
    fn root(&self) -> &Anchor {
        match &self.element {
            Element::Runner(row) => &row.root,
            Element::Group(group) => &group.root,
            Element::Waiting(root) => root,
        }
    }

    fn key(&self) -> Option<Key<'_>> {
        self.shown.as_ref().map(|(line, _)| line.key())
    }

    /// Where in a scene that is which it shows; the nearest, for a runner stands under each of its tags.
    fn nearest(&self, scene: &Scene<'_>) -> Option<usize> {
        let is_same = |at: &usize| Some(scene.lines[*at].key()) == self.key();
        (0..scene.lines.len()).filter(is_same).min_by_key(|at| (scene.first + at).abs_diff(self.place))
    }

    fn paint(&mut self, line: LineView, place: usize, look: Look, columns: usize) {
        let shown = Some((line, look));
        let is_same = self.shown == shown;
        match (&mut self.element, &shown) {
            (Element::Runner(row), Some((LineView::Runner(view), _))) => {
                row.place(place);
                if !is_same {
                    row.paint(view, look);
                }
            }
            (Element::Group(group), Some((LineView::Group(view), _))) => group.paint(view, place, columns),
            _ => {}
        }
        self.shown = shown;
        self.place = place;
    }

    fn is_for(&self, line: &LineView) -> bool {
        matches!(
            (&self.element, line),
            (Element::Runner(_), LineView::Runner(_))
                | (Element::Group(_), LineView::Group(_))
                | (Element::Waiting(_), LineView::Waiting)
        )
    }
}

/// The elements of the lines, for as long as somebody is connected: making them anew whenever the table is come back to
/// takes a tenth of its first frame.
#[derive(Clone, Copy)]
pub struct RowElements(pub(super) StoredValue<Painter, LocalStorage>);

impl RowElements {
    /// None are made yet.
    pub fn new() -> Self {
        Self(StoredValue::new_local(Painter::default()))
    }
}

/// What is to be shown.
pub struct Scene<'a> {
    /// The rows' parent.
    pub body: &'a Anchor,
    /// What gets the focus of a row that leaves.
    pub frame: &'a Anchor,
    /// The columns between Select and Actions.
    pub columns: &'a [Column],
    /// The place of the first line.
    pub first: usize,
    /// The lines in the page.
    pub lines: Vec<LineView>,
    /// What all rows go by.
    pub look: Look,
}

/// The elements of the lines.
#[derive(Default)]
pub struct Painter {
    columns: Vec<Column>,
    templates: Option<Templates>,
    /// In the order of the page.
    slots: Vec<Slot>,
    spare: Vec<Slot>,
    /// The runner whose row left with the focus, and what in it had it.
    lost: Option<(u64, String)>,
}

impl Painter {
    /// Shows lines. Gives what is to get the focus back.
    pub fn paint(&mut self, scene: Scene<'_>) -> Option<Anchor> {
        if self.columns != scene.columns || self.templates.is_none() {
            self.begin(&scene);
        }
        let focused = focus::is_in(scene.body).then(|| self.slots.iter().find(|slot| focus::is_in(slot.root())));
        let focused = focused.flatten();
        let target = focused.and_then(|slot| slot.nearest(&scene));
        let keep = focused.map(|slot| slot.root().clone()).zip(target);
        if focused.is_some() && keep.is_none() {
            self.lost = focused.and_then(lost);
            focus::quietly(scene.frame);
        }
        let still = self.turn(&scene.lines);
        self.fit(&scene.lines, keep.as_ref());
        let roots: Vec<_> = self.slots.iter().map(|slot| &**slot.root()).collect();
        order::arrange(scene.body, &roots, target.unwrap_or(still));
        for ((slot, line), place) in self.slots.iter_mut().zip(scene.lines).zip(scene.first..) {
            slot.paint(line, place, scene.look, self.columns.len());
        }
        if focus::is_on(scene.frame) { self.found() } else { None }
    }

    /// The table goes; it may come back, and the focus is elsewhere by then.
    pub fn leave(&mut self) {
        self.lost = None;
    }

    /// What the line shows in which an element is, and its place.
    pub fn line(&self, inside: &AnyElement) -> Option<(&LineView, usize)> {
        let slot = self.slots.iter().find(|slot| slot.root().contains(Some(inside)))?;
        slot.shown.as_ref().map(|(line, _)| (line, slot.place))
    }

    /// Elements for other columns. The old ones are of no use.
    fn begin(&mut self, scene: &Scene<'_>) {
        if focus::is_in(scene.body) {
            self.lost = self.slots.iter().find(|slot| focus::is_in(slot.root())).and_then(lost);
            focus::quietly(scene.frame);
        }
        for slot in self.slots.drain(..) {
            slot.root().remove();
        }
        self.spare.clear();
        scene.columns.clone_into(&mut self.columns);
        self.templates = Templates::new(scene.columns);
    }

    /// Turns the elements so far as the table was scrolled; gives the place of one that need not move for that.
    fn turn(&mut self, lines: &[LineView]) -> usize {
        let place = |line: &LineView| self.slots.iter().position(|slot| slot.key() == Some(line.key()));
        let Some((now, before)) = lines.iter().enumerate().find_map(|(now, line)| Some((now, place(line)?))) else {
            return 0;
        };
        let stays = lines[now..].iter().zip(&self.slots[before..]);
        let stays = stays.filter(|(line, slot)| slot.key() == Some(line.key())).count();
        if now == before || now.max(before) > self.slots.len() || stays * 2 < lines.len() {
            return 0;
        }
        if before > now {
            self.slots.rotate_left(before - now);
            0
        } else {
            self.slots.rotate_right(now - before);
            now - before
        }
    }

    /// Brings elements of the right kind to each place, and the one to be kept to its own.
    fn fit(&mut self, lines: &[LineView], keep: Option<&(Anchor, usize)>) {
        for (place, line) in lines.iter().enumerate() {
            let fits = |slot: &Slot| match keep {
                Some((root, target)) if *target == place => slot.root() == root,
                Some((root, _)) => slot.is_for(line) && slot.root() != root,
                None => slot.is_for(line),
            };
            if self.slots.get(place).is_some_and(fits) {
                continue;
            }
            let slot = if let Some(later) = (place..self.slots.len()).find(|later| fits(&self.slots[*later])) {
                Some(self.slots.remove(later))
            } else if let Some(spare) = self.spare.iter().position(|slot| slot.is_for(line)) {
                Some(self.spare.swap_remove(spare))
            } else {
                self.templates.as_ref().and_then(|templates| made(templates, line, &self.columns))
            };
            let Some(slot) = slot else { break };
            self.slots.insert(place, slot);
        }
        for slot in self.slots.drain(lines.len().min(self.slots.len())..) {
            slot.root().remove();
            self.spare.push(slot);
        }
    }

    /// The row that had the focus is in the page again.
    fn found(&mut self) -> Option<Anchor> {
        let (id, act) = self.lost.as_ref()?;
        let slot = self.slots.iter().find(|slot| slot.key() == Some(Key::Runner(*id)))?;
        let found = focus::find(slot.root(), &format!("[data-act={act}]"));
        self.lost = None;
        found
    }
}

/// The runner of a row that leaves with the focus, and what in it has it.
fn lost(slot: &Slot) -> Option<(u64, String)> {
    match slot.key()? {
        Key::Runner(id) => Some((id, focus::attribute("data-act").unwrap_or_else(|| "open".to_owned()))),
        _ => None,
    }
}

/// A new element for a line.
fn made(templates: &Templates, line: &LineView, columns: &[Column]) -> Option<Slot> {
    let element = match line {
        LineView::Runner(_) => Element::Runner(RowElement::new(templates.runner.stamp()?, columns)),
        LineView::Group(_) => Element::Group(GroupElement::new(templates.group.stamp()?)),
        LineView::Waiting => Element::Waiting(templates.waiting.stamp()?.root()),
    };
    Some(Slot { element, shown: None, place: 0 })
}
