/** The payload that graphkit/explorer/payload.py wrote: decoding it and indexing it. */

import { indexFacets } from "./facet_values.mjs";

/**
 * @typedef {object} RelationInfo
 * @property {string} name
 * @property {string} label how it reads from subject to object
 * @property {string} inverse how it reads from object to subject
 * @property {boolean} symmetric
 * @property {string} color
 */

/**
 * @typedef {object} Tables
 * @property {string[]} publication
 * @property {RelationInfo[]} relation
 * @property {string[][]} speakers chains, outermost first
 * @property {string[]} speaker every link of every chain, once
 * @property {string[]} evidence
 * @property {string[]} type
 */

/** @typedef {{values: any[] | null, column: any[]}} Column distinct values and which each claim has, or the values themselves */

/** @typedef {{first: number[], second: number[]}} Dispute claims of two sides that cannot both be right */

/**
 * Actors, pairs, claims and documents are numbers; columns are arrays by that number.
 * @typedef {object} Graph
 * @property {Record<string, any>} meta
 * @property {Record<"id" | "label" | "type" | "aliases" | "country" | "parent" | "parent_name" | "wikidata" | "x" | "y", any[]>} actors
 * @property {Record<string, any>} claims
 * @property {Record<string, any>} documents
 * @property {Record<string, Column>} further attributes without a column of their own
 * @property {Tables} tables
 * @property {Record<string, any>} palette
 * @property {Int32Array} low smaller actor of each pair
 * @property {Int32Array} high larger actor of each pair
 * @property {Int32Array} pairOf pair of each claim
 * @property {Uint8Array} forward 1 where the claim points from low to high
 * @property {Uint8Array} denied
 * @property {Uint8Array} hedged
 * @property {Int32Array} publication of each claim
 * @property {Int32Array} relation of each claim
 * @property {Int32Array} type of each actor
 * @property {Int32Array} claimStart where each pair's claims begin in claimsByPair
 * @property {Int32Array} claimsByPair claims, sorted by pair, then in reading order
 * @property {Map<number, Dispute[]>} disputes by pair, the strongest first; a pair without one is not contested
 * @property {Int32Array} sourceCount distinct publications of each pair
 * @property {number[]} publicationRank 0 = the publication with the most claims
 * @property {Record<string, import("./facet_values.mjs").FacetIndex>} facets
 */

/**
 * @param {string} text JSON, or base64 of gzipped JSON
 * @returns {Promise<Record<string, any>>}
 */
export async function decodePayload(text) {
  if (text.startsWith("{")) return JSON.parse(text);
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).json();
}

/**
 * @param {Record<string, any>} payload
 * @returns {Graph}
 */
export function indexPayload(payload) {
  const { claims, pairs, tables } = payload;
  const pairOf = Int32Array.from(claims.pair);
  const { document: documents, ...others } = tables;
  const publication = Int32Array.from(claims.publication);
  const byPair = claimsOfPairs(pairOf, pairs.low.length);
  const graph = {
    meta: payload.meta,
    actors: payload.actors,
    claims,
    documents,
    further: payload.further,
    tables: { ...others, speaker: [...new Set(others.speakers.flat())] },
    palette: payload.palette,
    low: Int32Array.from(pairs.low),
    high: Int32Array.from(pairs.high),
    pairOf,
    forward: Uint8Array.from(claims.forward),
    denied: Uint8Array.from(claims.denied),
    hedged: Uint8Array.from(claims.hedged),
    publication,
    relation: Int32Array.from(claims.relation),
    type: Int32Array.from(payload.actors.type),
    ...byPair,
    disputes: disputesByPair(payload.disputes),
    sourceCount: sourcesOfPairs(byPair, publication),
    publicationRank: ranks(publication, tables.publication),
  };
  return { ...graph, facets: indexFacets(graph) };
}

