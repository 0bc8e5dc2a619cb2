//! Who may use a runner, as an icon.

use crate::gitlab::term::RunnerType;

/// The icon of a type.
pub fn type_icon(kind: &RunnerType) -> &'static str {
    match kind {
        RunnerType::Instance => "users",
        RunnerType::Group => "group",
        RunnerType::Project | RunnerType::Other(_) => "project",
    }
}
