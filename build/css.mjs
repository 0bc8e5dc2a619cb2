// Bundles style/main.css and all it imports into one minified file, for Trunk to link from the page.
import { bundle } from "lightningcss";
import { mkdirSync, writeFileSync } from "node:fs";

try {
  const { code, warnings } = bundle({ filename: "style/main.css", minify: true });
  for (const { message, loc } of warnings) {
    throw Object.assign(new Error(message), { fileName: loc?.filename, loc });
  }
  mkdirSync("target/site", { recursive: true });
  writeFileSync("target/site/main.css", code);
} catch (error) {
  const place = error.loc ? `${error.fileName ?? "style/main.css"}:${error.loc.line}:${error.loc.column}: ` : "";
  console.error(place + error.message);
  process.exit(1);
}
