/** What the reader has chosen; everything on the page is drawn from it. */

import { noFilters } from "./filters.mjs";

/**
 * @typedef {object} State
 * @property {import("./filters.mjs").Filters} filters
 * @property {number} focus actor in the middle of the ego view; -1 for none
 * @property {Set<number>} expanded actors of the ego view whose own links are drawn too
 * @property {[number, number] | null} path two actors of whom only the shortest ways between them are drawn
 * @property {{kind: "pair" | "actor", index: number} | null} selection what the panel shows; null: the list of pairs
 * @property {Map<number, {x: number, y: number}>} pins actors that the reader has put somewhere in this view
 * @property {"source" | "relation" | "polarity"} colorBy
 * @property {number} maxPairs
 * @property {boolean} table whether the claims are listed below the drawing
 */

/**
 * @param {{colorBy: State["colorBy"], maxPairs: number}} settings
 * @returns {State}
 */
export function initialState(settings) {
  return {
    filters: noFilters(), focus: -1, expanded: new Set(), path: null, selection: null, pins: new Map(), table: false,
    ...settings,
  };
}

/** Holds one state and tells its listeners what changed; a change is a new object, never an edit in place. */
export class Store {
  /** @param {State} state */
  constructor(state) {
    this.state = state;
    /** @type {((state: State, before: State) => void)[]} */
    this.listeners = [];
  }

  /** @param {(state: State, before: State) => void} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /** @param {Partial<State>} change */
  set(change) {
    const before = this.state;
    this.state = { ...before, ...change };
    for (const listener of this.listeners) listener(this.state, before);
  }

  /** @param {Partial<import("./filters.mjs").Filters>} change */
  filter(change) {
    this.set({ filters: { ...this.state.filters, ...change } });
  }

  /**
   * @param {string} facet
   * @param {Set<number>} off values that are switched off from now on
   */
  switchOff(facet, off) {
    this.filter({ off: { ...this.state.filters.off, [facet]: off } });
  }

  /**
   * Another view: places that were chosen in the one before mean nothing in it.
   * @param {Partial<State>} change
   */
  look(change) {
    this.set({ focus: -1, path: null, expanded: new Set(), pins: new Map(), ...change });
  }

  /** One step back: out of what is selected, then out of the ego view or the path. */
  back() {
    if (this.state.selection) this.set({ selection: null });
    else if (this.state.focus >= 0 || this.state.path) this.look({});
  }
}
