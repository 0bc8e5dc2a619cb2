// Puts a .br and a .gz beside every text and wasm file of the site: GitLab Pages serves them in the file's place.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const site = process.env.TRUNK_STAGING_DIR;

if (process.env.TRUNK_PROFILE === "release") {
  for (const name of readdirSync(site, { recursive: true })) {
    if (!/\.(html|css|js|wasm|svg|txt|json)$/.test(name)) continue;
    const bytes = readFileSync(`${site}/${name}`);
    const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: 24 };
    writeFileSync(`${site}/${name}.br`, brotliCompressSync(bytes, { params: hint }));
    writeFileSync(`${site}/${name}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
