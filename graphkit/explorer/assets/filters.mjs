/** What remains of the graph under the reader's filters, and which pairs of it are drawn. */

import { claimsOf } from "./data.mjs";
import { folded } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */

export const ONE_SIDED = 1;
export const BOTH_SIDES = 2;

/** The facets: each sorts a claim by one property. `type` looks at both actors of a claim. */
export const FACETS = ["publication", "relation", "polarity", "certainty", "type"];

/**
 * @typedef {object} Filters
 * @property {Record<string, Set<number>>} off values switched off, by facet
 * @property {boolean} contestedOnly
 * @property {number} minSources
 * @property {string} query
 */

/**
 * @typedef {object} View what remains
 * @property {Uint8Array} visible 1 for each claim that remains
 * @property {Int32Array} claimCount by pair
 * @property {Int32Array} sourceCount by pair: distinct publications
 * @property {Uint8Array} contested by pair: 0 not, ONE_SIDED where the filters hide a side, BOTH_SIDES
 * @property {Int32Array} degree by actor: claims that remain
 * @property {number} pairCount pairs that remain
 * @property {number} visibleCount claims that remain
 * @property {Record<string, Int32Array>} counts by facet and value: claims that remain if that value is on
 */

/** @returns {Filters} everything on */
export function noFilters() {
  const off = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
  return { off, contestedOnly: false, minSources: 1, query: "" };
}

/**
 * @param {Filters} filters
 * @returns {boolean}
 */
export function isFiltered(filters) {
  const anyOff = FACETS.some((facet) => filters.off[facet].size > 0);
  return anyOff || filters.contestedOnly || filters.minSources > 1 || filters.query.trim() !== "";
}

/**
 * @param {Graph} graph
 * @param {string} facet
 * @returns {number} how many values the facet has
 */
export function facetSize(graph, facet) {
  return facet === "polarity" || facet === "certainty" ? 2 : graph.tables[facet].length;
}

/**
 * @param {Graph} graph
 * @param {Filters} filters
 * @returns {View}
 */
export function applyFilters(graph, filters) {
  const sizes = Object.fromEntries(FACETS.map((facet) => [facet, facetSize(graph, facet)]));
  const failing = failingFacet(graph, filters, sizes);
  const view = emptyView(graph, sizes);
  for (let pair = 0; pair < graph.low.length; pair += 1) {
    const claims = claimsOf(graph, pair);
    // as in graphkit's own filters, these two are properties of the pair in all the data, whatever else is hidden
    if (graph.sourceCount[pair] < filters.minSources) continue;
    if (filters.contestedOnly && !graph.disputes.has(pair)) continue;
    countFacets(graph, filters, view.counts, failing, claims);
    keepPair(graph, view, failing, pair, claims);
  }
  return view;
}

/**
 * @param {Graph} graph
 * @param {Record<string, number>} sizes
 * @returns {View}
 */
function emptyView(graph, sizes) {
  const pairs = graph.low.length;
  return {
    visible: new Uint8Array(graph.pairOf.length),
    claimCount: new Int32Array(pairs),
    sourceCount: new Int32Array(pairs),
    contested: new Uint8Array(pairs),
    degree: new Int32Array(graph.actors.label.length),
    pairCount: 0,
    visibleCount: 0,
    counts: Object.fromEntries(FACETS.map((facet) => [facet, new Int32Array(sizes[facet])])),
  };
}

const PASSES = -1;
const HIDDEN = -2;

/**
 * For each claim: PASSES, the number of the only facet that hides it, or HIDDEN when the search or two facets do.
 * @param {Graph} graph
 * @param {Filters} filters
 * @param {Record<string, number>} sizes
 * @returns {Int8Array}
 */
function failingFacet(graph, filters, sizes) {
  const off = FACETS.map((facet) => {
    const isOff = (/** @type {unknown} */ _, /** @type {number} */ value) => Number(filters.off[facet].has(value));
    return Uint8Array.from({ length: sizes[facet] }, isOff);
  });
  const found = matcher(graph, filters.query);
  const failing = new Int8Array(graph.pairOf.length).fill(PASSES);
  for (let claim = 0; claim < failing.length; claim += 1) {
    const pair = graph.pairOf[claim];
    const fails = [
      off[0][graph.publication[claim]],
      off[1][graph.relation[claim]],
      off[2][graph.denied[claim]],
      off[3][graph.hedged[claim]],
      off[4][graph.type[graph.low[pair]]] | off[4][graph.type[graph.high[pair]]],
    ];
    for (let facet = 0; facet < fails.length; facet += 1) {
      if (fails[facet]) failing[claim] = failing[claim] === PASSES ? facet : HIDDEN;
    }
    if (failing[claim] !== HIDDEN && !found(claim)) failing[claim] = HIDDEN;
  }
  return failing;
}

/**
 * @param {Graph} graph
 * @param {string} query
 * @returns {(claim: number) => boolean} whether an end's name or alias, or the quote, holds the query
 */
function matcher(graph, query) {
  const wanted = folded(query.trim());
  if (!wanted) return () => true;
  const actor = matchingActors(graph, wanted);
  const quotes = Uint8Array.from(graph.tables.evidence, (quote) => Number(folded(quote).includes(wanted)));
  return (claim) => {
    const pair = graph.pairOf[claim];
    return Boolean(actor[graph.low[pair]] | actor[graph.high[pair]] | quotes[graph.claims.evidence[claim]]);
  };
}

