//! How wide text is drawn, without asking for a layout.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, window};

/// How many measured texts are remembered.
const REMEMBERED: usize = 4096;

thread_local! {
    static CONTEXT: Option<CanvasRenderingContext2d> = context();
    static WIDTHS: RefCell<HashMap<String, f64>> = RefCell::default();
}

/// The width of a text in the page's font, in em: times the font size it is pixels.
pub fn width(text: &str) -> f64 {
    if let Some(width) = WIDTHS.with_borrow(|widths| widths.get(text).copied()) {
        return width;
    }
    let width = measure(text);
    WIDTHS.with_borrow_mut(|widths| {
        if widths.len() >= REMEMBERED {
            widths.clear();
        }
        widths.insert(text.to_owned(), width);
    });
    width
}

/// Drawn at 100 px, so that hinting does not round.
fn measure(text: &str) -> f64 {
    CONTEXT.with(|context| {
        context
            .as_ref()
            .and_then(|context| context.measure_text(text).ok())
            .map_or(0.0, |metrics| metrics.width() / 100.0)
    })
}

fn context() -> Option<CanvasRenderingContext2d> {
    let window = window()?;
    let document = window.document()?;
    let style = window.get_computed_style(&document.body()?.into()).ok().flatten()?;
    let family = style.get_property_value("font-family").ok()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok().flatten()?.dyn_into().ok()?;
    context.set_font(&format!("100px {family}"));
    Some(context)
}

/// A width as a length of CSS, to the thousandth. Rust's own printing of floats would bring its tables into the first load.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width is small and not negative")]
pub fn em(width: f64) -> String {
    let thousandths = (width * 1000.0).round() as u32;
    format!("{}.{:03}em", thousandths / 1000, thousandths % 1000)
}
