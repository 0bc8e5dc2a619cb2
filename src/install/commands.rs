//! The commands of each platform (docs.gitlab.com/runner/install and /register).

use super::quote::{powershell, sh};
use super::{Platform, Snippet};

const DEB: &str = "\
curl -L \"https://packages.gitlab.com/install/repositories/runner/gitlab-runner/script.deb.sh\" | sudo bash
sudo apt-get install gitlab-runner";

const RPM: &str = "\
curl -L \"https://packages.gitlab.com/install/repositories/runner/gitlab-runner/script.rpm.sh\" | sudo bash
sudo dnf install gitlab-runner";

const BREW: &str = "\
brew install gitlab-runner
brew services start gitlab-runner";

const WINDOWS: &str = "\
New-Item -ItemType Directory -Force C:\\GitLab-Runner
Set-Location C:\\GitLab-Runner
Invoke-WebRequest https://s3.dualstack.us-east-1.amazonaws.com/gitlab-runner-downloads/latest/binaries/gitlab-runner-windows-amd64.exe -OutFile gitlab-runner.exe
.\\gitlab-runner.exe install
.\\gitlab-runner.exe start";

const DOCKER: &str = "\
docker run -d --name gitlab-runner --restart always \\
  -v gitlab-runner-config:/etc/gitlab-runner \\
  -v /var/run/docker.sock:/var/run/docker.sock \\
  gitlab/gitlab-runner:latest";

const DOCKER_REGISTER: &str = "docker run --rm -v gitlab-runner-config:/etc/gitlab-runner gitlab/gitlab-runner:latest";

const HELM_REPOSITORY: &str = "\
helm repo add gitlab https://charts.gitlab.io
helm repo update gitlab";

const HELM: &str = "\
helm upgrade --install gitlab-runner gitlab/gitlab-runner \\
  --namespace gitlab-runner --create-namespace \\
  --values values.yaml";

/// The commands of a platform, in their order.
pub fn of(platform: Platform, url: &str, token: &str) -> Vec<Snippet> {
    let docker = ["--executor docker", "--docker-image alpine:latest"];
    match platform {
        Platform::Linux => vec![
            plain("Install on Debian or Ubuntu", DEB),
            plain("Or install on RHEL, Fedora or Amazon Linux", RPM),
            secret("Register with Docker as executor", posix("sudo gitlab-runner", url, token, &docker)),
        ],
        Platform::MacOs => vec![
            plain("Install with Homebrew", BREW),
            secret("Register with the shell as executor", posix("gitlab-runner", url, token, &["--executor shell"])),
        ],
        Platform::Windows => vec![
            plain("Install, in PowerShell as administrator", WINDOWS),
            secret("Register with PowerShell as executor", windows(url, token)),
        ],
        Platform::Docker => {
            vec![plain("Start a container", DOCKER), secret("Register it", posix(DOCKER_REGISTER, url, token, &docker))]
        }
        Platform::Kubernetes => {
            vec![plain("Add GitLab's charts", HELM_REPOSITORY), plain("Install with the values below", HELM)]
        }
    }
}

fn posix(program: &str, url: &str, token: &str, executor: &[&str]) -> String {
    let mut lines = vec![
        format!("{program} register --non-interactive"),
        format!("--url {}", sh(url)),
        format!("--token {}", sh(token)),
    ];
    lines.extend(executor.iter().map(|line| (*line).to_owned()));
    lines.join(" \\\n  ")
}

fn windows(url: &str, token: &str) -> String {
    let lines = [
        "C:\\GitLab-Runner\\gitlab-runner.exe register --non-interactive".to_owned(),
        "--config C:\\GitLab-Runner\\config.toml".to_owned(),
        format!("--url {}", powershell(url)),
        format!("--token {}", powershell(token)),
        "--executor shell --shell powershell".to_owned(),
    ];
    lines.join(" `\n  ")
}

fn plain(title: &'static str, text: &str) -> Snippet {
    Snippet { title, text: text.to_owned(), holds_token: false }
}

fn secret(title: &'static str, text: String) -> Snippet {
    Snippet { title, text, holds_token: true }
}
