/* Brushing over the bars of the search page: with a mouse or finger from the first bar to the last, with the keyboard by
   two sliders. The fields below the bars say the same, and work without this. */
(() => {
  const course = document.querySelector("[data-brush]");
  const form = document.querySelector("form.clippings-period");
  if (!course || !form) return;
  const bars = [...course.querySelectorAll(".clippings-histogram a")];
  if (bars.length < 2) return;
  const field = { first: form.elements._from, last: form.elements._to };
  const sliders = {};

  const label = (bar) => bar.dataset.label;
  const at = (edge, value) => {
    const place = bars.findIndex((bar) => bar.dataset[edge] === value);
    return place < 0 ? (edge === "first" ? 0 : bars.length - 1) : place;
  };
  const show = (first, last) => {
    bars.forEach((bar, place) => bar.classList.toggle("clippings-within", place >= first && place <= last));
    for (const [edge, place] of [["first", first], ["last", last]]) {
      sliders[edge].value = place;
      sliders[edge].setAttribute("aria-valuetext", label(bars[place]));
    }
  };
  const choose = (first, last) => {
    field.first.value = bars[first].dataset.first;
    field.last.value = bars[last].dataset.last;
    show(first, last);
  };

  const group = document.createElement("div");
  group.className = "clippings-brush";
  for (const edge of ["first", "last"]) {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = 0;
    slider.max = bars.length - 1;
    slider.setAttribute("aria-label", course.dataset[edge === "first" ? "from" : "to"]);
    slider.addEventListener("input", () => {
      const moved = Number(slider.value);
      const other = Number(sliders[edge === "first" ? "last" : "first"].value);
      if (edge === "first") choose(moved, Math.max(moved, other));
      else choose(Math.min(moved, other), moved);
    });
    slider.addEventListener("keydown", (event) => {
      if (event.key === "Enter") form.requestSubmit();
    });
    sliders[edge] = slider;
    group.append(slider);
  }
  course.querySelector(".clippings-histogram").after(group);
  const first = field.first.value ? at("first", field.first.value) : 0;
  const last = field.last.value ? at("last", field.last.value) : bars.length - 1;
  show(first, Math.max(first, last));
  if (!field.first.value && !field.last.value) bars.forEach((bar) => bar.classList.remove("clippings-within"));

  let start = null;
  let end = null;
  const under = (event) => {
    const place = bars.findIndex((bar) => event.clientX < bar.getBoundingClientRect().right);
    return place < 0 ? bars.length - 1 : place;
  };
  const histogram = course.querySelector(".clippings-histogram");
  histogram.addEventListener("dragstart", (event) => event.preventDefault());
  histogram.addEventListener("pointerdown", (event) => {
    if (event.button === 0) start = end = under(event);
  });
  window.addEventListener("pointermove", (event) => {
    if (start === null || under(event) === end) return;
    end = under(event);
    choose(Math.min(start, end), Math.max(start, end));
  });
  window.addEventListener("pointerup", () => {
    if (start !== null && start !== end) form.requestSubmit();
    else start = null;
  });
  window.addEventListener("pointercancel", () => { start = null; });
  histogram.addEventListener("click", (event) => {
    if (start !== null && start !== end) event.preventDefault();
    start = null;
  });
})();
