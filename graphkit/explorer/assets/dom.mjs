/** Building the page out of elements. Text only ever becomes text nodes: nothing here reads markup. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | null | false | undefined} Leaf */
/** @typedef {Leaf | Leaf[] | (Leaf | Leaf[])[]} Child */

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] on* = listener, class, dataset, aria-* and others = attribute
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === "checked" || name === "value" || name === "hidden") Object.assign(node, { [name]: value });
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...flat(children));
  return node;
}

/**
 * @param {string | (Leaf | Leaf[])[]} label
 * @param {(event: Event) => void} pressed
 * @param {Record<string, unknown>} [properties]
 * @returns {HTMLElement}
 */
export function button(label, pressed, properties = {}) {
  return element("button", { type: "button", onclick: pressed, ...properties }, label);
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function flat(children) {
  return /** @type {(Node | string)[]} */ (
    children.flat(5).filter((child) => child !== null && child !== false && child !== undefined)
  );
}

/**
 * @param {Element} parent
 * @param {...Child} children what it holds from now on
 */
export function refill(parent, ...children) {
  parent.replaceChildren(...flat(children));
}

/**
 * @param {string} id
 * @returns {HTMLElement} the element of the template; a missing one is a mistake in the template
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * @param {number[][]} points polygon in a unit circle; [] is the circle itself
 * @returns {SVGElement} a 14 px icon in the current colour
 */
export function shapeIcon(points) {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "-1.25 -1.25 2.5 2.5");
  icon.setAttribute("class", "shape");
  icon.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, points.length ? "polygon" : "circle");
  if (points.length) shape.setAttribute("points", points.map((point) => point.join(",")).join(" "));
  else shape.setAttribute("r", "0.9");
  shape.setAttribute("fill", "currentColor");
  icon.append(shape);
  return icon;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard; browsers forbid the first way in some frames
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = /** @type {HTMLTextAreaElement} */ (element("textarea", { class: "hidden-text" }, text));
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }
}
