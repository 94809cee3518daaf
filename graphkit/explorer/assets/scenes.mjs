/** What is drawn and where: everything, the surroundings of one actor, or the ways between two. */

import { hasEnd, otherEnd } from "./data.mjs";
import { shortestPaths } from "./paths.mjs";
import { strongestPairs } from "./ranking.mjs";
import { columnPositions, fanOut, ringPositions } from "./rings.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */
/** @typedef {import("./geometry.mjs").Point} Point */
/** @typedef {(actor: number) => Point} PlaceOf */
/** @typedef {{pairs: number[], placeOf: PlaceOf}} Scene */

const EGO_PAIRS = 150;

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {import("./state.mjs").State} state
 * @param {PlaceOf} overview where each actor stands when all are drawn
 * @returns {Scene}
 */
export function sceneOf(graph, view, state, overview) {
  if (state.path) return pathScene(graph, view, state.path, overview);
  if (state.focus >= 0) return egoScene(graph, view, state.focus, state.expanded, overview);
  return { pairs: strongestPairs(graph, view, state.maxPairs), placeOf: overview };
}

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {[number, number]} path
 * @param {PlaceOf} overview
 * @returns {Scene}
 */
function pathScene(graph, view, path, overview) {
  const way = shortestPaths(graph, view, ...path);
  if (!way) return { pairs: [], placeOf: overview };
  const drawn = new Set(way.pairs);
  const pairs = strongestPairs(graph, view, EGO_PAIRS, (pair) => drawn.has(pair));
  const near = new Set(pairs.flatMap((pair) => [graph.low[pair], graph.high[pair]]));
  const places = columnPositions(new Map([...way.column].filter(([actor]) => near.has(actor))));
  return { pairs, placeOf: (actor) => places.get(actor) ?? overview(actor) };
}

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} focus
 * @param {Set<number>} expanded
 * @param {PlaceOf} overview
 * @returns {Scene} the strongest links of the actor and of those that are expanded, and what links their neighbours
 */
function egoScene(graph, view, focus, expanded, overview) {
  const ownOf = (/** @type {number} */ actor) => strongestPairs(graph, view, EGO_PAIRS, (pair) => hasEnd(graph, pair, actor));
  const own = ownOf(focus);
  const others = (/** @type {number} */ actor, /** @type {number[]} */ pairs) =>
    [...new Set(pairs.map((pair) => otherEnd(graph, pair, actor)))].filter((other) => other !== actor);
  const places = ringPositions(focus, others(focus, own), overview);
  const drawn = new Set(own);
  for (const actor of expanded) {
    const pairs = ownOf(actor);
    fanOut(places, actor, others(actor, pairs));
    if (places.has(actor)) for (const pair of pairs) drawn.add(pair);
  }
  const between = strongestPairs(graph, view, EGO_PAIRS, (pair) =>
    !drawn.has(pair) && places.has(graph.low[pair]) && places.has(graph.high[pair]));
  return { pairs: [...drawn, ...between], placeOf: (actor) => places.get(actor) ?? overview(actor) };
}
