/** The right-hand panel: the list of pairs, the evidence of one pair, or one actor. */

import { button, element, refill, shapeIcon } from "./dom.mjs";
import { groupClaims, groupSection } from "./evidence.mjs";
import { shapeOf } from "./geometry.mjs";
import { BOTH_SIDES, listedPairs, matchingActors } from "./filters.mjs";
import { claimsOf, otherEnd, subjectOf } from "./data.mjs";
import { grouped, plural, readableDate, typeLabel } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */
/** @typedef {import("./state.mjs").Store} Store */

const ROWS_AT_FIRST = 60;
const NO_CLAIMS = "The articles hold no claims that graphkit can read.";

/** Draws the panel from the state. */
export class Panel {
  /**
   * @param {HTMLElement} place
   * @param {Graph} graph
   * @param {Store} store
   */
  constructor(place, graph, store) {
    this.place = place;
    this.graph = graph;
    this.store = store;
  }

  /**
   * @param {View} view
   * @param {import("./colors.mjs").Theme} theme
   */
  show(view, theme) {
    const { selection } = this.store.state;
    if (selection?.kind === "pair") this.showPair(view, selection.index, theme);
    else if (selection?.kind === "actor") this.showActor(view, selection.index);
    else this.showList(view);
  }

  /**
   * @param {"pair" | "actor"} kind
   * @param {number} index
   */
  select(kind, index) {
    this.store.set({ selection: { kind, index } });
    this.place.querySelector("h2")?.focus();
  }

  /** @param {View} view */
  showList(view) {
    const { filters, focus } = this.store.state;
    const pairs = listedPairs(this.graph, view, focus);
    const actors = filters.query.trim() ? this.actorMatches(filters.query, view) : [];
    const title = focus >= 0 ? `Links of ${this.graph.actors.label[focus]}` : "Pairs";
    const contested = pairs.filter((pair) => view.contested[pair]).length;
    refill(this.place,
      focus >= 0 && this.backButton("Back to the overview"),
      element("h2", { tabindex: "-1" }, title),
      element("p", { class: "hint" }, this.graph.low.length > 0 ? listHint(pairs.length, contested) : NO_CLAIMS),
      actors.length > 0 && [
        element("h3", {}, "Actors"),
        element("ul", { class: "rows" }, actors.map((actor) => element("li", {}, this.actorButton(actor)))),
        element("h3", {}, "Pairs")],
      this.pairRows(pairs, view));
  }

  /**
   * @param {string} query
   * @param {View} view
   * @returns {number[]} at most eight, the most linked first
   */
  actorMatches(query, view) {
    const found = matchingActors(this.graph, query);
    return [...found.keys()].filter((actor) => found[actor]).sort((a, b) => view.degree[b] - view.degree[a]).slice(0, 8);
  }

  /**
   * @param {number[]} pairs
   * @param {View} view
   * @param {number} [from] whose name is left out of the rows
   * @returns {HTMLElement}
   */
  pairRows(pairs, view, from = -1) {
    const row = (/** @type {number} */ pair) => element("li", {}, this.pairButton(pair, view, from));
    const list = element("ul", { class: "rows", id: "pairs" }, pairs.slice(0, ROWS_AT_FIRST).map(row));
    let at = ROWS_AT_FIRST;
    const more = button("Show more", () => {
      list.append(...pairs.slice(at, at + 10 * ROWS_AT_FIRST).map(row));
      at += 10 * ROWS_AT_FIRST;
      more.hidden = at >= pairs.length;
    }, { class: "more" });
    more.hidden = at >= pairs.length;
    return element("div", {}, list, more);
  }

  /**
   * @param {number} pair
   * @param {View} view
   * @param {number} from
   * @returns {HTMLElement}
   */
  pairButton(pair, view, from) {
    const { actors, low, high } = this.graph;
    const names = from < 0
      ? [actors.label[low[pair]], element("span", { class: "to" }, " – "), actors.label[high[pair]]]
      : [actors.label[otherEnd(this.graph, pair, from)]];
    return button([
      element("span", { class: "names" }, names),
      element("span", { class: "facts" }, this.marks(pair, view), counts(view, pair, ", ")),
    ], () => this.select("pair", pair), { class: "row", "data-pair": pair });
  }

  /**
   * @param {number} pair
   * @param {View} view
   * @returns {(HTMLElement | null)[]} "contested", "denied", "hedged" where they apply
   */
  marks(pair, view) {
    const claims = [...claimsOf(this.graph, pair)].filter((claim) => view.visible[claim]);
    const all = (/** @type {Uint8Array} */ column) => claims.length > 0 && claims.every((claim) => column[claim]);
    return [
      view.contested[pair] ? element("span", { class: "badge contested" }, "contested") : null,
      !view.contested[pair] && all(this.graph.denied) ? element("span", { class: "badge denied" }, "✕ denied") : null,
      all(this.graph.hedged) ? element("span", { class: "badge hedged" }, "≈ hedged") : null,
    ];
  }

