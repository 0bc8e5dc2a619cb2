// Makes one SVG sprite of the icons named in build/icons.txt, for Trunk to put into the page's body.
// A piece shows an icon with <svg><use href="#icon-NAME"></use></svg>; its colour is the text's if CSS says fill: currentColor.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const source = "node_modules/@gitlab/svgs/dist/sprite_icons";
const names = readFileSync("build/icons.txt", "utf8").split("\n").filter(Boolean);

const missing = names.filter((name) => !existsSync(`${source}/${name}.svg`));
if (missing.length > 0) {
  console.error(`build/icons.txt names icons that @gitlab/svgs does not have: ${missing.join(", ")}`);
  process.exit(1);
}

const symbols = names.map((name) => {
  const svg = readFileSync(`${source}/${name}.svg`, "utf8");
  const [, attributes, shapes] = /<svg([^>]*)>(.*)<\/svg>/s.exec(svg);
  const [, viewBox] = /viewBox="([^"]*)"/.exec(attributes);
  return `<symbol id="icon-${name}" viewBox="${viewBox}">${shapes.trim().replace(/<circle cx="(\d+)" cy="(\d+)" r="(\d+)"\/>/g, circle)}</symbol>`;
});

// A circle as a path: the icons that rows draw again and again are one path each.
function circle(_, x, y, r) {
  return `<path d="M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z"/>`;
}

mkdirSync("target/site", { recursive: true });
writeFileSync(
  "target/site/icons.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" display="none"><!-- Icons: @gitlab/svgs, MIT licence, GitLab Inc. -->${symbols.join("")}</svg>`,
);
