// Writes the hashes of the page's inline scripts into its Content-Security-Policy, so that no other inline script can run.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const page = `${process.env.TRUNK_STAGING_DIR}/index.html`;
const html = readFileSync(page, "utf8");

const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)];
const hashes = inline.map(([, code]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);

// `trunk serve` reloads the page by a script that it changes later and a WebSocket of its own; a release has neither.
const release = process.env.TRUNK_PROFILE === "release";
const scripts = release ? hashes.join(" ") : "'unsafe-inline'";
const reload = release ? "" : " ws:";

const placeholder = "'sha256-of-inline-scripts'";
if (!html.includes(placeholder) || !html.includes("connect-src ")) {
  console.error(`index.html has no Content-Security-Policy with ${placeholder} and connect-src.`);
  process.exit(1);
}
writeFileSync(page, html.replace(placeholder, scripts).replace("connect-src ", `connect-src${reload} `));
