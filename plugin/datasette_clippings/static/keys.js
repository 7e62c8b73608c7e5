// One key for what a reader does often. The list of keys is a dialog, where they can be switched off, too.
const KEPT = "clippings-keys";
const dialog = document.getElementById("clippings-keys");
const opener = document.getElementById("clippings-keys-open");
const choice = document.getElementById("clippings-keys-on");

function kept() {
  try { return localStorage.getItem(KEPT) } catch { return null } // where a browser keeps nothing
}

function keep(value) {
  try { localStorage.setItem(KEPT, value) } catch { /* for this page only, then */ }
}

function isOn() {
  return choice ? choice.checked : kept() !== "off";
}

function isVisible(element) {
  return element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;
}

function first(...selectors) {
  for (const selector of selectors) {
    const found = [...document.querySelectorAll(selector)].find(isVisible);
    if (found) return found;
  }
  return null;
}

// The results of a list, each by its link; Enter then opens it, as it opens every link.
function step(by) {
  const items = [...document.querySelectorAll("#clippings-main a.clippings-title, .clippings-list a.clippings-title")].filter(isVisible);
  if (!items.length) return false;
  const here = items.indexOf(document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(here + by, 0), items.length - 1);
  items[next].focus();
  items[next].scrollIntoView({ block: "nearest" });
  return true;
}

function press(element) {
  if (!element) return false;
  element.click();
  return true;
}

function search() {
  const box = first("#clippings-words", "input#_search", "form[role=search] input[type=search]");
  if (!box) return false;
  box.focus();
  box.select();
  return true;
}

function show() {
  if (!dialog) return false;
  if (!dialog.open) dialog.showModal();
  return true;
}

const KEYS = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  n: () => press(first("[data-key=n]", "a[rel~=next]")),
  p: () => press(first("[data-key=p]", "a[rel~=prev]")),
  "?": show,
};

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

// Ahead of Datasette's own keys, of which 1.0 has a "/".
window.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const target = event.composedPath()[0];
  if (!isOn() || !Object.hasOwn(KEYS, event.key) || document.querySelector("dialog[open]")) return;
  if (target instanceof Element && isTyping(target)) return;
  if (KEYS[event.key]()) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

if (choice) {
  choice.checked = kept() !== "off";
  choice.addEventListener("change", () => keep(choice.checked ? "on" : "off"));
}
if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", show);
}
