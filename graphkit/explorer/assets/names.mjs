/** Names of actors in the drawing: as many as find room, in one measure whatever the zoom. */

import { placeLabels } from "./labels.mjs";

/** @typedef {import("./geometry.mjs").Point} Point */

const MARK_RADIUS = 7;
/** Names that are drawn while the drawing moves. */
const NAMES_IN_MOTION = 25;
/** As many actors, those with the most claims, have bold names. */
const STRONG = 10;
const FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";

/** Paints names over the actors of a drawing. */
export class Names {
  /** @param {import("./drawing.mjs").Drawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    /** @type {Map<number, import("./labels.mjs").Box>} where they were last painted */
    this.labels = new Map();
    /** @type {Map<string, number>} widths of names */
    this.widths = new Map();
  }

  /**
   * The names that fit, those of the actors with the most claims first.
   * @param {CanvasRenderingContext2D} context in CSS pixels
   * @param {Record<number, Point>} positions
   * @param {(point: Point) => Point} toPixels
   */
  paint(context, positions, toPixels) {
    const { drawing } = this;
    const frame = { width: drawing.place.clientWidth, height: drawing.place.clientHeight };
    const coarse = drawing.isCoarse();
    const others = coarse ? new Map() : this.lineEnds();
    // while one pair is read, the names of the others are but clutter
    const isRead = drawing.marked.pair >= 0;
    const named = isRead ? drawing.order.filter((id) => !drawing.isFaded(id)) : drawing.order;
    const order = coarse ? named.slice(0, NAMES_IN_MOTION) : named;
    const wanted = order.flatMap((id, place) => {
      const at = positions[id] && toPixels(positions[id]);
      if (!at || at.x < -50 || at.y < -20 || at.x > frame.width + 50 || at.y > frame.height + 20) return [];
      const font = this.font(id, place);
      const text = shorten(drawing.graph.actors.label[id]);
      const box = { width: this.widthOf(context, text, font) + 4, height: 15 };
      const strong = place < STRONG;
      return [{ id, ...at, ...box, radius: drawing.radius(id), strong, others: others.get(id) ?? [], text, font }];
    });
    const first = drawing.marked.actor;
    wanted.sort((a, b) => Number(b.id === first) - Number(a.id === first));
    this.labels = placeLabels(wanted, frame, coarse ? [] : this.markBoxes());
    for (const name of wanted) this.paintLabel(context, name);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {string} text
   * @param {string} font
   * @returns {number} CSS pixels; measured once, since measuring takes longer than all the rest of a frame
   */
  widthOf(context, text, font) {
    const key = `${font} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  /** @returns {import("./labels.mjs").Box[]} the marks on contested and denied lines */
  markBoxes() {
    const half = MARK_RADIUS * this.drawing.size();
    return this.drawing.segments.flatMap((segment) => {
      if (!segment || !(segment.line.contested || segment.line.oneSided || segment.line.allDenied)) return [];
      const [one, other] = segment.ends;
      const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
      return [{ left: x - half, top: y - half, right: x + half, bottom: y + half }];
    });
  }

  /** @returns {Map<number, Point[]>} for each actor, where its lines lead, in CSS pixels */
  lineEnds() {
    const ends = new Map(this.drawing.order.map((actor) => [actor, /** @type {Point[]} */ ([])]));
    for (const segment of this.drawing.segments) {
      if (!segment) continue;
      ends.get(segment.line.low)?.push(segment.ends[1]);
      ends.get(segment.line.high)?.push(segment.ends[0]);
    }
    return ends;
  }

  /**
   * @param {number} actor
   * @param {number} place 0 = the actor with the most claims
   * @returns {string} the actors with the most claims stand out
   */
  font(actor, place) {
    return `${place < STRONG || actor === this.drawing.marked.actor ? "600 13px" : "12px"} ${FONT}`;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {{id: number, text: string, font: string}} name
   */
  paintLabel(context, { id, text, font }) {
    const box = this.labels.get(id);
    if (!box) return;
    context.font = font;
    context.globalAlpha = this.drawing.isFaded(id) ? 0.3 : 1;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = this.drawing.theme.paper;
    context.strokeText(text, box.left + 2, (box.top + box.bottom) / 2);
    context.fillStyle = this.drawing.theme.ink;
    context.fillText(text, box.left + 2, (box.top + box.bottom) / 2);
  }
}

/**
 * @param {string} name
 * @returns {string} at most 28 characters
 */
function shorten(name) {
  const points = Array.from(name);
  return points.length > 28 ? `${points.slice(0, 27).join("")}…` : name;
}
