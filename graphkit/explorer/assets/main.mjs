/** Puts the parts together: payload in, listeners on, and one way from a change of state to the page. */

import { applyFilters, FACETS, isFiltered, noFilters, strongestPairs } from "./filters.mjs";
import { decodePayload, hasEnd, indexPayload, otherEnd } from "./data.mjs";
import { Drawing } from "./drawing.mjs";
import { byId, refill } from "./dom.mjs";
import { Facet } from "./facets.mjs";
import { lineOf } from "./lines.mjs";
import { Panel } from "./panels.mjs";
import { Pointer } from "./pointer.mjs";
import { ringPositions } from "./rings.mjs";
import { initialState, Store } from "./state.mjs";
import { grouped, plural } from "./text.mjs";

const EGO_PAIRS = 150;
/** Parts of the state that change what is drawn. */
const REDRAWN = /** @type {const} */ (["filters", "focus", "colorBy", "maxPairs"]);
/** What a line without a colour of its own stands for. */
const SEVERAL = { source: "several sources", relation: "several relations", polarity: "affirmed and denied" };
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = () => (dark.matches ? "dark" : "light");

/** @param {string} id */
function jsonOf(id) {
  return JSON.parse(byId(id).textContent ?? "");
}

/** The page as a whole. */
class Explorer {
  /**
   * @param {import("./data.mjs").Graph} graph
   * @param {any} settings
   * @param {any} model
   */
  constructor(graph, settings, model) {
    this.graph = graph;
    this.store = new Store(initialState(settings));
    this.view = applyFilters(graph, this.store.state.filters);
    this.drawing = new Drawing(byId("network"), graph, model);
    this.panel = new Panel(byId("panel"), graph, this.store);
    this.facets = FACETS.map((facet) => new Facet(graph, this.store, /** @type {any} */ (facet), this.view));
    refill(byId("facets"), this.facets.map((facet) => facet.root));
    this.store.subscribe((state, before) => this.update(state, before));
    this.draw(true);
    this.showTexts();
    this.listen();
  }

  /**
   * @param {import("./state.mjs").State} state
   * @param {import("./state.mjs").State} before
   */
  update(state, before) {
    if (state.filters !== before.filters) this.view = applyFilters(this.graph, state.filters);
    const redrawn = REDRAWN.some((part) => state[part] !== before[part]);
    this.markSelection();
    const drawn = this.drawing.lines.map(({ pair }) => pair);
    if (redrawn) this.draw(state.focus !== before.focus);
    if (state.filters !== before.filters && !this.draws(drawn)) this.drawing.camera.settle();
    this.showTexts();
  }

  /**
   * @param {number[]} pairs
   * @returns {boolean} whether these and no others are drawn
   */
  draws(pairs) {
    const { lines } = this.drawing;
    const wanted = new Set(pairs);
    return lines.length === pairs.length && lines.every(({ pair }) => wanted.has(pair));
  }

  markSelection() {
    const { selection, focus } = this.store.state;
    this.drawing.mark({
      pair: selection?.kind === "pair" ? selection.index : -1,
      actor: selection?.kind === "actor" ? selection.index : selection ? -1 : focus,
    });
  }

  /** @param {boolean} fit */
  draw(fit) {
    const { state } = this.store;
    const pairs = this.pairsToDraw();
    const lines = pairs.map((pair) => lineOf(this.graph, this.view, pair, state, theme()));
    // the strongest are painted last, so that they lie on top
    lines.sort((a, b) => Number(a.contested) - Number(b.contested) || a.width - b.width);
    if (fit) this.turned = this.drawing.camera.fitsBetterTurned(this.graph.actors);
    const places = state.focus >= 0 ? this.rings(pairs) : new Map();
    this.drawing.show(lines, this.view, (actor) => places.get(actor) ?? this.placeOf(actor), fit);
  }

  /**
   * @param {number} actor
   * @returns {{x: number, y: number}} in the overview, which is turned where it then fills the screen better
   */
  placeOf(actor) {
    const { x, y } = this.graph.actors;
    return this.turned ? { x: y[actor], y: x[actor] } : { x: x[actor], y: y[actor] };
  }

  /** @returns {number[]} the strongest first */
  pairsToDraw() {
    const { focus, maxPairs } = this.store.state;
    if (focus < 0) return strongestPairs(this.graph, this.view, maxPairs);
    const own = strongestPairs(this.graph, this.view, EGO_PAIRS, focus);
    const near = new Set(own.flatMap((pair) => [this.graph.low[pair], this.graph.high[pair]]));
    const isBetween = (/** @type {number} */ pair) =>
      !hasEnd(this.graph, pair, focus) && near.has(this.graph.low[pair]) && near.has(this.graph.high[pair]);
    const between = strongestPairs(this.graph, this.view, Infinity).filter(isBetween);
    return [...own, ...between.slice(0, EGO_PAIRS)];
  }

