//! What a page holds in memory: JavaScript's heap, WebAssembly's memory, and the process that renders it.

use std::path::Path;

use serde_json::json;

use super::page::Page;

const MIB: f64 = 1_048_576.0;

/// The memory of every WebAssembly module of the page, in bytes.
const WASM: &str = "return [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";

/// What is held, in MiB.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// JavaScript's objects after a collection, and the buffers they own.
    pub heap: f64,
    /// WebAssembly's memory, which never shrinks.
    pub wasm: f64,
    /// The process: everything resident.
    pub rss: f64,
    /// The process: its share of what is resident, pages of libraries divided among those who have them.
    pub pss: f64,
    /// The process: what nobody shares with it.
    pub private: f64,
}

impl Memory {
    /// Collects garbage and looks.
    pub async fn of(page: &Page) -> Self {
        for _ in 0..2 {
            page.tell("HeapProfiler.collectGarbage", json!({})).await;
        }
        let usage = page.tell("Runtime.getHeapUsage", json!({})).await;
        let wasm = page.run(WASM, vec![]).await.as_f64().unwrap_or(0.0);
        let bytes = |name: &str| usage[name].as_f64().unwrap_or(0.0);
        // The buffers of JavaScript's own arrays stand beside its heap; WebAssembly's memory is not among them.
        let used = bytes("usedSize") + bytes("backingStorageSize");
        let renderer = renderer();
        let kib = |name: &str| renderer.as_deref().map_or(0.0, |rollup| field(rollup, name));
        let private = kib("Private_Clean:") + kib("Private_Dirty:");
        Self {
            heap: used / MIB,
            wasm: wasm / MIB,
            rss: kib("Rss:") / 1024.0,
            pss: kib("Pss:") / 1024.0,
            private: private / 1024.0,
        }
    }
}

/// What the system tells of the largest renderer below this process; nothing where there is no `/proc`.
fn renderer() -> Option<String> {
    let processes = std::fs::read_dir("/proc").ok()?.flatten();
    let rollup = |process: std::fs::DirEntry| {
        let command = std::fs::read_to_string(process.path().join("cmdline")).ok()?;
        let is_ours = command.contains("--type=renderer") && is_below_us(&process.path());
        is_ours.then(|| std::fs::read_to_string(process.path().join("smaps_rollup")).ok())?
    };
    processes.filter_map(rollup).max_by(|one, other| field(one, "Rss:").total_cmp(&field(other, "Rss:")))
}

/// Whether a process descends from this one: others may have browsers of their own.
fn is_below_us(process: &Path) -> bool {
    let mut process = process.to_owned();
    while let Ok(status) = std::fs::read_to_string(process.join("status")) {
        let parent = field(&status, "PPid:").to_string();
        if parent == std::process::id().to_string() {
            return true;
        }
        process = Path::new("/proc").join(parent);
    }
    false
}

/// The number after a name in what `/proc` tells.
fn field(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok()).unwrap_or(0.0)
}
