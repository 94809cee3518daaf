/** The left-hand panel: filters with counts, which are the legend at the same time. */

import { COLORED_FACET, valueColor } from "./colors.mjs";
import { button, element, refill, shapeIcon } from "./dom.mjs";
import { facetSize } from "./filters.mjs";
import { shapeOf } from "./geometry.mjs";
import { grouped, typeLabel } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./state.mjs").Store} Store */
/** @typedef {import("./filters.mjs").View} View */

/** As many values of a long facet are listed at first; explorer.css hides the others. */
const LISTED = 12;

const TITLES = {
  publication: "Sources",
  relation: "Relations",
  polarity: "Polarity",
  certainty: "Certainty",
  type: "Actor types",
};

/**
 * @param {Graph} graph
 * @param {string} facet
 * @param {number} value
 * @returns {string}
 */
function valueLabel(graph, facet, value) {
  if (facet === "polarity") return value ? "✕ denied" : "✓ affirmed";
  if (facet === "certainty") return value ? "≈ hedged" : "asserted";
  if (facet === "relation") return graph.tables.relation[value].label;
  return facet === "type" ? typeLabel(graph.tables.type[value]) : graph.tables.publication[value];
}

/** One facet: a group of checkboxes with counts, "only" on each, "all" and "none". */
export class Facet {
  /**
   * @param {Graph} graph
   * @param {Store} store
   * @param {keyof typeof TITLES} facet
   * @param {View} view of everything: gives the order
   */
  constructor(graph, store, facet, view) {
    this.graph = graph;
    this.store = store;
    this.facet = facet;
    this.values = Array.from({ length: facetSize(graph, facet) }, (_, value) => value);
    const many = facet !== "polarity" && facet !== "certainty";
    if (many) {
      const label = (/** @type {number} */ value) => valueLabel(graph, facet, value);
      const count = view.counts[facet];
      this.values.sort((a, b) => count[b] - count[a] || (label(a) < label(b) ? -1 : 1));
    }
    this.rows = this.values.map((value) => this.row(value));
    this.root = element("div", { class: "facet", role: "group", "aria-labelledby": `facet-${facet}`, "data-facet": facet },
      element("div", { class: "facet-head" },
        element("h2", { id: `facet-${facet}` }, TITLES[facet]),
        many && [
          button("all", () => this.switchOff([]), { "aria-label": `all ${TITLES[facet]}` }),
          button("none", () => this.switchOff(this.values), { "aria-label": `no ${TITLES[facet]}` })]),
      this.rows.map((row) => row.root),
      this.isLong() &&
        button(`Show all ${grouped(this.values.length)}`, () => this.root.classList.remove("short"), { class: "show-all" }));
    this.root.classList.toggle("short", this.isLong());
  }

  /** @returns {boolean} whether only the first values are listed until the reader asks for all */
  isLong() {
    return this.values.length > LISTED + 2;
  }

  /** @param {Iterable<number>} values */
  switchOff(values) {
    this.store.switchOff(this.facet, new Set(values));
  }

  /** @param {number} value */
  row(value) {
    const label = valueLabel(this.graph, this.facet, value);
    const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", checked: true, onchange: () => {
      const off = new Set(this.store.state.filters.off[this.facet]);
      if (box.checked) off.delete(value);
      else off.add(value);
      this.switchOff(off);
    } }));
    const icon = this.facet === "type"
      ? shapeIcon(shapeOf(this.graph.tables.type[value]))
      : element("span", { class: "swatch", "aria-hidden": "true" });
    const count = element("span", { class: "count" });
    const others = this.values.filter((other) => other !== value);
    const only = button("only", () => this.switchOff(others), { class: "only", "aria-label": `only ${label}` });
    const name = element("span", { class: "name", title: label }, label);
    const root = element("div", { class: "choice" }, element("label", {}, box, icon, name, count), only);
    return { value, box, count, icon, root };
  }

  /**
   * @param {View} view
   * @param {import("./state.mjs").State} state
   * @param {import("./colors.mjs").Theme} theme
   */
  show(view, state, theme) {
    const colored = COLORED_FACET[state.colorBy] === this.facet;
    for (const { value, box, count, icon, root } of this.rows) {
      box.checked = !state.filters.off[this.facet].has(value);
      refill(count, grouped(view.counts[this.facet][value]));
      root.classList.toggle("empty", view.counts[this.facet][value] === 0);
      if (this.facet === "type") continue;
      icon.toggleAttribute("hidden", !colored);
      if (colored) /** @type {HTMLElement} */ (icon).style.background = valueColor(this.graph, this.facet, value, theme);
    }
  }
}
