import assert from "node:assert/strict";
import { test } from "node:test";
import { cutAtSpans, folded, plural, readableDate, safeLink, speakerChain } from "../../graphkit/explorer/assets/text.mjs";

test("dates may be partial, missing or no dates", () => {
  assert.equal(readableDate("2021-08-26"), "26 Aug 2021");
  assert.equal(readableDate("2021-08"), "Aug 2021");
  assert.equal(readableDate("2021"), "2021");
  assert.equal(readableDate(null), "undated");
  assert.equal(readableDate("last spring"), "last spring");
});

test("only absolute http and https become links", () => {
  assert.equal(safeLink("https://example.org/a?b=1"), "https://example.org/a?b=1");
  assert.equal(safeLink("HTTP://EXAMPLE.org"), "http://example.org/");
  for (const url of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//example.org", "/etc", "file:///a", "https:// x y", "", null]) {
    assert.equal(safeLink(url), null, String(url));
  }
});

test("spans count code points, not UTF-16 units", () => {
  const pieces = cutAtSpans("😀 Acme paid Bolt", [
    { start: 12, end: 16, role: "object" },
    { start: 2, end: 6, role: "subject" },
  ]);
  assert.deepEqual(pieces, [
    { text: "😀 ", role: "" },
    { text: "Acme", role: "subject" },
    { text: " paid ", role: "" },
    { text: "Bolt", role: "object" },
  ]);
});

test("spans that overlap, are empty or lie outside are left out, and no text is lost", () => {
  const text = "Acme paid Bolt";
  const pieces = cutAtSpans(text, [
    { start: 0, end: 9, role: "subject" },
    { start: 5, end: 9, role: "trigger" },
    { start: 10, end: 10, role: "object" },
    { start: 10, end: 99, role: "object" },
    { start: NaN, end: 3, role: "object" },
  ]);
  assert.deepEqual(pieces.map((piece) => piece.role), ["subject", ""]);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
});

test("speakers, plurals and folding", () => {
  assert.equal(speakerChain(["UN report", "member state"]), "UN report › member state");
  assert.equal(speakerChain(["author"]), "the article itself");
  assert.equal(plural(1, "claim"), "1 claim");
  assert.equal(plural(1204, "claim"), "1,204 claims");
  assert.equal(folded("Coil Ünited"), "coil united");
});
