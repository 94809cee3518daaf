/** What is drawn of a pair: one line, whose look says what is claimed. */

import { objectOf } from "./data.mjs";
import { pairColor } from "./colors.mjs";
import { BOTH_SIDES, ONE_SIDED, remainingClaims } from "./filters.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */

/**
 * @typedef {object} Line one drawn pair
 * @property {number} pair
 * @property {number} low
 * @property {number} high
 * @property {number} width in CSS pixels, by number of sources
 * @property {string} color
 * @property {boolean} contested both sides are shown
 * @property {boolean} oneSided contested, but the filters hide a side
 * @property {boolean} allDenied
 * @property {boolean} allHedged
 * @property {boolean} toLow an arrow at the low end
 * @property {boolean} toHigh
 */

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} pair
 * @param {{colorBy: "source" | "relation" | "polarity"}} state
 * @param {import("./colors.mjs").Theme} theme
 * @returns {Line}
 */
export function lineOf(graph, view, pair, state, theme) {
  const claims = remainingClaims(graph, view, pair);
  const directed = claims.filter((claim) => !graph.tables.relation[graph.relation[claim]].symmetric);
  return {
    pair,
    low: graph.low[pair],
    high: graph.high[pair],
    width: 1.6 + 1.5 * Math.log2(view.sourceCount[pair]),
    color: pairColor(graph, claims, state.colorBy, theme),
    contested: view.contested[pair] === BOTH_SIDES,
    oneSided: view.contested[pair] === ONE_SIDED,
    allDenied: claims.every((claim) => graph.denied[claim]),
    allHedged: claims.every((claim) => graph.hedged[claim]),
    toLow: directed.some((claim) => objectOf(graph, claim) === graph.low[pair]),
    toHigh: directed.some((claim) => objectOf(graph, claim) === graph.high[pair]),
  };
}
