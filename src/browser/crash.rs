//! The screen of a dead page, made without any of what has just failed.

use web_sys::window;

use super::history;
use super::listener::Listener;

/// Puts the screen in place of everything.
pub fn show_screen() {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let (Some(body), Ok(main)) = (document.body(), document.create_element("main")) else { return };
    main.set_class_name("panic");
    let _ = main.set_attribute("role", "alert");
    for (tag, text) in [
        ("h1", "Runnerboard has stopped"),
        (
            "p",
            "Something went wrong that should not. Nothing was sent that you did not send. Reload to go on where you were.",
        ),
        ("button", "Reload"),
    ] {
        let Ok(element) = document.create_element(tag) else { continue };
        element.set_text_content(Some(text));
        if tag == "button" {
            element.set_class_name("button");
            Listener::new(&element, "click", |_| history::reload()).forget();
        }
        let _ = main.append_child(&element);
    }
    body.replace_children_with_node_1(&main);
}
