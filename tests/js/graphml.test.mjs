import assert from "node:assert/strict";
import { test } from "node:test";
import { graphml, xmlQuoted, xmlText } from "../../graphkit/explorer/assets/graphml.mjs";

const EMPTY = { graph: {}, nodes: [], edges: [] };
const file = (view) => graphml({ ...EMPTY, ...view }).join("");

test("what XML cannot hold becomes a sign that it can", () => {
  const cases = [
    ["plain “é” 😀", "plain “é” 😀"],
    ["a\u0000b\u0008\u000b\u001f", "a\ufffdb\ufffd\ufffd\ufffd"],
    ["\ud83d alone", "\ufffd alone"],
    ["\ude00\ud83d", "\ufffd\ufffd"],
    ["\ufffe\uffff", "\ufffd\ufffd"],
    ["tab\tline\n", "tab\tline\n"],
  ];
  for (const [text, expected] of cases) assert.equal(xmlText(text), expected);
});

test("markup stays text", () => {
  assert.equal(xmlText(`</data><script>"&amp;'`), `&lt;/data&gt;&lt;script&gt;"&amp;amp;'`);
  assert.equal(xmlText("]]>\r"), "]]&gt;&#13;");
  assert.equal(xmlQuoted(`"><x y='\n\r\t`), "&quot;&gt;&lt;x y='&#10;&#13;&#9;");
});

test("an empty graph is a file", () => {
  assert.equal(file({}), '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    + '  <graph edgedefault="directed">\n  </graph>\n</graphml>\n');
});

test("each attribute is declared once, with its type", () => {
  const text = file({
    graph: { caution: "<b>" },
    nodes: [{ id: "a", attributes: { label: "A" } }, { id: "ü.\"b", attributes: { label: "B", country: "NL" } }],
    edges: [{ id: "1", source: "a", target: "ü.\"b", attributes: { start: 3, confidence: 1, forward: true } }],
  });
  const keys = [...text.matchAll(/<key id="(\w+)" for="(\w+)" attr.name="(\w+)" attr.type="(\w+)"\/>/g)].map(([, ...key]) => key.join(" "));
  assert.deepEqual(keys, [
    "d0 edge confidence double", "d1 edge forward boolean", "d2 edge start long",
    "d3 graph caution string", "d4 node country string", "d5 node label string",
  ]);
  assert.ok(text.includes('<data key="d3">&lt;b&gt;</data>'));
  assert.ok(text.includes('<node id="ü.&quot;b">\n      <data key="d5">B</data>\n      <data key="d4">NL</data>\n'));
  assert.ok(text.includes('<edge id="1" source="a" target="ü.&quot;b">'));
});

test("one name in two places is two attributes, and so is one of two types", () => {
  const attributes = [{ label: "A" }, { label: 2 }, { label: 0.5 }];
  const text = file({ graph: { label: "g" }, nodes: attributes.map((one, at) => ({ id: String(at), attributes: one })) });
  assert.deepEqual([...text.matchAll(/attr.type="(\w+)"/g)].map(([, type]) => type), ["string", "double", "long", "string"]);
});
