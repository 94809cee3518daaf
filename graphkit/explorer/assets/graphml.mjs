/** GraphML as graphkit/exporters/graphml.py writes it: `graphkit.read_graphml` and others read it. */

import { typeOf } from "./attributes.mjs";

/** @typedef {import("./attributes.mjs").Attributes} Attributes */

// what XML 1.0 cannot hold, escaped or not, lone surrogates among it
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;", "\u0085": "&#133;", "\u2028": "&#8232;" };

/**
 * @param {string} text
 * @returns {string} for the text of an element
 */
export function xmlText(text) {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>\r\u0085\u2028]/g, (sign) => ESCAPES[sign]);
}

/**
 * @param {string} text
 * @returns {string} for an attribute
 */
export function xmlQuoted(text) {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"\r\n\t\u0085\u2028]/g, (sign) => ESCAPES[sign]);
}

/**
 * @param {import("./attributes.mjs").Saved} view
 * @returns {string[]} parts of the file
 */
export function graphml(view) {
  const keys = declarations(view);
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'];
  for (const [key, id] of keys) {
    const [owner, name, kind] = key.split("\u0000");
    parts.push(`  <key id="${id}" for="${owner}" attr.name="${xmlQuoted(name)}" attr.type="${kind}"/>\n`);
  }
  parts.push('  <graph edgedefault="directed">\n', data("graph", view.graph, keys));
  for (const { id, attributes } of view.nodes) {
    parts.push(`    <node id="${xmlQuoted(id)}">\n${data("node", attributes, keys)}    </node>\n`);
  }
  for (const { id, source, target, attributes } of view.edges) {
    const head = `id="${xmlQuoted(id)}" source="${xmlQuoted(source)}" target="${xmlQuoted(target)}"`;
    parts.push(`    <edge ${head}>\n${data("edge", attributes, keys)}    </edge>\n`);
  }
  parts.push("  </graph>\n</graphml>\n");
  return parts;
}

/**
 * @param {string} owner
 * @param {string} name
 * @param {import("./attributes.mjs").Value} value
 */
function keyOf(owner, name, value) {
  return [owner, name, typeOf(name, value)].join("\u0000");
}

/**
 * @param {import("./attributes.mjs").Saved} view
 * @returns {Map<string, string>} each attribute's key, to the id that it is declared by
 */
function declarations({ graph, nodes, edges }) {
  const found = new Set();
  const note = (/** @type {string} */ owner, /** @type {Attributes} */ attributes) => {
    for (const [name, value] of Object.entries(attributes)) found.add(keyOf(owner, name, value));
  };
  note("graph", graph);
  for (const { attributes } of nodes) note("node", attributes);
  for (const { attributes } of edges) note("edge", attributes);
  return new Map([...found].sort().map((key, number) => [key, `d${number}`]));
}

/**
 * @param {string} owner
 * @param {Attributes} attributes
 * @param {Map<string, string>} keys
 * @returns {string}
 */
function data(owner, attributes, keys) {
  const lines = Object.entries(attributes).map(
    ([name, value]) => `      <data key="${keys.get(keyOf(owner, name, value))}">${xmlText(String(value))}</data>\n`,
  );
  return lines.join("");
}
