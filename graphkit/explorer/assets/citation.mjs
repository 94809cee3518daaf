/** A claim as a line that can be pasted into notes: who says what, where it stands, how it was read. */

import { safeLink, speakerChain } from "./text.mjs";

/**
 * @param {import("./data.mjs").Graph} graph
 * @param {number} claim
 * @returns {string} “quote” (speaker; affirmed, hedged). Author, “Title”, Publisher, date, address. File and place. …
 */
export function citation(graph, claim) {
  const { claims, documents, tables } = graph;
  const document = claims.document[claim];
  const said = [graph.denied[claim] ? "denied" : "affirmed", graph.hedged[claim] ? "hedged" : ""].filter(Boolean);
  const title = documents.title[document];
  const published = [
    documents.author[document], title && `“${title}”`, tables.publication[graph.publication[claim]],
    documents.date[document] ?? "undated", safeLink(documents.url[document]),
  ];
  const place = `${documents.document[document] ?? "unnamed file"}, characters ${claims.start[claim] ?? "?"}–${claims.end[claim] ?? "?"}`;
  const confidence = claims.confidence[claim];
  const sure = typeof confidence === "number" ? `, confidence ${confidence.toFixed(2)}` : "";
  const relation = tables.relation[graph.relation[claim]].label;
  const ends = [graph.low, graph.high].map((end) => graph.actors.label[end[graph.pairOf[claim]]]);
  const [subject, object] = graph.forward[claim] ? ends : ends.reverse();
  return `“${tables.evidence[claims.evidence[claim]]}” (${speakerChain(tables.speakers[claims.speakers[claim]])}; ${said.join(", ")}). `
    + `${published.filter(Boolean).join(", ")}. ${place}. `
    + `Read by graphkit ${graph.meta.graphkit} as: ${subject} – ${relation} – ${object}${sure}.`;
}
