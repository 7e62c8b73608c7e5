// Asks datasette-vega, where it is installed, for mentions by month, unless the link asks for something itself.
if (location.hash === "") {
  history.replaceState(
    null,
    "",
    "#g.mark=bar&g.x_column=month&g.x_type=ordinal&g.y_column=mentions&g.y_type=quantitative"
  );
}
