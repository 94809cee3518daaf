import assert from "node:assert/strict";
import { test } from "node:test";
import { applyFilters, BOTH_SIDES, isFiltered, listedPairs, matchingActors, noFilters, ONE_SIDED, strongestPairs } from "../../graphkit/explorer/assets/filters.mjs";
import { smallGraph } from "./small_graph.mjs";

const without = (facet, ...values) => ({ ...noFilters(), off: { ...noFilters().off, [facet]: new Set(values) } });

test("without filters everything remains", () => {
  const view = applyFilters(smallGraph(), noFilters());
  assert.equal(isFiltered(noFilters()), false);
  assert.deepEqual([...view.claimCount], [3, 1]);
  assert.deepEqual([...view.sourceCount], [2, 1]);
  assert.deepEqual([...view.degree], [3, 4, 1]);
  assert.deepEqual([...view.contested], [BOTH_SIDES, 0]);
  assert.deepEqual([...view.counts.publication], [3, 1]);
});

test("a source that is off keeps the count of what it would bring back", () => {
  const view = applyFilters(smallGraph(), without("publication", 0));
  assert.equal(view.visibleCount, 1);
  assert.deepEqual([...view.counts.publication], [3, 1]);
  assert.deepEqual([...view.counts.polarity], [0, 1]);
});

test("two facets are joined by and", () => {
  const filters = without("publication", 1);
  filters.off.certainty = new Set([1]);
  const view = applyFilters(smallGraph(), filters);
  assert.deepEqual([...view.visible], [1, 0, 0, 1]);
  assert.deepEqual([...view.counts.certainty], [2, 1]);
});

test("a contest of which the filters hide a side says so", () => {
  assert.equal(applyFilters(smallGraph(), without("polarity", 1)).contested[0], ONE_SIDED);
});

test("contested only and number of sources look at the pair in all the data", () => {
  const contested = applyFilters(smallGraph(), { ...without("publication", 1), contestedOnly: true });
  assert.deepEqual([...contested.claimCount], [2, 0]);
  const two = applyFilters(smallGraph(), { ...without("publication", 1), minSources: 2 });
  assert.deepEqual([...two.claimCount], [2, 0]);
  assert.equal(applyFilters(smallGraph(), { ...noFilters(), minSources: 3 }).pairCount, 0);
});

test("both actors of a claim must be of a type that is on", () => {
  const view = applyFilters(smallGraph(), without("type", 1));
  assert.deepEqual([...view.claimCount], [3, 0]);
  assert.deepEqual([...view.counts.type], [3, 1]);
});

test("search finds names, aliases and quotes, without accents", () => {
  const graph = smallGraph();
  const found = (query) => [...applyFilters(graph, { ...noFilters(), query }).visible];
  assert.deepEqual(found("acme works"), [1, 1, 1, 0]);
  assert.deepEqual(found("UNITED"), [0, 0, 0, 1]);
  assert.deepEqual(found("never paid"), [0, 1, 0, 0]);
  assert.deepEqual(found("nobody"), [0, 0, 0, 0]);
  assert.deepEqual([...matchingActors(graph, "  ")], [0, 0, 0]);
});

test("the strongest pairs come first, and only those of the actor in focus", () => {
  const graph = smallGraph();
  const view = applyFilters(graph, noFilters());
  assert.deepEqual(strongestPairs(graph, view, 9), [0, 1]);
  assert.deepEqual(strongestPairs(graph, view, 1), [0]);
  assert.deepEqual(strongestPairs(graph, view, 9, 2), [1]);
});

test("pairs are listed contested first, then by sources, then by claims", () => {
  const graph = { low: Int32Array.of(0, 0, 1, 1, 2, 2), high: Int32Array.of(1, 2, 2, 3, 3, 4) };
  const view = {
    contested: Uint8Array.of(0, 0, 0, ONE_SIDED, BOTH_SIDES, 0),
    sourceCount: Int32Array.of(1, 2, 2, 1, 1, 0),
    claimCount: Int32Array.of(9, 2, 3, 1, 1, 0),
  };
  assert.deepEqual(listedPairs(graph, view, -1), [3, 4, 2, 1, 0]);
  assert.deepEqual(listedPairs(graph, view, 1), [3, 2, 0]);
});
