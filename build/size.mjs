// Prints what the page weighs, first load and later parts, beside the budget, and fails above it.
import { readdirSync, readFileSync, statSync } from "node:fs";

// Brotli bytes of page, styles, scripts, wasm and icon together.
const budget = 250 * 1024;
// The same and the table of runners, which a connected person sees first: a limit of our own, with little to spare.
const ceiling = 508 * 1024;

const html = readFileSync("dist/index.html", "utf8");
const linked = [...html.matchAll(/(?:href|src)="\.\/([^"]+)"/g)].map(([, name]) => name);
const parts = partsOf(readFileSync(`dist/${linked.find((name) => name.startsWith("parts-"))}`, "utf8"));
const others = readdirSync("dist", { recursive: true }).filter((name) => statSync(`dist/${name}`).isFile() && !/^\.stage|\.(br|gz)$/.test(name));

const shown = new Set();
const first = table("First load", ["index.html", ...linked]);
const board = table("The table of runners, when connected", parts.board);
for (const [name, files] of Object.entries(parts)) table(`Part ${name}`, files);
table("The demo", others);

console.log(`First load: ${kb(first)} of ${kb(budget)}. With the table of runners: ${kb(first + board)} of ${kb(ceiling)}.`);
if (first > budget || first + board > ceiling) {
  console.error("This is above the budget.");
  process.exit(1);
}

// Prints the files that were not printed before, and returns their brotli bytes.
function table(title, names) {
  const files = [...new Set(names)].filter((name) => !shown.has(name)).map((name) => ({ name, raw: size(name), brotli: size(`${name}.br`) }));
  if (files.length === 0) return 0;
  const sum = (key) => files.reduce((total, file) => total + file[key], 0);
  row(title, "raw", "brotli");
  for (const file of files.sort((a, b) => b.brotli - a.brotli)) {
    shown.add(file.name);
    row(`  ${file.name}`, kb(file.raw), kb(file.brotli));
  }
  row("  together", kb(sum("raw")), kb(sum("brotli")));
  return sum("brotli");
}

// Which files each part needs, as the loader has it: what several parts share stands in files of its own.
function partsOf(loader) {
  const file = (text) => [...text.matchAll(/"\.\/([^"]+\.wasm)"/g)].map(([, name]) => name);
  const shared = Object.fromEntries([...loader.matchAll(/const (__chunk_\d+) = (.*?)\n, \[/gs)].map(([, name, text]) => [name, file(text)]));
  const made = [...loader.matchAll(/const __wasm_split_load_(\w+) = (.*?)\n, \[(.*?)\]/gs)];
  return Object.fromEntries(made.map(([, name, text, needs]) => [name, [...file(text), ...needs.split(", ").flatMap((chunk) => shared[chunk] ?? [])]]));
}

function row(name, raw, brotli) {
  console.log(name.padEnd(42) + raw.padStart(10) + brotli.padStart(10));
}

function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function size(name) {
  return statSync(`dist/${name}`).size;
}
