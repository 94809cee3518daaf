/** Whether the claims of a pair contradict one another. */

/** @typedef {import("./data.mjs").Graph} Graph */

/**
 * Contested: one relation (same direction unless symmetric) both affirmed and denied, or both of an opposing pair
 * of relations affirmed; by at least two distinct voices, a voice being a source and its innermost speaker.
 * @param {Graph} graph
 * @param {Iterable<number>} claims of one pair
 * @returns {boolean}
 */
export function isContested(graph, claims) {
  const affirmed = new Map();
  const denied = new Map();
  const affirmedRelations = new Map();
  for (const claim of claims) {
    const relation = graph.tables.relation[graph.relation[claim]];
    const key = relation.symmetric ? relation.name : `${relation.name} ${graph.forward[claim]}`;
    const voice = voiceOf(graph, claim);
    add(graph.denied[claim] ? denied : affirmed, key, voice);
    if (!graph.denied[claim]) add(affirmedRelations, relation.name, voice);
  }
  for (const [key, voices] of denied) if (twoVoices(affirmed.get(key), voices)) return true;
  for (const { name, opposes } of graph.tables.relation) {
    const voices = affirmedRelations.get(name);
    if (voices && opposes.some((other) => twoVoices(affirmedRelations.get(other), voices))) return true;
  }
  return false;
}

/**
 * @param {Graph} graph
 * @param {number} claim
 * @returns {string}
 */
function voiceOf(graph, claim) {
  const chain = graph.tables.speakers[graph.claims.speakers[claim]];
  return `${graph.publication[claim]} ${chain[chain.length - 1]}`;
}

/**
 * @param {Map<string, Set<string>>} groups
 * @param {string} key
 * @param {string} value
 */
function add(groups, key, value) {
  const group = groups.get(key);
  if (group) group.add(value);
  else groups.set(key, new Set([value]));
}

/**
 * @param {Set<string> | undefined} one
 * @param {Set<string>} other
 * @returns {boolean} both sides speak, and not with one and the same voice
 */
function twoVoices(one, other) {
  return one !== undefined && new Set([...one, ...other]).size > 1;
}
