//! Icons of the sprite in `index.html` as shapes of their own. A `use` builds a hidden copy that is laid out and painted
//! at some cost: too much for what is filled anew at every key press.

use web_sys::{Element, window};

/// Draws an icon into an empty or drawn `svg`.
pub fn draw(svg: &Element, icon: &str) {
    let symbol = window().and_then(|window| window.document()?.get_element_by_id(&format!("icon-{icon}")));
    let Some(symbol) = symbol else { return };
    let _ = svg.set_attribute("viewBox", &symbol.get_attribute("viewBox").unwrap_or_default());
    svg.set_text_content(None);
    let shapes = symbol.children();
    for shape in (0..shapes.length()).filter_map(|index| shapes.item(index)) {
        let _ = shape.clone_node_with_deep(true).and_then(|copy| svg.append_child(&copy));
    }
}
