//! Where the focus goes in a form, once what changed is painted.

use leptos::{html, prelude::*};

use crate::browser::{focus, timers};

/// Leads to what is wrong, once it is painted: the first field, or what is said above them.
pub fn show_problem(form: NodeRef<html::Form>) {
    timers::frame(move || {
        let Some(form) = form.try_get_untracked().flatten() else { return };
        if !focus::first(&form, "[aria-invalid=true]") {
            focus::reveal(&form, ".alert");
        }
    });
}

/// Puts the focus on the first of these in the form, once it is painted.
pub fn focus_in(form: NodeRef<html::Form>, selector: &'static str) {
    timers::frame(move || {
        if let Some(form) = form.try_get_untracked().flatten() {
            focus::first(&form, selector);
        }
    });
}
