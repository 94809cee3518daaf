import assert from "node:assert/strict";
import { test } from "node:test";
import { shortestPaths } from "../../graphkit/explorer/assets/paths.mjs";

/** Actors are numbers, links their pairs; each pair has one claim that remains, unless it is said otherwise. */
function way(links, from, to, { actors = 6, left = links.map(() => 1) } = {}) {
  const graph = { low: Int32Array.from(links, ([low]) => low), high: Int32Array.from(links, ([, high]) => high), actors: { label: Array(actors).fill("") } };
  const found = shortestPaths(graph, { claimCount: Int32Array.from(left) }, from, to);
  return found && { ...found, column: [...found.column].sort() };
}

const SQUARE = [[0, 1], [0, 2], [1, 3], [2, 3], [3, 4]];

test("all shortest ways are found, and nothing beside them", () => {
  assert.deepEqual(way(SQUARE, 0, 3), { steps: 2, pairs: [0, 1, 2, 3], column: [[0, 0], [1, 1], [2, 1], [3, 2]] });
  assert.deepEqual(way(SQUARE, 3, 0).column, [[0, 2], [1, 1], [2, 1], [3, 0]]);
  assert.deepEqual(way(SQUARE, 1, 3), { steps: 1, pairs: [2], column: [[1, 0], [3, 1]] });
});

test("a pair within one column lies on no shortest way", () => {
  assert.deepEqual(way([...SQUARE, [1, 2]], 0, 3).pairs, [0, 1, 2, 3]);
});

test("where no way leads there is none", () => {
  assert.equal(way(SQUARE, 0, 5), null);
  assert.equal(way([], 0, 1), null);
});

test("pairs that the filters hide lead nowhere", () => {
  assert.deepEqual(way(SQUARE, 0, 3, { left: [0, 1, 1, 1, 1] }).pairs, [1, 3]);
  assert.equal(way(SQUARE, 0, 4, { left: [1, 1, 1, 1, 0] }), null);
});

test("an actor who is linked to itself is no step", () => {
  assert.deepEqual(way([[0, 0], [0, 1], [1, 1]], 0, 1), { steps: 1, pairs: [1], column: [[0, 0], [1, 1]] });
});

test("the way to oneself has no steps", () => {
  assert.deepEqual(way(SQUARE, 2, 2), { steps: 0, pairs: [], column: [[2, 0]] });
});
