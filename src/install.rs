//! How a machine becomes a runner: the commands of each platform and the ready `config.toml`, as GitLab Runner's own pages
//! give them. Pure texts that hold the token, so they live no longer than the dialog that shows it.

mod commands;
mod config;
mod quote;

use crate::gitlab::token::RunnerToken;

/// Where GitLab Runner is to run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Platform {
    /// With the packages of GitLab.
    #[default]
    Linux,
    /// With Homebrew.
    MacOs,
    /// In PowerShell.
    Windows,
    /// In a container of its own.
    Docker,
    /// With the Helm chart.
    Kubernetes,
}

impl Platform {
    /// Every one, in the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Linux, Self::MacOs, Self::Windows, Self::Docker, Self::Kubernetes];

    /// The word on the page, by which it is known as well.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Linux => "Linux",
            Self::MacOs => "macOS",
            Self::Windows => "Windows",
            Self::Docker => "Docker",
            Self::Kubernetes => "Kubernetes",
        }
    }

    /// Reads the word on the page.
    pub fn known(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.label() == label)
    }
}

/// Something to run or to save.
#[derive(Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What it does, or where it goes.
    pub title: &'static str,
    /// The commands, a line each, or the file.
    pub text: String,
    /// Whether the token is in it.
    pub holds_token: bool,
}

/// What a machine has to know to become a runner.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The GitLab's address.
    pub url: String,
    /// The runner's id.
    pub id: u64,
    /// What the machine's own configuration calls it.
    pub name: String,
    /// The runner's token.
    pub token: RunnerToken,
}

impl Installation {
    /// The commands that install GitLab Runner and register it, in their order.
    pub fn register(&self, platform: Platform) -> Vec<Snippet> {
        commands::of(platform, &self.url, self.token.reveal())
    }

    /// The file that says the same as registering does: a `config.toml`, or the values of the Helm chart that makes one.
    pub fn config(&self, platform: Platform) -> Snippet {
        let (url, token) = (&self.url, self.token.reveal());
        let text = match platform {
            Platform::Kubernetes => config::helm_values(url, token),
            _ => config::config_toml(platform, url, token, self.id, &self.name),
        };
        Snippet { title: config::place(platform), text, holds_token: true }
    }
}

#[cfg(test)]
mod tests;
