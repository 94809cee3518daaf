/** A graph of three actors in the form of the payload: Acme (0), Bolt (1), Coil (2). */

import { indexPayload } from "../../graphkit/explorer/assets/data.mjs";

/** Pairs: 0 = Acme and Bolt, 1 = Bolt and Coil. Claims 0 to 2 are of pair 0 and dispute one another; 3 is of pair 1. */
export function smallPayload() {
  return {
    meta: { graphkit: "0.0.0", caution: "Allegations.", filters: "", documents: 2 },
    actors: { id: ["acme", "bolt", "coil"], label: ["Acme", "Bolt", "Coil Ünited"], type: [0, 0, 1], aliases: [["Acme Works"], [], []], country: [null, "NL", null], parent: [null, "acme", null], parent_name: [null, "Acme", null], wikidata: [null, null, null], x: [0, 10, 20], y: [0, 0, 0] },
    pairs: { low: [0, 1], high: [1, 2] },
    claims: {
      id: ["a", "b", "c", "d"],
      pair: [0, 0, 0, 1],
      forward: [1, 1, 0, 1],
      document: [0, 1, 0, 0],
      publication: [0, 1, 0, 0],
      relation: [0, 0, 1, 1],
      denied: [0, 1, 0, 0],
      hedged: [0, 0, 1, 0],
      confidence: [0.9, 0.8, 0.7, 0.6],
      speakers: [0, 1, 0, 0],
      evidence: [0, 1, 2, 3],
      start: [0, 0, 0, 0],
      end: [9, 9, 9, 9],
      subject_start: [0, 0, 8, 0], subject_end: [4, 4, 12, 4], object_start: [10, 16, 17, 9], object_end: [14, 20, 21, 13],
      trigger_start: [5, 5, null, null], trigger_end: [9, 15, null, null],
    },
    further: { trigger: { values: ["pays", "never paid"], column: [0, 1, null, null] }, raw_start: { values: null, column: [3, 3, 3, 3] } },
    disputes: { pair: [0], first: [[0]], second: [[1]] },
    tables: {
      publication: ["Echo", "Gazette"],
      relation: [
        { name: "supports", label: "supports", inverse: "supported by", symmetric: false, color: "#009E73" },
        { name: "allied_with", label: "allied with", inverse: "allied with", symmetric: true, color: "#44AA99" },
      ],
      speakers: [["author"], ["report", "envoy"]],
      evidence: ["Acme pays Bolt.", "Acme never paid Bolt.", "Perhaps Bolt and Acme are friends.", "Bolt and Coil are friends."],
      type: ["organization", "person"],
      document: { document: ["a.txt", "b.txt"], document_id: ["1", "2"], publisher: ["Echo", null], also: [[], []], title: [null, null], date: ["2020", null], url: [null, null], author: [null, null] },
    },
    palette: {
      source: { light: ["#332288"], dark: ["#77AADD"] },
      other: { light: "#8A8F98", dark: "#8A8F98" },
      several: { light: "#4A5365", dark: "#C3CAD6" },
      polarity: { affirmed: { light: "#0072B2", dark: "#56B4E9" }, denied: { light: "#D55E00", dark: "#F08A3C" } },
    },
  };
}

export function smallGraph() {
  return indexPayload(smallPayload());
}
