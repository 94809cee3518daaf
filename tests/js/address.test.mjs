import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, shortName, stateOf, valueNames } from "../../graphkit/explorer/assets/address.mjs";
import { indexPayload } from "../../graphkit/explorer/assets/data.mjs";
import { FACETS } from "../../graphkit/explorer/assets/facet_values.mjs";
import { noFilters } from "../../graphkit/explorer/assets/filters.mjs";
import { initialState } from "../../graphkit/explorer/assets/state.mjs";
import { smallGraph, smallPayload } from "./small_graph.mjs";

const SETTINGS = { colorBy: "source", maxPairs: 400 };
const initial = () => initialState(SETTINGS);
const opened = (graph, address) => stateOf(graph, address, initial());
const written = (graph, change) => addressOf(graph, { ...initial(), ...change }, SETTINGS);
const filtered = (change) => ({ filters: { ...noFilters(), ...change } });

/** Ids with all that means something in an address. */
const IDS = ["acme.co_2", "größe & söhne", "a=b#c?d%20+e"];

function oddGraph() {
  const payload = smallPayload();
  payload.actors.id = IDS;
  payload.tables.publication = ["Süd.Kurier", "a&b=c"];
  return indexPayload(payload);
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
function chances(seed) {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomState(graph, seed) {
  const chance = chances(seed);
  const pick = (values) => values[Math.floor(chance() * values.length)];
  const some = (values) => values.filter(() => chance() < 0.3);
  const actors = [0, 1, 2];
  const off = Object.fromEntries(FACETS.map((facet) => [facet, new Set(some([...valueNames(graph, facet).keys()]))]));
  const focus = pick([-1, ...actors]);
  const filters = {
    off, hidden: new Set(some(actors)), contestedOnly: pick([true, false]), minSources: pick([1, 2, 99]),
    minConfidence: pick([0, 0.05, 0.35, 1]), since: pick(["", "2019", "2019-02", "2019-02-03"]), until: pick(["", "2022"]),
    query: pick(["", "+1 & 2 = #3?", "“Ünï” 100%", "a  b"]),
  };
  return {
    filters, focus, path: focus < 0 ? pick([null, [0, 2], [1, 0]]) : null, expanded: new Set(some(actors)),
    selection: pick([null, { kind: "pair", index: 1 }, { kind: "actor", index: 2 }]),
    pins: new Map(some(actors).map((actor) => [actor, { x: Math.round(chance() * 900) - 450, y: -7 }])),
    colorBy: pick(["source", "relation", "polarity"]), maxPairs: pick([1, 400, 10_000]), table: pick([true, false]),
  };
}

test("the page as it opens has no address", () => {
  assert.equal(written(smallGraph(), {}), "");
  assert.deepEqual(opened(smallGraph(), ""), initial());
});

test("any view comes back from its address", () => {
  for (const graph of [smallGraph(), oddGraph()]) {
    for (let seed = 0; seed < 300; seed += 1) {
      const state = randomState(graph, seed);
      const address = addressOf(graph, state, SETTINGS);
      assert.deepEqual(opened(graph, address), state, `seed ${seed}: ${address}`);
      assert.equal(addressOf(graph, opened(graph, address), SETTINGS), address);
    }
  }
});

test("a facet that is off as a whole stays so", () => {
  const graph = smallGraph();
  const off = { ...noFilters().off, publication: new Set([0, 1]), polarity: new Set([0, 1]) };
  assert.deepEqual(opened(graph, written(graph, filtered({ off }))).filters.off, off);
});

test("an address holds in a page that was made from more documents", () => {
  const [before, payload] = [smallGraph(), smallPayload()];
  payload.actors.id = ["coil", "acme", "bolt"];
  payload.tables.publication = ["Harbour Letter", "Echo", "Gazette"];
  const after = indexPayload(payload);
  const off = { ...noFilters().off, publication: new Set([1]) };
  const state = opened(after, written(before, { focus: 1, ...filtered({ off, hidden: new Set([0, 2]) }) }));
  assert.equal(state.focus, 2);
  assert.deepEqual(state.filters.hidden, new Set([0, 1]));
  assert.deepEqual(state.filters.off.publication, new Set([2]));
});

test("an address of which nothing is known here shows everything", () => {
  const addresses = [
    "publication=%2Bzzzzzzzz", "publication=-zzzzzzzz", "publication=zzzzzzzz", "publication=-", "publication=",
    "around=nobody", "around=", "actor=nobody", "pair=zzzzzzzz.zzzzzzzz", "path=zzzzzzzz", "hidden=zzzzzzzz..", "with=.",
    "since=yesterday", "until=2021-1", "sources=0", "sources=-3", "sources=1.5", "sources=NaN", "sources=1e9",
    "confidence=2", "confidence=-1", "confidence=x", "color=<script>", "pairs=none", "pairs=0", "pairs=10001", "table=yes", "contested=true",
    "pins=zzzzzzzz_1_2", "pins=_", "pins=...", "__proto__=1", "constructor=x", "%", "%E0%A4%A", "&&&===", "<img src=x onerror=alert(1)>",
  ];
  for (const address of addresses) assert.deepEqual(opened(smallGraph(), address), initial(), address);
});

test("a pin is two numbers, or it is none", () => {
  const bolt = shortName("bolt");
  for (const pin of ["", "_", "_1", "_x_1", "_1_x", "_1_NaN", "_Infinity_1"]) {
    assert.equal(opened(smallGraph(), `pins=${bolt}${pin}`).pins.size, 0, pin);
  }
  assert.deepEqual([...opened(smallGraph(), `pins=${bolt}_-4_7`).pins], [[1, { x: -4, y: 7 }]]);
});

test("a pair is found whichever end is named first, a path keeps its direction", () => {
  const [acme, bolt, coil] = ["acme", "bolt", "coil"].map(shortName);
  for (const pair of [`${acme}.${bolt}`, `${bolt}.${acme}`]) {
    assert.deepEqual(opened(smallGraph(), `pair=${pair}`).selection, { kind: "pair", index: 0 });
  }
  for (const pair of [`${acme}.${coil}`, acme, `${acme}.${acme}`, `${acme}.${bolt}.${coil}`]) {
    assert.equal(opened(smallGraph(), `pair=${pair}`).selection, null);
  }
  assert.deepEqual(opened(smallGraph(), `path=${coil}.${acme}`).path, [2, 0]);
  assert.equal(opened(smallGraph(), `path=${coil}.${acme}&around=bolt`).path, null);
});

test("a graph without actors has an address too", () => {
  const payload = smallPayload();
  for (const columns of [payload.claims, payload.actors, payload.pairs]) for (const name of Object.keys(columns)) columns[name] = [];
  const graph = indexPayload({ ...payload, disputes: { pair: [], first: [], second: [] } });
  assert.deepEqual(opened(graph, "around=acme&actor=acme&pins=a_1_2"), initial());
});

test("short names are short, the same each time, and tell names apart", () => {
  const names = ["", "a", "A", "ab", "ba", "ä", "a\u0308", "😀", "x".repeat(10_000), ...Array.from({ length: 20_000 }, (_, at) => `actor_${at}`)];
  const short = names.map(shortName);
  assert.ok(short.every((name) => /^[0-9a-z]{8}$/.test(name)));
  assert.equal(new Set(short).size, names.length);
  assert.equal(shortName("acme"), shortName("acme"));
});
