//! The time: now, as a person writes it in their own zone, and at intervals.

use std::cell::OnceCell;

use gloo_timers::callback::Interval;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// Calls at intervals for as long as it lives.
#[must_use = "a ticker that is dropped stops"]
pub struct Ticker(#[expect(dead_code, reason = "held for what its drop does")] Interval);

/// Now, in milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds fit for 280,000 years")]
pub fn now() -> i64 {
    Date::now() as i64
}

/// A moment to the second, with its zone: "21 Nov 2026, 05:43:10 UTC".
pub fn exact(ms: i64) -> String {
    thread_local!(static FORMAT: OnceCell<Intl::DateTimeFormat> = const { OnceCell::new() });
    FORMAT.with(|format| {
        let format = format.get_or_init(|| {
            formatter(&[
                ("day", "numeric"),
                ("month", "short"),
                ("year", "numeric"),
                ("hour", "2-digit"),
                ("minute", "2-digit"),
                ("second", "2-digit"),
                ("timeZoneName", "short"),
            ])
        });
        text(format, ms)
    })
}

/// The day of a moment: "14 Nov 2026".
pub fn date(ms: i64) -> String {
    let format = formatter(&[("day", "numeric"), ("month", "short"), ("year", "numeric")]);
    text(&format, ms)
}

/// Calls every `ms` milliseconds until the ticker is dropped.
pub fn every(ms: u32, call: impl Fn() + 'static) -> Ticker {
    Ticker(Interval::new(ms, call))
}

/// Reads what [`iso`] writes, in milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds fit for 280,000 years")]
pub fn parsed(iso: &str) -> Option<i64> {
    Some(Date::parse(iso)).filter(|ms| ms.is_finite()).map(|ms| ms as i64)
}

/// A moment as machines read it, for `<time datetime>`.
pub fn iso(ms: i64) -> String {
    moment(ms).to_iso_string().into()
}

fn formatter(parts: &[(&str, &str)]) -> Intl::DateTimeFormat {
    let options = Object::new();
    for (key, value) in parts {
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    let locales = Array::of1(&JsValue::from_str("en-GB"));
    Intl::DateTimeFormat::new(&locales, &options)
}

fn text(format: &Intl::DateTimeFormat, ms: i64) -> String {
    let written = format.format().call1(&JsValue::UNDEFINED, &moment(ms));
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript's time is a double")]
fn moment(ms: i64) -> Date {
    Date::new(&JsValue::from_f64(ms as f64))
}
