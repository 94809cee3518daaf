import assert from "node:assert/strict";
import { test } from "node:test";
import { citation } from "../../graphkit/explorer/assets/citation.mjs";
import { indexPayload } from "../../graphkit/explorer/assets/data.mjs";
import { smallGraph, smallPayload } from "./small_graph.mjs";

/** The graph of one document's metadata, laid over that of the first document. */
function graphWith(document) {
  const payload = smallPayload();
  for (const [name, value] of Object.entries(document)) payload.tables.document[name][0] = value;
  return indexPayload(payload);
}

test("a claim is cited with words, speaker, source, place and reading", () => {
  const graph = graphWith({ title: "Of harbours", author: "A. Writer", date: "2020-05-01", url: "https://example.org/a?b=1&c=2" });
  assert.equal(citation(graph, 0),
    "“Acme pays Bolt.” (the article itself; affirmed). A. Writer, “Of harbours”, Echo, 2020-05-01, https://example.org/a?b=1&c=2. "
    + "a.txt, characters 0–9. Read by graphkit 0.0.0 as: Acme – supports – Bolt, confidence 0.90.");
});

test("what is not known is left out or said to be unknown", () => {
  const graph = graphWith({ date: null, document: null });
  graph.claims.start[0] = null;
  graph.claims.confidence[0] = null;
  assert.equal(citation(graph, 0),
    "“Acme pays Bolt.” (the article itself; affirmed). Echo, undated. unnamed file, characters ?–9. "
    + "Read by graphkit 0.0.0 as: Acme – supports – Bolt.");
});

test("a denial, a hedge, the chain of speakers and the direction are said", () => {
  assert.match(citation(smallGraph(), 1), /^“Acme never paid Bolt\.” \(report › envoy; denied\)\. Gazette, undated\./);
  assert.match(citation(smallGraph(), 2), /; affirmed, hedged\)\..* as: Bolt – allied with – Acme, /);
});

test("only web addresses are cited", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "https://"]) {
    assert.ok(!citation(graphWith({ url }), 0).includes(url), url);
  }
});
