/** A drawing context that writes SVG: the part of the canvas interface that the page's painting uses. */

import { xmlQuoted, xmlText } from "./graphml.mjs";

const round = (/** @type {number} */ number) => Math.round(number * 100) / 100;

/** Only moves and even scales are known as transforms, and arcs that go clockwise. */
export class SvgContext {
  /** @param {CanvasRenderingContext2D} measuring a canvas that knows how wide words are */
  constructor(measuring) {
    this.measuring = measuring;
    /** @type {string[]} */
    this.parts = [];
    this.path = "";
    this.state = {
      globalAlpha: 1, lineWidth: 1, strokeStyle: "#000", fillStyle: "#000", font: "10px sans-serif",
      textBaseline: "alphabetic", lineJoin: "miter", x: 0, y: 0, scale: 1,
    };
    /** @type {(typeof this.state)[]} */
    this.saved = [];
    for (const name of ["globalAlpha", "lineWidth", "strokeStyle", "fillStyle", "font", "textBaseline", "lineJoin"]) {
      Object.defineProperty(this, name, {
        get: () => /** @type {any} */ (this.state)[name],
        set: (value) => { this.state = { ...this.state, [name]: value }; },
      });
    }
  }

  save() { this.saved.push(this.state); }
  restore() { this.state = this.saved.pop() ?? this.state; }

  /**
   * @param {number} x
   * @param {number} y
   */
  translate(x, y) {
    const { scale } = this.state;
    this.state = { ...this.state, x: this.state.x + x * scale, y: this.state.y + y * scale };
  }

  /** @param {number} factor */
  scale(factor) { this.state = { ...this.state, scale: this.state.scale * factor }; }

  beginPath() { this.path = ""; }
  closePath() { this.path += "Z"; }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {string}
   */
  at(x, y) {
    return `${round(this.state.x + x * this.state.scale)} ${round(this.state.y + y * this.state.scale)}`;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) { this.path += `M${this.at(x, y)}`; }

  /**
   * As on a canvas, a path that is empty begins here.
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) { this.path += `${this.path === "" ? "M" : "L"}${this.at(x, y)}`; }

  /**
   * In two halves, since SVG draws no arc that ends where it began.
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {number} start radians
   * @param {number} end
   */
  arc(x, y, radius, start, end) {
    const point = (/** @type {number} */ angle) => this.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const size = round(radius * this.state.scale);
    this.path += `${this.path === "" ? "M" : "L"}${point(start)}`;
    for (const angle of [(start + end) / 2, end]) this.path += `A${size} ${size} 0 0 1 ${point(angle)}`;
  }

  stroke() {
    const { strokeStyle, lineWidth, scale, lineJoin, globalAlpha } = this.state;
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${xmlQuoted(strokeStyle)}" stroke-width="${round(lineWidth * scale)}" stroke-linejoin="${lineJoin}" opacity="${globalAlpha}"/>`);
  }

  fill() {
    this.parts.push(`<path d="${this.path}" fill="${xmlQuoted(this.state.fillStyle)}" opacity="${this.state.globalAlpha}"/>`);
  }

  /** @param {string} text */
  measureText(text) {
    this.measuring.font = this.state.font;
    return this.measuring.measureText(text);
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {string} paint
   */
  write(text, x, y, paint) {
    const [left, top] = this.at(x, y).split(" ");
    const middle = this.state.textBaseline === "middle" ? ' dominant-baseline="central"' : "";
    this.parts.push(`<text x="${left}" y="${top}" style="font:${xmlQuoted(this.state.font)}"${middle} ${paint} opacity="${this.state.globalAlpha}">${xmlText(text)}</text>`);
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  fillText(text, x, y) { this.write(text, x, y, `fill="${xmlQuoted(this.state.fillStyle)}"`); }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  strokeText(text, x, y) {
    this.write(text, x, y, `fill="none" stroke="${xmlQuoted(this.state.strokeStyle)}" stroke-width="${this.state.lineWidth}" stroke-linejoin="round"`);
  }

  /**
   * @param {number} width
   * @param {number} height
   * @param {string} ground
   * @returns {string} the whole file
   */
  file(width, height, ground) {
    const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
    return `${head}\n<rect width="100%" height="100%" fill="${xmlQuoted(ground)}"/>\n${this.parts.join("\n")}\n</svg>\n`;
  }
}
