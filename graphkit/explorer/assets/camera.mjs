/** What part of the page's plane is in sight, and how large. */

/** @typedef {import("./geometry.mjs").Point} Point */

/** CSS pixels kept free for the names at the rim, the bar above and the key below. */
const MARGIN = { side: 62, top: 66, bottom: 86 };

/** vis-network's camera, kept within sensible bounds. */
export class Camera {
  /**
   * @param {any} network of vis-network
   * @param {HTMLElement} place
   */
  constructor(network, place) {
    this.network = network;
    this.place = place;
    network.on("zoom", () => this.limit());
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
