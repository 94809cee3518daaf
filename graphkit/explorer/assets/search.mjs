/** Finding actors by name and claims by their words. */

import { folded } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */

/** Texts as they are compared, worked out at the first search. @type {WeakMap<Graph, {names: string[], quotes: string[]}>} */
const KNOWN = new WeakMap();

/**
 * @param {Graph} graph
 * @returns {{names: string[], quotes: string[]}} by actor its name and aliases, a line each; by sentence its text
 */
function searchTexts(graph) {
  const known = KNOWN.get(graph);
  if (known) return known;
  const { label, aliases } = graph.actors;
  const names = label.map((/** @type {string} */ name, /** @type {number} */ actor) => folded([name, ...aliases[actor]].join("\n")));
  const texts = { names, quotes: graph.tables.evidence.map(folded) };
  KNOWN.set(graph, texts);
  return texts;
}

/**
 * Do in a quiet moment what the first search would wait for.
 * @param {Graph} graph
 */
export function prepareSearch(graph) {
  searchTexts(graph);
}

/**
 * @param {Graph} graph
 * @param {string} query
 * @returns {Uint8Array} 1 for each actor of whom a name or alias holds the query
 */
export function matchingActors(graph, query) {
  const wanted = folded(query.trim());
  return Uint8Array.from(searchTexts(graph).names, (names) => Number(wanted !== "" && names.includes(wanted)));
}

/**
 * @param {Graph} graph
 * @param {string} query
 * @returns {(claim: number) => boolean} whether an end's name or alias, or the quote, holds the query
 */
export function matchingClaims(graph, query) {
  const wanted = folded(query.trim());
  const actor = matchingActors(graph, wanted);
  const quotes = Uint8Array.from(searchTexts(graph).quotes, (quote) => Number(quote.includes(wanted)));
  const { pairOf, low, high, claims } = graph;
  return (claim) => Boolean(actor[low[pairOf[claim]]] | actor[high[pairOf[claim]]] | quotes[claims.evidence[claim]]);
}
