//! What a query costs before it is answered: its complexity and its depth.

use super::plan::Planned;
use super::schema::Gives;

/// The largest page, and the page when nothing is asked for.
pub const PAGE: usize = 100;

/// The complexity of fields: one each and what is below them; a connection's own the more the larger its page.
pub fn complexity(fields: &[Planned<'_>]) -> usize {
    fields.iter().fold(0, |sum, planned| {
        let below = complexity(&planned.children);
        let below = match planned.field.gives {
            // A hundredth more for every row.
            Gives::Connection(_) => below.saturating_mul(100 + page(planned)) / 100,
            _ => below,
        };
        sum.saturating_add(1).saturating_add(below)
    })
}

/// How many fields stand in one another.
pub fn depth(fields: &[Planned<'_>]) -> usize {
    fields.iter().map(|planned| 1 + depth(&planned.children)).max().unwrap_or(0)
}

/// The rows that a connection gives at most.
pub fn page(planned: &Planned<'_>) -> usize {
    let asked = ["first", "last"].into_iter().filter_map(|name| planned.args.size(name));
    asked.chain([PAGE]).min().unwrap_or(PAGE)
}
