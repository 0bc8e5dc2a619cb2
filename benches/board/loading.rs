//! How long a list takes to arrive: the page beside a bare loop of six parallel fetches of the same pages, in one browser.

use serde_json::Value;

use super::browser::Browser;
use super::gitlab::GitLab;

const RUNS: usize = 3;

/// What the page did, from the browser's own timeline.
const PAGE: &str = "
  const lists = performance.getEntriesByType('resource').filter(e => e.name.includes('/runners/all?per_page=100'));
  const start = Math.min(...lists.map(e => e.startTime));
  const at = name => performance.getEntriesByName(name)[0].startTime - start;
  const all = performance.getEntriesByType('resource').filter(e => e.name.includes('/api/v4/'));
  return [at('runners-first-page'), at('runners-in-memory'), all.length];";

/// The same pages with the same header, six at a time, parsed and thrown away.
const BARE: &str = "
  const [url, done] = arguments;
  (async () => {
    const headers = { 'private-token': 'glpat-root' }, start = performance.now();
    const page = n => fetch(`${url}/api/v4/runners/all?per_page=100&page=${n}`, { headers, cache: 'no-cache' });
    const first = await page(1); await first.json();
    const firstAt = performance.now() - start, last = +first.headers.get('x-total-pages');
    let next = 2;
    const lane = async () => { while (next <= last) await (await page(next++)).json(); };
    await Promise.all([1, 2, 3, 4, 5, 6].map(lane));
    done([firstAt, performance.now() - start, last]);
  })();";

/// Prints the medians of some runs, side by side.
pub async fn measure(browser: &Browser, gitlab: &GitLab) {
    let (mut page, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        gitlab.connect(browser, 10_000).await;
        page.push(figures(&browser.client.execute(PAGE, vec![]).await.unwrap()));
        bare.push(figures(&browser.client.execute_async(BARE, vec![gitlab.url.clone().into()]).await.unwrap()));
    }
    for (index, name) in ["first rows", "all rows"].into_iter().enumerate() {
        let (ours, reference) = (median(&page, index), median(&bare, index));
        println!("  {name:<12} {ours:>7.0} ms   bare loop {reference:>7.0} ms   ratio {:.2}", ours / reference);
    }
    println!("  requests     {:>7.0}      bare loop {:>7.0}", median(&page, 2), median(&bare, 2));
}

fn figures(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|figure| figure.as_f64().unwrap()).collect()
}

fn median(runs: &[Vec<f64>], index: usize) -> f64 {
    super::percentile(&mut runs.iter().map(|run| run[index]).collect::<Vec<_>>(), 50)
}
