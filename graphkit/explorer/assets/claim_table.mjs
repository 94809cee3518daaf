/** The claims as a table below the drawing: sortable, in step with what is drawn. */

import { objectOf, subjectOf } from "./data.mjs";
import { button, element, refill } from "./dom.mjs";
import { grouped, plural, speakerChain } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */

const ROWS = 100;

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {(graph: Graph, claim: number) => string | number} of what is shown and sorted by
 */

/** @type {Column[]} */
export const COLUMNS = [
  { name: "Subject", of: (graph, claim) => graph.actors.label[subjectOf(graph, claim)] },
  { name: "Relation", of: (graph, claim) => graph.tables.relation[graph.relation[claim]].label },
  { name: "Object", of: (graph, claim) => graph.actors.label[objectOf(graph, claim)] },
  { name: "Quote", of: (graph, claim) => graph.tables.evidence[graph.claims.evidence[claim]] },
  { name: "Polarity", of: (graph, claim) => (graph.denied[claim] ? "✕ denied" : "✓ affirmed") },
  { name: "Certainty", of: (graph, claim) => (graph.hedged[claim] ? "≈ hedged" : "asserted") },
  { name: "Speaker", of: (graph, claim) => speakerChain(graph.tables.speakers[graph.claims.speakers[claim]]) },
  { name: "Source", of: (graph, claim) => graph.tables.publication[graph.publication[claim]] },
  { name: "Date", of: (graph, claim) => graph.documents.date[graph.claims.document[claim]] ?? "" },
  { name: "Confidence", of: (graph, claim) => graph.claims.confidence[claim] ?? "" },
];

/**
 * @param {Graph} graph
 * @param {number[]} claims
 * @param {number} column
 * @param {boolean} down
 * @returns {number[]} sorted; equal ones stay in their order
 */
export function sortedClaims(graph, claims, column, down) {
  const { of } = COLUMNS[column];
  const keys = new Map(claims.map((claim) => [claim, of(graph, claim)]));
  const compare = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [one, other] = [keys.get(a) ?? "", keys.get(b) ?? ""];
    return one === other ? 0 : one < other ? -1 : 1;
  };
  return [...claims].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
}

/** Draws the table. */
export class ClaimTable {
  /**
   * @param {HTMLElement} place
   * @param {Graph} graph
   * @param {(pair: number) => void} choose
   */
  constructor(place, graph, choose) {
    this.place = place;
    this.graph = graph;
    this.choose = choose;
    this.order = { column: -1, down: false };
    /** @type {number[]} */
    this.claims = [];
  }

  /** @param {number[]} claims in reading order */
  show(claims) {
    this.claims = claims;
    this.render();
  }

  render() {
    const { column, down } = this.order;
    const sorted = column < 0 ? this.claims : sortedClaims(this.graph, this.claims, column, down);
    const body = element("tbody", {}, sorted.slice(0, ROWS).map((claim) => this.row(claim)));
    let at = ROWS;
    const more = button("", () => {
      body.append(...sorted.slice(at, at + 5 * ROWS).map((claim) => this.row(claim)));
      at += 5 * ROWS;
      tell();
    }, { class: "more" });
    const tell = () => {
      more.hidden = at >= sorted.length;
      refill(more, `Show more of ${grouped(sorted.length)}`);
    };
    tell();
    const caption = `${plural(sorted.length, "claim")} in view`;
    refill(this.place, element("table", {}, element("caption", {}, caption),
      element("thead", {}, element("tr", {}, COLUMNS.map((_, number) => this.head(number)))), body), more);
  }

  /** @param {number} number of the column */
  head(number) {
    const { column, down } = this.order;
    const sort = column === number ? (down ? "descending" : "ascending") : "none";
    const turn = () => {
      this.order = { column: number, down: column === number && !down };
      this.render();
      /** @type {HTMLElement} */ (this.place.querySelectorAll("th button")[number]).focus();
    };
    const arrow = { none: "", ascending: " ▲", descending: " ▼" }[sort];
    return element("th", { scope: "col", "aria-sort": sort }, button([COLUMNS[number].name, arrow], turn));
  }

  /** @param {number} claim */
  row(claim) {
    const pair = this.graph.pairOf[claim];
    const cells = COLUMNS.map(({ of }) => String(of(this.graph, claim)));
    const open = button(cells[0], () => this.choose(pair), { "aria-label": `${cells[0]} ${cells[1]} ${cells[2]}: read the sentences` });
    const look = this.graph.denied[claim] ? "denied" : "affirmed";
    return element("tr", { class: look, onclick: () => this.choose(pair) },
      element("td", {}, open), cells.slice(1).map((text) => element("td", {}, text)));
  }
}
