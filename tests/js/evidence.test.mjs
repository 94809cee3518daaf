import assert from "node:assert/strict";
import { test } from "node:test";
import { groupClaims } from "../../graphkit/explorer/assets/evidence.mjs";
import { applyFilters, noFilters } from "../../graphkit/explorer/assets/filters.mjs";
import { initialState, Store } from "../../graphkit/explorer/assets/state.mjs";
import { smallGraph } from "./small_graph.mjs";

test("claims are grouped by relation and direction, then by who affirms and who denies", () => {
  const graph = smallGraph();
  const groups = groupClaims(graph, applyFilters(graph, noFilters()), 0);
  assert.deepEqual(groups.map(({ relation, affirmed, denied }) => [relation, affirmed, denied]), [[0, [0], [1]], [1, [2], []]]);
  assert.deepEqual([groups[0].subject, groups[0].object], [0, 1]);
});

test("claims that the filters hide are not among the evidence", () => {
  const graph = smallGraph();
  const filters = noFilters();
  filters.off.polarity = new Set([1]);
  assert.deepEqual(groupClaims(graph, applyFilters(graph, filters), 0)[0].denied, []);
});

test("a store tells what changed and goes back step by step", () => {
  const store = new Store(initialState({ colorBy: "source", maxPairs: 400 }));
  const seen = [];
  store.subscribe((state, before) => seen.push([before.focus, state.focus]));
  store.set({ focus: 3, selection: { kind: "actor", index: 3 } });
  store.back();
  assert.equal(store.state.selection, null);
  assert.equal(store.state.focus, 3);
  store.back();
  assert.equal(store.state.focus, -1);
  store.back();
  assert.deepEqual(seen, [[-1, 3], [3, 3], [3, -1]]);
  store.switchOff("publication", new Set([1]));
  assert.deepEqual([...store.state.filters.off.publication], [1]);
});
