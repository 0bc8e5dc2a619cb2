//! After a panic the page is dead: a screen says so and offers to load it anew. The message goes to the console only.

use crate::browser::crash;

/// Shows the screen whenever the page panics.
pub fn set_screen() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        crash::show_screen();
    }));
}
