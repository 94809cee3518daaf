import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, csv, nodeLink } from "../../graphkit/explorer/assets/tables_out.mjs";

const VIEW = {
  graph: { caution: "Allegations.", filters: "Sources: only Echo" },
  nodes: [{ id: "a", attributes: { label: "Acme, Ltd", type: "organization", aliases: '["AL"]' } }, { id: "ü.b", attributes: { label: "=Bolt" } }],
  edges: [
    { id: "1", source: "a", target: "ü.b", attributes: { relation: "supports", confidence: 0.5 } },
    { id: "2", source: "ü.b", target: "a", attributes: { relation: "leads", title: "“A”\nB" } },
  ],
};

test("cells are quoted where they must be", () => {
  const cases = [
    [undefined, ""], [null, ""], ["", ""], [0, "0"], [false, "false"], ["plain", "plain"], ["a b", "a b"],
    ["a,b", '"a,b"'], ['say "x"', '"say ""x"""'], ["two\nlines", '"two\nlines"'], ["cr\r", '"cr\r"'], ["“é” 😀", "“é” 😀"],
  ];
  for (const [value, expected] of cases) assert.equal(cell(value), expected);
});

test("no cell is run by a spreadsheet, and numbers stay numbers", () => {
  const cases = [
    ["=1+1", "'=1+1"], ["+49", "'+49"], ["-x", "'-x"], ["@SUM(A1)", "'@SUM(A1)"], ["\tx", "'\tx"], ["\r=1", "\"'\r=1\""],
    ['=HYPERLINK("x")', "\"'=HYPERLINK(\"\"x\"\")\""], ["'=kept", "''=kept"], [-1, "-1"], ["a=b", "a=b"], ["1-2", "1-2"],
  ];
  for (const [value, expected] of cases) assert.equal(cell(value), expected);
});

test("the table has a line per claim, with names, a byte order mark and the caution", () => {
  assert.deepEqual(csv(VIEW), [
    "\ufeff",
    "claim,subject_id,subject,subject_type,subject_aliases,object_id,object,object_type,object_aliases,relation,confidence,title,note\r\n",
    "1,a,\"Acme, Ltd\",organization,\"[\"\"AL\"\"]\",ü.b,'=Bolt,,,supports,0.5,,Allegations. Filters: Sources: only Echo\r\n",
    "2,ü.b,'=Bolt,,,a,\"Acme, Ltd\",organization,\"[\"\"AL\"\"]\",leads,,\"“A”\nB\",Allegations. Filters: Sources: only Echo\r\n",
  ]);
});

test("a table of nothing has its head, and no filters are no note", () => {
  assert.deepEqual(csv({ graph: {}, nodes: [], edges: [] }), ["\ufeff", "claim,subject_id,subject,subject_type,subject_aliases,object_id,object,object_type,object_aliases,note\r\n"]);
  assert.ok(csv({ ...VIEW, graph: { caution: "Allegations." } })[2].endsWith(",Allegations.\r\n"));
});

test("JSON is what networkx reads", () => {
  const text = nodeLink(VIEW).join("");
  assert.ok(text.endsWith("}\n"));
  const { directed, multigraph, graph, nodes, edges } = JSON.parse(text);
  assert.deepEqual([directed, multigraph, graph], [true, true, VIEW.graph]);
  assert.deepEqual(nodes[1], { id: "ü.b", label: "=Bolt" });
  assert.deepEqual(edges[0], { source: "a", target: "ü.b", key: "1", relation: "supports", confidence: 0.5 });
  assert.deepEqual(JSON.parse(nodeLink({ graph: {}, nodes: [], edges: [] }).join("")).edges, []);
});