/**
 * @param {Graph} graph
 * @param {string} query
 * @returns {Uint8Array} 1 for each actor of whom a name or alias holds the query
 */
export function matchingActors(graph, query) {
  const wanted = folded(query.trim());
  const { label, aliases } = graph.actors;
  return Uint8Array.from(label, (/** @type {string} */ name, /** @type {number} */ actor) =>
    Number(wanted !== "" && [name, ...aliases[actor]].some((text) => folded(text).includes(wanted))),
  );
}

/**
 * A claim counts for its values if it passes; else for the one value that hides it, if it is the only one.
 * @param {Graph} graph
 * @param {Filters} filters
 * @param {Record<string, Int32Array>} counts
 * @param {Int8Array} failing
 * @param {Int32Array} claims
 */
function countFacets(graph, filters, counts, failing, claims) {
  for (const claim of claims) {
    if (failing[claim] === HIDDEN) continue;
    FACETS.forEach((facet, number) => {
      if (failing[claim] !== PASSES && failing[claim] !== number) return;
      const values = valuesOf(graph, facet, claim);
      const hiding = values.filter((value) => filters.off[facet].has(value));
      if (hiding.length < 2) for (const value of hiding.length ? hiding : values) counts[facet][value] += 1;
    });
  }
}

/**
 * @param {Graph} graph
 * @param {string} facet
 * @param {number} claim
 * @returns {number[]} the claim's values in the facet
 */
export function valuesOf(graph, facet, claim) {
  if (facet === "publication") return [graph.publication[claim]];
  if (facet === "relation") return [graph.relation[claim]];
  if (facet === "polarity") return [graph.denied[claim]];
  if (facet === "certainty") return [graph.hedged[claim]];
  const pair = graph.pairOf[claim];
  const [one, other] = [graph.type[graph.low[pair]], graph.type[graph.high[pair]]];
  return one === other ? [one] : [one, other];
}

/**
 * Count in the claims of the pair that pass.
 * @param {Graph} graph
 * @param {View} view
 * @param {Int8Array} failing
 * @param {number} pair
 * @param {Int32Array} claims
 */
function keepPair(graph, view, failing, pair, claims) {
  const sources = new Set();
  for (const claim of claims) {
    if (failing[claim] !== PASSES) continue;
    view.visible[claim] = 1;
    view.claimCount[pair] += 1;
    sources.add(graph.publication[claim]);
  }
  if (sources.size === 0) return;
  view.sourceCount[pair] = sources.size;
  view.contested[pair] = contest(graph, view.visible, pair);
  view.pairCount += 1;
  view.visibleCount += view.claimCount[pair];
  view.degree[graph.low[pair]] += view.claimCount[pair];
  view.degree[graph.high[pair]] += view.claimCount[pair];
}

/**
 * @param {Graph} graph
 * @param {Uint8Array} visible
 * @param {number} pair
 * @returns {number} 0, ONE_SIDED or BOTH_SIDES
 */
function contest(graph, visible, pair) {
  const disputes = graph.disputes.get(pair);
  if (!disputes) return 0;
  const seen = (/** @type {number[]} */ claims) => claims.some((claim) => visible[claim]);
  return disputes.some(({ first, second }) => seen(first) && seen(second)) ? BOTH_SIDES : ONE_SIDED;
}

/**
 * The same rule as Pairs.strongest in graphkit/explorer/pairs.py.
 * @param {Graph} graph
 * @param {View} view
 * @param {number} limit
 * @param {number} [focus] only pairs of this actor; -1 for all
 * @returns {number[]} pairs, the strongest first
 */
export function strongestPairs(graph, view, limit, focus = -1) {
  const score = (/** @type {number} */ pair) =>
    Math.min(view.degree[graph.low[pair]], view.degree[graph.high[pair]]) + 2 * view.claimCount[pair];
  const scores = Float64Array.from(graph.low, (_, pair) => score(pair));
  const pairs = remainingPairs(graph, view, focus);
  pairs.sort((a, b) => scores[b] - scores[a] || a - b);
  return pairs.slice(0, limit);
}

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} focus only pairs of this actor; -1 for all
 * @returns {number[]} pairs as they are listed: contested ones first, then by number of sources, then of claims
 */
export function listedPairs(graph, view, focus) {
  const { contested, sourceCount, claimCount } = view;
  const order = (/** @type {number} */ a, /** @type {number} */ b) =>
    Number(contested[b] > 0) - Number(contested[a] > 0)
    || sourceCount[b] - sourceCount[a] || claimCount[b] - claimCount[a] || a - b;
  return remainingPairs(graph, view, focus).sort(order);
}

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} focus only pairs of this actor; -1 for all
 * @returns {number[]} pairs that have claims under the filters
 */
function remainingPairs(graph, view, focus) {
  const remains = (/** @type {number} */ pair) =>
    view.claimCount[pair] > 0 && (focus < 0 || graph.low[pair] === focus || graph.high[pair] === focus);
  return Array.from(graph.low, (_, pair) => pair).filter(remains);
}
