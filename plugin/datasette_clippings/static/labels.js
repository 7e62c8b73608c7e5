// Names the field that Datasette's editor makes for SQL, which its own label doesn't reach.
const words = document.currentScript.dataset.label;
window.addEventListener("load", () => {
  for (const field of document.querySelectorAll(".CodeMirror textarea, .cm-editor [contenteditable]")) {
    field.setAttribute("aria-label", words);
  }
});
