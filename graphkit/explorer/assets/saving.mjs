/** Saves the view: data as GraphML, CSV and JSON, the drawing as PNG and SVG, and the address to cite it by. */

import { savedView } from "./attributes.mjs";
import { filterWords } from "./chips.mjs";
import { byId, button, copyText, element, refill } from "./dom.mjs";
import { graphml } from "./graphml.mjs";
import { SvgContext } from "./svg_context.mjs";
import { csv, nodeLink } from "./tables_out.mjs";
import { plural } from "./text.mjs";

const FOOT_PX = 58;
const SHARPNESS = 2;

/** @typedef {{graph: import("./data.mjs").Graph, view: import("./filters.mjs").View, store: import("./state.mjs").Store, drawing: import("./drawing.mjs").Drawing, claimsInView: () => number[]}} Page */

/**
 * @param {string} name
 * @param {BlobPart[]} parts
 * @param {string} type
 */
function download(name, parts, type) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", { download: name, href: URL.createObjectURL(new Blob(parts, { type })) }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The menu "Save". */
export class Saving {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    const item = (/** @type {string} */ label, /** @type {() => unknown} */ save) =>
      element("li", {}, button(label, () => { save(); this.close(); }));
    refill(byId("save-menu"),
      item("GraphML: graph for Gephi, Cytoscape, networkx", () => download("graphkit.graphml", graphml(this.saved()), "application/graphml+xml")),
      item("CSV: table of claims", () => download("claims.csv", csv(this.saved()), "text/csv")),
      item("JSON: node-link data", () => download("graphkit.json", nodeLink(this.saved()), "application/json")),
      item("PNG: picture", () => this.png()),
      item("SVG: picture to edit", () => download("graphkit.svg", [this.svg()], "image/svg+xml")),
      item("Copy the address of this view", () => this.copyAddress()),
      item("Print", () => this.print()));
  }

  close() {
    byId("save").removeAttribute("open");
  }

  /** @returns {string} which part of the data it is, in words */
  filters() {
    const { graph, store } = this.page;
    const { filters, focus, path } = store.state;
    const { label } = graph.actors;
    const part = path ? `ways from ${label[path[0]]} to ${label[path[1]]}` : focus >= 0 ? `around ${label[focus]}` : "";
    return [part, ...filterWords(graph, filters).map(({ words }) => words)].filter(Boolean).join("; ");
  }

  /** @returns {import("./attributes.mjs").Saved} */
  saved() {
    return savedView(this.page.graph, this.page.claimsInView(), this.filters());
  }

  /** @returns {string[]} what is written below a picture, so that it never travels without it */
  foot() {
    const { graph, view, drawing } = this.page;
    const { meta } = graph;
    const shown = `${plural(drawing.lines.length, "pair")} of ${plural(view.pairCount, "pair")}, from ${plural(meta.documents, "document")}`;
    const said = [meta.filters, this.filters()].filter(Boolean).join("; ");
    return [`${document.title} · ${shown} · graphkit ${meta.graphkit}`, [meta.caution, said && `Filters: ${said}`].filter(Boolean).join(" ")];
  }

  /**
   * @param {CanvasRenderingContext2D} context in CSS pixels
   */
  paint(context) {
    const { drawing } = this.page;
    drawing.paint(context);
    context.globalAlpha = 1;
    context.textBaseline = "middle";
    context.fillStyle = drawing.theme.ink;
    context.font = "12px system-ui, sans-serif";
    this.foot().forEach((line, at) => context.fillText(line, 12, drawing.place.clientHeight + 16 + at * 20));
  }

  png() {
    const { place, theme } = this.page.drawing;
    const [width, height] = [place.clientWidth, place.clientHeight + FOOT_PX];
    const canvas = /** @type {HTMLCanvasElement} */ (element("canvas", { width: width * SHARPNESS, height: height * SHARPNESS }));
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(SHARPNESS, SHARPNESS);
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, width, height);
    this.paint(context);
    canvas.toBlob((blob) => { if (blob) download("graphkit.png", [blob], "image/png"); });
  }

  /** @returns {string} */
  svg() {
    const { place, theme } = this.page.drawing;
    const measuring = /** @type {CanvasRenderingContext2D} */ (/** @type {HTMLCanvasElement} */ (element("canvas")).getContext("2d"));
    const context = new SvgContext(measuring);
    this.paint(/** @type {any} */ (context));
    return context.file(place.clientWidth, place.clientHeight + FOOT_PX, theme.paper);
  }

  async copyAddress() {
    const done = await copyText(location.href);
    refill(byId("said"), done ? "The address is copied." : `Copy the address from here: ${location.href}`);
  }

  print() {
    this.close();
    window.print();
  }
}
