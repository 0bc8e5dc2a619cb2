//! What each platform is told.

use super::*;

fn installation() -> Installation {
    Installation {
        url: "https://gitlab.example.com".to_owned(),
        id: 1043,
        name: "build \"h100\"".to_owned(),
        token: RunnerToken::parse("glrt-t3_secret").unwrap(),
    }
}

fn commands(platform: Platform) -> String {
    installation().register(platform).into_iter().map(|snippet| snippet.text).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_platform_registers_at_this_gitlab() {
    for (platform, register) in [
        (
            Platform::Linux,
            "sudo gitlab-runner register --non-interactive \\\n  --url https://gitlab.example.com \\\n  --token \
             glrt-t3_secret \\\n  --executor docker \\\n  --docker-image alpine:latest",
        ),
        (Platform::MacOs, "gitlab-runner register --non-interactive \\\n  --url https://gitlab.example.com \\\n"),
        (Platform::Windows, "gitlab-runner.exe register --non-interactive `\n"),
        (Platform::Docker, "gitlab/gitlab-runner:latest register --non-interactive \\\n  --url https://gitlab.example"),
        (Platform::Kubernetes, "helm upgrade --install gitlab-runner gitlab/gitlab-runner"),
    ] {
        let commands = commands(platform);
        assert!(commands.contains(register), "{commands}");
    }
}

#[test]
fn it_is_known_which_commands_hold_the_token() {
    for platform in Platform::ALL {
        let installation = installation();
        for snippet in installation.register(platform).into_iter().chain([installation.config(platform)]) {
            assert_eq!(snippet.holds_token, snippet.text.contains("glrt-t3_secret"), "{}", snippet.title);
        }
    }
}

#[test]
fn the_file_is_ready() {
    let file = installation().config(Platform::Linux).text;
    assert_eq!(
        file,
        "concurrent = 1\n\n[[runners]]\n  name = \"build \\\"h100\\\"\"\n  url = \"https://gitlab.example.com\"\n  id = \
         1043\n  token = \"glrt-t3_secret\"\n  executor = \"docker\"\n\n  [runners.docker]\n    image = \
         \"alpine:latest\"\n"
    );
    assert!(installation().config(Platform::Windows).text.contains("shell = \"powershell\""));
    assert!(installation().config(Platform::MacOs).text.ends_with("executor = \"shell\"\n"));
}

#[test]
fn the_chart_gets_values() {
    let values = installation().config(Platform::Kubernetes).text;
    for line in [
        "gitlabUrl: \"https://gitlab.example.com\"\n",
        "runnerToken: \"glrt-t3_secret\"\n",
        "        namespace = \"{{.Release.Namespace}}\"\n",
    ] {
        assert!(values.contains(line), "{values}");
    }
}

#[test]
fn what_is_odd_stays_a_value() {
    let odd = Installation {
        url: "https://gl.test/it's".to_owned(),
        token: RunnerToken::parse("a$(b)'c").unwrap(),
        ..installation()
    };
    let text = |platform| odd.register(platform).pop().map(|snippet| snippet.text).unwrap_or_default();
    assert!(text(Platform::Linux).contains(r"--token 'a$(b)'\''c' \"), "{}", text(Platform::Linux));
    assert!(text(Platform::Windows).contains("--url 'https://gl.test/it''s' `"), "{}", text(Platform::Windows));
}

#[test]
fn debug_hides_the_token() {
    assert!(!format!("{:?}", installation()).contains("secret"));
}

#[test]
fn platforms_are_known_by_their_words() {
    for platform in Platform::ALL {
        assert_eq!(Platform::known(platform.label()), Some(platform));
    }
    assert_eq!(Platform::known("BeOS"), None);
}
