//! Whose a runner is, as far as GitLab was asked.

/// What GitLab calls the owner of a runner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// It was not asked, or cannot tell.
    #[default]
    Unasked,
    /// It hides it from this user.
    Hidden,
    /// A project or group, by its path.
    Told(String),
}
