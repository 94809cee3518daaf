import assert from "node:assert/strict";
import { test } from "node:test";
import { hasEnd } from "../../graphkit/explorer/assets/data.mjs";
import { applyFilters, BOTH_SIDES, isFiltered, noFilters, ONE_SIDED } from "../../graphkit/explorer/assets/filters.mjs";
import { listedPairs, strongestPairs } from "../../graphkit/explorer/assets/ranking.mjs";
import { matchingActors } from "../../graphkit/explorer/assets/search.mjs";
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

test("one actor of a type that is on is enough, as for --actor-type", () => {
  assert.deepEqual([...applyFilters(smallGraph(), without("type", 1)).claimCount], [3, 1]);
  const view = applyFilters(smallGraph(), without("type", 0));
  assert.deepEqual([...view.claimCount], [0, 1]);
  assert.deepEqual([...view.counts.type], [4, 1]);
});

test("a chain of speakers stays while one of its links is on", () => {
  const graph = smallGraph();
  assert.deepEqual(graph.tables.speaker, ["author", "report", "envoy"]);
  assert.deepEqual([...applyFilters(graph, without("speaker", 0, 1)).visible], [0, 1, 0, 0]);
  assert.deepEqual([...applyFilters(graph, without("speaker", 1, 2)).visible], [1, 0, 1, 1]);
});

test("single documents, confidence, dates and hidden actors", () => {
  const graph = smallGraph();
  const visible = (change) => [...applyFilters(graph, { ...noFilters(), ...change }).visible];
  assert.deepEqual([...applyFilters(graph, without("document", 1)).visible], [1, 0, 1, 1]);
  assert.deepEqual(visible({ minConfidence: 0.75 }), [1, 1, 0, 0]);
  assert.deepEqual(visible({ since: "2020-06" }), [1, 0, 1, 1]);
  assert.deepEqual(visible({ until: "2019" }), [0, 0, 0, 0]);
  assert.deepEqual(visible({ hidden: new Set([2]) }), [1, 1, 1, 0]);
  for (const change of [{ minConfidence: 0.1 }, { since: "2020" }, { until: "2020" }, { hidden: new Set([1]) }]) {
    assert.equal(isFiltered({ ...noFilters(), ...change }), true);
  }
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
  assert.deepEqual(strongestPairs(graph, view, 9, (pair) => hasEnd(graph, pair, 2)), [1]);
});

test("pairs are listed contested first, then by sources, then by claims", () => {
  const graph = { low: Int32Array.of(0, 0, 1, 1, 2, 2), high: Int32Array.of(1, 2, 2, 3, 3, 4) };
  const view = {
    contested: Uint8Array.of(0, 0, 0, ONE_SIDED, BOTH_SIDES, 0),
    sourceCount: Int32Array.of(1, 2, 2, 1, 1, 0),
    claimCount: Int32Array.of(9, 2, 3, 1, 1, 0),
  };
  assert.deepEqual(listedPairs(view, 9), [3, 4, 2, 1, 0]);
  assert.deepEqual(listedPairs(view, 2), [3, 4]);
  assert.deepEqual(listedPairs(view, 9, (pair) => hasEnd(graph, pair, 1)), [3, 2, 0]);
});
