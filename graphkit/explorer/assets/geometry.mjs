/** Points, segments and the shapes of actors. */

/** @typedef {{x: number, y: number}} Point */

/**
 * @param {number} corners
 * @param {number} [turn] in radians
 * @param {number[]} [radii] repeated around
 * @returns {number[][]}
 */
function polygon(corners, turn = 0, radii = [1]) {
  return Array.from({ length: corners }, (_, at) => {
    const angle = turn - Math.PI / 2 + (2 * Math.PI * at) / corners;
    const radius = radii[at % radii.length];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** The outline of an actor by its type, in a unit circle; [] is a circle. */
export const SHAPES = /** @type {Record<string, number[][]>} */ ({
  person: [],
  armed_group: polygon(3, 0, [1.2]),
  organization: polygon(4, Math.PI / 4, [1.2]),
  agency: polygon(4, 0, [1.2]),
  government: polygon(10, 0, [1.25, 0.62]),
  media: polygon(6, 0, [1.1]),
  other: polygon(4, 0, [1.2, 0.5]),
});

/**
 * @param {string} type
 * @returns {number[][]}
 */
export function shapeOf(type) {
  return SHAPES[type] ?? SHAPES.other;
}

/**
 * @param {Point} point
 * @param {Point} from
 * @param {Point} to
 * @returns {number} distance from the point to the segment
 */
export function distanceToSegment(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / square : 0;
  const at = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}

/**
 * @param {{left: number, top: number, right: number, bottom: number}} box
 * @param {Point} from
 * @param {Point} to
 * @returns {boolean} whether the segment meets the box (Liang and Barsky's clipping)
 */
export function crosses(box, from, to) {
  let [enter, leave] = [0, 1];
  for (const [start, delta, low, high] of [
    [from.x, to.x - from.x, box.left, box.right],
    [from.y, to.y - from.y, box.top, box.bottom],
  ]) {
    if (delta === 0 && (start < low || start > high)) return false;
    if (delta === 0) continue;
    const [one, other] = [(low - start) / delta, (high - start) / delta];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter <= leave;
}

/**
 * The segment without what lies under the two actors' shapes.
 * @param {Point} from
 * @param {Point} to
 * @param {number} before to leave out at `from`
 * @param {number} after to leave out at `to`
 * @returns {{from: Point, to: Point, ux: number, uy: number, length: number}} with its unit direction
 */
export function shortened(from, to, before, after) {
  const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / whole, (to.y - from.y) / whole];
  const length = Math.max(1, whole - before - after);
  const start = { x: from.x + ux * before, y: from.y + uy * before };
  return { from: start, to: { x: start.x + ux * length, y: start.y + uy * length }, ux, uy, length };
}
