import assert from "node:assert/strict";
import { test } from "node:test";
import { countValues, FACETS, groupsOff, indexFacets } from "../../graphkit/explorer/assets/facet_values.mjs";
import { smallGraph } from "./small_graph.mjs";

/** A facet of three groups, with the values 0 and 1, only 1, and none. */
const facet = { size: 2, group: Int32Array.of(0, 1, 2), start: Int32Array.of(0, 2, 3, 3), values: Int32Array.of(0, 1, 1) };

test("every facet is indexed, and every claim has a group in it", () => {
  const graph = smallGraph();
  const index = indexFacets(graph);
  assert.deepEqual(Object.keys(index), FACETS);
  for (const name of FACETS) {
    const { group, start, values, size } = index[name];
    assert.equal(group.length, graph.pairOf.length, name);
    assert.ok([...group].every((at) => at >= 0 && at + 1 < start.length), name);
    assert.ok([...values].every((value) => value >= 0 && value < size), name);
  }
});

test("two actors of one type count once, and so does a speaker who stands twice in a chain", () => {
  const graph = smallGraph();
  const values = ({ start, values }, group) => [...values.subarray(start[group], start[group + 1])];
  assert.deepEqual(values(graph.facets.type, 0), [0]);
  assert.deepEqual(values(graph.facets.type, 1), [0, 1]);
  graph.tables.speakers[1] = ["report", "envoy", "report"];
  assert.deepEqual(values(indexFacets(graph).speaker, 1), [1, 2]);
});

test("a group is off when none of its values is on", () => {
  const cases = [[[], [0, 0, 1]], [[0], [0, 0, 1]], [[1], [0, 1, 1]], [[0, 1], [1, 1, 1]], [[7], [0, 0, 1]]];
  for (const [off, expected] of cases) assert.deepEqual([...groupsOff(facet, new Set(off))], expected);
});

test("a group's claims count for each of its values", () => {
  assert.deepEqual([...countValues(facet, Int32Array.of(3, 4, 5))], [3, 7]);
  assert.deepEqual([...countValues(facet, Int32Array.of(0, 0, 5))], [0, 0]);
});
