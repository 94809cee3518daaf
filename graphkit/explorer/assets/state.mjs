/** What the reader has chosen; everything on the page is drawn from it. */

import { noFilters } from "./filters.mjs";

/**
 * @typedef {object} State
 * @property {import("./filters.mjs").Filters} filters
 * @property {number} focus actor in the middle of the ego view; -1 for the overview
 * @property {{kind: "pair" | "actor", index: number} | null} selection what the panel shows; null: the list of pairs
 * @property {"source" | "relation" | "polarity"} colorBy
 * @property {number} maxPairs
 */

/**
 * @param {{colorBy: State["colorBy"], maxPairs: number}} settings
 * @returns {State}
 */
export function initialState(settings) {
  return { filters: noFilters(), focus: -1, selection: null, ...settings };
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

  /** One step back: out of what is selected, then out of the ego view. */
  back() {
    if (this.state.selection) this.set({ selection: null });
    else if (this.state.focus >= 0) this.set({ focus: -1 });
  }
}
