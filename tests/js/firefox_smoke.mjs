/**
 * Opens a saved page in Firefox, reads its first pair and prints what was seen as JSON:
 * node firefox_smoke.mjs FIREFOX PAGE
 */

import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, file] = process.argv.slice(2);
const PATIENCE_MS = 30_000;

/**
 * @param {import("puppeteer-core").Page} page
 * @returns {{requests: string[], complaints: string[]}} filled while the page lives
 */
function overheard(page) {
  /** @type {{requests: string[], complaints: string[]}} */
  const heard = { requests: [], complaints: [] };
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("console", (message) => heard.complaints.push(message.text()));
  page.on("pageerror", (error) => heard.complaints.push(String(error)));
  return heard;
}

/** @param {import("puppeteer-core").Page} page */
async function readFirstPair(page) {
  const textOf = (/** @type {Element} */ element) => element.textContent ?? "";
  await page.waitForSelector("html[data-ready=true]", { timeout: PATIENCE_MS });
  const shown = await page.$eval("#shown", textOf);
  const names = await page.$eval("#pairs .row .names", textOf);
  await page.click("#pairs .row");
  const quotes = await page.$$eval("#panel blockquote", (found) => found.map((quote) => quote.textContent));
  const canvas = await page.$eval("#network canvas", (element) => /** @type {HTMLCanvasElement} */ (element).width);
  return { shown, names, quotes, canvas };
}

// by its window's size: to set a viewport over WebDriver BiDi asks for more than Firefox 140 knows
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  timeout: PATIENCE_MS,
  defaultViewport: null,
  args: ["--width=1280", "--height=800"],
});
try {
  const page = await browser.newPage();
  const heard = overheard(page);
  await page.goto(pathToFileURL(file).href, { timeout: PATIENCE_MS });
  const seen = await readFirstPair(page);
  console.log(JSON.stringify({ browser: await browser.version(), ...seen, ...heard }));
} finally {
  await browser.close();
}
