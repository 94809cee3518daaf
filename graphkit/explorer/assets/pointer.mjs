/** Mouse and finger on the drawing: what is clicked is selected, what is under the pointer is named. */

import { byId, element, refill } from "./dom.mjs";
import { counts } from "./panels.mjs";
import { plural } from "./text.mjs";

/** @typedef {{kind: "pair" | "actor", index: number}} Found */

/**
 * @typedef {object} Page what the pointer acts on
 * @property {import("./data.mjs").Graph} graph
 * @property {import("./filters.mjs").View} view
 * @property {import("./state.mjs").Store} store
 * @property {import("./drawing.mjs").Drawing} drawing
 * @property {import("./panels.mjs").Panel} panel
 * @property {(point: import("./geometry.mjs").Point) => import("./geometry.mjs").Point} turn between the screen and the page's plane
 */

/** Listens on the drawing. */
export class Pointer {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.waiting = false;
  }

  listen() {
    const { drawing } = this.page;
    drawing.network.on("click", (/** @type {any} */ event) => this.click(drawing.under(event.pointer.DOM)));
    drawing.network.on("doubleClick", (/** @type {any} */ event) => this.focus(drawing.under(event.pointer.DOM)));
    drawing.network.on("dragEnd", (/** @type {any} */ event) => this.pin(event.nodes));
    drawing.place.addEventListener("pointermove", (event) => this.move(event));
    drawing.place.addEventListener("pointerleave", () => this.show(null, { x: 0, y: 0 }));
  }

  /** @param {Found | null} found */
  click(found) {
    if (found) this.page.panel.select(found.kind, found.index);
    else this.page.store.set({ selection: null });
  }

  /** @param {Found | null} found */
  focus(found) {
    if (found?.kind === "actor") this.page.store.look({ focus: found.index, selection: null });
  }

  /** @param {number[]} actors that were dragged: they stay where they were put */
  pin(actors) {
    if (actors.length === 0) return;
    const places = this.page.drawing.network.getPositions(actors);
    const pins = new Map(this.page.store.state.pins);
    for (const actor of actors) pins.set(actor, this.page.turn(places[actor]));
    this.page.store.set({ pins });
  }

  /**
   * Looks once per frame, and not for fingers, which have no place to rest.
   * @param {PointerEvent} event
   */
  move(event) {
    if (this.waiting || event.pointerType === "touch") return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      const { drawing } = this.page;
      const frame = drawing.place.getBoundingClientRect();
      const point = { x: event.clientX - frame.left, y: event.clientY - frame.top };
      this.show(event.buttons === 0 ? drawing.under(point) : null, point);
    });
  }

  /**
   * @param {Found | null} found
   * @param {import("./geometry.mjs").Point} point in CSS pixels on the drawing
   */
  show(found, point) {
    const { drawing } = this.page;
    const hoverPair = found?.kind === "pair" ? found.index : -1;
    const hoverActor = found?.kind === "actor" ? found.index : -1;
    const { marked } = drawing;
    if (hoverPair !== marked.hoverPair || hoverActor !== marked.hoverActor) drawing.mark({ hoverPair, hoverActor });
    drawing.place.classList.toggle("over", found !== null);
    const tip = byId("tip");
    tip.hidden = found === null;
    if (!found) return;
    refill(tip, this.words(found));
    tip.style.left = `${Math.min(point.x + 14, drawing.place.clientWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(point.y + 16, drawing.place.clientHeight - tip.offsetHeight - 8)}px`;
  }

  /**
   * @param {Found} found
   * @returns {HTMLElement[]} name and counts
   */
  words({ kind, index }) {
    const { graph, view, panel } = this.page;
    const { label } = graph.actors;
    const [name, facts] = kind === "actor"
      ? [label[index], [plural(view.degree[index], "claim")]]
      : [`${label[graph.low[index]]} – ${label[graph.high[index]]}`, [panel.marks(index, view), counts(view, index)]];
    return [element("b", {}, name), element("span", {}, facts)];
  }
}
