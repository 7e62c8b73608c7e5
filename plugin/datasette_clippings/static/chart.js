// Asks datasette-vega, where it is installed, for the page's chart, unless the link asks for something itself.
if (location.hash === "") {
  history.replaceState(null, "", document.currentScript.dataset.chart);
}
