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
