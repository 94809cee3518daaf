import assert from "node:assert/strict";
import { test } from "node:test";
import { Camera } from "../../graphkit/explorer/assets/camera.mjs";
import { pairColor, publicationColor } from "../../graphkit/explorer/assets/colors.mjs";
import { applyFilters, noFilters } from "../../graphkit/explorer/assets/filters.mjs";
import { crosses, distanceToSegment, SHAPES, shapeOf, shortened } from "../../graphkit/explorer/assets/geometry.mjs";
import { overlaps, placeLabels } from "../../graphkit/explorer/assets/labels.mjs";
import { lineOf } from "../../graphkit/explorer/assets/lines.mjs";
import { ringPositions } from "../../graphkit/explorer/assets/rings.mjs";
import { smallGraph } from "./small_graph.mjs";

test("a line tells sources, direction, contest and hedging", () => {
  const graph = smallGraph();
  const view = applyFilters(graph, noFilters());
  const [disputed, friendly] = [0, 1].map((pair) => lineOf(graph, view, pair, { colorBy: "source" }, "light"));
  assert.equal(disputed.contested, true);
  assert.deepEqual([disputed.toHigh, disputed.toLow], [true, false]);
  assert.ok(disputed.width > friendly.width);
  assert.deepEqual([friendly.toHigh, friendly.toLow], [false, false], "a symmetric relation has no arrow");
});

test("a line has the colour that its claims share", () => {
  const graph = smallGraph();
  assert.equal(pairColor(graph, [0, 2], "source", "light"), "#332288");
  assert.equal(pairColor(graph, [0, 1], "source", "light"), "#4A5365");
  assert.equal(pairColor(graph, [0, 1], "relation", "light"), "#009E73");
  assert.equal(pairColor(graph, [1], "polarity", "dark"), "#F08A3C");
  assert.equal(publicationColor(graph, 1, "light"), "#8A8F98", "beyond the palette: the grey of the others");
});

test("distance to a segment ends at its ends", () => {
  const [from, to] = [{ x: 0, y: 0 }, { x: 10, y: 0 }];
  assert.equal(distanceToSegment({ x: 5, y: 3 }, from, to), 3);
  assert.equal(distanceToSegment({ x: 13, y: 4 }, from, to), 5);
  assert.equal(distanceToSegment({ x: 3, y: 4 }, from, from), 5);
});

test("a shortened line ends at the shapes, also where they touch", () => {
  const part = shortened({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 20);
  assert.deepEqual([part.from.x, part.to.x], [10, 80]);
  assert.equal(shortened({ x: 0, y: 0 }, { x: 5, y: 0 }, 10, 10).length, 1);
  assert.ok(Number.isFinite(shortened({ x: 1, y: 1 }, { x: 1, y: 1 }, 2, 2).to.x));
});

test("every actor type has its own shape, and an unknown one is other", () => {
  const outlines = Object.values(SHAPES).map((points) => JSON.stringify(points));
  assert.equal(new Set(outlines).size, outlines.length);
  assert.equal(shapeOf("ghost"), SHAPES.other);
});

test("no two labels overlap, and the first in line gets a place", () => {
  const wanted = Array.from({ length: 80 }, (_, id) => ({ id, x: 100 + (id % 9) * 22, y: 100 + Math.floor(id / 9) * 15, radius: 6, width: 70, height: 15, strong: id < 3, others: [] }));
  const placed = [...placeLabels(wanted, { width: 500, height: 400 })];
  assert.ok(placed.length > 5 && placed.length < 80);
  assert.ok(placed.some(([id]) => id === 0));
  for (const [id, box] of placed) {
    for (const [other, otherBox] of placed) assert.ok(id === other || !overlaps(box, otherBox), `${id} over ${other}`);
    assert.ok(box.left >= 0 && box.right <= 500);
  }
});

test("a name keeps off the lines of its actor", () => {
  const name = { id: 1, x: 100, y: 100, radius: 5, width: 60, height: 15, strong: false };
  const frame = { width: 200, height: 200 };
  const below = placeLabels([{ ...name, others: [] }], frame).get(1);
  assert.ok(below && below.top > 100);
  const above = placeLabels([{ ...name, others: [{ x: 100, y: 190 }] }], frame).get(1);
  assert.ok(above && above.bottom < 100);
});

test("a segment crosses a box, passes by or ends before it", () => {
  const box = { left: 10, top: 10, right: 20, bottom: 20 };
  assert.equal(crosses(box, { x: 0, y: 0 }, { x: 30, y: 30 }), true);
  assert.equal(crosses(box, { x: 15, y: 12 }, { x: 16, y: 13 }), true);
  assert.equal(crosses(box, { x: 0, y: 15 }, { x: 9, y: 15 }), false);
  assert.equal(crosses(box, { x: 0, y: 25 }, { x: 30, y: 25 }), false);
  assert.equal(crosses(box, { x: 0, y: 15 }, { x: 0, y: 30 }), false);
});

test("the ego view seats everybody once, the middle at the origin", () => {
  const others = Array.from({ length: 40 }, (_, at) => at + 1);
  const places = ringPositions(0, others, (actor) => ({ x: Math.cos(actor), y: Math.sin(actor) }));
  assert.deepEqual(places.get(0), { x: 0, y: 0 });
  assert.equal(places.size, 41);
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 41);
});

