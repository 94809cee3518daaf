/** Which colour a pair has, by source, relation or polarity. */

/** @typedef {import("./data.mjs").Graph} Graph */
/** @typedef {"light" | "dark"} Theme */

/**
 * @param {Graph} graph
 * @param {number} publication
 * @param {Theme} theme
 * @returns {string} own colour for the publications with the most claims, one grey for the others
 */
export function publicationColor(graph, publication, theme) {
  return graph.palette.source[theme][graph.publicationRank[publication]] ?? graph.palette.other[theme];
}

/**
 * @param {Graph} graph
 * @param {string} facet
 * @param {number} value
 * @param {Theme} theme
 * @returns {string}
 */
export function valueColor(graph, facet, value, theme) {
  if (facet === "publication") return publicationColor(graph, value, theme);
  if (facet === "relation") return graph.tables.relation[value].color;
  return graph.palette.polarity[value ? "denied" : "affirmed"][theme];
}

export const COLORED_FACET = { source: "publication", relation: "relation", polarity: "polarity" };

/**
 * @param {Graph} graph
 * @param {number[]} claims that remain of one pair
 * @param {"source" | "relation" | "polarity"} colorBy
 * @param {Theme} theme
 * @returns {string} the colour that all its claims share, else the one for "several"
 */
export function pairColor(graph, claims, colorBy, theme) {
  const column = { source: graph.publication, relation: graph.relation, polarity: graph.denied }[colorBy];
  const first = column[claims[0]];
  if (claims.some((claim) => column[claim] !== first)) return graph.palette.several[theme];
  return valueColor(graph, COLORED_FACET[colorBy], first, theme);
}
