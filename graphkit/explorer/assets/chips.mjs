/** What is filtered, in words: a chip for each filter that is set, which a click takes off. */

import { button } from "./dom.mjs";
import { FACETS } from "./facet_values.mjs";
import { TITLES, valueLabel } from "./facets.mjs";
import { grouped, readableDate } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./state.mjs").Store} Store */

/** As many values are named; of more, only how many there are. */
const NAMED = 2;

/**
 * @param {Graph} graph
 * @param {string} facet
 * @param {Set<number>} off
 * @returns {string} "Sources: only BBC", "Relations: without attacks, leads"
 */
function facetWords(graph, facet, off) {
  const { size } = graph.facets[facet];
  const on = size - off.size;
  const title = TITLES[facet];
  if (on === 0) return `${title}: none`;
  const values = Array.from({ length: size }, (_, value) => value).filter((value) => off.has(value) === (off.size < on));
  const names = values.length > NAMED ? `${grouped(values.length)} of ${grouped(size)}` : values.map((value) => valueLabel(graph, facet, value)).join(", ");
  return `${title}: ${off.size < on ? "without" : "only"} ${names}`;
}

/**
 * @param {Graph} graph
 * @param {import("./filters.mjs").Filters} filters
 * @returns {{words: string, without: Partial<import("./filters.mjs").Filters>}[]} each filter that is set, and how to take it off
 */
export function filterWords(graph, filters) {
  const found = FACETS.filter((facet) => filters.off[facet].size > 0).map((facet) => ({
    words: facetWords(graph, facet, filters.off[facet]), without: { off: { ...filters.off, [facet]: new Set() } },
  }));
  /** @type {[unknown, string, Partial<import("./filters.mjs").Filters>][]} */
  const others = [
    [filters.query.trim(), `Search: ${filters.query.trim()}`, { query: "" }],
    [filters.contestedOnly, "contested only", { contestedOnly: false }],
    [filters.minSources > 1, `in at least ${filters.minSources} sources`, { minSources: 1 }],
    [filters.minConfidence, `confidence from ${filters.minConfidence}`, { minConfidence: 0 }],
    [filters.since, `since ${readableDate(filters.since)}`, { since: "" }],
    [filters.until, `until ${readableDate(filters.until)}`, { until: "" }],
    [filters.hidden.size, `hidden: ${[...filters.hidden].map((actor) => graph.actors.label[actor]).join(", ")}`, { hidden: new Set() }],
  ];
  return [...found, ...others.filter(([set]) => set).map(([, words, without]) => ({ words, without }))];
}

/**
 * @param {Graph} graph
 * @param {Store} store
 * @returns {HTMLElement[]}
 */
export function chips(graph, store) {
  const { filters, pins } = store.state;
  const chip = (/** @type {string} */ words, /** @type {() => void} */ takeOff) =>
    button([words, " ×"], takeOff, { class: "chip", title: `${words}: take off`, "aria-label": `take off: ${words}` });
  const unpin = chip(`${pins.size} pinned`, () => store.set({ pins: new Map() }));
  return [...filterWords(graph, filters).map(({ words, without }) => chip(words, () => store.filter(without))), ...(pins.size ? [unpin] : [])];
}
