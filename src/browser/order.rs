//! The order of an element's children, changed without moving the one that matters: a moved element loses the focus.

use web_sys::Element;

/// Puts children into this order, moving only those that stand elsewhere and never the one at `still`, which is put into
/// `parent` first if it is not there.
pub fn arrange<'a>(parent: &Element, order: &[&'a Element], still: usize) {
    let Some(middle) = order.get(still) else { return };
    if middle.parent_element().as_ref() != Some(parent) {
        let _ = parent.append_child(middle);
    }
    let mut next: &'a Element = middle;
    for one in order[..still].iter().rev() {
        if next.previous_element_sibling().as_ref() != Some(*one) {
            let _ = parent.insert_before(one, Some(next));
        }
        next = one;
    }
    let mut before: &'a Element = middle;
    for one in &order[still + 1..] {
        let after = before.next_element_sibling();
        if after.as_ref() != Some(*one) {
            let _ = parent.insert_before(one, after.as_deref());
        }
        before = one;
    }
}
