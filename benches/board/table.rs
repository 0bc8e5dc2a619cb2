//! What the table costs with many rows in memory: a keystroke in the search, a sort, scrolling from end to end, memory.

use serde_json::Value;

use super::browser::Browser;

/// Types words letter by letter and takes them back; each sample is from the event to the frame after its paint.
const TYPE: &str = "
  const done = arguments[0], box = document.querySelector('input[type=search]'), samples = [];
  const words = ['build', 'linux-1', 'gpu', '#99'];
  const texts = words.flatMap(w => [...w].map((_, i) => w.slice(0, i + 1)).concat(''));
  const step = () => {
    if (!texts.length) return done(samples);
    const start = performance.now();
    box.value = texts.shift();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => { const c = new MessageChannel();
      c.port1.onmessage = () => { samples.push(performance.now() - start); setTimeout(step, 30); }; c.port2.postMessage(0); });
  };
  step();";

/// Presses the head of a column some times.
const SORT: &str = "
  const done = arguments[0], samples = [];
  let left = 6;
  const step = () => {
    if (!left--) return done(samples);
    const head = [...document.querySelectorAll('th button')].find(b => b.textContent.trim() === 'Runner');
    const start = performance.now();
    head.click();
    requestAnimationFrame(() => { const c = new MessageChannel();
      c.port1.onmessage = () => { samples.push(performance.now() - start); setTimeout(step, 30); }; c.port2.postMessage(0); });
  };
  step();";

/// Scrolls from end to end in 200 steps, one a frame.
const SCROLL: &str = "
  const done = arguments[0], samples = [];
  const frame = document.querySelector('table').parentElement, step = (frame.scrollHeight - frame.clientHeight) / 200;
  let n = 0, last = performance.now();
  const tick = now => {
    samples.push(now - last); last = now;
    if (n++ === 200) return done(samples.slice(1));
    frame.scrollTop = n * step;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);";

/// JavaScript's heap; wasm's memory is counted with the process.
const HEAP: &str = "return performance.memory ? performance.memory.usedJSHeapSize : 0";

/// Prints the figures of the page that is open.
pub async fn measure(browser: &Browser, name: &str) {
    println!("{name} in memory");
    let mut typed = samples(browser, TYPE).await;
    println!("  keystroke to paint  p50 {:>6.1} ms   p95 {:>6.1} ms", p(&mut typed, 50), p(&mut typed, 95));
    let mut sorted = samples(browser, SORT).await;
    println!("  sort by Runner      p50 {:>6.1} ms", p(&mut sorted, 50));
    let mut frames = samples(browser, SCROLL).await;
    let slow = frames.iter().filter(|frame| **frame > 50.0).count();
    println!("  scroll, 200 frames  p95 {:>6.1} ms   over 50 ms: {slow}", p(&mut frames, 95));
    let heap = browser.client.execute(HEAP, vec![]).await.unwrap().as_f64().unwrap_or(0.0);
    println!("  JavaScript heap         {:>6.1} MB", heap / 1_048_576.0);
    println!("  renderer process        {:>6.1} MB", renderer_kib() / 1024.0);
}

/// The resident memory of the largest of the browser's pages, wasm and all, in KiB; 0 where there is no `/proc`.
fn renderer_kib() -> f64 {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let resident = processes.filter_map(|process| {
        let command = std::fs::read_to_string(process.path().join("cmdline")).ok()?;
        let status = std::fs::read_to_string(process.path().join("status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        command.contains("--type=renderer").then(|| line.trim().trim_end_matches(" kB").parse::<f64>().ok())?
    });
    resident.fold(0.0, f64::max)
}

fn p(samples: &mut [f64], percent: usize) -> f64 {
    super::percentile(samples, percent)
}

async fn samples(browser: &Browser, script: &str) -> Vec<f64> {
    let value: Value = browser.client.execute_async(script, vec![]).await.unwrap();
    value.as_array().unwrap().iter().map(|sample| sample.as_f64().unwrap()).collect()
}
