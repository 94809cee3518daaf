import assert from "node:assert/strict";
import { test } from "node:test";
import { columnPositions, fanOut, ringPositions } from "../../graphkit/explorer/assets/rings.mjs";

const onCircle = (actor) => ({ x: 100 * Math.cos(actor), y: 100 * Math.sin(actor) });
const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);
const places = (positions) => [...positions.values()].map(({ x, y }) => `${x} ${y}`);

test("the actor in focus stands in the middle, alone or not", () => {
  assert.deepEqual([...ringPositions(7, [], onCircle)], [[7, { x: 0, y: 0 }]]);
  assert.deepEqual(ringPositions(0, upTo(3), onCircle).get(0), { x: 0, y: 0 });
});

test("everybody has a place, and no two the same", () => {
  for (const count of [1, 2, 20, 21, 61, 150]) {
    const found = ringPositions(0, upTo(count), onCircle);
    assert.equal(found.size, count + 1);
    assert.equal(new Set(places(found)).size, count + 1, `${count} neighbours`);
    assert.ok([...found.values()].every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y)));
  }
});

test("the first twenty are closest", () => {
  const found = ringPositions(0, upTo(30), onCircle);
  const distance = (actor) => Math.hypot(found.get(actor).x / 1.2, found.get(actor).y);
  assert.ok(Math.max(...upTo(20).map(distance)) < Math.min(...upTo(30).slice(20).map(distance)));
});

test("the list of neighbours stays as it was", () => {
  const neighbours = [5, 3, 1];
  ringPositions(0, neighbours, onCircle);
  assert.deepEqual(neighbours, [5, 3, 1]);
});

test("those who stand on one point are still set apart", () => {
  assert.equal(new Set(places(ringPositions(0, upTo(8), () => ({ x: 0, y: 0 })))).size, 9);
});

test("a fan opens away from the middle and moves nobody who has a place", () => {
  const positions = new Map([[0, { x: 0, y: 0 }], [1, { x: 200, y: 0 }]]);
  fanOut(positions, 1, [0, 2, 3, 4]);
  assert.deepEqual(positions.get(0), { x: 0, y: 0 });
  assert.deepEqual(positions.get(3), { x: 404, y: 0 });
  assert.ok([2, 3, 4].every((actor) => positions.get(actor).x > 200));
  assert.equal(new Set(places(positions)).size, 5);
});

test("a fan of many has several arcs, and one of nobody is none", () => {
  const positions = new Map([[0, { x: 0, y: -100 }]]);
  fanOut(positions, 0, upTo(25));
  assert.equal(new Set(places(positions)).size, 26);
  fanOut(positions, 99, [100]);
  assert.equal(positions.has(100), false);
});

test("a way runs from left to right, around the middle", () => {
  const found = columnPositions(new Map([[4, 0], [2, 1], [3, 1], [9, 2]]));
  assert.deepEqual([...found].sort(([a], [b]) => a - b), [
    [2, { x: 0, y: -37 }], [3, { x: 0, y: 37 }], [4, { x: -240, y: 0 }], [9, { x: 240, y: 0 }],
  ]);
  assert.deepEqual([...columnPositions(new Map())], []);
  assert.deepEqual([...columnPositions(new Map([[1, 0]]))], [[1, { x: 0, y: 0 }]]);
});

test("a tall column stands in two lines", () => {
  const found = columnPositions(new Map([[0, 0], ...upTo(12).map((actor) => [actor, 1]), [20, 2]]));
  const middle = upTo(12).map((actor) => found.get(actor));
  assert.deepEqual([...new Set(middle.map(({ x }) => x))], [-45, 45]);
  assert.equal(new Set(middle.map(({ y }) => y)).size, 12);
});
