/** The claims of one pair, as cards: who says what in which words. */

import { citation } from "./citation.mjs";
import { claimsOf, furtherValue, objectOf, subjectOf } from "./data.mjs";
import { button, copyText, element } from "./dom.mjs";
import { publicationColor } from "./colors.mjs";
import { cutAtSpans, plural, readableDate, safeLink, speakerChain } from "./text.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {import("./filters.mjs").View} View */

const CARDS_AT_FIRST = 20;

/**
 * @typedef {object} Group claims of one relation in one direction
 * @property {number} relation
 * @property {number} subject
 * @property {number} object
 * @property {number[]} affirmed
 * @property {number[]} denied
 */

/**
 * @param {Graph} graph
 * @param {View} view
 * @param {number} pair
 * @returns {Group[]} of the claims that remain, the largest group first
 */
export function groupClaims(graph, view, pair) {
  const groups = new Map();
  for (const claim of claimsOf(graph, pair)) {
    if (!view.visible[claim]) continue;
    const relation = graph.relation[claim];
    const key = graph.tables.relation[relation].symmetric ? relation : `${relation} ${graph.forward[claim]}`;
    if (!groups.has(key)) {
      const ends = { subject: subjectOf(graph, claim), object: objectOf(graph, claim) };
      groups.set(key, { relation, ...ends, affirmed: [], denied: [] });
    }
    groups.get(key)[graph.denied[claim] ? "denied" : "affirmed"].push(claim);
  }
  const size = (/** @type {Group} */ group) => group.affirmed.length + group.denied.length;
  return [...groups.values()].sort((a, b) => size(b) - size(a));
}

/**
 * @param {Graph} graph
 * @param {Group} group
 * @param {import("./colors.mjs").Theme} theme
 * @returns {HTMLElement}
 */
export function groupSection(graph, group, theme) {
  const name = (/** @type {number} */ actor) => graph.actors.label[actor];
  const relation = graph.tables.relation[group.relation];
  const heading = element("h3", { class: "relation" },
    element("span", {}, name(group.subject)), " ",
    element("em", { style: `--chip: ${relation.color}` }, `${relation.symmetric ? "↔" : "→"} ${relation.label}`), " ",
    element("span", {}, name(group.object)));
  const both = group.affirmed.length > 0 && group.denied.length > 0;
  return element("section", { class: "group" }, heading, element("div", { class: both ? "sides both" : "sides" },
    sideSection(graph, group.affirmed, "affirmed", theme),
    sideSection(graph, group.denied, "denied", theme)));
}

/**
 * @param {Graph} graph
 * @param {number[]} claims
 * @param {"affirmed" | "denied"} side
 * @param {import("./colors.mjs").Theme} theme
 * @returns {HTMLElement | null}
 */
function sideSection(graph, claims, side, theme) {
  if (claims.length === 0) return null;
  const label = side === "denied" ? "✕ Denied by" : "✓ Affirmed by";
  const cards = (/** @type {number[]} */ some) => some.map((claim) => claimCard(graph, claim, theme));
  const list = element("div", { class: "cards" }, cards(claims.slice(0, CARDS_AT_FIRST)));
  const rest = claims.slice(CARDS_AT_FIRST);
  const more = button(`Show ${plural(rest.length, "more claim")}`, () => {
    list.append(...cards(rest));
    more.remove();
  }, { class: "more" });
  return element("section", { class: `side ${side}` },
    element("h4", {}, `${label} `, element("span", { class: "tally" }, voices(graph, claims))), list, rest.length > 0 && more);
}

/**
 * @param {Graph} graph
 * @param {number[]} claims
 * @returns {string} "3 claims in 2 sources"
 */
function voices(graph, claims) {
  const sources = new Set(claims.map((claim) => graph.publication[claim]));
  return `${plural(claims.length, "claim")} in ${plural(sources.size, "source")}`;
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @param {import("./colors.mjs").Theme} theme
 * @returns {HTMLElement}
 */
function claimCard(graph, claim, theme) {
  const { claims, documents, tables } = graph;
  const document = claims.document[claim];
  const denied = Boolean(graph.denied[claim]);
  const who = element("p", { class: "who" },
    element("strong", {}, speakerChain(tables.speakers[claims.speakers[claim]])), " ",
    element("span", { class: `verb ${denied ? "denied" : "affirmed"}` }, denied ? "✕ denies" : "✓ affirms"), " ",
    graph.hedged[claim] ? element("span", { class: "hedged", title: "The text does not sound sure" }, "≈ hedged") : null);
  const confidence = claims.confidence[claim];
  const span = `characters ${claims.start[claim] ?? "?"}–${claims.end[claim] ?? "?"}`;
  const place = `${documents.document[document] ?? "unnamed file"}, ${span}`;
  const look = `card ${denied ? "denied" : "affirmed"}${graph.hedged[claim] ? " unsure" : ""}`;
  return element("article", { class: look, "data-claim": claims.id[claim] },
    who,
    context(graph, claim),
    element("blockquote", {}, quote(graph, claim)),
    source(graph, claim, theme),
    element("p", { class: "place" }, place,
      documents.also[document].length > 0 && `, also in ${documents.also[document].join(", ")}`,
      typeof confidence === "number" && ` · read with confidence ${confidence.toFixed(2)}`, " ",
      copyButton(graph, claim)));
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {HTMLElement}
 */
function copyButton(graph, claim) {
  const copy = button("Copy as citation", async () => {
    copy.textContent = (await copyText(citation(graph, claim))) ? "Copied" : "Not allowed by the browser";
  }, { class: "copy" });
  return copy;
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {HTMLElement | null} the earlier sentence that says whom a pronoun or a speaker stands for
 */
function context(graph, claim) {
  const words = furtherValue(graph, "context", claim);
  return words === null ? null : element("p", { class: "context" }, element("span", {}, "Before it: "), String(words));
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @param {import("./colors.mjs").Theme} theme
 * @returns {HTMLElement} publisher, title and date, with a link when there is one
 */
function source(graph, claim, theme) {
  const { claims, documents, tables } = graph;
  const document = claims.document[claim];
  const link = safeLink(documents.url[document]);
  const title = documents.title[document];
  const publication = graph.publication[claim];
  return element("p", { class: "source" },
    element("span", { class: "swatch", style: `background:${publicationColor(graph, publication, theme)}` }),
    element("b", {}, tables.publication[publication]),
    (title || link) && ", ",
    link ? anchor(link, title ?? new URL(link).hostname) : title && element("cite", {}, title),
    documents.author[document] && `, by ${documents.author[document]}`,
    ", ", element("time", {}, readableDate(documents.date[document])));
}

/**
 * @param {string} href http(s), checked
 * @param {string} text
 * @returns {HTMLElement}
 */
function anchor(href, text) {
  return element("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, text);
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {(HTMLElement | string)[]} the sentence with subject, object and trigger marked
 */
function quote(graph, claim) {
  const { claims, tables } = graph;
  const start = claims.start[claim] ?? 0;
  const spans = ["subject", "object", "trigger"].flatMap((role) => {
    const [from, to] = [claims[`${role}_start`][claim], claims[`${role}_end`][claim]];
    return from === null || to === null ? [] : [{ start: from - start, end: to - start, role }];
  });
  return cutAtSpans(tables.evidence[claims.evidence[claim]], spans.filter((span) => span.start >= 0)).map(({ text, role }) =>
    role ? element("mark", { class: role, title: role }, text) : text,
  );
}
