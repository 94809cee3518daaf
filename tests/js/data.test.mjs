import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { claimsOf, decodePayload, indexPayload, objectOf, subjectOf } from "../../graphkit/explorer/assets/data.mjs";
import { smallGraph, smallPayload } from "./small_graph.mjs";

test("a payload is read plain and gzipped", async () => {
  const text = JSON.stringify({ quote: "“é 😀”" });
  assert.deepEqual(await decodePayload(text), JSON.parse(text));
  assert.deepEqual(await decodePayload(gzipSync(text).toString("base64")), JSON.parse(text));
});

test("claims are found by pair, with their direction", () => {
  const graph = smallGraph();
  assert.deepEqual([...claimsOf(graph, 0)], [0, 1, 2]);
  assert.deepEqual([...claimsOf(graph, 1)], [3]);
  assert.deepEqual([subjectOf(graph, 0), objectOf(graph, 0)], [0, 1]);
  assert.deepEqual([subjectOf(graph, 2), objectOf(graph, 2)], [1, 0]);
});

test("publications are ranked by their claims", () => {
  const payload = smallPayload();
  payload.claims.publication = [1, 1, 0, 1];
  assert.deepEqual(indexPayload(payload).publicationRank, [1, 0]);
});

test("an empty payload has no pairs", () => {
  const payload = smallPayload();
  for (const name of Object.keys(payload.claims)) payload.claims[name] = [];
  const graph = indexPayload({ ...payload, pairs: { low: [], high: [] }, disputes: { pair: [], first: [], second: [] } });
  assert.equal(graph.low.length, 0);
  assert.equal(graph.sourceCount.length, 0);
});
