//! Serves the files of a folder as a plain web server does. It does not know what they are for.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, LOCATION, VARY};
use axum::http::{Method, Response};

use crate::answer::{self, Answer};
use crate::ask;

/// The ready-made compressions, best first, with the endings of their files.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// A folder below a path.
#[derive(Clone, Debug)]
pub struct Site {
    folder: PathBuf,
    /// The path it is served below, with slashes at both ends.
    base: String,
}

impl Site {
    /// The site of a folder below a path.
    pub fn new(folder: &Path, base: &str) -> Self {
        let base = base.trim_matches('/');
        let base = if base.is_empty() { "/".to_owned() } else { format!("/{base}/") };
        Self { folder: folder.to_owned(), base }
    }

    /// The path it is served below.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Lets it answer requests.
    pub fn router(self) -> Router {
        Router::new().fallback(carry).with_state(Arc::new(self))
    }

    fn answer(&self, method: &Method, path: &str, accepted: &str) -> Answer {
        if *method != Method::GET && *method != Method::HEAD {
            let mut answer = answer::with_type(405, "text/plain", b"GET or HEAD only\n".to_vec());
            answer::set(&mut answer, ALLOW, "GET, HEAD");
            return answer;
        }
        if format!("{path}/") == self.base {
            return moved(&self.base);
        }
        let Some(rest) = path.strip_prefix(&self.base) else { return missing() };
        let Some(mut file) = self.locate(rest) else { return missing() };
        if file.is_dir() {
            if !path.ends_with('/') {
                return moved(&format!("{path}/"));
            }
            file.push("index.html");
        } else if path.ends_with('/') {
            return missing();
        }
        send(&file, accepted).unwrap_or_else(missing)
    }

    /// The file of a path, unless it leads out of the folder.
    fn locate(&self, rest: &str) -> Option<PathBuf> {
        let mut file = self.folder.clone();
        for segment in ask::segments(rest) {
            if segment == ".." || segment == "." || segment.contains(['/', '\\', '\0', ':']) {
                return None;
            }
            file.push(segment);
        }
        // A link inside the folder may point anywhere else.
        let real = file.canonicalize().ok()?;
        real.starts_with(self.folder.canonicalize().ok()?).then_some(file)
    }
}

async fn carry(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    site.answer(request.method(), request.uri().path(), accepted).map(Body::from)
}

fn send(file: &Path, accepted: &str) -> Option<Answer> {
    let compressed = ENCODINGS.iter().filter(|(name, _)| accepts(accepted, name)).find_map(|(name, ending)| {
        let mut path = file.as_os_str().to_owned();
        path.push(format!(".{ending}"));
        Some((fs::read(path).ok()?, Some(*name)))
    });
    // A compressed sibling counts only beside the file itself.
    let (bytes, encoding) = match compressed.filter(|_| file.is_file()) {
        Some(found) => found,
        None => (fs::read(file).ok()?, None),
    };
    let mut answer = answer::with_type(200, content_type(file), bytes);
    answer::set(&mut answer, CACHE_CONTROL, "no-cache");
    answer::set(&mut answer, VARY, "Accept-Encoding");
    if let Some(encoding) = encoding {
        answer::set(&mut answer, CONTENT_ENCODING, encoding);
    }
    Some(answer)
}

fn accepts(accepted: &str, name: &str) -> bool {
    accepted.split(',').any(|one| {
        let (encoding, weight) = one.split_once(';').unwrap_or((one, ""));
        encoding.trim() == name && !matches!(weight.trim(), "q=0" | "q=0.0")
    })
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn moved(to: &str) -> Answer {
    let mut answer = answer::bare(301);
    answer::set(&mut answer, LOCATION, to);
    answer
}

fn missing() -> Answer {
    answer::with_type(404, "text/plain; charset=utf-8", b"no such file\n".to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site in a folder of its own, which the test leaves behind clean.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("fake-gitlab-site-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("sub")).unwrap();
            for (file, text) in [
                ("index.html", "page"),
                ("app_bg.wasm", "wasm"),
                ("app_bg.wasm.br", "br"),
                ("app_bg.wasm.gz", "gz"),
                ("sub/index.html", "sub"),
            ] {
                fs::write(folder.join(file), text).unwrap();
            }
            Self(folder)
        }

        fn get(&self, base: &str, path: &str, accepted: &str) -> (u16, String, Answer) {
            let answer = Site::new(&self.0, base).answer(&Method::GET, path, accepted);
            (answer.status().as_u16(), String::from_utf8(answer.body().clone()).unwrap(), answer)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn files_have_their_types_and_are_never_kept() {
        let folder = Folder::new("types");
        for (path, body, content_type) in [
            ("/", "page", "text/html; charset=utf-8"),
            ("/app_bg.wasm", "wasm", "application/wasm"),
            ("/sub/", "sub", "text/html; charset=utf-8"),
        ] {
            let (status, text, answer) = folder.get("/", path, "");
            assert_eq!((status, text.as_str()), (200, body), "{path}");
            assert_eq!(answer.headers()["content-type"], content_type);
            assert_eq!(answer.headers()["cache-control"], "no-cache");
        }
    }

    #[test]
    fn compressed_siblings_are_sent_to_those_who_take_them() {
        let folder = Folder::new("encodings");
        for (accepted, body) in [("gzip, deflate, br", "br"), ("gzip", "gz"), ("br;q=0, gzip", "gz"), ("", "wasm")] {
            assert_eq!(folder.get("/", "/app_bg.wasm", accepted).1, body, "{accepted}");
        }
    }

    #[test]
    fn nothing_is_rewritten_and_nothing_leads_out() {
        let folder = Folder::new("paths");
        for path in
            ["/nothing", "/runners/41", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/sub/..%2f..%2fx", "/index.html/"]
        {
            assert_eq!(folder.get("/", path, "").0, 404, "{path}");
        }
        let (status, _, answer) = folder.get("/", "/sub", "");
        assert_eq!((status, answer.headers()["location"].to_str().unwrap()), (301, "/sub/"));
        assert_eq!(Site::new(&folder.0, "/").answer(&Method::POST, "/", "").status(), 405);
    }

    #[test]
    fn a_site_may_stand_below_a_path() {
        let folder = Folder::new("base");
        assert_eq!(folder.get("/group/project/", "/group/project/", "").1, "page");
        assert_eq!(folder.get("group/project", "/group/project", "").0, 301);
        assert_eq!(folder.get("/group/project/", "/index.html", "").0, 404);
    }
}