/** A network of vis-network's kind that stands at these points, and where its camera was last sent. */
function fakeNetwork(points) {
  const network = {
    scale: 1,
    on: () => {},
    getPositions: () => points,
    getScale: () => network.scale,
    getViewPosition: () => ({ x: 10, y: 20 }),
    moveTo: (target) => Object.assign(network, target),
  };
  return network;
}

test("the camera shows everything, not larger than drawn for, and keeps within bounds", () => {
  const place = { clientWidth: 724, clientHeight: 752 };
  const network = fakeNetwork({ a: { x: -600, y: 0 }, b: { x: 600, y: 100 } });
  const camera = new Camera(network, place);
  camera.fit();
  assert.equal(network.scale, 0.5);
  assert.deepEqual(network.position, { x: 0, y: 70 });
  camera.zoom(100);
  assert.equal(network.scale, 8);
  network.scale = 2;
  assert.deepEqual(camera.toPixels()({ x: 15, y: 20 }), { x: 372, y: 376 });
  assert.equal(camera.fitsBetterTurned({ x: [0, 1000], y: [0, 100] }), false);
  const close = fakeNetwork({ a: { x: 0, y: 0 } });
  new Camera(close, place).fit();
  assert.equal(close.scale, 1.4);
  const wide = new Camera(network, { clientWidth: 1524, clientHeight: 552 });
  assert.equal(wide.fitsBetterTurned({ x: [0, 100], y: [0, 1000] }), true);
});

/** A camera of 1000 by 800 pixels over these points, and what it was told. */
function cameraOver(points) {
  const heard = {};
  const moves = [];
  const network = {
    on: (event, act) => { heard[event] = act; },
    getPositions: () => points,
    getScale: () => 1,
    getViewPosition: () => ({ x: 0, y: 0 }),
    moveTo: (to) => moves.push(to),
  };
  return { camera: new Camera(network, { clientWidth: 1000, clientHeight: 800 }), heard, moves };
}

const FULL = [{ x: -400, y: 0 }, { x: 400, y: 0 }];
const SMALL = [{ x: -400, y: 0 }, { x: -300, y: 0 }];
const OUTSIDE = [{ x: -600, y: 0 }, { x: 300, y: 0 }];
const GONE = [{ x: 900, y: 0 }, { x: 1000, y: 0 }];

for (const [name, points, fitted, fittedAfterPanning] of [
  ["fills the view", FULL, 0, 0], ["leaves most of it empty", SMALL, 1, 0],
  ["is partly out of sight", OUTSIDE, 1, 0], ["is all out of sight", GONE, 1, 1],
]) {
  test(`after a filter, what ${name} is ${fitted ? "" : "not "}fitted, after panning ${fittedAfterPanning ? "too" : "not"}`, () => {
    const still = cameraOver(points);
    still.camera.settle();
    assert.equal(still.moves.length, fitted);
    const panned = cameraOver(points);
    panned.heard.dragEnd();
    panned.camera.settle();
    assert.equal(panned.moves.length, fittedAfterPanning);
    assert.ok([...still.moves, ...panned.moves].every((move) => move.animation === false));
  });
}
