/** The shortest ways between two actors. */

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} from
 * @param {number} to
 * @returns {{steps: number, pairs: number[], column: Map<number, number>} | null} every pair that lies on one of the
 *   shortest ways, and how many steps each actor on them is from the start; null when no way leads there
 */
export function shortestPaths(graph, view, from, to) {
  const links = linksOf(graph, view);
  const [ahead, behind] = [distances(links, from), distances(links, to)];
  const steps = ahead[to];
  if (steps < 0) return null;
  const column = new Map();
  ahead.forEach((distance, actor) => {
    if (distance >= 0 && behind[actor] >= 0 && distance + behind[actor] === steps) column.set(actor, distance);
  });
  const pairs = [];
  for (let pair = 0; pair < graph.low.length; pair += 1) {
    const [one, other] = [column.get(graph.low[pair]), column.get(graph.high[pair])];
    if (view.claimCount[pair] > 0 && one !== undefined && other !== undefined && Math.abs(one - other) === 1) pairs.push(pair);
  }
  return { steps, pairs, column };
}

/**
 * @param {Graph} graph
 * @param {View} view
 * @returns {{start: Int32Array, others: Int32Array}} whom each actor is linked to by what remains
 */
function linksOf({ low, high, actors }, { claimCount }) {
  const start = new Int32Array(actors.label.length + 1);
  const remains = (/** @type {number} */ pair) => claimCount[pair] > 0 && low[pair] !== high[pair];
  for (let pair = 0; pair < low.length; pair += 1) {
    if (!remains(pair)) continue;
    start[low[pair] + 1] += 1;
    start[high[pair] + 1] += 1;
  }
  for (let actor = 0; actor + 1 < start.length; actor += 1) start[actor + 1] += start[actor];
  const [next, others] = [start.slice(), new Int32Array(start[start.length - 1])];
  for (let pair = 0; pair < low.length; pair += 1) {
    if (!remains(pair)) continue;
    others[next[low[pair]]++] = high[pair];
    others[next[high[pair]]++] = low[pair];
  }
  return { start, others };
}

/**
 * @param {{start: Int32Array, others: Int32Array}} links
 * @param {number} from
 * @returns {Int32Array} steps from there by actor, -1 where no way leads (breadth first)
 */
function distances({ start, others }, from) {
  const found = new Int32Array(start.length - 1).fill(-1);
  found[from] = 0;
  const queue = [from];
  for (const actor of queue) {
    for (let at = start[actor]; at < start[actor + 1]; at += 1) {
      const other = others[at];
      if (found[other] >= 0) continue;
      found[other] = found[actor] + 1;
      queue.push(other);
    }
  }
  return found;
}
