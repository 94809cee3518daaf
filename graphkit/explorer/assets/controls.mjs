/** The fixed controls of the page: search, bounds, colours, zoom, help, and what opens and closes. */

import { isDate } from "./dates.mjs";
import { byId } from "./dom.mjs";
import { noFilters } from "./filters.mjs";

/** @typedef {import("./state.mjs").Store} Store */

/**
 * @param {string} id
 * @returns {HTMLInputElement}
 */
function box(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/** Listens to the controls and shows the state in them. */
export class Controls {
  /**
   * @param {Store} store
   * @param {import("./drawing.mjs").Drawing} drawing
   */
  constructor(store, drawing) {
    this.store = store;
    this.drawing = drawing;
    /** @type {import("./saving.mjs").Saving | null} */
    this.saving = null;
  }

  /**
   * @param {import("./state.mjs").State} state
   * @param {boolean} filtered
   */
  show(state, filtered) {
    const { filters, focus, path, colorBy, maxPairs } = state;
    byId("reset").toggleAttribute("disabled", !filtered);
    byId("leave").hidden = focus < 0 && !path;
    box("contested").checked = filters.contestedOnly;
    setValue("search", filters.query);
    setValue("min-sources", String(filters.minSources));
    setValue("min-confidence", String(filters.minConfidence));
    byId("confidence-value").textContent = filters.minConfidence.toFixed(2);
    setValue("max-pairs", String(maxPairs));
    // a date that is being written is none yet: it stays as it is
    for (const bound of /** @type {const} */ (["since", "until"])) if (!box(bound).matches(":focus")) box(bound).value = filters[bound];
    for (const radio of document.querySelectorAll("input[name=color-by]")) {
      /** @type {HTMLInputElement} */ (radio).checked = /** @type {HTMLInputElement} */ (radio).value === colorBy;
    }
  }

  /** @param {import("./saving.mjs").Saving} saving */
  listen(saving) {
    this.saving = saving;
    const { store, drawing } = this;
    this.listenToFilters();
    // what stands behind the # is the view, and the link must not take its place
    onClick("skip", (event) => { event.preventDefault(); byId("panel").focus(); });
    onClick("leave", () => store.look({}));
    onClick("zoom-in", () => drawing.camera.zoom(1.3));
    onClick("zoom-out", () => drawing.camera.zoom(1 / 1.3));
    onClick("fit", () => drawing.camera.fit());
    onClick("show-table", () => store.set({ table: !store.state.table }));
    onInput("max-pairs", (input) => store.set({ maxPairs: Math.max(1, Math.min(10_000, Math.round(Number(input.value)) || 1)) }), "change");
    for (const radio of document.querySelectorAll("input[name=color-by]")) {
      radio.addEventListener("change", () => store.set({ colorBy: /** @type {any} */ (radio).value }));
    }
    const help = /** @type {HTMLDialogElement} */ (byId("help"));
    onClick("open-help", () => help.showModal());
    onClick("close-help", () => help.close());
    help.addEventListener("click", (event) => { if (event.target === help) help.close(); });
    onClick("open-filters", () => this.openFilters(!filtersAreOpen()));
    onClick("close-filters", () => this.openFilters(false));
    document.addEventListener("click", (event) => {
      if (!byId("save").contains(/** @type {Node} */ (event.target))) saving.close();
    });
  }

  listenToFilters() {
    const { store } = this;
    onClick("reset", () => store.set({ filters: noFilters() }));
    onInput("search", ({ value }) => store.filter({ query: value }));
    onInput("contested", ({ checked }) => store.filter({ contestedOnly: checked }));
    onInput("min-sources", ({ value }) => store.filter({ minSources: Math.max(1, Math.round(Number(value)) || 1) }));
    onInput("min-confidence", ({ value }) => store.filter({ minConfidence: Number(value) }));
    for (const bound of /** @type {const} */ (["since", "until"])) {
      onInput(bound, (input) => {
        const text = input.value.trim();
        const fits = text === "" || isDate(text);
        input.setAttribute("aria-invalid", String(!fits));
        if (fits && store.state.filters[bound] !== text) store.filter({ [bound]: text });
      });
    }
  }

  /** @param {boolean} open the filters, which narrow screens keep behind a button */
  openFilters(open) {
    document.body.classList.toggle("filters-open", open);
    byId("open-filters").setAttribute("aria-expanded", String(open));
    byId(open ? "search" : "open-filters").focus();
  }

  /** @returns {boolean} whether something was open, and is not any more */
  close() {
    const menu = byId("save").hasAttribute("open");
    if (menu) this.saving?.close();
    else if (filtersAreOpen()) this.openFilters(false);
    else return false;
    return true;
  }
}

/** @returns {boolean} */
function filtersAreOpen() {
  return document.body.classList.contains("filters-open");
}

/**
 * @param {string} id
 * @param {string} value written only where it differs, since writing moves the cursor
 */
function setValue(id, value) {
  if (box(id).value.trim() !== value.trim()) box(id).value = value;
}

/**
 * @param {string} id
 * @param {(event: Event) => void} pressed
 */
function onClick(id, pressed) {
  byId(id).addEventListener("click", pressed);
}

/**
 * @param {string} id
 * @param {(input: HTMLInputElement) => void} changed
 * @param {string} [event]
 */
function onInput(id, changed, event = "input") {
  box(id).addEventListener(event, () => changed(box(id)));
}