  /**
   * @param {View} view
   * @param {number} pair
   * @param {import("./colors.mjs").Theme} theme
   */
  showPair(view, pair, theme) {
    const { low, high } = this.graph;
    const groups = groupClaims(this.graph, view, pair);
    refill(this.place,
      this.backButton("Back"),
      element("h2", { tabindex: "-1", class: "pair" },
        this.actorButton(low[pair]), element("span", { class: "and" }, "and"), this.actorButton(high[pair])),
      element("p", { class: "facts" }, this.marks(pair, view), counts(view, pair)),
      view.contested[pair] ? element("p", { class: "contested-note" }, view.contested[pair] === BOTH_SIDES
        ? "These claims contradict one another." : "Contested, but the filters hide one side.") : null,
      groups.length === 0 && element("p", { class: "hint" }, "The filters hide all claims of this pair."),
      groups.map((group) => groupSection(this.graph, group, theme)));
  }

  /**
   * @param {View} view
   * @param {number} actor
   */
  showActor(view, actor) {
    const { actors, tables, type } = this.graph;
    const pairs = listedPairs(this.graph, view, actor);
    const focused = this.store.state.focus === actor;
    const kind = tables.type[type[actor]];
    const seen = `${typeLabel(kind)} · ${plural(view.degree[actor], "claim")} with ${plural(pairs.length, "other")}`;
    const refocus = () => this.store.set({ focus: focused ? -1 : actor });
    refill(this.place,
      this.backButton("Back"),
      element("h2", { tabindex: "-1", class: "actor" }, shapeIcon(shapeOf(kind)), actors.label[actor]),
      element("p", { class: "facts" }, seen),
      element("p", {}, button(focused ? "Show everybody" : "Show only its links", refocus, { class: "button" })),
      this.actorFacts(actor, pairs),
      element("h3", {}, "Links"),
      this.pairRows(pairs, view, actor));
  }

  /**
   * @param {number} actor
   * @param {number[]} pairs
   * @returns {HTMLElement}
   */
  actorFacts(actor, pairs) {
    const { actors, documents, claims, tables, relation, publication } = this.graph;
    const own = pairs.flatMap((pair) => [...claimsOf(this.graph, pair)]);
    const dates = own.map((claim) => documents.date[claims.document[claim]]).filter(Boolean).sort();
    const relations = new Map();
    for (const claim of own) {
      const info = tables.relation[relation[claim]];
      const label = info.symmetric || subjectOf(this.graph, claim) === actor ? info.label : info.inverse;
      relations.set(label, (relations.get(label) ?? 0) + 1);
    }
    const facts = [
      ["Also called", actors.aliases[actor].join(", ")],
      ["Country", actors.country[actor]],
      ["Part of", actors.parent[actor]],
      ["Sources", grouped(new Set(own.map((claim) => publication[claim])).size)],
      ["Seen", dates.length ? [...new Set([dates[0], dates[dates.length - 1]])].map(readableDate).join(" to ") : null],
      ["Relations", [...relations].sort((a, b) => b[1] - a[1]).map(([label, count]) => `${label} ${count}`).join(", ")],
      ["Wikidata", actors.wikidata[actor]],
    ];
    const known = facts.filter(([, value]) => value);
    return element("dl", { class: "facts-list" },
      known.map(([name, value]) => [element("dt", {}, name), element("dd", {}, String(value))]));
  }

  /**
   * @param {number} actor
   * @returns {HTMLElement}
   */
  actorButton(actor) {
    const { actors, tables, type } = this.graph;
    const kind = tables.type[type[actor]];
    const properties = { class: "actor-link", "data-actor": actor, title: typeLabel(kind) };
    return button([shapeIcon(shapeOf(kind)), actors.label[actor]], () => this.select("actor", actor), properties);
  }

  /**
   * @param {string} label
   * @returns {HTMLElement}
   */
  backButton(label) {
    return button(`← ${label}`, () => this.back(), { class: "back" });
  }

  /** One step back, with the keyboard's focus where it was before. */
  back() {
    const { selection } = this.store.state;
    this.store.back();
    const before = selection && this.place.querySelector(`[data-${selection.kind}="${selection.index}"]`);
    /** @type {HTMLElement | null} */ (before ?? this.place.querySelector("h2"))?.focus();
  }
}

/**
 * @param {View} view
 * @param {number} pair
 * @param {string} [between]
 * @returns {string} "3 claims in 2 sources"
 */
export function counts(view, pair, between = " in ") {
  return `${plural(view.claimCount[pair], "claim")}${between}${plural(view.sourceCount[pair], "source")}`;
}

/**
 * @param {number} pairs
 * @param {number} contested
 * @returns {string} what stands above the list
 */
function listHint(pairs, contested) {
  if (pairs === 0) return "No pair is left. Loosen a filter.";
  const disputed = contested ? `, ${grouped(contested)} contested` : "";
  const first = contested && contested < pairs ? "contested first, then " : "";
  const order = pairs > 1 ? ` Listed ${first}by number of sources, then of claims.` : "";
  return `${plural(pairs, "pair")}${disputed}.${order} Choose one, or click a line, to read its sentences.`;
}
