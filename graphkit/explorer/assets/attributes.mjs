/** Actors and claims with all their attributes, as graphkit/graph/builder.py gives them to nodes and edges. */

import { furtherValue, objectOf, subjectOf } from "./data.mjs";

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {string | number | boolean} Value */
/** @typedef {Record<string, Value>} Attributes what is not known is absent */

/** Numbers that are whole by chance and no counts: "1" would come back as another type. */
const FRACTIONS = new Set(["confidence"]);

/**
 * @param {unknown[]} list
 * @returns {string} as Python's json.dumps writes a list of texts: a blank after each comma
 */
function packed(list) {
  return `[${list.map((item) => JSON.stringify(item)).join(", ")}]`;
}

/**
 * @param {Record<string, unknown>} values
 * @returns {Attributes}
 */
function known(values) {
  const found = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return /** @type {Attributes} */ (Object.fromEntries(found));
}

/**
 * @param {Graph} graph
 * @param {number} actor
 * @returns {Attributes}
 */
export function actorAttributes({ actors, tables, type }, actor) {
  return known({
    label: actors.label[actor], type: tables.type[type[actor]], aliases: packed(actors.aliases[actor]),
    country: actors.country[actor], parent: actors.parent[actor], wikidata: actors.wikidata[actor],
  });
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {Attributes}
 */
export function claimAttributes(graph, claim) {
  const { claims, documents, tables, further } = graph;
  const document = claims.document[claim];
  const chain = tables.speakers[claims.speakers[claim]];
  const also = documents.also[document];
  const rest = Object.keys(further).map((name) => [name, furtherValue(graph, name, claim)]);
  return known({
    relation: tables.relation[graph.relation[claim]].name,
    polarity: graph.denied[claim] ? "denied" : "affirmed",
    certainty: graph.hedged[claim] ? "hedged" : "asserted",
    confidence: claims.confidence[claim],
    publication: tables.publication[graph.publication[claim]],
    ...Object.fromEntries(["publisher", "title", "author", "date", "url", "document", "document_id"].map((name) => [name, documents[name][document]])),
    also: also.length > 0 ? packed(also) : null,
    speaker: chain[chain.length - 1],
    speakers: packed(chain),
    evidence: tables.evidence[claims.evidence[claim]],
    ...Object.fromEntries(SPANS.map((name) => [name, claims[name][claim]])),
    ...Object.fromEntries(rest),
  });
}

const SPANS = [
  "start", "end", "subject_start", "subject_end", "object_start", "object_end", "trigger_start", "trigger_end",
];

/**
 * @param {string} name
 * @param {Value} value
 * @returns {"string" | "boolean" | "long" | "double"} GraphML's name for its type
 */
export function typeOf(name, value) {
  if (typeof value === "string" || typeof value === "boolean") return /** @type {"string" | "boolean"} */ (typeof value);
  return Number.isInteger(value) && !FRACTIONS.has(name) ? "long" : "double";
}

/**
 * @typedef {object} Saved what a view is saved from
 * @property {Attributes} graph of the whole: version, caution, filters
 * @property {{id: string, attributes: Attributes}[]} nodes
 * @property {{id: string, source: string, target: string, attributes: Attributes}[]} edges
 */

/**
 * @param {Graph} graph
 * @param {Iterable<number>} claims
 * @param {string} filters in words
 * @returns {Saved} the claims and their actors, in the order of the page
 */
export function savedView(graph, claims, filters) {
  const edges = [];
  const ends = new Set();
  for (const claim of claims) {
    const [subject, object] = [subjectOf(graph, claim), objectOf(graph, claim)];
    ends.add(subject).add(object);
    const [source, target] = [graph.actors.id[subject], graph.actors.id[object]];
    edges.push({ id: graph.claims.id[claim], source, target, attributes: claimAttributes(graph, claim) });
  }
  const nodes = [...ends].sort((a, b) => a - b).map((actor) => ({ id: graph.actors.id[actor], attributes: actorAttributes(graph, actor) }));
  const { graphkit, caution, filters: before } = graph.meta;
  const said = [before, filters].filter(Boolean).join("; ");
  return { graph: known({ graphkit, caution, filters: said || null }), nodes, edges };
}