/**
 * @param {Int32Array} pairOf
 * @param {number} pairCount
 * @returns {{claimStart: Int32Array, claimsByPair: Int32Array}} a counting sort: two passes, no array per pair
 */
function claimsOfPairs(pairOf, pairCount) {
  const claimStart = new Int32Array(pairCount + 1);
  for (const pair of pairOf) claimStart[pair + 1] += 1;
  for (let pair = 0; pair < pairCount; pair += 1) claimStart[pair + 1] += claimStart[pair];
  const next = claimStart.slice();
  const claimsByPair = new Int32Array(pairOf.length);
  for (let claim = 0; claim < pairOf.length; claim += 1) claimsByPair[next[pairOf[claim]]++] = claim;
  return { claimStart, claimsByPair };
}

/**
 * @param {{claimStart: Int32Array, claimsByPair: Int32Array}} byPair
 * @param {Int32Array} publication
 * @returns {Int32Array}
 */
function sourcesOfPairs({ claimStart, claimsByPair }, publication) {
  const count = new Int32Array(claimStart.length - 1);
  for (let pair = 0; pair < count.length; pair += 1) {
    const seen = new Set();
    for (let at = claimStart[pair]; at < claimStart[pair + 1]; at += 1) seen.add(publication[claimsByPair[at]]);
    count[pair] = seen.size;
  }
  return count;
}

/**
 * @param {{pair: number[], first: number[][], second: number[][]}} columns
 * @returns {Map<number, Dispute[]>}
 */
function disputesByPair(columns) {
  const disputes = new Map();
  columns.pair.forEach((pair, at) => {
    if (!disputes.has(pair)) disputes.set(pair, []);
    disputes.get(pair).push({ first: columns.first[at], second: columns.second[at] });
  });
  return disputes;
}

/**
 * @param {Int32Array} column
 * @param {string[]} names
 * @returns {number[]} place of each value when sorted by number of uses, then by name
 */
function ranks(column, names) {
  const uses = new Int32Array(names.length);
  for (const value of column) uses[value] += 1;
  const order = names.map((_, value) => value);
  order.sort((a, b) => uses[b] - uses[a] || (names[a] < names[b] ? -1 : 1));
  const rank = new Array(names.length);
  order.forEach((value, place) => (rank[value] = place));
  return rank;
}

/**
 * @param {Graph} graph
 * @param {string} name of an attribute without a column of its own
 * @param {number} claim
 * @returns {any} null where the claim does not have it
 */
export function furtherValue({ further }, name, claim) {
  const { values, column } = further[name] ?? { values: null, column: [] };
  const found = column[claim] ?? null;
  return values && found !== null ? values[found] : found;
}

/**
 * @param {Graph} graph
 * @param {number} pair
 * @returns {Int32Array} the claims of the pair, in reading order
 */
export function claimsOf(graph, pair) {
  return graph.claimsByPair.subarray(graph.claimStart[pair], graph.claimStart[pair + 1]);
}

/**
 * @param {{low: ArrayLike<number>, high: ArrayLike<number>}} graph
 * @param {number} pair
 * @param {number} actor
 * @returns {boolean} whether the pair is one of the actor's
 */
export function hasEnd({ low, high }, pair, actor) {
  return low[pair] === actor || high[pair] === actor;
}

/**
 * @param {{low: ArrayLike<number>, high: ArrayLike<number>}} graph
 * @param {number} pair
 * @param {number} actor one end of the pair
 * @returns {number} the other end
 */
export function otherEnd({ low, high }, pair, actor) {
  return low[pair] === actor ? high[pair] : low[pair];
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {number} the actor that the claim starts from
 */
export function subjectOf(graph, claim) {
  const pair = graph.pairOf[claim];
  return graph.forward[claim] ? graph.low[pair] : graph.high[pair];
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {number} the actor that the claim points to
 */
export function objectOf(graph, claim) {
  const pair = graph.pairOf[claim];
  return graph.forward[claim] ? graph.high[pair] : graph.low[pair];
}
