/** The view as the part of the page's address behind #, so that it can be cited and reopened. */

import { isDate } from "./dates.mjs";
import { FACETS } from "./facet_values.mjs";
import { noFilters } from "./filters.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./state.mjs").State} State */

export const LONGEST = 2000;
const COLORS = ["source", "relation", "polarity"];

/**
 * What a value is called in the address: it stays the same when the page is made anew from other documents.
 * @param {string} text
 * @returns {string} eight characters: a hash of 41 bits (two rounds of FNV-1a over UTF-16 units)
 */
export function shortName(text) {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  const number = (one >>> 0) * 512 + ((other >>> 0) % 512);
  return number.toString(36).padStart(8, "0").slice(-8);
}

/**
 * @param {Graph} graph
 * @param {string} facet
 * @returns {string[]} what each value of the facet is called
 */
export function valueNames(graph, facet) {
  if (facet === "polarity") return ["affirmed", "denied"];
  if (facet === "certainty") return ["asserted", "hedged"];
  if (facet === "document") return graph.documents.document.map((/** @type {string | null} */ path) => path ?? "");
  if (facet === "relation") return graph.tables.relation.map((relation) => relation.name);
  return /** @type {any} */ (graph.tables)[facet];
}

/**
 * @param {Graph} graph
 * @param {State} state
 * @param {{colorBy: string, maxPairs: number}} settings how the page opens
 * @returns {string} "" for the page as it opens
 */
export function addressOf(graph, state, settings) {
  const { filters } = state;
  const id = (/** @type {number} */ actor) => graph.actors.id[actor];
  const short = (/** @type {Iterable<number>} */ actors) => [...actors].map((actor) => shortName(id(actor))).sort().join(".");
  const pins = [...state.pins].map(([actor, { x, y }]) => `${shortName(id(actor))}_${Math.round(x)}_${Math.round(y)}`);
  const { selection } = state;
  const chosen = selection?.kind === "pair"
    ? ["pair", [graph.low, graph.high].map((end) => shortName(id(end[selection.index]))).join(".")]
    : ["actor", selection ? id(selection.index) : ""];
  const parts = [
    ...FACETS.map((facet) => [facet, facetPart(valueNames(graph, facet), filters.off[facet])]),
    ["hidden", short(filters.hidden)], ["contested", filters.contestedOnly ? "1" : ""],
    ["sources", filters.minSources > 1 ? filters.minSources : ""],
    ["confidence", filters.minConfidence > 0 ? filters.minConfidence : ""],
    ["since", filters.since], ["until", filters.until], ["search", filters.query.trim()],
    ["around", state.focus >= 0 ? id(state.focus) : ""], ["with", short(state.expanded)],
    ["path", state.path ? state.path.map((actor) => shortName(id(actor))).join(".") : ""], chosen, ["pins", pins.sort().join(".")],
    ["color", state.colorBy === settings.colorBy ? "" : state.colorBy],
    ["pairs", state.maxPairs === settings.maxPairs ? "" : state.maxPairs], ["table", state.table ? "1" : ""],
  ];
  const address = new URLSearchParams();
  for (const [name, value] of parts) if (value !== "") address.set(String(name), String(value));
  return address.toString();
}

/**
 * @param {string[]} names
 * @param {Set<number>} off
 * @returns {string} "-" and what is off, or "+" and what is on, whichever is shorter; "" when all is on
 */
function facetPart(names, off) {
  if (off.size === 0) return "";
  const on = names.length - off.size;
  const listed = names.filter((_, value) => off.has(value) === (off.size <= on)).map(shortName).sort();
  return (off.size <= on ? "-" : "+") + listed.join(".");
}

/**
 * @param {Graph} graph
 * @param {string} address
 * @param {State} initial
 * @returns {State} what the address says; what this page does not know is left out
 */
export function stateOf(graph, address, initial) {
  const parts = new URLSearchParams(address);
  const text = (/** @type {string} */ name) => parts.get(name) ?? "";
  const actor = finder(graph.actors.id);
  const off = Object.fromEntries(FACETS.map((facet) => [facet, valuesOff(valueNames(graph, facet), text(facet))]));
  const [focus, path] = [graph.actors.id.indexOf(text("around")), actor(text("path"))];
  const date = (/** @type {string} */ name) => (isDate(text(name)) ? text(name) : "");
  const color = COLORS.includes(text("color")) ? /** @type {State["colorBy"]} */ (text("color")) : initial.colorBy;
  return {
    ...initial,
    filters: {
      ...noFilters(), off, hidden: new Set(actor(text("hidden"))), contestedOnly: text("contested") === "1",
      minSources: count(text("sources"), 1), minConfidence: share(text("confidence")),
      since: date("since"), until: date("until"), query: text("search"),
    },
    focus, path: focus < 0 && path.length === 2 ? [path[0], path[1]] : null, expanded: new Set(actor(text("with"))),
    selection: selectionOf(graph, text("actor"), actor(text("pair"))), pins: pinsOf(text("pins"), actor),
    colorBy: color, maxPairs: count(text("pairs"), initial.maxPairs), table: text("table") === "1",
  };
}

/**
 * @param {string[]} names
 * @returns {(listed: string) => number[]} places of the names behind short names joined by dots, in their order
 */
function finder(names) {
  /** @type {Map<string, number> | null} */
  let places = null;
  return (listed) => {
    if (listed === "") return [];
    places ??= new Map(names.map((name, place) => [shortName(name), place]));
    const known = places;
    return listed.split(".").flatMap((short) => known.get(short) ?? []);
  };
}

/**
 * @param {string[]} names
 * @param {string} part as facetPart writes it
 * @returns {Set<number>}
 */
function valuesOff(names, part) {
  const listed = new Set(finder(names)(part.slice(1)));
  if (part.startsWith("-")) return listed;
  // of what was on, nothing may be known here any more: then nothing would be shown, and nobody would know why
  if (!part.startsWith("+") || (listed.size === 0 && part !== "+")) return new Set();
  return new Set([...names.keys()].filter((value) => !listed.has(value)));
}

/**
 * @param {Graph} graph
 * @param {string} id of an actor
 * @param {number[]} ends of a pair
 * @returns {State["selection"]}
 */
function selectionOf(graph, id, ends) {
  const one = graph.actors.id.indexOf(id);
  if (id !== "" && one >= 0) return { kind: "actor", index: one };
  const [low, high] = ends.length === 2 ? [Math.min(...ends), Math.max(...ends)] : [-1, -1];
  const index = graph.low.findIndex((end, pair) => end === low && graph.high[pair] === high);
  return index >= 0 ? { kind: "pair", index } : null;
}

/**
 * @param {string} part
 * @param {(listed: string) => number[]} actor
 * @returns {State["pins"]}
 */
function pinsOf(part, actor) {
  const pins = new Map();
  for (const pin of part.split(".")) {
    const [short, x, y] = pin.split("_");
    const [found] = actor(short ?? "");
    if (found !== undefined && Number.isFinite(Number(x)) && Number.isFinite(Number(y))) pins.set(found, { x: Number(x), y: Number(y) });
  }
  return pins;
}

/**
 * @param {string} text
 * @param {number} otherwise
 * @returns {number} a whole number from 1 to 10,000
 */
function count(text, otherwise) {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : otherwise;
}

/**
 * @param {string} text
 * @returns {number} between 0 and 1
 */
function share(text) {
  const number = Number(text);
  return number > 0 && number <= 1 ? number : 0;
}
