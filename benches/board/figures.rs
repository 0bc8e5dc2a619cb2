//! Figures: medians of runs, and lines of a Markdown table with the goal and whether it is met.

use serde_json::Value;

/// The value below which so many percent of the samples lie.
pub fn percentile(samples: &[f64], percent: usize) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() - 1) * percent / 100]
}

/// The median of one figure of each run.
pub fn median<R>(runs: &[R], figure: impl Fn(&R) -> f64) -> f64 {
    percentile(&runs.iter().map(figure).collect::<Vec<_>>(), 50)
}

/// A number that a script gave under this name.
pub fn number(answer: &Value, name: &str) -> f64 {
    answer[name].as_f64().unwrap_or_else(|| panic!("the script gave no number {name:?}: {answer}"))
}

/// The numbers that a script gave under this name.
pub fn numbers(answer: &Value, name: &str) -> Vec<f64> {
    let list = answer[name].as_array().unwrap_or_else(|| panic!("the script gave no list {name:?}: {answer}"));
    list.iter().filter_map(Value::as_f64).collect()
}

/// Begins a table: its title and what its columns are called.
pub fn head(title: &str, columns: &[&str]) {
    println!("\n{title}\n");
    line(columns);
    let rules: Vec<_> = (0..columns.len()).map(|column| if column == 0 { "---" } else { "---:" }).collect();
    line(&rules);
}

/// Begins a table that compares the page with a reference.
pub fn head_of_comparison(title: &str) {
    head(title, &["", "page", "reference", "ratio", "goal", ""]);
}

/// One comparison in milliseconds; the goal is a ratio.
pub fn compare(name: &str, page: f64, reference: f64, goal: f64) {
    let ratio = page / reference;
    line(&[
        name,
        &format!("{page:.0} ms"),
        &format!("{reference:.0} ms"),
        &format!("{ratio:.2}"),
        &format!("≤ {goal:.2}"),
        verdict(ratio <= goal),
    ]);
}

/// A line of a comparison that has no goal.
pub fn note(name: &str, page: &str, reference: &str) {
    line(&[name, page, reference, "", "", ""]);
}

/// Whether a goal is met, in a word.
pub fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "missed" }
}

/// One line of a table.
pub fn line<T: AsRef<str>>(cells: &[T]) {
    let cells = cells.iter().map(AsRef::as_ref).enumerate();
    let padded: Vec<_> =
        cells.map(|(column, cell)| if column == 0 { format!("{cell:<46}") } else { format!("{cell:>11}") }).collect();
    println!("| {} |", padded.join(" | "));
}
