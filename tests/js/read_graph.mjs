// What Gephi Lite's own parsers make of a file: node read_graph.mjs gexf|graphml FILE -> graphology's JSON
import { readFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const [format, path] = process.argv.slice(2);
const { parse } = { gexf, graphml }[format];
const graph = parse(Graph, readFileSync(path, "utf-8"));
process.stdout.write(JSON.stringify(graph.export()));
