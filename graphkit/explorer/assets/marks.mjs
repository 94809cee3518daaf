/** How one pair is painted: line, arrows, and the marks for contested and denied. */

/** @typedef {import("./geometry.mjs").Point} Point */
/** @typedef {{from: Point, to: Point, ux: number, uy: number, length: number}} Part */
/** @typedef {{paper: string, actor: string, accent: string, affirmed: string, denied: string}} Colors */

/**
 * @param {CanvasRenderingContext2D} context in CSS pixels
 * @param {Part} part between the two actors
 * @param {import("./lines.mjs").Line} line
 * @param {{size: number, chosen: boolean, theme: Colors}} look
 */
export function paintLink(context, part, line, { size, chosen, theme }) {
  const width = line.width * size;
  if (chosen) stroke(context, part, width + (line.contested ? 12 : 8), `${theme.accent}66`, 0);
  const lead = 4 * size + width;
  const body = {
    ...part,
    from: line.toLow ? along(part, lead) : part.from,
    to: line.toHigh ? along(part, part.length - lead) : part.to,
  };
  const color = line.contested ? theme.actor : line.color;
  if (line.contested) paintStripes(context, body, width, theme);
  else stroke(context, body, width, color, 0);
  if (line.toHigh) arrow(context, part.to, part, width, size, color);
  if (line.toLow) arrow(context, part.from, { ux: -part.ux, uy: -part.uy }, width, size, color);
  const middle = along(part, part.length / 2);
  if (line.contested || line.oneSided) contestedMark(context, middle, size, theme);
  else if (line.allDenied) deniedMark(context, middle, size, theme);
}

/**
 * A claim that joins an actor to itself.
 * @param {CanvasRenderingContext2D} context
 * @param {Point} at
 * @param {number} radius of the actor
 * @param {{width: number, color: string}} line
 */
export function paintLoop(context, at, radius, { width, color }) {
  context.beginPath();
  context.arc(at.x, at.y - radius - 7, 9, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke();
}

/**
 * Two stripes: one for those who affirm, one for those who deny.
 * @param {CanvasRenderingContext2D} context
 * @param {Part} part
 * @param {number} width
 * @param {Colors} theme
 */
function paintStripes(context, part, width, theme) {
  const half = Math.max(1.8, width * 0.75);
  stroke(context, part, half, theme.affirmed, -(half + 1) / 2);
  stroke(context, part, half, theme.denied, (half + 1) / 2);
}

/**
 * @param {{from: Point, ux: number, uy: number}} part
 * @param {number} distance
 * @returns {Point}
 */
function along(part, distance) {
  return { x: part.from.x + part.ux * distance, y: part.from.y + part.uy * distance };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Part} part
 * @param {number} width
 * @param {string} color
 * @param {number} aside shifts the line to its right
 */
function stroke(context, part, width, color, aside) {
  const [dx, dy] = [-part.uy * aside, part.ux * aside];
  context.beginPath();
  context.moveTo(part.from.x + dx, part.from.y + dy);
  context.lineTo(part.to.x + dx, part.to.y + dy);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point} tip
 * @param {{ux: number, uy: number}} direction
 * @param {number} width of the line
 * @param {number} size
 * @param {string} color
 */
function arrow(context, tip, { ux, uy }, width, size, color) {
  const [length, half] = [6.5 * size + 1.1 * width, 2.8 * size + 0.75 * width];
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(tip.x - ux * length - uy * half, tip.y - uy * length + ux * half);
  context.lineTo(tip.x - ux * length + uy * half, tip.y - uy * length - ux * half);
  context.closePath();
  context.fillStyle = color;
  context.fill();
}

/**
 * Two halves against each other, with a "not equal" between.
 * @param {CanvasRenderingContext2D} context
 * @param {Point} at
 * @param {number} size
 * @param {Colors} theme
 */
function contestedMark(context, at, size, theme) {
  scaled(context, at, size, () => {
    disc(context, 8.5, theme.paper);
    halfDisc(context, 0.5, theme.affirmed);
    halfDisc(context, 1.5, theme.denied);
    strokes(context, theme.paper, 1.6, [[-3.6, -1.8, 3.6, -1.8], [-3.6, 1.8, 3.6, 1.8], [2.2, -4.6, -2.2, 4.6]]);
  });
}

/**
 * A barred circle: the link is only ever denied.
 * @param {CanvasRenderingContext2D} context
 * @param {Point} at
 * @param {number} size
 * @param {Colors} theme
 */
function deniedMark(context, at, size, theme) {
  scaled(context, at, size, () => {
    disc(context, 8, theme.paper);
    disc(context, 6.6, theme.denied);
    disc(context, 4.4, theme.paper);
    strokes(context, theme.denied, 2.1, [[-3.6, 3.6, 3.6, -3.6]]);
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point} at
 * @param {number} size
 * @param {() => void} paint around the origin
 */
function scaled(context, at, size, paint) {
  context.save();
  context.translate(at.x, at.y);
  context.scale(size, size);
  paint();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} radius
 * @param {string} color
 */
function disc(context, radius, color) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} start in half turns
 * @param {string} color
 */
function halfDisc(context, start, color) {
  context.beginPath();
  context.arc(0, 0, 7, start * Math.PI, (start + 1) * Math.PI);
  context.fillStyle = color;
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} color
 * @param {number} width
 * @param {number[][]} segments x, y to x, y
 */
function strokes(context, color, width, segments) {
  context.beginPath();
  for (const [x, y, toX, toY] of segments) {
    context.moveTo(x, y);
    context.lineTo(toX, toY);
  }
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}
