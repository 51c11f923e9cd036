// What every page has to stand: axe, no scrolling sideways, nothing asked for beyond its own file.

import { pathToFileURL } from "node:url";

import axe from "axe-core";

let passed = 0;
let failed = 0;

export function expect(holds, what, found = "") {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.error(`failed: ${what} ${found}`);
  }
}

export async function accessible(page, what) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const lines = violations.map(({ id, nodes }) => `\n  ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  expect(violations.length === 0, `${what}: axe finds no violation`, lines.join(""));
}

export async function fits(page, what) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content <= window, `${what}: the page does not scroll sideways`, `${content} > ${window}`);
}

/** A page that says what it asked for beyond its own file. */
export async function visit(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const strangers = [];
  page.on("request", (request) => request.url().startsWith("file:") || strangers.push(request.url()));
  page.on("console", (message) => message.type() === "error" && strangers.push(message.text()));
  page.on("pageerror", (error) => strangers.push(error.message));
  await page.goto(pathToFileURL(file).href);
  return { page, strangers, close: () => context.close() };
}

/** Says how it went; nothing tried is no success. */
export function conclude() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
