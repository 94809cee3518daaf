/** Names beside their actors: constant size, none over another. */

import { crosses } from "./geometry.mjs";

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/**
 * @typedef {object} Wanted
 * @property {number} id
 * @property {number} x of the actor
 * @property {number} y
 * @property {number} radius of the actor's shape
 * @property {number} width of the name
 * @property {number} height
 * @property {import("./geometry.mjs").Point[]} others where the lines of the actor end: names keep off them
 * @property {boolean} strong rather over another actor's shape than not at all
 */

const GAP = 4;
const CELL = 64;
const NOBODY = -1;

/** Boxes by the cells of a grid that they touch: only neighbours are compared. */
class Grid {
  constructor() {
    /** @type {Map<string, {box: Box, owner: number}[]>} */
    this.cells = new Map();
  }

  /**
   * @param {Box} box
   * @param {(cell: string) => boolean | void} visit stops when it returns true
   * @returns {boolean} whether it stopped
   */
  eachCell(box, visit) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
        if (visit(`${x} ${y}`)) return true;
      }
    }
    return false;
  }

  /**
   * @param {Box} box
   * @param {number} owner
   */
  add(box, owner) {
    this.eachCell(box, (cell) => {
      const found = this.cells.get(cell);
      if (found) found.push({ box, owner });
      else this.cells.set(cell, [{ box, owner }]);
    });
  }

  /**
   * @param {Box} box
   * @param {number} owner whose own boxes do not count
   * @returns {boolean}
   */
  isTaken(box, owner) {
    return this.eachCell(box, (cell) =>
      (this.cells.get(cell) ?? []).some((other) => other.owner !== owner && overlaps(box, other.box)),
    );
  }
}

/**
 * @param {Box} one
 * @param {Box} other
 * @returns {boolean}
 */
export function overlaps(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * @param {Box} box
 * @param {{width: number, height: number}} frame
 * @returns {boolean}
 */
function isInside({ left, top, right, bottom }, frame) {
  return left >= 2 && top >= 2 && right <= frame.width - 2 && bottom <= frame.height - 2;
}

/**
 * @param {Wanted} name
 * @returns {Box[]} below, above, right, left, then the corners
 */
function candidates({ x, y, radius, width, height }) {
  const reach = radius + GAP;
  const slant = radius * 0.7 + 2;
  const at = (/** @type {number} */ left, /** @type {number} */ top) => {
    return { left, top, right: left + width, bottom: top + height };
  };
  return [
    at(x - width / 2, y + reach),
    at(x - width / 2, y - reach - height),
    at(x + reach, y - height / 2),
    at(x - reach - width, y - height / 2),
    at(x + slant, y + slant),
    at(x - slant - width, y + slant),
    at(x + slant, y - slant - height),
    at(x - slant - width, y - slant - height),
    at(x - width / 2, y + reach + 10),
    at(x - width / 2, y - reach - height - 10),
  ];
}

/**
 * Greedy, the most important name first: each takes the free place inside the frame over which the fewest of its
 * actor's own lines run, and of several the first.
 * @param {Wanted[]} wanted most important first
 * @param {{width: number, height: number}} frame
 * @param {Box[]} [marks] on lines, that names keep off
 * @returns {Map<number, Box>} where the names stand that found a place
 */
export function placeLabels(wanted, frame, marks = []) {
  const [shapes, names] = [new Grid(), new Grid()];
  for (const mark of marks) shapes.add(mark, NOBODY);
  for (const { id, x, y, radius } of wanted) {
    shapes.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }, id);
  }
  const placed = new Map();
  for (const name of wanted) {
    const open = candidates(name).filter((box) => isInside(box, frame) && !names.isTaken(box, name.id));
    const covered = new Map(open.map((box) => [box, name.others.filter((other) => crosses(box, name, other)).length]));
    open.sort((a, b) => (covered.get(a) ?? 0) - (covered.get(b) ?? 0));
    const free = open.find((box) => !shapes.isTaken(box, name.id)) ?? (name.strong ? open[0] : undefined);
    if (!free) continue;
    names.add(free, name.id);
    placed.set(name.id, free);
  }
  return placed;
}
