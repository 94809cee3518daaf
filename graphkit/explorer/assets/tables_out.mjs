/** The view as a table of claims (CSV) and as networkx's node-link JSON. */

/** @typedef {import("./attributes.mjs").Saved} Saved */

// a cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection)
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * @param {unknown} value
 * @returns {string} RFC 4180; a text that a spreadsheet would run gets an apostrophe before it
 */
export function cell(value) {
  if (value === undefined || value === null) return "";
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {Saved} view
 * @returns {string[]} lines: a head, then one per claim; last column: the caution and the filters, so that they travel too
 */
export function csv(view) {
  const known = new Map(view.nodes.map(({ id, attributes }) => [id, attributes]));
  const names = [...new Set(view.edges.flatMap(({ attributes }) => Object.keys(attributes)))];
  const ends = ["subject", "object"].flatMap((end) => [`${end}_id`, end, `${end}_type`, `${end}_aliases`]);
  const head = ["claim", ...ends, ...names, "note"];
  const endCells = (/** @type {string} */ id) => [id, ...["label", "type", "aliases"].map((name) => known.get(id)?.[name])];
  const note = [view.graph.caution, view.graph.filters && `Filters: ${view.graph.filters}`].filter(Boolean).join(" ");
  const rows = view.edges.map(({ id, source, target, attributes }) =>
    [id, ...endCells(source), ...endCells(target), ...names.map((name) => attributes[name]), note]);
  // a byte order mark, by which spreadsheets know UTF-8
  return ["\ufeff", ...[head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`)];
}

/**
 * @param {Saved} view
 * @returns {string[]} for networkx.node_link_graph(data, edges="edges")
 */
export function nodeLink(view) {
  const nodes = view.nodes.map(({ id, attributes }) => ({ id, ...attributes }));
  const edges = view.edges.map(({ id, source, target, attributes }) => ({ source, target, key: id, ...attributes }));
  return [`${JSON.stringify({ directed: true, multigraph: true, graph: view.graph, nodes, edges }, null, 1)}\n`];
}
