/** The left-hand panel: filters with counts, which are the legend at the same time. */

import { valueNames } from "./address.mjs";
import { COLORED_FACET, valueColor } from "./colors.mjs";
import { button, element, refill, shapeIcon } from "./dom.mjs";
import { shapeOf } from "./geometry.mjs";
import { folded, grouped, speakerChain, typeLabel } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./state.mjs").Store} Store */
/** @typedef {import("./filters.mjs").View} View */

/** As many values of a long facet are listed at first, and as many more at each request. */
const LISTED = 8;
const MORE = 60;

export const TITLES = /** @type {Record<string, string>} */ ({
  publication: "Sources",
  document: "Documents",
  speaker: "Speakers",
  relation: "Relations",
  type: "Actor types",
  polarity: "Polarity",
  certainty: "Certainty",
});
/** Facets with these many values more than others do are closed until they are asked for. */
const CLOSED = new Set(["document"]);
const INSTEAD = /** @type {Record<string, string>} */ ({
  affirmed: "✓ affirmed", denied: "✕ denied", hedged: "≈ hedged", asserted: "asserted",
});

/**
 * @param {Graph} graph
 * @param {string} facet
 * @param {number} value
 * @returns {string}
 */
export function valueLabel(graph, facet, value) {
  const name = valueNames(graph, facet)[value];
  if (facet === "relation") return graph.tables.relation[value].label;
  if (facet === "type") return typeLabel(name);
  if (facet === "speaker") return speakerChain([name]);
  if (facet === "document") return graph.documents.title[value] ?? name.replace(/^.*\//, "");
  return facet === "publication" ? name : INSTEAD[name];
}

/** One facet: a group of checkboxes with counts, "only" and "all but" on each, a search where it is long. */
export class Facet {
  /**
   * @param {Graph} graph
   * @param {Store} store
   * @param {string} facet
   * @param {View} view of everything: gives the order
   */
  constructor(graph, store, facet, view) {
    this.graph = graph;
    this.store = store;
    this.facet = facet;
    this.labels = valueNames(graph, facet).map((_, value) => valueLabel(graph, facet, value));
    this.values = this.labels.map((_, value) => value);
    if (facet !== "polarity" && facet !== "certainty") {
      const count = view.counts[facet];
      this.values.sort((a, b) => count[b] - count[a] || (this.labels[a] < this.labels[b] ? -1 : 1));
    }
    /** @type {Map<number, ReturnType<Facet["row"]>>} rows that were listed so far */
    this.rows = new Map();
    this.listed = LISTED;
    this.wanted = "";
    this.list = element("div", { class: "choices" });
    this.more = button("", () => { this.listed += MORE; this.refresh(); }, { class: "show-all" });
    this.root = this.frame();
  }

  /** @returns {boolean} */
  isLong() {
    return this.values.length > LISTED + 2;
  }

  /** @returns {HTMLElement} */
  frame() {
    const title = TITLES[this.facet];
    const box = element("input", {
      type: "search", placeholder: `Search ${grouped(this.values.length)}`, "aria-label": `Search ${title}`,
      autocomplete: "off", spellcheck: "false", oninput: () => this.search(/** @type {HTMLInputElement} */ (box).value),
    });
    return element("details", { class: "facet", open: !CLOSED.has(this.facet), "data-facet": this.facet, ontoggle: () => this.refresh() },
      element("summary", {}, element("h2", {}, title), this.several() && element("span", { class: "size" }, grouped(this.values.length))),
      element("div", { role: "group", "aria-label": title },
        this.several() && element("div", { class: "facet-head" },
          this.isLong() && box,
          button("all", () => this.switchOff([]), { "aria-label": `all ${title}` }),
          button("none", () => this.switchOff(this.values), { "aria-label": `none, no ${title}` })),
        this.list, this.isLong() && this.more));
  }

  /** @returns {boolean} whether there is more to choose than this and that */
  several() {
    return this.facet !== "polarity" && this.facet !== "certainty";
  }

  /** @param {string} wanted */
  search(wanted) {
    this.wanted = folded(wanted.trim());
    this.listed = LISTED;
    this.refresh();
  }

  /** @param {Iterable<number>} values */
  switchOff(values) {
    this.store.switchOff(this.facet, new Set(values));
  }

  /** @param {number} value */
  row(value) {
    const label = this.labels[value];
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
    const only = button("only", () => this.switchOff(this.values.filter((other) => other !== value)), { "aria-label": `only ${label}` });
    const but = button("all but", () => this.switchOff([value]), { "aria-label": `all but ${label}` });
    const name = element("span", { class: "name", title: label }, label);
    const root = element("div", { class: "choice" }, element("label", {}, box, icon, name, count), element("span", { class: "quick" }, only, but));
    return { value, box, count, icon, root };
  }

  /**
   * @param {View} view
   * @param {import("./state.mjs").State} state
   * @param {import("./colors.mjs").Theme} theme
   */
  show(view, state, theme) {
    this.last = { view, state, theme };
    this.refresh();
  }

  /** Lists what is wanted; what is switched off is always listed, so that it can be switched on again. */
  refresh() {
    if (!this.last || !this.root.hasAttribute("open")) return;
    const { view, state, theme } = this.last;
    const off = state.filters.off[this.facet];
    const fitting = this.wanted ? this.values.filter((value) => folded(this.labels[value]).includes(this.wanted)) : this.values;
    const most = this.isLong() ? this.listed : Infinity;
    const few = off.size <= MORE;
    const listed = fitting.filter((value, place) => place < most || (few && off.has(value)));
    const rows = listed.map((value) => this.rowOf(value));
    if (rows.length !== this.list.children.length || rows.some(({ root }, at) => root !== this.list.children[at])) {
      refill(this.list, rows.map(({ root }) => root));
    }
    this.more.hidden = listed.length >= fitting.length;
    refill(this.more, `Show ${grouped(Math.min(MORE, fitting.length - listed.length))} more`);
    for (const row of rows) this.fill(row, view, off, theme, COLORED_FACET[state.colorBy] === this.facet);
  }

  /** @param {number} value */
  rowOf(value) {
    const row = this.rows.get(value) ?? this.row(value);
    this.rows.set(value, row);
    return row;
  }

  /**
   * @param {ReturnType<Facet["row"]>} row
   * @param {View} view
   * @param {Set<number>} off
   * @param {import("./colors.mjs").Theme} theme
   * @param {boolean} colored
   */
  fill({ value, box, count, icon, root }, view, off, theme, colored) {
    box.checked = !off.has(value);
    count.textContent = grouped(view.counts[this.facet][value]);
    root.classList.toggle("empty", view.counts[this.facet][value] === 0);
    if (this.facet === "type") return;
    icon.toggleAttribute("hidden", !colored);
    if (colored) /** @type {HTMLElement} */ (icon).style.background = valueColor(this.graph, this.facet, value, theme);
  }
}
