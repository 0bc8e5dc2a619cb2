//! Icons of the sprite in `index.html` as shapes of their own. A `use` builds a hidden copy that is laid out and painted
//! at some cost: too much for what is filled anew at every key press.

use std::cell::RefCell;

use web_sys::{Element, window};

thread_local! {
    /// The paths of icons that were asked for.
    static PATHS: RefCell<Vec<(&'static str, String)>> = const { RefCell::new(Vec::new()) };
}

/// Draws an icon into an empty `svg`.
pub fn draw(svg: &Element, icon: &str) {
    let Some(symbol) = symbol(icon) else { return };
    let _ = svg.set_attribute("viewBox", &symbol.get_attribute("viewBox").unwrap_or_default());
    let shapes = symbol.children();
    for shape in (0..shapes.length()).filter_map(|index| shapes.item(index)) {
        let _ = shape.clone_node_with_deep(true).and_then(|copy| svg.append_child(&copy));
    }
}

/// Makes a `path` that of an icon, which has no other shape.
pub fn outline(path: &Element, icon: &'static str) {
    PATHS.with_borrow_mut(|paths| {
        let known = paths.iter().position(|(own, _)| *own == icon).unwrap_or_else(|| {
            let shape = symbol(icon).and_then(|symbol| symbol.first_element_child()?.get_attribute("d"));
            paths.push((icon, shape.unwrap_or_default()));
            paths.len() - 1
        });
        let _ = path.set_attribute("d", &paths[known].1);
    });
}

fn symbol(icon: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(&format!("icon-{icon}"))
}
