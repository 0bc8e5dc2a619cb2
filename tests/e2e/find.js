// Finds what a person finds: elements by role and accessible name, and what is said about them.
// A small part of WAI-ARIA and AccName: what this page needs of them.

const NATIVE = {
  A: (e) => e.hasAttribute("href") && "link", ARTICLE: "article", ASIDE: "complementary", BUTTON: "button", DIALOG: "dialog",
  FORM: "form", H1: "heading", H2: "heading", H3: "heading", H4: "heading", LI: "listitem", MAIN: "main", NAV: "navigation",
  OL: "list", OPTION: "option", OUTPUT: "status", PROGRESS: "progressbar", SEARCH: "search", SECTION: (e) => label(e) && "region",
  SELECT: "combobox", TABLE: "table", TD: "cell", TEXTAREA: "textbox", TH: "columnheader", TR: "row", UL: "list",
  INPUT: (e) => ({ checkbox: "checkbox", radio: "radio", search: "searchbox", submit: "button", button: "button", number: "spinbutton" })[e.type] ?? "textbox",
  FIELDSET: "group",
};
const NAMED_BY_CONTENT = new Set(["button", "cell", "checkbox", "columnheader", "heading", "link", "menuitem", "menuitemradio", "option", "radio", "row", "tab"]);

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const byIds = (element, attribute) =>
  (element.getAttribute(attribute) ?? "").split(/\s+/).map((id) => id && document.getElementById(id)).filter(Boolean);

function role(element) {
  const said = element.getAttribute("role")?.split(" ")[0];
  const native = NATIVE[element.tagName];
  return said || (typeof native === "function" ? native(element) : native) || "";
}

// Neither hidden from everyone nor from screen readers; a closed popover or dialog is not displayed.
const isThere = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true], [inert]");

// What the style sheet writes before or after, unless it gives it an empty name.
const drawn = (node, pseudo) => getComputedStyle(node, pseudo).content.match(/^"([^"]*)"$/)?.[1] ?? "";

// The text that is read out: pictures by their names, what is hidden left out.
function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
  if (!node.checkVisibility({ visibilityProperty: true })) return "";
  const named = node.getAttribute("aria-label");
  if (named && (NAMED_BY_CONTENT.has(role(node)) || role(node) === "img")) return named;
  const inside = drawn(node, "::before") + [...node.childNodes].map(text).join("") + drawn(node, "::after");
  return getComputedStyle(node).display.startsWith("inline") ? inside : ` ${inside} `;
}

const label = (element) => tidy(byIds(element, "aria-labelledby").map((e) => e.textContent).join(" ") || element.getAttribute("aria-label"));

function name(element) {
  const labels = [...(element.labels ?? [])].map((e) => text(e)).join(" ");
  const legend = element.tagName === "FIELDSET" ? element.querySelector("legend")?.textContent : "";
  const content = NAMED_BY_CONTENT.has(role(element)) ? text(element) : "";
  return tidy(label(element) || labels || legend || content || element.placeholder || element.title);
}

// A name may carry more after it: another word, not more letters of the same.
const begins = (whole, start) => whole.startsWith(start) && !/^[\p{L}\p{N}_]/u.test(whole.slice(start.length));

// The cell of a row under the header of that name, wherever the column stands.
function cell(row, header) {
  const heads = [...row.closest("table, [role=table], [role=grid]").querySelectorAll("[role=columnheader], th")];
  const index = heads.findIndex((head) => begins(tidy(head.textContent), header));
  return [...row.children].filter((one) => ["cell", "gridcell", "rowheader"].includes(role(one)))[index];
}

function step(scope, { role: wanted, name: called, has, cell: header }) {
  if (header) return [cell(scope, header)].filter(Boolean);
  const all = [...scope.querySelectorAll("*")].filter((element) => role(element) === wanted && isThere(element));
  if (has) return all.filter((row) => ` ${tidy(text(row))} `.includes(` ${has} `));
  if (called === undefined) return all;
  const named = all.map((element) => [element, name(element)]);
  const exact = named.filter(([, own]) => own === called);
  return (exact.length ? exact : named.filter(([, own]) => begins(own, called))).map(([element]) => element);
}

// Every element that a path of steps leads to, each step inside what the one before found.
const find = (steps) =>
  steps.reduce((scopes, one) => [...new Set(scopes.flatMap((scope) => step(scope, one)))], [document]);

// What can be seen and heard of an element.
function look(element) {
  const on = (attribute) => element.getAttribute(attribute);
  return {
    name: name(element),
    text: tidy([...element.childNodes].map(text).join("")),
    value: String(element.value ?? ""),
    href: element.href ?? "",
    checked: element.checked ?? on("aria-checked") === "true",
    selected: on("aria-selected") === "true",
    sort: on("aria-sort") ?? "",
    off: element.disabled === true || on("aria-disabled") === "true",
    invalid: on("aria-invalid") === "true",
    description: tidy([on("aria-description"), ...byIds(element, "aria-describedby").map((e) => e.textContent)].join(" ")),
    focused: element.contains(document.activeElement),
  };
}
