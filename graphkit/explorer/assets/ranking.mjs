/** Which pairs come first: in the drawing, and in the list. */

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */

/**
 * The same rule as Pairs.strongest in graphkit/explorer/pairs.py.
 * @param {Graph} graph
 * @param {View} view
 * @param {number} limit
 * @param {(pair: number) => boolean} [wanted] only such pairs
 * @returns {number[]} pairs, the strongest first
 */
export function strongestPairs(graph, view, limit, wanted) {
  const { low, high } = graph;
  const { degree, claimCount } = view;
  return topPairs(view, limit, (pair) => Math.min(degree[low[pair]], degree[high[pair]]) + 2 * claimCount[pair], wanted);
}

/**
 * @param {View} view
 * @param {number} limit
 * @param {(pair: number) => boolean} [wanted] only such pairs
 * @returns {number[]} pairs as they are listed: contested ones first, then by number of sources, then of claims
 */
export function listedPairs(view, limit, wanted) {
  const { contested, sourceCount, claimCount } = view;
  const most = 1e6;
  const score = (/** @type {number} */ pair) =>
    (Number(contested[pair] > 0) * most + Math.min(sourceCount[pair], most - 1)) * most + Math.min(claimCount[pair], most - 1);
  return topPairs(view, limit, score, wanted);
}

/**
 * Numbers are sorted first, to learn which is the last that counts: sorting all pairs takes ten times as long.
 * @param {View} view
 * @param {number} limit
 * @param {(pair: number) => number} score
 * @param {(pair: number) => boolean} [wanted]
 * @returns {number[]} of the pairs that remain at most `limit`, those with the highest score first, then by number
 */
function topPairs(view, limit, score, wanted) {
  const { claimCount } = view;
  const pairs = [];
  for (let pair = 0; pair < claimCount.length; pair += 1) {
    if (claimCount[pair] > 0 && (!wanted || wanted(pair))) pairs.push(pair);
  }
  const scores = Float64Array.from(pairs, score);
  const least = pairs.length > limit ? scores.slice().sort()[pairs.length - limit] : -Infinity;
  const found = pairs.map((pair, at) => ({ pair, score: scores[at] })).filter((item) => item.score >= least);
  found.sort((a, b) => b.score - a.score || a.pair - b.pair);
  return found.slice(0, limit).map((item) => item.pair);
}
