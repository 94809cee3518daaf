/** What remains of the graph under the reader's filters. */

import { claimsOf } from "./data.mjs";
import { datesOutside } from "./dates.mjs";
import { countValues, FACETS, groupsOff } from "./facet_values.mjs";
import { matchingClaims } from "./search.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */

export const ONE_SIDED = 1;
export const BOTH_SIDES = 2;

/**
 * @typedef {object} Filters
 * @property {Record<string, Set<number>>} off values switched off, by facet
 * @property {Set<number>} hidden actors that are left out with all their claims
 * @property {boolean} contestedOnly
 * @property {number} minSources
 * @property {number} minConfidence
 * @property {string} since a date that may be partial; "" for none
 * @property {string} until
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
 * @property {number} contestedCount pairs that remain and are contested
 * @property {number} visibleCount claims that remain
 * @property {Record<string, Int32Array>} counts by facet and value: claims that remain if that value is on
 */

/** @returns {Filters} everything on */
export function noFilters() {
  const off = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
  return { off, hidden: new Set(), contestedOnly: false, minSources: 1, minConfidence: 0, since: "", until: "", query: "" };
}

/**
 * @param {Filters} filters
 * @returns {boolean}
 */
export function isFiltered(filters) {
  const { hidden, contestedOnly, minSources, minConfidence, since, until, query } = filters;
  return FACETS.some((facet) => filters.off[facet].size > 0) || hidden.size > 0 || contestedOnly
    || minSources > 1 || minConfidence > 0 || since !== "" || until !== "" || query.trim() !== "";
}

/**
 * @param {Graph} graph
 * @param {Filters} filters
 * @returns {View}
 */
export function applyFilters(graph, filters) {
  const failing = failingFacet(graph, filters);
  const pairs = graph.low.length;
  /** @type {View} */
  const view = {
    visible: new Uint8Array(failing.length),
    claimCount: new Int32Array(pairs),
    sourceCount: new Int32Array(pairs),
    contested: new Uint8Array(pairs),
    degree: new Int32Array(graph.actors.label.length),
    pairCount: 0,
    contestedCount: 0,
    visibleCount: 0,
    counts: Object.fromEntries(FACETS.map((facet, number) => [facet, liveCounts(graph, facet, number, failing)])),
  };
  keepPairs(graph, view, failing);
  return view;
}

const PASSES = -1;
const HIDDEN = -2;

/**
 * For each claim: PASSES, the number of the only facet that hides it, or HIDDEN when two facets or another filter do.
 * @param {Graph} graph
 * @param {Filters} filters
 * @returns {Int8Array}
 */
function failingFacet(graph, filters) {
  const failing = new Int8Array(graph.pairOf.length).fill(PASSES);
  FACETS.forEach((facet, number) => {
    if (filters.off[facet].size === 0) return;
    const index = graph.facets[facet];
    const off = groupsOff(index, filters.off[facet]);
    for (let claim = 0; claim < failing.length; claim += 1) {
      if (off[index.group[claim]]) failing[claim] = failing[claim] === PASSES ? number : HIDDEN;
    }
  });
  for (const fails of otherFilters(graph, filters)) {
    for (let claim = 0; claim < failing.length; claim += 1) if (fails(claim)) failing[claim] = HIDDEN;
  }
  return failing;
}

/**
 * @param {Graph} graph
 * @param {Filters} filters
 * @returns {((claim: number) => unknown)[]} what hides a claim beside the facets; only the filters that are set
 */
function otherFilters(graph, filters) {
  const { pairOf, low, high, claims, sourceCount, disputes } = graph;
  const { hidden, contestedOnly, minSources, minConfidence } = filters;
  const found = [];
  if (hidden.size > 0) found.push((/** @type {number} */ claim) => hidden.has(low[pairOf[claim]]) || hidden.has(high[pairOf[claim]]));
  // as in graphkit's own filters, these two are properties of the pair in all the data, whatever else is hidden
  if (minSources > 1) found.push((/** @type {number} */ claim) => sourceCount[pairOf[claim]] < minSources);
  if (contestedOnly) found.push((/** @type {number} */ claim) => !disputes.has(pairOf[claim]));
  if (minConfidence > 0) found.push((/** @type {number} */ claim) => !(claims.confidence[claim] >= minConfidence));
  if (filters.since || filters.until) {
    const outside = datesOutside(graph.documents.date, filters.since, filters.until);
    found.push((/** @type {number} */ claim) => outside[claims.document[claim]]);
  }
  if (filters.query.trim()) {
    const matches = matchingClaims(graph, filters.query);
    found.push((/** @type {number} */ claim) => !matches(claim));
  }
  return found;
}

/**
 * A claim counts for its values if it passes, or if this facet alone hides it.
 * @param {Graph} graph
 * @param {string} facet
 * @param {number} number
 * @param {Int8Array} failing
 * @returns {Int32Array}
 */
function liveCounts(graph, facet, number, failing) {
  const index = graph.facets[facet];
  const counts = new Int32Array(index.start.length - 1);
  for (let claim = 0; claim < failing.length; claim += 1) {
    if (failing[claim] === PASSES || failing[claim] === number) counts[index.group[claim]] += 1;
  }
  return countValues(index, counts);
}

/**
 * Count in the claims that pass.
 * @param {Graph} graph
 * @param {View} view
 * @param {Int8Array} failing
 */
function keepPairs(graph, view, failing) {
  const { claimStart, claimsByPair, publication, low, high } = graph;
  const seenIn = new Int32Array(graph.tables.publication.length).fill(-1);
  for (let pair = 0; pair < low.length; pair += 1) {
    let [count, sources] = [0, 0];
    for (let at = claimStart[pair]; at < claimStart[pair + 1]; at += 1) {
      const claim = claimsByPair[at];
      if (failing[claim] !== PASSES) continue;
      view.visible[claim] = 1;
      count += 1;
      if (seenIn[publication[claim]] !== pair) sources += 1;
      seenIn[publication[claim]] = pair;
    }
    if (count === 0) continue;
    view.claimCount[pair] = count;
    view.sourceCount[pair] = sources;
    view.pairCount += 1;
    view.visibleCount += count;
    view.degree[low[pair]] += count;
    view.degree[high[pair]] += count;
  }
  for (const pair of graph.disputes.keys()) {
    if (view.claimCount[pair] === 0) continue;
    view.contested[pair] = contest(graph, view.visible, pair);
    view.contestedCount += 1;
  }
}

/**
 * @param {Graph} graph
 * @param {Uint8Array} visible
 * @param {number} pair one that is contested in all the data
 * @returns {number} ONE_SIDED or BOTH_SIDES
 */
function contest(graph, visible, pair) {
  const seen = (/** @type {number[]} */ claims) => claims.some((claim) => visible[claim]);
  const disputes = graph.disputes.get(pair) ?? [];
  return disputes.some(({ first, second }) => seen(first) && seen(second)) ? BOTH_SIDES : ONE_SIDED;
}

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} pair
 * @returns {number[]} the pair's claims that remain, in reading order
 */
export function remainingClaims(graph, view, pair) {
  return [...claimsOf(graph, pair)].filter((claim) => view.visible[claim]);
}
