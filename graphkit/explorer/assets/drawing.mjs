/** The drawing: vis-network owns camera, gestures and actors; lines and names are painted here at constant size. */

import { Camera } from "./camera.mjs";
import { distanceToSegment, shapeOf, shortened } from "./geometry.mjs";
import { paintLink, paintLoop } from "./marks.mjs";
import { Names } from "./names.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */
/** @typedef {import("./lines.mjs").Line} Line */
/** @typedef {import("./geometry.mjs").Point} Point */

const HIT_DISTANCE = 7;
/** From so many lines on, what moves is drawn without arrows, marks and most names: see Drawing.isCoarse. */
const COARSE_FROM = 800;
const STILL_AFTER_MS = 160;

/**
 * @param {number} degree claims at the actor
 * @returns {number} radius in CSS pixels
 */
export function actorRadius(degree) {
  return Math.min(17, 5 + 1.7 * Math.sqrt(degree));
}

/** Paints on vis-network's canvas and answers what lies under a point. */
export class Drawing {
  /**
   * @param {HTMLElement} place
   * @param {Graph} graph
   * @param {{nodes: object[], edges: object[], options: object}} model what pyvis wrote
   */
  constructor(place, graph, model) {
    this.place = place;
    this.graph = graph;
    /** @type {Line[]} */
    this.lines = [];
    /** @type {View | null} */
    this.view = null;
    this.marked = { pair: -1, actor: -1, hoverPair: -1, hoverActor: -1 };
    /** @type {Set<number>} actors joined to the marked one */
    this.beside = new Set();
    /** @type {number[]} actors in the drawing, those with the most claims first */
    this.order = [];
    /** @type {({line: Line, ends: Point[]} | null)[]} the lines as they were last painted */
    this.segments = [];
    this.names = new Names(this);
    /** @type {Record<number, Point>} of the actors, as they were when the lines were last painted */
    this.positions = {};
    /** @type {(point: Point) => Point} as of then */
    this.toPixels = (point) => point;
    /** @type {Map<number, Point>} actors that the reader has put somewhere */
    this.pinned = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} set while the reader moves the drawing */
    this.moving = undefined;
    const options = { .../** @type {any} */ (model.options) };
    options.nodes = { ...options.nodes, ctxRenderer: (/** @type {any} */ call) => this.room(call) };
    /** @type {Record<"paper" | "ink" | "actor" | "accent" | "affirmed" | "denied", string>} */
    this.theme; // readTheme sets it
    this.readTheme();
    this.network = new vis.Network(place, { nodes: model.nodes, edges: model.edges }, options);
    this.camera = new Camera(this.network, place);
    // the drawing is hidden from screen readers, which have the list of pairs: so nothing in it may take the focus
    for (const inner of place.querySelectorAll("[tabindex]")) inner.setAttribute("tabindex", "-1");
    for (const event of ["dragging", "zoom"]) this.network.on(event, () => this.moves());
    this.network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
      this.inPixels(context, () => this.paintLines(context));
    });
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
      this.inPixels(context, () => this.paintActors(context));
    });
  }

  /** Takes the colours of the style sheet, which follow the reader's light or dark setting. */
  readTheme() {
    const style = getComputedStyle(document.documentElement);
    const color = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
    this.theme = {
      paper: color("--paper"), ink: color("--ink"), actor: color("--actor"), accent: color("--accent"),
      affirmed: color("--affirmed"), denied: color("--denied"),
    };
  }

  /**
   * Show these lines and their actors.
   * @param {Line[]} lines
   * @param {View} view
   * @param {(actor: number) => Point} placeOf
   * @param {boolean} fit whether the camera moves to show everything
   */
  show(lines, view, placeOf, fit) {
    const [position, scale] = [this.network.getViewPosition(), this.network.getScale()];
    this.lines = lines;
    this.view = view;
    const actors = new Set(lines.flatMap((line) => [line.low, line.high]));
    this.beside = this.neighbours(this.marked.actor);
    this.order = [...actors].sort((a, b) => view.degree[b] - view.degree[a] || a - b);
    const nodes = this.order.map((id) => ({ id, label: " ", ...placeOf(id) }));
    const edges = lines.map((line) => ({ id: line.pair, from: line.low, to: line.high }));
    this.network.setData({ nodes, edges });
    if (fit) this.camera.fit();
    else this.network.moveTo({ position, scale, animation: false });
  }

  /** @param {Partial<Drawing["marked"]>} change what is selected or under the pointer */
  mark(change) {
    const before = this.marked;
    this.marked = { ...before, ...change };
    if (/** @type {(keyof typeof before)[]} */ (Object.keys(before)).every((part) => before[part] === this.marked[part])) return;
    this.beside = this.neighbours(this.marked.hoverActor >= 0 ? this.marked.hoverActor : this.marked.actor);
    this.network.redraw();
  }

  /**
   * @param {number} actor
   * @returns {number} radius in CSS pixels
   */
  radius(actor) {
    return actorRadius(this.view?.degree[actor] ?? 0) * this.size();
  }

  /** @returns {number} how large marks are drawn: they grow and shrink with the zoom, but less */
  size() {
    return Math.max(0.5, Math.min(1.5, Math.sqrt(this.network.getScale())));
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {() => void} paint in CSS pixels, whatever the camera is
   */
  inPixels(context, paint) {
    context.save();
    const ratio = context.canvas.width / this.place.clientWidth || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint();
    context.restore();
  }

  /** The reader moves the drawing; once it is still, it is drawn with everything. */
  moves() {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => {
      this.moving = undefined;
      this.network.redraw();
    }, STILL_AFTER_MS);
  }

  /** @returns {boolean} whether only the gist is drawn, so that many lines can be moved smoothly */
  isCoarse() {
    return this.moving !== undefined && this.lines.length > COARSE_FROM;
  }

  /**
   * Comes before the actors in every frame; to ask for all positions takes long, so it is done here only.
   * @param {CanvasRenderingContext2D} context
   */
  paintLines(context) {
    const toPixels = (this.toPixels = this.camera.toPixels());
    const positions = (this.positions = this.network.getPositions());
    this.segments = this.lines.map((line) => {
      const [low, high] = [positions[line.low], positions[line.high]];
      return low && high ? { line, ends: [toPixels(low), toPixels(high)] } : null;
    });
    if (this.isCoarse()) this.paintGist(context);
    else for (const segment of this.segments) if (segment) this.paintLine(context, segment.line, segment.ends);
  }

  /**
   * All lines of one colour and width at once, from middle to middle.
   * @param {CanvasRenderingContext2D} context
   */
  paintGist(context) {
    /** @type {Map<string, {line: Line, path: Path2D}>} */
    const paths = new Map();
    for (const segment of this.segments) {
      if (!segment) continue;
      const { line, ends } = segment;
      const look = `${line.contested ? "" : line.color} ${line.width} ${this.strength(line)}`;
      const found = paths.get(look) ?? { line, path: new Path2D() };
      found.path.moveTo(ends[0].x, ends[0].y);
      found.path.lineTo(ends[1].x, ends[1].y);
      paths.set(look, found);
    }
    for (const { line, path } of paths.values()) {
      context.globalAlpha = this.strength(line);
      context.lineWidth = line.width * this.size();
      context.strokeStyle = line.contested ? this.theme.denied : line.color;
      context.stroke(path);
    }
  }

  /**
   * Everything that is in sight, on any context in CSS pixels: for pictures that are saved.
   * @param {CanvasRenderingContext2D} context
   */
  paint(context) {
    this.paintLines(context);
    this.paintActors(context);
  }

  /**
   * @param {Line} line
   * @returns {number} 1 for what is marked or beside nothing marked, less for the rest
   */
  strength(line) {
    const { pair, actor, hoverPair, hoverActor } = this.marked;
    const focus = hoverActor >= 0 ? hoverActor : actor;
    if (line.pair === pair || line.pair === hoverPair) return 1;
    if (focus >= 0) return line.low === focus || line.high === focus ? 1 : 0.18;
    if (pair >= 0) return 0.22;
    return line.allHedged && !line.contested ? 0.55 : 0.9;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Line} line
   * @param {Point[]} ends in CSS pixels
   */
  paintLine(context, line, ends) {
    context.globalAlpha = this.strength(line);
    const size = this.size();
    const [low, high] = [this.radius(line.low), this.radius(line.high)];
    if (line.low === line.high) return paintLoop(context, ends[0], low, line);
    const chosen = line.pair === this.marked.pair || line.pair === this.marked.hoverPair;
    paintLink(context, shortened(ends[0], ends[1], low + 2, high + 2), line, { size, chosen, theme: this.theme });
    return undefined;
  }

  /**
   * vis-network's custom shape: how much room an actor takes, by which it finds the one under the pointer.
   * @param {{id: number}} call
   */
  room({ id }) {
    const radius = this.network ? this.radius(id) / this.network.getScale() : 1;
    return { drawNode: () => {}, nodeDimensions: { width: 2.2 * radius, height: 2.2 * radius } };
  }

  /**
   * Actors, then names over them.
   * @param {CanvasRenderingContext2D} context in CSS pixels
   */
  paintActors(context) {
    const { positions, toPixels } = this;
    // the strongest are painted last, so that they lie on top
    const standing = this.order.toReversed().filter((id) => positions[id]);
    if (this.isCoarse()) this.paintGistOfActors(context, standing.map((id) => ({ id, ...toPixels(positions[id]) })));
    else for (const id of standing) this.paintActor(context, id, toPixels(positions[id]));
    this.names.paint(context, positions, toPixels);
  }

  /**
   * All actors alike: shapes, and what is marked, are back once the drawing is still.
   * @param {CanvasRenderingContext2D} context
   * @param {({id: number} & Point)[]} actors
   */
  paintGistOfActors(context, actors) {
    const [width, height] = [this.place.clientWidth, this.place.clientHeight];
    context.globalAlpha = 1;
    context.fillStyle = this.theme.actor;
    for (const { id, x, y } of actors) {
      const radius = this.radius(id);
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
      // squares: a thousand discs take ten times as long
      context.fillRect(x - 0.8 * radius, y - 0.8 * radius, 1.6 * radius, 1.6 * radius);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} id
   * @param {Point} at
   */
  paintActor(context, id, at) {
    const radius = this.radius(id);
    context.globalAlpha = this.isFaded(id) ? 0.3 : 1;
    context.beginPath();
    const points = shapeOf(this.graph.tables.type[this.graph.type[id]]);
    if (points.length === 0) context.arc(at.x, at.y, radius * 0.95, 0, 2 * Math.PI);
    points.forEach(([px, py]) => context.lineTo(at.x + px * radius, at.y + py * radius));
    context.closePath();
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = this.theme.paper;
    context.stroke();
    const marked = id === this.marked.actor || id === this.marked.hoverActor;
    context.fillStyle = marked ? this.theme.accent : this.theme.actor;
    context.fill();
    if (this.pinned.has(id)) pin(context, at, radius, this.theme);
  }

  /**
   * @param {number} actor
   * @returns {boolean} whether it has nothing to do with what is marked
   */
  isFaded(actor) {
    const { pair, actor: chosen, hoverActor } = this.marked;
    const focus = hoverActor >= 0 ? hoverActor : chosen;
    if (focus >= 0) return actor !== focus && !this.beside.has(actor);
    if (pair >= 0) return actor !== this.graph.low[pair] && actor !== this.graph.high[pair];
    return false;
  }

  /**
   * @param {number} actor
   * @returns {Set<number>} who is joined to it in the drawing
   */
  neighbours(actor) {
    const own = this.lines.filter((line) => line.low === actor || line.high === actor);
    return new Set(own.map((line) => (line.low === actor ? line.high : line.low)));
  }

  /**
   * @param {Point} point in CSS pixels
   * @returns {{kind: "pair" | "actor", index: number} | null} what lies there; an actor before a line
   */
  under(point) {
    const actor = this.network.getNodeAt(point);
    if (actor !== undefined) return { kind: "actor", index: Number(actor) };
    let best = { distance: HIT_DISTANCE, index: -1 };
    for (const segment of this.segments) {
      if (!segment) continue;
      const distance = distanceToSegment(point, segment.ends[0], segment.ends[1]) - segment.line.width / 2;
      if (distance < best.distance) best = { distance, index: segment.line.pair };
    }
    return best.index >= 0 ? { kind: "pair", index: best.index } : null;
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point} at
 * @param {number} radius of the actor
 * @param {{accent: string, paper: string}} theme
 */
function pin(context, at, radius, theme) {
  context.beginPath();
  context.arc(at.x + radius * 0.8, at.y - radius * 0.8, 4, 0, 2 * Math.PI);
  context.fillStyle = theme.accent;
  context.fill();
  context.lineWidth = 1.5;
  context.stroke();
}
