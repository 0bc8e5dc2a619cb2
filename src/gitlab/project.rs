//! A project, as far as runners need it (`lib/api/entities/basic_project_details.rb`).

use serde::Deserialize;

/// A project. Jobs carry fewer of its fields than searches do.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Project {
    /// GitLab's number for it.
    pub id: u64,
    /// Its name alone.
    #[serde(default)]
    pub name: Option<String>,
    /// `Group / Project`.
    #[serde(default)]
    pub name_with_namespace: Option<String>,
    /// `group/project`.
    #[serde(default)]
    pub path_with_namespace: Option<String>,
    /// Its page.
    #[serde(default)]
    pub web_url: Option<String>,
    /// What it stands in.
    #[serde(default)]
    pub namespace: Option<Namespace>,
}

/// What a project stands in: a group, or what is somebody's own (`lib/api/entities/namespace_basic.rb`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Namespace {
    /// GitLab's number for it; a group's is the group's.
    pub id: u64,
    /// `group` or `user`.
    #[serde(default)]
    pub kind: Option<String>,
}

impl Namespace {
    /// Whether it is a group, which may have runners of its own.
    pub fn is_group(&self) -> bool {
        self.kind.as_deref() == Some("group")
    }
}

impl Project {
    /// `group/project`, or what else there is to call it.
    pub fn path(&self) -> String {
        self.path_with_namespace.clone().or_else(|| self.name.clone()).unwrap_or_else(|| format!("#{}", self.id))
    }
}
