/** The ego view: one actor in the middle, its neighbours on rings around. */

/** @typedef {import("./geometry.mjs").Point} Point */

const FIRST_RING = 20;
const RING_GAP = 130;

/**
 * @param {number} centre actor
 * @param {number[]} neighbours the closest ring first
 * @param {(actor: number) => Point} placeOf where the actor stands in the overview: keeps neighbours on their side
 * @returns {Map<number, Point>}
 */
export function ringPositions(centre, neighbours, placeOf) {
  const positions = new Map([[centre, { x: 0, y: 0 }]]);
  const origin = placeOf(centre);
  let rest = neighbours;
  for (let ring = 1; rest.length > 0; ring += 1) {
    const seats = Math.min(rest.length, FIRST_RING * ring);
    const seated = rest.slice(0, seats);
    const angle = (/** @type {number} */ actor) => Math.atan2(placeOf(actor).y - origin.y, placeOf(actor).x - origin.x);
    seated.sort((a, b) => angle(a) - angle(b) || a - b);
    const turn = seated.length ? angle(seated[0]) : 0;
    const radius = Math.max(190, (seats * 46) / (2 * Math.PI)) + (ring - 1) * RING_GAP;
    seated.forEach((actor, seat) => {
      const at = turn + (2 * Math.PI * seat) / seats;
      positions.set(actor, { x: Math.round(radius * 1.2 * Math.cos(at)), y: Math.round(radius * Math.sin(at)) });
    });
    rest = rest.slice(seats);
  }
  return positions;
}

const FAN_RADIUS = 170;
const FAN_STEP = Math.PI / 9;

/**
 * The neighbours of an actor on a ring, on its far side from the middle, in as many arcs as they need.
 * @param {Map<number, Point>} positions those who stand already; filled up
 * @param {number} actor one of them
 * @param {number[]} neighbours those of them who stand nowhere yet are placed
 */
export function fanOut(positions, actor, neighbours) {
  const middle = positions.get(actor);
  if (!middle) return;
  const away = Math.atan2(middle.y, middle.x);
  const placed = neighbours.filter((other) => !positions.has(other));
  placed.forEach((other, place) => {
    const [arc, seat] = [Math.floor(place / 9), place % 9];
    const inArc = Math.min(9, placed.length - 9 * arc);
    const angle = away + (seat - (inArc - 1) / 2) * FAN_STEP;
    const radius = FAN_RADIUS + 90 * arc;
    positions.set(other, { x: Math.round(middle.x + radius * 1.2 * Math.cos(angle)), y: Math.round(middle.y + radius * Math.sin(angle)) });
  });
}

const COLUMN_GAP = 240;
const ROW_GAP = 74;

/**
 * A way between two actors, drawn from left to right: those who are as many steps away stand above one another.
 * @param {Map<number, number>} column steps from the start, by actor
 * @returns {Map<number, Point>}
 */
export function columnPositions(column) {
  /** @type {number[][]} */
  const columns = [];
  for (const [actor, steps] of column) (columns[steps] ??= []).push(actor);
  const last = (columns.length - 1) / 2;
  const positions = new Map();
  columns.forEach((actors, steps) => {
    actors.sort((a, b) => a - b).forEach((actor, row) => {
      // in two lines where one would be taller than the screen
      const shift = actors.length > 9 ? (row % 2) * 90 - 45 : 0;
      positions.set(actor, { x: (steps - last) * COLUMN_GAP + shift, y: (row - (actors.length - 1) / 2) * (actors.length > 9 ? ROW_GAP / 2 : ROW_GAP) });
    });
  });
  return positions;
}
