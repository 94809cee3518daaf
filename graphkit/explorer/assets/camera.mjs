/** What part of the page's plane is in sight, and how large. */

/** @typedef {import("./geometry.mjs").Point} Point */

/** CSS pixels kept free for the names at the rim, the bar above and the key below. */
const MARGIN = { side: 62, top: 66, bottom: 86 };

/** Share of the room's width or height that the actors take up in a view that needs no fitting. */
const FILLED = 0.6;

/** vis-network's camera, kept within sensible bounds. */
export class Camera {
  /**
   * @param {any} network of vis-network
   * @param {HTMLElement} place
   */
  constructor(network, place) {
    this.network = network;
    this.place = place;
    /** Whether the reader has chosen what is in sight. */
    this.moved = false;
    network.on("zoom", () => { this.moved = true; this.limit(); });
    network.on("dragEnd", () => { this.moved = true; });
  }

  /** Everything in sight, not larger than drawn for, with room for the names at the rim. */
  fit() {
    const boxes = Object.values(this.network.getPositions());
    if (boxes.length === 0) return;
    const [left, right] = extent(boxes.map((point) => point.x));
    const [top, bottom] = extent(boxes.map((point) => point.y));
    const { width, height } = this.room();
    const wanted = Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
    const scale = Math.max(0.02, Math.min(1.4, wanted));
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale };
    this.network.moveTo({ position, scale, animation: false });
    this.moved = false;
  }

  /**
   * After a filter: fit where the actors leave much of the room empty or lie outside of it. What the reader has
   * chosen to look at stays, unless nothing of it is left. At once, as a moving drawing would be one thing more.
   */
  settle() {
    const points = Object.values(this.network.getPositions()).map(this.toPixels());
    const { clientWidth, clientHeight } = this.place;
    const inSight = points.filter(({ x, y }) => x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight);
    if (this.moved ? inSight.length === 0 : inSight.length < points.length || !this.fills(points)) this.fit();
  }

  /**
   * @param {Point[]} points in CSS pixels
   * @returns {boolean} whether they take up most of the room one way or the other
   */
  fills(points) {
    const { width, height } = this.room();
    const [wide, tall] = [points.map(({ x }) => x), points.map(({ y }) => y)].map(extent).map(([low, high]) => high - low);
    return Math.max(wide / width, tall / height) > FILLED;
  }

  /** @returns {{width: number, height: number}} what there is for actors, in CSS pixels */
  room() {
    const { clientWidth, clientHeight } = this.place;
    return { width: clientWidth - 2 * MARGIN.side, height: clientHeight - MARGIN.top - MARGIN.bottom };
  }

  /**
   * @param {{x: number[], y: number[]}} places
   * @returns {boolean} whether they would be drawn at least a fifth larger with x and y exchanged
   */
  fitsBetterTurned({ x, y }) {
    const { width, height } = this.room();
    const [wide, tall] = [x, y].map(extent).map(([low, high]) => Math.max(1, high - low));
    return Math.min(width / tall, height / wide) > 1.2 * Math.min(width / wide, height / tall);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.moved = true;
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: false });
    this.limit();
  }

  /** Beyond these there is nothing more to see. */
  limit() {
    const scale = this.network.getScale();
    const allowed = Math.max(0.01, Math.min(8, scale));
    if (allowed !== scale) this.network.moveTo({ scale: allowed, animation: false });
  }

  /** @returns {(point: Point) => Point} from page units to CSS pixels on the canvas */
  toPixels() {
    const [scale, middle] = [this.network.getScale(), this.network.getViewPosition()];
    const [halfWidth, halfHeight] = [this.place.clientWidth / 2, this.place.clientHeight / 2];
    return ({ x, y }) => ({ x: (x - middle.x) * scale + halfWidth, y: (y - middle.y) * scale + halfHeight });
  }
}

/**
 * @param {number[]} values
 * @returns {[number, number]} the least and the most; no spread of arguments, which has a limit
 */
function extent(values) {
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  return [least, values.reduce((high, value) => Math.max(high, value), least)];
}
