// Draws the charts of a page, each when it comes near the window, in the page's own colours.
// Vega is loaded with the first of them, from beside this file; a specification can load nothing.
(() => {
  const folder = new URL("vega/", document.currentScript.src);
  const files = ["vega.min.js", "vega-lite.min.js", "vega-interpreter.js"];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const drawn = new Map();
  let libraries;

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // in this order
      script.src = new URL(name, folder);
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${script.src} can't be loaded`));
      document.head.append(script);
    });
  }

  const loader = {
    load: () => Promise.reject(new Error("Charts load nothing")),
    sanitize: (link) => {
      const url = new URL(link, location.href);
      return url.origin === location.origin ? Promise.resolve({ href: url.href }) : Promise.reject(new Error(link));
    },
  };

  function config() {
    const style = getComputedStyle(document.body);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const font = style.fontFamily;
    const label = { labelFont: font, labelFontSize: 12, titleFont: font, titleFontSize: 12, titleFontWeight: 400 };
    return {
      aria: false, // the element around says what it is, the table beneath what it shows
      background: null,
      autosize: { type: "fit", contains: "padding" },
      padding: 4,
      view: { stroke: null },
      axis: {
        ...label,
        labelColor: colour("soft"), titleColor: colour("soft"),
        domainColor: colour("rule"), tickColor: colour("rule"), gridColor: colour("rule"),
      },
      legend: { ...label, labelColor: colour("ink"), labelLimit: 260 },
      range: { category: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => colour(`series-${number}`)) },
    };
  }

  async function draw(figure) {
    const [canvas, source, details] = figure.children;
    libraries ??= Promise.all(files.map(load));
    await libraries;
    const spec = vegaLite.compile(JSON.parse(source.textContent), { config: config() }).spec;
    drawn.get(figure)?.finalize();
    const view = new vega.View(vega.parse(spec, null, { ast: true }), {
      container: canvas, expr: vega.expressionInterpreter, hover: true, loader, renderer: "svg",
    });
    drawn.set(figure, view);
    await view.runAsync();
    canvas.querySelector("svg").setAttribute("aria-hidden", "true"); // the canvas says what it is, the table what it shows
    if (!figure.dataset.state) details.open = false;
    figure.dataset.state = "drawn";
  }

  async function show(figure) {
    try {
      await draw(figure);
    } catch (error) {
      figure.dataset.state = "failed"; // its table stays
      console.warn("A chart can't be drawn:", error);
    }
  }

  const near = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((each) => each.isIntersecting)) {
      near.unobserve(entry.target);
      show(entry.target);
    }
  }, { rootMargin: "300px" });
  for (const figure of document.querySelectorAll("[data-clippings-chart]")) near.observe(figure);
  dark.addEventListener("change", () => [...drawn.keys()].forEach(show));
})();
