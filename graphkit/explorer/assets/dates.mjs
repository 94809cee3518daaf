/** Dates that may be partial: each stands for the interval that it names. */

const PARTIAL = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/**
 * @param {string} text
 * @returns {boolean} whether it is written as 2021, 2021-08 or 2021-08-26
 */
export function isDate(text) {
  return PARTIAL.test(text);
}

/**
 * @param {string} date partial
 * @returns {string} its first day
 */
export function firstDay(date) {
  return date + "-01-01".slice(date.length - 4);
}

/**
 * @param {string} date partial
 * @returns {string} its last day; as texts are compared, a 31 February does no harm
 */
export function lastDay(date) {
  return date + "-12-31".slice(date.length - 4);
}

/**
 * The same rule as --since and --until of the command line.
 * @param {(string | null)[]} dates
 * @param {string} since partial date, or "" for no bound
 * @param {string} until
 * @returns {Uint8Array} 1 for each date whose interval lies outside, and for what is undated
 */
export function datesOutside(dates, since, until) {
  const [from, to] = [since && firstDay(since), until && lastDay(until)];
  return Uint8Array.from(dates, (date) => {
    if (!date) return 1;
    return Number((from !== "" && lastDay(date) < from) || (to !== "" && firstDay(date) > to));
  });
}
