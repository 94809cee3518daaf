/** The right-hand panel: the list of pairs, the evidence of one pair, or one actor. */

import { button, element, refill, shapeIcon } from "./dom.mjs";
import { groupClaims, groupSection } from "./evidence.mjs";
import { shapeOf } from "./geometry.mjs";
import { BOTH_SIDES, remainingClaims } from "./filters.mjs";
import { hasEnd, otherEnd, subjectOf } from "./data.mjs";
import { shortestPaths } from "./paths.mjs";
import { listedPairs } from "./ranking.mjs";
import { matchingActors } from "./search.mjs";
import { grouped, plural, readableDate, typeLabel } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */
/** @typedef {import("./state.mjs").Store} Store */

const ROWS_AT_FIRST = 60;
/** Actors that a search proposes. */
const PROPOSED = 8;
const MOST_LINKED = 4;
const NAMED_DENIERS = 2;
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
    this.view = view;
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
    const { filters, focus, path } = this.store.state;
    const { label } = this.graph.actors;
    const actors = filters.query.trim() ? this.actorMatches(filters.query, view) : [];
    const title = path ? `From ${label[path[0]]} to ${label[path[1]]}` : focus >= 0 ? `Links of ${label[focus]}` : "Pairs";
    const way = path && shortestPaths(this.graph, view, ...path);
    const steps = new Set(way?.pairs);
    const wanted = path ? (/** @type {number} */ pair) => steps.has(pair) : focus >= 0 ? (/** @type {number} */ pair) => hasEnd(this.graph, pair, focus) : undefined;
    refill(this.place,
      (focus >= 0 || path) && this.backButton("Back to the overview"),
      element("h2", { tabindex: "-1" }, title),
      element("p", { class: "hint" }, path ? pathHint(way) : this.graph.low.length > 0 ? listHint(view, focus < 0) : NO_CLAIMS),
      focus < 0 && !path && actors.length === 0 && this.mostLinked(view),
      actors.length > 0 && [
        element("h3", {}, "Actors"),
        element("ul", { class: "rows" }, actors.map((actor) => element("li", {}, this.actorButton(actor)))),
        element("h3", {}, "Pairs")],
      this.pairRows(view, wanted));
  }

  /**
   * @param {View} view
   * @returns {HTMLElement | null} who has the most claims: where a reader begins
   */
  mostLinked({ degree }) {
    const actors = [...degree.keys()].filter((actor) => degree[actor] > 0).sort((a, b) => degree[b] - degree[a] || a - b);
    if (actors.length <= MOST_LINKED) return null;
    return element("div", { class: "most-linked" }, element("span", {}, "Most linked:"),
      actors.slice(0, MOST_LINKED).map((actor) => this.actorButton(actor)));
  }

  /**
   * @param {string} query
   * @param {View} view
   * @returns {number[]} at most eight, the most linked first
   */
  actorMatches(query, view) {
    const found = matchingActors(this.graph, query);
    return [...found.keys()].filter((actor) => found[actor]).sort((a, b) => view.degree[b] - view.degree[a]).slice(0, PROPOSED);
  }

  /**
   * @param {View} view
   * @param {(pair: number) => boolean} [wanted] only such pairs
   * @param {number} [from] whose name is left out of the rows
   * @returns {HTMLElement}
   */
  pairRows(view, wanted, from = -1) {
    let [at, listed] = [0, ROWS_AT_FIRST];
    const list = element("ul", { class: "rows", id: "pairs" });
    const more = button("Show more", () => fill(), { class: "more" });
    const fill = () => {
      const pairs = listedPairs(view, listed + 1, wanted);
      list.append(...pairs.slice(at, listed).map((pair) => element("li", {}, this.pairButton(pair, view, from))));
      more.hidden = pairs.length <= listed;
      [at, listed] = [listed, listed + 10 * ROWS_AT_FIRST];
    };
    fill();
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
      this.deniers(pair, view),
    ], () => this.select("pair", pair), { class: "row", "data-pair": pair });
  }

  /**
   * @param {number} pair
   * @param {View} view
   * @returns {HTMLElement | null} who denies the link, at most two by name
   */
  deniers(pair, view) {
    const { tables, claims, denied, publication } = this.graph;
    const names = new Set(remainingClaims(this.graph, view, pair).filter((claim) => denied[claim]).map((claim) => {
      const speaker = tables.speakers[claims.speakers[claim]].at(-1) ?? "author";
      return speaker === "author" ? tables.publication[publication[claim]] : speaker;
    }));
    if (names.size === 0) return null;
    const more = names.size > NAMED_DENIERS ? ` and ${names.size - NAMED_DENIERS} more` : "";
    return element("span", { class: "facts deniers" }, `✕ denied by ${[...names].slice(0, NAMED_DENIERS).join(", ")}${more}`);
  }

  /**
   * @param {number} pair
   * @param {View} view
   * @returns {(HTMLElement | null)[]} "contested", "denied", "hedged" where they apply
   */
  marks(pair, view) {
    const claims = remainingClaims(this.graph, view, pair);
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
      view.contested[pair] ? element("div", { class: "contested-note" }, view.contested[pair] === BOTH_SIDES
        ? ["These claims contradict one another:", element("ul", {}, this.disputeWords(pair).map((words) => element("li", {}, words)))]
        : "Contested, but the filters hide one side.") : null,
      groups.length === 0 && element("p", { class: "hint" }, "The filters hide all claims of this pair."),
      groups.map((group) => groupSection(this.graph, group, theme)));
  }

  /**
   * @param {number} pair
   * @returns {string[]} each dispute once: "supports, affirmed and denied", "supports against attacks"
   */
  disputeWords(pair) {
    const { tables, relation, disputes } = this.graph;
    const label = (/** @type {number[]} */ claims) => tables.relation[relation[claims[0]]].label;
    const words = (disputes.get(pair) ?? []).map(({ first, second }) =>
      label(first) === label(second) ? `${label(first)}, affirmed and denied` : `${label(first)} against ${label(second)}`);
    return [...new Set(words)];
  }

  /**
   * @param {View} view
   * @param {number} actor
   */
  showActor(view, actor) {
    const { actors, tables, type } = this.graph;
    const pairs = listedPairs(view, Infinity, (pair) => hasEnd(this.graph, pair, actor));
    const kind = tables.type[type[actor]];
    const seen = `${typeLabel(kind)} · ${plural(view.degree[actor], "claim")} with ${plural(pairs.length, "other")}`;
    refill(this.place,
      this.backButton("Back"),
      element("h2", { tabindex: "-1", class: "actor" }, shapeIcon(shapeOf(kind)), actors.label[actor]),
      element("p", { class: "facts" }, seen),
      this.actorActions(actor),
      this.actorFacts(actor, pairs),
      element("h3", {}, "Links"),
      this.pairRows(view, (pair) => hasEnd(this.graph, pair, actor), actor));
  }

  /**
   * @param {number} actor
   * @returns {HTMLElement}
   */
  actorActions(actor) {
    const { store } = this;
    const { focus, expanded, filters } = store.state;
    const toggled = (/** @type {Set<number>} */ set) => {
      const changed = new Set(set);
      if (!changed.delete(actor)) changed.add(actor);
      return changed;
    };
    return element("div", { class: "actions" },
      button(focus === actor ? "Show everybody" : "Show only its links", () => store.look({ focus: focus === actor ? -1 : actor }), { class: "button" }),
      focus >= 0 && focus !== actor && button(expanded.has(actor) ? "Take its links away" : "Add its links",
        () => store.set({ expanded: toggled(expanded) }), { class: "button" }),
      button(filters.hidden.has(actor) ? "Show again" : "Hide", () => store.filter({ hidden: toggled(filters.hidden) }), { class: "button" }),
      this.pathPicker(actor));
  }

  /**
   * @param {number} actor
   * @returns {HTMLElement} asks to whom a way is to be shown
   */
  pathPicker(actor) {
    const found = element("ul", { class: "rows" });
    const box = /** @type {HTMLInputElement} */ (element("input", {
      type: "search", placeholder: "Way to …", "aria-label": `Show the way from ${this.graph.actors.label[actor]} to`, autocomplete: "off", spellcheck: "false",
      oninput: () => {
        const others = this.view ? this.actorMatches(box.value, this.view).filter((other) => other !== actor) : [];
        refill(found, others.map((other) => element("li", {}, this.actorButton(other, () => this.store.look({ path: [actor, other], selection: null })))));
      },
    }));
    return element("div", { class: "way" }, box, found);
  }

  /**
   * @param {number} actor
   * @param {number[]} pairs
   * @returns {HTMLElement}
   */
  actorFacts(actor, pairs) {
    const { actors, documents, claims, tables, relation, publication } = this.graph;
    const { view } = this;
    const own = view ? pairs.flatMap((pair) => remainingClaims(this.graph, view, pair)) : [];
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
      ["Part of", actors.parent_name[actor]],
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
   * @param {() => void} [chosen]
   * @returns {HTMLElement}
   */
  actorButton(actor, chosen = () => this.select("actor", actor)) {
    const { actors, tables, type } = this.graph;
    const kind = tables.type[type[actor]];
    const properties = { class: "actor-link", "data-actor": actor, title: typeLabel(kind) };
    return button([shapeIcon(shapeOf(kind)), actors.label[actor]], chosen, properties);
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
 * @param {View} view
 * @param {boolean} whole whether all pairs that remain are listed
 * @returns {string} what stands above the list
 */
function listHint({ pairCount, contestedCount }, whole) {
  if (pairCount === 0) return "No pair is left. Loosen a filter.";
  const disputed = contestedCount ? `, ${grouped(contestedCount)} contested` : "";
  const first = contestedCount && contestedCount < pairCount ? "contested first, then " : "";
  const order = pairCount > 1 ? ` Listed ${first}by number of sources, then of claims.` : "";
  return `${whole ? `${plural(pairCount, "pair")}${disputed}.${order} ` : ""}Choose one, or click a line, to read its sentences.`;
}

/**
 * @param {{steps: number} | null} way
 * @returns {string}
 */
function pathHint(way) {
  if (!way) return "No claims under these filters lead from the one to the other.";
  return `The shortest ways have ${plural(way.steps, "step")}. A way of claims is no proof of a link: each step stands for itself.`;
}
