// node read_cytoscape.mjs FILE: what cytoscape.js makes of it, as JSON.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";

const { elements, data } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const graph = cytoscape({ headless: true, elements, data });
const found = {
  data: graph.data(),
  nodes: graph.nodes().map((node) => node.data()),
  edges: graph.edges().map((edge) => edge.data()),
  inside: graph.nodes().filter((node) => node.isChild()).length,
};
process.stdout.write(JSON.stringify(found));
