// What reads better with a hand: cards for entities, a way through the matches, quotations to copy. The page does without.
const article = document.getElementById("clippings-article");
const words = article ? article.dataset : {};

// Which types are marked is the reader's own choice, kept for the next article; it moves nothing on the page.
function kept(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch { /* where a browser keeps nothing */ }
  return null;
}
for (const box of document.querySelectorAll("input[data-kept]")) {
  const name = `clippings-show-${box.dataset.kept}`;
  if (kept(name) === "no") box.checked = false;
  box.addEventListener("change", () => kept(name, box.checked ? "yes" : "no"));
}

// A card tells what an entity is and why it is marked. It holds nothing to click: the link beneath does that.
const card = document.createElement("div");
card.className = "clippings-card";
card.id = "clippings-card";
card.setAttribute("role", "tooltip");
card.lang = document.documentElement.lang;
card.dir = document.documentElement.dir || "ltr";
card.hidden = true;
let shownFor = null;
let waiting = 0;

function line(tag, text) {
  const element = document.createElement(tag);
  element.dir = "auto";
  element.textContent = text;
  return element;
}

function showCard(link) {
  clearTimeout(waiting);
  if (shownFor === link) return;
  hideCard();
  const entity = document.querySelector(`.clippings-named [data-entity="${CSS.escape(link.dataset.entity)}"]`);
  if (!entity) return;
  const facts = [entity.dataset.type, entity.dataset.country, `${words.wordsArticles}: ${entity.dataset.articles}`];
  card.className = `clippings-card ${[...link.classList].filter((name) => name !== "clippings-entity").join(" ")}`;
  card.replaceChildren(line("b", link.dataset.title), line("span", facts.filter(Boolean).join(" · ")));
  if (link.dataset.why) card.append(line("span", `“${link.textContent}”: ${link.dataset.why}`));
  card.append(line("span", (link.closest("h1, .clippings-headline") ? words.wordsAtHeadline : words.wordsAt).replace("{}", link.dataset.at)));
  card.hidden = false;
  const place = link.getClientRects()[0];
  const left = Math.min(place.left, document.documentElement.clientWidth - card.offsetWidth - 8);
  const above = place.bottom + card.offsetHeight + 8 > innerHeight && place.top > card.offsetHeight + 8;
  card.style.left = `${Math.max(left, 8) + scrollX}px`;
  card.style.top = `${scrollY + (above ? place.top - card.offsetHeight - 4 : place.bottom + 4)}px`;
  link.setAttribute("aria-describedby", card.id);
  shownFor = link;
}

function hideCard() {
  clearTimeout(waiting);
  if (shownFor) shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  card.hidden = true;
}

if (article) {
  document.body.append(card);
  for (const link of article.querySelectorAll("a.clippings-entity")) {
    link.dataset.title = link.title;
    link.removeAttribute("title"); // the card says it
  }
  const entityOf = (event) => event.target instanceof Element && event.target.closest("a.clippings-entity");
  const leave = () => { clearTimeout(waiting); waiting = setTimeout(hideCard, 200) };
  article.addEventListener("mouseover", (event) => {
    const link = entityOf(event);
    if (!link) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => showCard(link), shownFor ? 0 : 150);
  });
  article.addEventListener("mouseout", (event) => { if (entityOf(event)) leave() });
  card.addEventListener("mouseenter", () => clearTimeout(waiting));
  card.addEventListener("mouseleave", leave);
  article.addEventListener("focusin", (event) => { const link = entityOf(event); if (link) showCard(link); else hideCard() });
  article.addEventListener("focusout", hideCard);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shownFor) { hideCard(); event.stopPropagation() }
  }, true);
}

// The way through the matches: the links lead from where the reader is, and back to the other end.
const steps = [...document.querySelectorAll("a[data-hits]")];
const place = document.getElementById("clippings-hit-place");
let here = 0;

function goTo(number) {
  for (const mark of document.querySelectorAll("mark.clippings-here")) mark.classList.remove("clippings-here");
  const marks = document.querySelectorAll(`mark[data-hit="${number}"]`);
  if (!marks.length) return;
  here = number;
  for (const mark of marks) mark.classList.add("clippings-here");
  marks[0].scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  place.textContent = words.wordsHit.replace("{}", number).replace("{}", steps[0].dataset.hits);
}

for (const step of steps) {
  const count = Number(step.dataset.hits);
  step.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(step.dataset.key === "n" ? (here % count) + 1 : (here > 1 ? here : count + 1) - 1);
    history.replaceState(history.state, "", `#hit-${here}`);
  });
}

// A paragraph, or what is selected in it, as Markdown with the link to the place.
const quote = document.createElement("button");
quote.type = "button";
quote.className = "clippings-quote";
quote.textContent = words.wordsCopy;

function plain(node) {
  const copy = node.cloneNode(true);
  for (const gone of copy.querySelectorAll("del, .clippings-anchor, .clippings-quote")) gone.remove();
  for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
  return copy.textContent.trim();
}

function quoted(paragraph) {
  const selection = getSelection();
  let text = "";
  if (selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0).intersectsNode(paragraph)) {
    const holder = document.createElement("div");
    holder.append(selection.getRangeAt(0).cloneContents());
    text = plain(holder);
  }
  const escaped = (text || plain(paragraph)).replace(/[\\`*_[\]<>&#]/g, "\\$&").split(/\n+/).map((each) => `> ${each.trim()}`);
  const link = new URL(`${words.link}#${paragraph.id}`, location.href).href;
  const reference = words.reference.replace(/[\\`*_[\]<>&#]/g, "\\$&");
  return `${escaped.join("\n>\n")}\n>\n> — [${reference}](<${link}>)\n`;
}

if (article && navigator.clipboard) {
  const offer = (event) => {
    const paragraph = event.target instanceof Element && event.target.closest(".clippings-prose p[id]");
    if (!paragraph || quote.parentNode === paragraph) return;
    quote.textContent = words.wordsCopy;
    paragraph.append(quote);
  };
  article.addEventListener("mouseover", offer);
  article.addEventListener("focusin", offer);
  quote.addEventListener("mousedown", (event) => event.preventDefault()); // which would drop the selection
  quote.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(quoted(quote.parentNode));
      quote.textContent = words.wordsCopied;
    } catch { /* the reader has forbidden it */ }
  });
}
