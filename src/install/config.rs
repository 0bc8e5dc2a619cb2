//! The files of each platform: `config.toml`, and the values of the Helm chart that writes one.

use super::Platform;
use super::quote::double;

/// Where the file goes.
pub const fn place(platform: Platform) -> &'static str {
    match platform {
        Platform::Linux => "Instead of registering, save this as /etc/gitlab-runner/config.toml",
        Platform::MacOs => "Instead of registering, save this as ~/.gitlab-runner/config.toml",
        Platform::Windows => "Instead of registering, save this as C:\\GitLab-Runner\\config.toml",
        Platform::Docker => "Instead of registering, save this as config.toml in the volume gitlab-runner-config",
        Platform::Kubernetes => "Save this as values.yaml",
    }
}

/// The file of a machine that has this one runner.
pub fn config_toml(platform: Platform, url: &str, token: &str, id: u64, name: &str) -> String {
    let executor = match platform {
        Platform::MacOs => "  executor = \"shell\"\n",
        Platform::Windows => "  executor = \"shell\"\n  shell = \"powershell\"\n",
        _ => "  executor = \"docker\"\n\n  [runners.docker]\n    image = \"alpine:latest\"\n",
    };
    format!(
        "concurrent = 1\n\n[[runners]]\n  name = {}\n  url = {}\n  id = {id}\n  token = {}\n{executor}",
        double(name),
        double(url),
        double(token),
    )
}

/// The values of the chart `gitlab/gitlab-runner`. Which namespace jobs run in is for the chart to fill in.
pub fn helm_values(url: &str, token: &str) -> String {
    format!(
        "\
gitlabUrl: {}
runnerToken: {}
concurrent: 10
rbac:
  create: true
serviceAccount:
  create: true
runners:
  config: |
    [[runners]]
      executor = \"kubernetes\"

      [runners.kubernetes]
        namespace = \"{{{{.Release.Namespace}}}}\"
        image = \"alpine:latest\"
",
        double(url),
        double(token),
    )
}
