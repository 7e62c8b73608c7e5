// The list of names from a file: read here into the field, sent with the form.
(() => {
  const file = document.getElementById("clippings-list");
  const names = document.getElementById("clippings-names");
  if (!file || !names) return;
  file.parentElement.hidden = false;
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    file.setCustomValidity("");
    try {
      names.value = new TextDecoder("utf-8", { fatal: true }).decode(await chosen.arrayBuffer());
      names.focus();
    } catch {
      file.setCustomValidity(file.dataset.unreadable);
      file.reportValidity();
    }
  });
})();
