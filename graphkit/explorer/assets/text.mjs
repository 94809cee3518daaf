/** Words and numbers for people: everything that turns data into text. No page is needed here. */

const NUMBER = new Intl.NumberFormat("en");
const PLAIN = /^[\x00-\x7f]*$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * @param {number} count
 * @param {string} one singular
 * @param {string} [many] plural, when it is not singular + s
 * @returns {string} "1,204 claims"
 */
export function plural(count, one, many = `${one}s`) {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

/**
 * @param {number} count
 * @returns {string} with thousands separators
 */
export function grouped(count) {
  return NUMBER.format(count);
}

/**
 * A partial ISO date as people write it; what is no such date stays as it is.
 * @param {string | null} date "2021", "2021-08" or "2021-08-26"
 * @returns {string} "26 Aug 2021", or "undated"
 */
export function readableDate(date) {
  if (!date) return "undated";
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (!year) return date;
  const name = month ? MONTHS[Number(month) - 1] : "";
  return [day ? String(Number(day)) : "", name, year].filter(Boolean).join(" ");
}

/**
 * @param {string | null} url
 * @returns {string | null} the address when it is absolute http(s), else null: no other scheme becomes a link
 */
export function safeLink(url) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @returns {string} lower case without accents, for searching
 */
export function folded(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** @typedef {{start: number, end: number, role: string}} Span code points into the text, half-open */

/**
 * The text cut at its spans. Offsets count Unicode code points, as in the records, not JavaScript's UTF-16 units.
 * Spans that are empty, outside of the text or begin inside an earlier one are left out.
 * @param {string} text
 * @param {Span[]} spans
 * @returns {{text: string, role: string}[]} pieces; role "" between the spans
 */
export function cutAtSpans(text, spans) {
  const points = Array.from(text);
  const pieces = [];
  let at = 0;
  for (const { start, end, role } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (!(start >= at && end > start && end <= points.length)) continue;
    if (start > at) pieces.push({ text: points.slice(at, start).join(""), role: "" });
    pieces.push({ text: points.slice(start, end).join(""), role });
    at = end;
  }
  if (at < points.length) pieces.push({ text: points.slice(at).join(""), role: "" });
  return pieces;
}

/**
 * @param {string[]} chain outermost first
 * @returns {string} "UN report › member state"; "the article itself" where nobody is cited
 */
export function speakerChain(chain) {
  return chain.length === 1 && chain[0] === "author" ? "the article itself" : chain.join(" › ");
}

/**
 * @param {string} type an actor type of the records
 * @returns {string}
 */
export function typeLabel(type) {
  return type.replace(/_/g, " ");
}
