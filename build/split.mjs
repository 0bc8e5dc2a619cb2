// Cuts the page's wasm into parts: what `lazy!` names in the source becomes files of their own, fetched when first shown.
// A debug build is not cut: there everything is one file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const site = process.env.TRUNK_STAGING_DIR;
const work = "target/site/parts";

// What Rust's target uses; without it wasm-opt would refuse the parts, which do not say it themselves.
const features = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

// A server that does not know the type of .wasm is no reason to fail: the page itself starts there as well.
const instantiate = `
async function instantiate(source, imports) {
  const answer = await source;
  if (!answer.ok) throw new Error(\`\${answer.url}: \${answer.status}\`);
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
`;

if (process.env.TRUNK_PROFILE === "release") split();

function split() {
  // Trunk has named the page's files by their content: the parts take the same name, so that old and new never mix.
  const page = readdirSync(site).find((name) => /^runnerboard-\w+\.js$/.test(name)).slice(0, -".js".length);
  const hash = page.slice("runnerboard-".length);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });

  const built = `${process.env.CARGO_TARGET_DIR ?? "target"}/wasm32-unknown-unknown/release/runnerboard.wasm`;
  run("wasm-split-cli", "--target", "web", "--out-name", page, built, work);
  run("wasm-bindgen", "--target=web", "--no-typescript", "--keep-lld-exports", `--out-dir=${work}/page`, `--out-name=${page}`, `${work}/${page}.wasm`);

  const parts = `parts-${hash}.js`;
  const renamed = new Map();
  for (const file of readdirSync(work).filter((name) => name.endsWith(".wasm") && name !== `${page}.wasm`)) {
    renamed.set(file, `${file.replace(/^split_/, "").slice(0, -".wasm".length)}-${hash}.wasm`);
    optimize(`${work}/${file}`, `${site}/${renamed.get(file)}`);
  }
  optimize(`${work}/page/${page}_bg.wasm`, `${work}/page/optimized.wasm`);
  const rename = (text) => [...renamed].reduce((text, [from, to]) => text.replaceAll(`"./${from}"`, `"./${to}"`), text);
  const loader = rename(readFileSync(`${work}/__wasm_split.js`, "utf8")).replaceAll("WebAssembly.instantiateStreaming(src, imports)", "instantiate(src, imports)");

  let html = readFileSync(`${site}/index.html`, "utf8");
  const put = (name, content) => {
    const before = `${site}/${name}`;
    html = html.replace(integrity(readFileSync(before)), integrity(content));
    writeFileSync(before, content);
  };
  put(`${page}.js`, readFileSync(`${work}/page/${page}.js`, "utf8").replaceAll('from "./__wasm_split.js"', `from "./${parts}"`));
  put(`${page}_bg.wasm`, readFileSync(`${work}/page/optimized.wasm`));
  writeFileSync(`${site}/${parts}`, loader + instantiate);
  html = html.replace("</head>", `<link rel="modulepreload" href="./${parts}" crossorigin="anonymous" integrity="${integrity(loader + instantiate)}"></head>`);
  writeFileSync(`${site}/index.html`, html);
}

// What the page says a file must be.
function integrity(content) {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

function optimize(from, to) {
  run("wasm-opt", "-Oz", "--strip-debug", "--strip-producers", ...features.map((name) => `--enable-${name}`), from, "-o", to);
}

// Says what a tool says only when it fails: wasm-opt warns of names that it does not know and then takes away.
function run(command, ...args) {
  try {
    execFileSync(command, args, { stdio: "pipe" });
  } catch (error) {
    console.error(error.stderr?.toString() || error.message);
    process.exit(1);
  }
}
