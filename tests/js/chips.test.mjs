import assert from "node:assert/strict";
import { test } from "node:test";
import { filterWords } from "../../graphkit/explorer/assets/chips.mjs";
import { indexPayload } from "../../graphkit/explorer/assets/data.mjs";
import { FACETS } from "../../graphkit/explorer/assets/facet_values.mjs";
import { isFiltered, noFilters } from "../../graphkit/explorer/assets/filters.mjs";
import { smallGraph, smallPayload } from "./small_graph.mjs";

const off = (facet, ...values) => ({ off: { ...noFilters().off, [facet]: new Set(values) } });
const words = (change, graph = smallGraph()) => filterWords(graph, { ...noFilters(), ...change }).map((filter) => filter.words);

test("no filter, no words", () => {
  assert.deepEqual(words({}), []);
  assert.deepEqual(words({ query: "   " }), []);
});

test("each filter says what it does", () => {
  const cases = [
    [off("publication", 0), "Sources: only Gazette"],
    [off("publication", 0, 1), "Sources: none"],
    [off("document", 1), "Documents: only a.txt"],
    [off("speaker", 1), "Speakers: without report"],
    [off("speaker", 1, 2), "Speakers: only the article itself"],
    [off("polarity", 1), "Polarity: only ✓ affirmed"],
    [off("certainty", 0), "Certainty: only ≈ hedged"],
    [off("relation", 1), "Relations: only supports"],
    [{ query: " pays " }, "Search: pays"],
    [{ contestedOnly: true }, "contested only"],
    [{ minSources: 2 }, "in at least 2 sources"],
    [{ minConfidence: 0.35 }, "confidence from 0.35"],
    [{ since: "2019-08" }, "since Aug 2019"],
    [{ until: "2021" }, "until 2021"],
    [{ hidden: new Set([0, 2]) }, "hidden: Acme, Coil Ünited"],
  ];
  for (const [change, expected] of cases) assert.deepEqual(words(change), [expected]);
});

test("of many values only the number is said", () => {
  const payload = smallPayload();
  payload.tables.publication = Array.from({ length: 1300 }, (_, at) => `Paper ${at}`);
  const graph = indexPayload(payload);
  const upTo = (count) => Array.from({ length: count }, (_, at) => at);
  assert.deepEqual(words(off("publication", 3, 5), graph), ["Sources: without Paper 3, Paper 5"]);
  assert.deepEqual(words(off("publication", 3, 5, 7), graph), ["Sources: without 3 of 1,300"]);
  assert.deepEqual(words(off("publication", ...upTo(100)), graph), ["Sources: without 100 of 1,300"]);
  assert.deepEqual(words(off("publication", ...upTo(1200)), graph), ["Sources: only 100 of 1,300"]);
  assert.deepEqual(words(off("publication", ...upTo(1299)), graph), ["Sources: only Paper 1299"]);
});

test("each can be taken off by itself, all together leave none", () => {
  const filters = {
    off: Object.fromEntries(FACETS.map((facet) => [facet, new Set([0])])), hidden: new Set([1]), contestedOnly: true,
    minSources: 2, minConfidence: 0.5, since: "2019", until: "2021", query: "x",
  };
  const found = filterWords(smallGraph(), filters);
  assert.equal(found.length, FACETS.length + 7);
  for (const { words: said, without } of found) {
    const rest = filterWords(smallGraph(), { ...filters, ...without }).map((filter) => filter.words);
    assert.deepEqual(rest, found.map((filter) => filter.words).filter((other) => other !== said));
  }
  let left = filters;
  while (filterWords(smallGraph(), left).length) left = { ...left, ...filterWords(smallGraph(), left)[0].without };
  assert.equal(isFiltered(left), false);
});
