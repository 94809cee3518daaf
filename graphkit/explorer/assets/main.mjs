/** Puts the parts together: payload in, listeners on, and one way from a change of state to the page. */

import { addressOf, LONGEST, stateOf } from "./address.mjs";
import { chips } from "./chips.mjs";
import { ClaimTable } from "./claim_table.mjs";
import { Controls } from "./controls.mjs";
import { decodePayload, indexPayload } from "./data.mjs";
import { byId, refill } from "./dom.mjs";
import { Drawing } from "./drawing.mjs";
import { FACETS } from "./facet_values.mjs";
import { Facet } from "./facets.mjs";
import { applyFilters, isFiltered, remainingClaims } from "./filters.mjs";
import { lineOf } from "./lines.mjs";
import { Panel } from "./panels.mjs";
import { Pointer } from "./pointer.mjs";
import { Saving } from "./saving.mjs";
import { sceneOf } from "./scenes.mjs";
import { prepareSearch } from "./search.mjs";
import { initialState, Store } from "./state.mjs";
import { grouped, plural } from "./text.mjs";

/** Parts of the state that change what is drawn. */
const REDRAWN = /** @type {const} */ (["filters", "focus", "expanded", "path", "pins", "colorBy", "maxPairs"]);
/** Parts of the state that make it another view, which is shown as a whole. */
const VIEWS = /** @type {const} */ (["focus", "path"]);
/** What a line without a colour of its own stands for. */
const SEVERAL = { source: "several sources", relation: "several relations", polarity: "affirmed and denied" };
const ADDRESS_DELAY_MS = 200;
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
    this.settings = settings;
    this.initial = initialState(settings);
    this.store = new Store(stateOf(graph, location.hash.slice(1), this.initial));
    this.view = applyFilters(graph, this.initial.filters);
    this.drawing = new Drawing(byId("network"), graph, model);
    this.panel = new Panel(byId("panel"), graph, this.store);
    this.table = new ClaimTable(byId("table"), graph, (pair) => this.panel.select("pair", pair));
    this.facets = FACETS.map((facet) => new Facet(graph, this.store, facet, this.view));
    refill(byId("facets"), this.facets.map((facet) => facet.root));
    if (isFiltered(this.store.state.filters)) this.view = applyFilters(graph, this.store.state.filters);
    this.controls = new Controls(this.store, this.drawing);
    this.showTable();
    this.markSelection();
    this.draw(true);
    this.showTexts();
    this.store.subscribe((state, before) => this.update(state, before));
    this.listen();
  }

  /**
   * @param {import("./state.mjs").State} state
   * @param {import("./state.mjs").State} before
   */
  update(state, before) {
    if (state.filters !== before.filters) this.view = applyFilters(this.graph, state.filters);
    if (state.table !== before.table) this.showTable();
    this.markSelection();
    const drawn = this.drawing.lines.map(({ pair }) => pair);
    const another = VIEWS.some((part) => state[part] !== before[part]);
    if (REDRAWN.some((part) => state[part] !== before[part])) this.draw(another);
    if ((state.filters !== before.filters || state.expanded !== before.expanded) && !this.draws(drawn)) this.drawing.camera.settle();
    this.showTexts();
    this.noteAddress();
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
    document.body.classList.toggle("reading", selection?.kind === "pair");
  }

  /** @param {boolean} fit */
  draw(fit) {
    const { state } = this.store;
    if (fit) this.turned = state.focus < 0 && !state.path && this.drawing.camera.fitsBetterTurned(this.graph.actors);
    const { x, y } = this.graph.actors;
    const scene = sceneOf(this.graph, this.view, state, (actor) => ({ x: x[actor], y: y[actor] }));
    const lines = scene.pairs.map((pair) => lineOf(this.graph, this.view, pair, state, theme()));
    // the strongest are painted last, so that they lie on top
    lines.sort((a, b) => Number(a.contested) - Number(b.contested) || a.width - b.width);
    this.drawing.pinned = state.pins;
    this.drawing.show(lines, this.view, (actor) => this.turn(state.pins.get(actor) ?? scene.placeOf(actor)), fit);
  }

  /**
   * @param {import("./geometry.mjs").Point} point
   * @returns {import("./geometry.mjs").Point} the overview is turned where it then fills the screen better
   */
  turn({ x, y }) {
    return this.turned ? { x: y, y: x } : { x, y };
  }

  /** @returns {number[]} the claims of the pairs that are drawn, or all that remain where the drawing leaves out some */
  claimsInView() {
    const { state } = this.store;
    const overview = state.focus < 0 && !state.path;
    const pairs = overview ? this.graph.low.keys() : this.drawing.lines.map(({ pair }) => pair).sort((a, b) => a - b);
    const claims = [];
    for (const pair of pairs) if (this.view.claimCount[pair] > 0) claims.push(...remainingClaims(this.graph, this.view, pair));
    return claims.sort((a, b) => a - b);
  }

  showTable() {
    const { table } = this.store.state;
    byId("table").hidden = !table;
    byId("show-table").setAttribute("aria-pressed", String(table));
  }

  showTexts() {
    const { state } = this.store;
    for (const facet of this.facets) facet.show(this.view, state, theme());
    this.panel.show(this.view, theme());
    this.controls.show(state, isFiltered(state.filters));
    if (state.table) this.table.show(this.claimsInView());
    refill(byId("shown"), this.shownLine());
    refill(byId("chips"), chips(this.graph, this.store));
    const message = this.message();
    byId("message").hidden = message === "";
    refill(byId("message"), message);
    refill(byId("several-text"), SEVERAL[state.colorBy]);
  }

  /** @returns {string} */
  shownLine() {
    const { focus, path } = this.store.state;
    const { label } = this.graph.actors;
    const of = `${grouped(this.drawing.lines.length)} of ${plural(this.graph.low.length, "pair")} shown`;
    if (path) return `${of}, from ${label[path[0]]} to ${label[path[1]]}`;
    return focus >= 0 ? `${of}, around ${label[focus]}` : of;
  }

  /** @returns {string} why the drawing is empty; "" when it is not */
  message() {
    if (this.graph.actors.label.length === 0) return "No claims were found in these documents.";
    if (this.graph.low.length === 0) return `${plural(this.graph.actors.label.length, "actor")}, but no claim links them.`;
    if (this.view.pairCount === 0) return "The filters hide every pair.";
    if (this.drawing.lines.length > 0) return "";
    return this.store.state.path ? "No way leads from the one to the other under these filters." : "The filters hide every link of this actor.";
  }

  /** Writes the view into the address once the reader pauses. */
  noteAddress() {
    clearTimeout(this.noting);
    this.noting = setTimeout(() => {
      const address = addressOf(this.graph, this.store.state, this.settings);
      const fits = address.length <= LONGEST;
      refill(byId("said"), fits ? "" : "This view is too particular for an address: the address leads to the one before.");
      if (fits) replaceAddress(address);
    }, ADDRESS_DELAY_MS);
  }

  listen() {
    document.addEventListener("keydown", (event) => {
      const box = event.target instanceof HTMLInputElement && event.target.type === "search" ? event.target : null;
      if (event.key === "Escape" && !box?.value && !document.querySelector("dialog[open]")) this.escape();
    });
    window.addEventListener("hashchange", () => this.store.set(stateOf(this.graph, location.hash.slice(1), this.initial)));
    window.addEventListener("beforeprint", () => refill(byId("print-state"), this.controls.saving?.foot().join(" ")));
    dark.addEventListener("change", () => { this.drawing.readTheme(); this.draw(false); this.showTexts(); });
    this.controls.listen(new Saving(this));
    new Pointer(this).listen();
  }

  escape() {
    if (!this.controls.close()) this.panel.back();
  }
}

/** @param {string} address behind the # */
function replaceAddress(address) {
  try {
    history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
  } catch {
    // a frame without an address of its own, as in a notebook, has none to write
  }
}

async function start() {
  const data = byId("graphkit-data");
  const payload = await decodePayload(data.textContent ?? "");
  data.remove();
  const graph = indexPayload(payload);
  new Explorer(graph, jsonOf("graphkit-settings"), jsonOf("graphkit-network"));
  document.documentElement.dataset.ready = "true";
  setTimeout(() => prepareSearch(graph), 1000);
}

start().catch((problem) => {
  document.documentElement.dataset.ready = "failed";
  byId("message").hidden = false;
  refill(byId("message"), `The page could not read its data: ${problem}`);
  throw problem;
});