  /** @param {number[]} pairs */
  rings(pairs) {
    const { focus } = this.store.state;
    const own = pairs.filter((pair) => hasEnd(this.graph, pair, focus));
    const neighbours = new Set(own.map((pair) => otherEnd(this.graph, pair, focus)));
    neighbours.delete(focus);
    return ringPositions(focus, [...neighbours], (actor) => this.placeOf(actor));
  }

  showTexts() {
    const { state } = this.store;
    for (const facet of this.facets) facet.show(this.view, state, theme());
    this.panel.show(this.view, theme());
    refill(byId("shown"), this.shownLine());
    const message = this.message();
    byId("message").hidden = message === "";
    refill(byId("message"), message);
    byId("reset").toggleAttribute("disabled", !isFiltered(state.filters));
    byId("leave").hidden = state.focus < 0;
    /** @type {HTMLInputElement} */ (byId("contested")).checked = state.filters.contestedOnly;
    /** @type {HTMLInputElement} */ (byId("min-sources")).value = String(state.filters.minSources);
    for (const box of document.querySelectorAll("input[name=color-by]")) {
      /** @type {HTMLInputElement} */ (box).checked = /** @type {HTMLInputElement} */ (box).value === state.colorBy;
    }
    refill(byId("several-text"), SEVERAL[state.colorBy]);
  }

  /** @returns {string} */
  shownLine() {
    const { focus } = this.store.state;
    const drawn = this.drawing.lines.length;
    const of = `${grouped(drawn)} of ${plural(this.graph.low.length, "pair")} shown`;
    return focus >= 0 ? `${of}, around ${this.graph.actors.label[focus]}` : of;
  }

  /** @returns {string} why the drawing is empty; "" when it is not */
  message() {
    if (this.graph.actors.label.length === 0) return "No claims were found in these documents.";
    if (this.graph.low.length === 0) return `${plural(this.graph.actors.label.length, "actor")}, but no claim links them.`;
    return this.view.pairCount === 0 ? "The filters hide every pair." : "";
  }

  listen() {
    const { store, drawing } = this;
    byId("reset").addEventListener("click", () => {
      store.set({ filters: noFilters() });
      /** @type {HTMLInputElement} */ (byId("search")).value = "";
    });
    byId("leave").addEventListener("click", () => store.set({ focus: -1 }));
    byId("zoom-in").addEventListener("click", () => drawing.camera.zoom(1.3));
    byId("zoom-out").addEventListener("click", () => drawing.camera.zoom(1 / 1.3));
    byId("fit").addEventListener("click", () => drawing.camera.fit());
    onInput("search", (box) => store.filter({ query: box.value }));
    onInput("contested", (box) => store.filter({ contestedOnly: box.checked }));
    onInput("min-sources", (box) => store.filter({ minSources: Math.max(1, Number(box.value) || 1) }));
    for (const box of document.querySelectorAll("input[name=color-by]")) {
      box.addEventListener("change", () => store.set({ colorBy: /** @type {any} */ (box).value }));
    }
    document.addEventListener("keydown", (event) => {
      const typing = event.target === byId("search") && store.state.filters.query !== "";
      if (event.key === "Escape" && !typing) this.escape();
    });
    dark.addEventListener("change", () => { drawing.readTheme(); this.draw(false); this.showTexts(); });
    this.listenToDrawer();
    new Pointer(this).listen();
  }

  escape() {
    if (document.body.classList.contains("filters-open")) this.openFilters(false);
    else this.panel.back();
  }

  /** @param {boolean} open the filters, which narrow screens keep behind a button */
  openFilters(open) {
    document.body.classList.toggle("filters-open", open);
    byId("open-filters").setAttribute("aria-expanded", String(open));
    byId(open ? "search" : "open-filters").focus();
  }

  listenToDrawer() {
    const isOpen = () => document.body.classList.contains("filters-open");
    byId("open-filters").addEventListener("click", () => this.openFilters(!isOpen()));
    byId("close-filters").addEventListener("click", () => this.openFilters(false));
  }
}

/**
 * @param {string} id
 * @param {(box: HTMLInputElement) => void} changed
 */
function onInput(id, changed) {
  const box = /** @type {HTMLInputElement} */ (byId(id));
  box.addEventListener("input", () => changed(box));
}

async function start() {
  const data = byId("graphkit-data");
  const payload = await decodePayload(data.textContent ?? "");
  data.remove();
  new Explorer(indexPayload(payload), jsonOf("graphkit-settings"), jsonOf("graphkit-network"));
  document.documentElement.dataset.ready = "true";
}

start().catch((problem) => {
  document.documentElement.dataset.ready = "failed";
  byId("message").hidden = false;
  refill(byId("message"), `The page could not read its data: ${problem}`);
  throw problem;
});
