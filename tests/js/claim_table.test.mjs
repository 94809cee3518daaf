import assert from "node:assert/strict";
import { test } from "node:test";
import { COLUMNS, sortedClaims } from "../../graphkit/explorer/assets/claim_table.mjs";
import { indexPayload } from "../../graphkit/explorer/assets/data.mjs";
import { smallGraph, smallPayload } from "./small_graph.mjs";

const ALL = [0, 1, 2, 3];
const column = (name) => COLUMNS.findIndex((one) => one.name === name);
const sorted = (graph, name, down = false, claims = ALL) => sortedClaims(graph, claims, column(name), down);

test("a row says who is linked to whom, by whom and where", () => {
  const row = (claim) => COLUMNS.map(({ of }) => of(smallGraph(), claim));
  assert.deepEqual(row(0), ["Acme", "supports", "Bolt", "Acme pays Bolt.", "✓ affirmed", "asserted", "the article itself", "Echo", "2020", 0.9]);
  assert.deepEqual(row(1).slice(4, 9), ["✕ denied", "asserted", "report › envoy", "Gazette", ""]);
  assert.deepEqual(row(2).slice(4, 6), ["✓ affirmed", "≈ hedged"]);
});

test("each column sorts both ways, and what is equal stays in its order", () => {
  const cases = [
    ["Subject", [0, 1, 2, 3], [2, 3, 0, 1]],
    ["Relation", [2, 3, 0, 1], [0, 1, 2, 3]],
    ["Source", [0, 2, 3, 1], [1, 0, 2, 3]],
    ["Date", [1, 0, 2, 3], [0, 2, 3, 1]],
    ["Confidence", [3, 2, 1, 0], [0, 1, 2, 3]],
    ["Speaker", [1, 0, 2, 3], [0, 2, 3, 1]],
  ];
  for (const [name, up, down] of cases) {
    assert.deepEqual(sorted(smallGraph(), name), up, name);
    assert.deepEqual(sorted(smallGraph(), name, true), down, `${name} down`);
  }
});

test("numbers are sorted as numbers", () => {
  const payload = smallPayload();
  payload.claims.confidence = [1, 0.1, 0.09, 0.5];
  assert.deepEqual(sorted(indexPayload(payload), "Confidence"), [2, 1, 3, 0]);
});

test("only the claims that were asked for are there, and the list itself stays as it was", () => {
  const claims = [3, 1, 0];
  assert.deepEqual(sorted(smallGraph(), "Confidence", true, claims), [0, 1, 3]);
  assert.deepEqual(claims, [3, 1, 0]);
  assert.deepEqual(sorted(smallGraph(), "Quote", false, []), []);
});
