//! Mounts the page. Nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    runnerboard::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Runnerboard is a page: `make run` builds and serves it.");
}
