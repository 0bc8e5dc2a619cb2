//! The command `fake-gitlab` as those who start it see it.

#![expect(clippy::unwrap_used, reason = "a command that cannot be started or read has failed the test")]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fake-gitlab"));
    command.args(args);
    command
}

fn run(args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = command(args).output().unwrap();
    (status.code(), String::from_utf8(stderr).unwrap().trim_end().to_owned())
}

/// A world file that is gone after the test.
struct WorldFile(PathBuf);

impl WorldFile {
    fn new(name: &str, world: &str) -> Self {
        let path = std::env::temp_dir().join(format!("fake-gitlab-{name}-{}.json", std::process::id()));
        std::fs::write(&path, world).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for WorldFile {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

/// A started command, ended with the test.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn it_tells_its_ports_and_says_last_that_it_listens() {
    let site = env!("CARGO_MANIFEST_DIR");
    let args = ["--port", "0", "--control-port", "0", "--site", site, "--site-base", "/a/b"];
    let mut started = Started(command(&args).stdout(Stdio::piped()).spawn().unwrap());
    let lines = BufReader::new(started.0.stdout.take().unwrap()).lines();
    let lines: Vec<String> = lines.take(3).map(|line| line.unwrap()).collect();
    for (line, begin) in lines.iter().zip(["control on ", "site on ", "listening on "]) {
        let url = line.strip_prefix(begin).unwrap_or_else(|| panic!("{line:?} does not begin with {begin:?}"));
        assert!(url.starts_with("http://127.0.0.1:"), "{line}");
    }
    assert!(lines[1].ends_with("/a/b/"), "{}", lines[1]);
}

#[test]
fn a_bad_world_is_named_by_its_path_and_ends_with_2() {
    let world = WorldFile::new("bad", r#"{"runners": [{"id": 1, "type": "project_type", "projects": ["acme/nope"]}]}"#);
    let expected = (Some(2), "runners[0].projects[0]: no project \"acme/nope\"".to_owned());
    assert_eq!(run(&["--check-world", world.path()]), expected);
    assert_eq!(run(&["--world", world.path()]), expected);
}

#[test]
fn a_good_world_is_checked_in_silence() {
    let world = WorldFile::new("good", r#"{"generate": {"seed": 1, "runners": 10}}"#);
    assert_eq!(run(&["--check-world", world.path()]), (Some(0), String::new()));
}

#[test]
fn bad_arguments_end_with_2_and_one_sentence() {
    for (args, sentence) in [
        (vec!["--port"], "The option --port needs a value."),
        (vec!["--site", "/no/such/folder"], "There is no folder /no/such/folder."),
        (vec!["--clock", "soon"], "The option --clock needs a time like 2026-11-01T09:30:00Z, not \"soon\"."),
    ] {
        assert_eq!(run(&args), (Some(2), sentence.to_owned()), "{args:?}");
    }
    let (code, why) = run(&["--world", "/no/such/world.json"]);
    assert_eq!(code, Some(2));
    assert!(why.starts_with("The world /no/such/world.json cannot be read: "), "{why}");
}
