//! The house rules of ARCHITECTURE.md as tests: who may name what, and how large a file may be.
#![expect(clippy::unwrap_used, reason = "a rule that cannot be checked is a failure")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every tracked source under a folder of the repository, with its path as `a/b.rs` and its text.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join(folder), ending, &mut files);
    let mut sources: Vec<_> = files
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&file).unwrap())
        })
        .collect();
    sources.sort();
    assert!(!sources.is_empty(), "nothing under {folder}");
    sources
}

fn collect(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, ending, files);
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
}

/// The module a file of `src` belongs to: `src/gitlab/term.rs` is of `gitlab`.
fn module(name: &str) -> &str {
    let rest = name.strip_prefix("src/").unwrap_or(name);
    rest.split(['/', '.']).next().unwrap_or(rest)
}

/// Code without comments and without its tests.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

const CORE: [&str; 13] = [
    "gitlab",
    "fleet",
    "search",
    "form",
    "can",
    "route",
    "format",
    "machines",
    "install",
    "jobs",
    "sweep",
    "export",
    "saved_views",
];

/// Files of `src` in which a forbidden text stands.
fn offenders(is_bound: impl Fn(&str) -> bool, forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in sources("src", "rs").into_iter().filter(|(name, _)| is_bound(name)) {
        let code = code(&text);
        found.extend(forbidden.iter().filter(|text| code.contains(**text)).map(|text| format!("{name} names {text}")));
    }
    found
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_core_knows_no_browser() {
    let browser = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "crate::browser",
        "crate::reactive",
        "crate::state",
        "crate::ui",
        "crate::components",
        "crate::pages",
    ];
    none(&offenders(|name| CORE.contains(&module(name)), &browser));
}

#[test]
fn only_browser_names_the_browsers_crates() {
    none(&offenders(
        |name| module(name) != "browser" && !name.starts_with("src/demo"),
        &["web_sys::", "gloo_", "js_sys::", "wasm_bindgen::"],
    ));
    none(&offenders(
        |name| module(name) == "browser",
        &["leptos", "crate::state", "crate::ui", "crate::components", "crate::pages"],
    ));
}

#[test]
fn imports_go_one_way() {
    let state = ["crate::ui", "crate::components", "crate::pages", "crate::app"];
    let components =
        ["crate::state", "crate::pages", "crate::app", "gitlab::client", "gitlab::endpoint", "gitlab::transport"];
    let ui = [
        "crate::gitlab",
        "crate::state",
        "crate::pages",
        "crate::components",
        "crate::search",
        "crate::form::",
        "crate::can",
        "crate::route",
        "crate::app",
    ];
    // The one clock of the page is a piece of `ui`; what is shown by it is worked out in `pages`.
    none(&offenders(|name| module(name) == "state", &state));
    none(&offenders(|name| module(name) == "components", &components));
    none(&offenders(|name| module(name) == "ui", &ui));
    none(&offenders(|name| module(name) == "pages", &["crate::app"]));
}

#[test]
fn only_endpoints_know_the_paths_of_the_api() {
    let knows = |name: &str| {
        name.starts_with("src/gitlab/endpoint") || name == "src/gitlab/instance.rs" || name.ends_with("tests.rs")
    };
    let paths = ["\"runners/", "\"groups/{", "\"projects/{", "personal_access_tokens/self", "api/v4"];
    none(&offenders(|name| !knows(name), &paths));
}

#[test]
fn a_token_is_revealed_to_the_header_and_to_storage_only() {
    let may = [
        "src/gitlab/token.rs",
        "src/gitlab/client.rs",
        "src/state/session.rs",
        // Shown once, and put into the commands that register the runner.
        "src/components/token_dialog.rs",
        "src/install.rs",
    ];
    none(&offenders(|name| !may.contains(&name), &[".reveal()"]));
    let prints = ["console::log", "dbg!(", "println!(", "leptos::logging"];
    none(&offenders(|name| !name.ends_with("main.rs"), &prints));
}

#[test]
fn no_inline_styles() {
    // The page's policy forbids style attributes; `style:name=` sets them from code.
    none(&offenders(|_| true, &["style=\"", " style=move"]));
    // What is read as HTML stands in the code: `Template::new` takes nothing else.
    none(&offenders(|name| name != "src/browser/stamp.rs", &["inner_html"]));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut lengths = Vec::new();
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        for (name, text) in sources(folder, "rs") {
            let lines = text.lines().count();
            if lines > 300 {
                found.push(format!("{name} has {lines} lines: which noun is missing?"));
            }
            if !text.starts_with("//!") && name != "tests/tidy.rs" {
                found.push(format!("{name} does not begin with what it is"));
            }
            lengths.push(lines);
        }
    }
    for (name, text) in sources("style", "css") {
        let lines = text.lines().count();
        if lines > 300 {
            found.push(format!("{name} has {lines} lines: which noun is missing?"));
        }
    }
    none(&found);
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] <= 100, "the median file has {} lines", lengths[lengths.len() / 2]);
}

#[test]
fn each_style_of_a_piece_stands_beside_its_name() {
    let pieces: Vec<String> = sources("src", "rs").into_iter().map(|(name, _)| name).collect();
    let shared = ["filter", "field"]; // Shared by the fields of a form or of a line of filters.
    let found: Vec<String> = sources("style/ui", "css")
        .into_iter()
        .filter_map(|(name, _)| {
            let piece = name.strip_prefix("style/ui/")?.strip_suffix(".css")?.to_owned();
            let has = |path: String| pieces.contains(&path);
            let known = has(format!("src/ui/{piece}.rs"))
                || has(format!("src/ui/field/{piece}.rs"))
                || shared.contains(&piece.as_str());
            (!known).then(|| format!("{name} has no piece of its name"))
        })
        .collect();
    none(&found);
}

#[test]
fn nothing_is_left_to_do() {
    let marks =
        ["TO".to_owned() + "DO", "FIX".to_owned() + "ME", "todo".to_owned() + "!(", "unimplemented".to_owned() + "!("];
    for folder in ["src", "tests", "style", "build"] {
        for ending in ["rs", "css", "mjs", "sh"] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let mut files = Vec::new();
            collect(&root, ending, &mut files);
            for file in files {
                let text = fs::read_to_string(&file).unwrap();
                assert!(!marks.iter().any(|mark| text.contains(mark.as_str())), "{}", file.display());
            }
        }
    }
}
