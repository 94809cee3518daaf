/** The facets: which values each claim has in them. */

/** @typedef {import("./data.mjs").Graph} Graph */

/** In the order of the page. `speaker` looks at every link of the chain, `type` at both actors. */
export const FACETS = ["publication", "document", "speaker", "relation", "type", "polarity", "certainty"];

/**
 * Claims belong to groups that share their values: a pair its two types, a chain its speakers.
 * @typedef {object} FacetIndex
 * @property {number} size how many values there are
 * @property {Int32Array | Uint8Array} group of each claim
 * @property {Int32Array} start where each group's values begin in `values`
 * @property {Int32Array} values
 */

/**
 * @param {Omit<Graph, "facets">} graph
 * @returns {Record<string, FacetIndex>}
 */
export function indexFacets(graph) {
  const { tables, type, low, high } = graph;
  const place = new Map(tables.speaker.map((name, value) => [name, value]));
  const chains = tables.speakers.map((chain) => chain.map((name) => Number(place.get(name))));
  return {
    publication: oneEach(graph.publication, tables.publication.length),
    document: oneEach(Int32Array.from(graph.claims.document), graph.documents.document.length),
    speaker: several(Int32Array.from(graph.claims.speakers), chains, tables.speaker.length),
    relation: oneEach(graph.relation, tables.relation.length),
    type: several(graph.pairOf, Array.from(low, (one, pair) => [type[one], type[high[pair]]]), tables.type.length),
    polarity: oneEach(graph.denied, 2),
    certainty: oneEach(graph.hedged, 2),
  };
}

/**
 * @param {Int32Array | Uint8Array} group
 * @param {number} size
 * @returns {FacetIndex} of claims that have one value each
 */
function oneEach(group, size) {
  const start = Int32Array.from({ length: size + 1 }, (_, value) => value);
  return { size, group, start, values: start.subarray(0, size) };
}

/**
 * @param {Int32Array} group
 * @param {number[][]} valuesOf by group; what stands in it twice counts once
 * @param {number} size
 * @returns {FacetIndex}
 */
function several(group, valuesOf, size) {
  const start = new Int32Array(valuesOf.length + 1);
  /** @type {number[]} */
  const values = [];
  valuesOf.forEach((found, at) => {
    for (const value of new Set(found)) values.push(value);
    start[at + 1] = values.length;
  });
  return { size, group, start, values: Int32Array.from(values) };
}

/**
 * @param {FacetIndex} facet
 * @param {Set<number>} off
 * @returns {Uint8Array} 1 for each group of which no value is on: as in graphkit's own filters, one that fits is enough
 */
export function groupsOff({ start, values }, off) {
  const found = new Uint8Array(start.length - 1);
  for (let group = 0; group < found.length; group += 1) {
    found[group] = 1;
    for (let at = start[group]; at < start[group + 1]; at += 1) if (!off.has(values[at])) found[group] = 0;
  }
  return found;
}

/**
 * @param {FacetIndex} facet
 * @param {Int32Array} counts claims by group
 * @returns {Int32Array} claims by value
 */
export function countValues({ size, start, values }, counts) {
  const found = new Int32Array(size);
  for (let group = 0; group < counts.length; group += 1) {
    if (counts[group] === 0) continue;
    for (let at = start[group]; at < start[group + 1]; at += 1) found[values[at]] += counts[group];
  }
  return found;
}
