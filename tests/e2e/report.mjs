// Opens HTML reports as officials do: by double click, on desk and phone, by
// keyboard, without a network, and without JavaScript.
//
//   node report.mjs REPORT…      each a report.html, or the folder of a large one

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { launch } from "./browser.mjs";
import { accessible, conclude, expect, fits, visit } from "./look.mjs";

const MOST_BYTES = 10e6;
const MOST_BYTES_BEFORE_DATA = 1.5e6;
const MOST_BYTES_OF_MAP = 150e3;
const ENTRIES_WITHOUT_SCRIPT = 200;
const LOOKS = [320, 768, 1440].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

const number = (text) => Number((text.match(/[\d,]+/)?.[0] ?? "0").replaceAll(",", ""));
const settled = (page) => page.waitForTimeout(50);

function weigh(file) {
  const bytes = readFileSync(file);
  const data = bytes.indexOf('<script id="data"');
  const before = data < 0 ? bytes.length : data;
  expect(bytes.length <= MOST_BYTES, `${file}: at most 10 MB`, bytes.length);
  expect(before <= MOST_BYTES_BEFORE_DATA, `${file}: at most 1.5 MB before the data`, before);
}

async function looks(browser, file) {
  for (const { width, colorScheme } of LOOKS) {
    const what = `${file} at ${width} px, ${colorScheme}`;
    const { page, strangers, close } = await visit(browser, file, { viewport: { width, height: 900 }, colorScheme });
    await fits(page, what);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await page.locator("#rows button").first().click();
    await settled(page);
    await fits(page, `${what}, everything open`);
    if (width !== 768) await accessible(page, `${what}, everything open`);
    expect(strangers.length === 0, `${what}: nothing is asked for and nothing breaks`, strangers.join(" "));
    await close();
  }
}

async function keyboard(browser, file) {
  const { page, close } = await visit(browser, file, { viewport: { width: 1280, height: 900 } });
  const count = async () => number(await page.locator("#count").textContent());
  const focused = () => page.evaluate(() => document.activeElement.id);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await focused() === "main", `${file}: the first stop leads to the content`, await focused());

  const all = await count();
  await page.locator("#filter-gap").focus();
  await page.keyboard.press("ArrowDown");
  await settled(page);
  const some = await count();
  expect(some > 0 && some < all, `${file}: a filter works by keyboard`, `${some} of ${all}`);
  expect(await focused() === "filter-gap", `${file}: a filter keeps the focus`);
  const option = await page.locator("#filter-gap option:checked").textContent();
  expect(number(option.match(/\(.*\)/)[0]) === some, `${file}: the option counts what it shows`, option);

  const address = page.url();
  await page.reload();
  expect(await count() === some && page.url() === address, `${file}: the filter is kept in the address`, page.url());

  await page.locator("#rows button").first().focus();
  await page.keyboard.press("Enter");
  expect(await focused() === "facility-heading", `${file}: a facility opens by keyboard`, await focused());
  await page.goBack();
  await settled(page);
  expect(await page.locator("#facility").isHidden(), `${file}: Back closes the facility`);

  await page.locator("#filter-q").fill("no such text anywhere");
  await settled(page);
  expect(await page.locator("#results").isHidden(), `${file}: nothing found is said, not shown as an empty table`);
  await page.locator("#filters button").focus();
  await page.keyboard.press("Enter");
  expect(await count() === all, `${file}: the filters can be cleared by keyboard`);
  await close();
}

async function tiles(browser, file) {
  const { page, close } = await visit(browser, file, { viewport: { width: 1280, height: 900 } });
  const links = page.locator('main a[href^="#list?"]');
  for (let index = 0; index < Math.min(await links.count(), 40); index += 1) {
    const shown = number(await links.nth(index).locator(".number").or(links.nth(index)).first().textContent());
    const href = await links.nth(index).getAttribute("href");
    if (!/gap=|outcome=/.test(href)) continue;
    await links.nth(index).click();
    await settled(page);
    const listed = number(await page.locator("#count").textContent());
    expect(shown === listed, `${file}: ${href} leads to what it counts`, `${shown}, ${listed}`);
  }
  await close();
}

async function withoutScript(browser, file, gaps) {
  const { page, close } = await visit(browser, file, { javaScriptEnabled: false, viewport: { width: 320, height: 900 } });
  const entries = await page.locator("#urgent li.gap").count();
  expect(entries >= Math.min(gaps, ENTRIES_WITHOUT_SCRIPT), `${file}: the most urgent are there without a script`, entries);
  expect(await page.locator("#requirements tbody tr").count() > 0, `${file}: the counts are there without a script`);
  expect(await page.locator(".verdict").isVisible(), `${file}: the verdict is there without a script`);
  expect(await page.locator("#app").count() === 0 || await page.locator("#app").isHidden(), `${file}: nothing pretends to work`);
  await close();
}

async function map(browser, file) {
  for (const width of [320, 1440]) {
    const { page, close } = await visit(browser, file, { viewport: { width, height: 900 } });
    const drawn = page.locator("#map svg[role=img]:visible");
    expect(await drawn.count() === 1, `${file} at ${width} px: there is one map`, await drawn.count());
    expect(await drawn.getAttribute("aria-label") !== null, `${file} at ${width} px: the map has a name`);
    expect(await page.locator("#map table tbody tr").count() > 0, `${file} at ${width} px: the map has its equal as a table`);
    const bytes = await page.locator("#map").evaluate((section) => section.outerHTML.length);
    expect(bytes <= MOST_BYTES_OF_MAP, `${file}: the map is light`, bytes);
    await close();
  }
}

async function harmless(browser, file) {
  const { page, close } = await visit(browser, file, {});
  const planted = await page.locator("main img, main script, main iframe, main [onerror]").count();
  expect(planted === 0, `${file}: names from surveys are text`, planted);
  await close();
}

async function onePage(browser, file) {
  weigh(file);
  await looks(browser, file);
  await keyboard(browser, file);
  await tiles(browser, file);
  await map(browser, file);
  await harmless(browser, file);
  const { page, close } = await visit(browser, file, {});
  await accessible(page, file);
  const gaps = number(await page.locator("#count").textContent());
  await close();
  await withoutScript(browser, file, gaps);
}

async function folder(browser, dir) {
  const index = join(dir, "index.html");
  const { page, strangers, close } = await visit(browser, index, { viewport: { width: 320, height: 900 } });
  await accessible(page, index);
  await fits(page, index);
  const links = await page.locator('#list a, #diagnostics a[href$=".html"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const files = readdirSync(dir).filter((file) => file !== "index.html");
  expect(links.every((link) => existsSync(join(dir, link))), `${dir}: every page that is named is there`);
  expect(files.every((file) => links.includes(file)), `${dir}: every page that is there is named`);
  expect(strangers.length === 0, `${dir}: nothing is asked for and nothing breaks`, strangers.join(" "));
  await close();
  await withoutScript(browser, index, ENTRIES_WITHOUT_SCRIPT);
  const list = join(dir, "list-001.html");
  await looks(browser, list);
  await keyboard(browser, list);
}

const browser = await launch();
for (const report of process.argv.slice(2).map((path) => resolve(path))) {
  await (statSync(report).isDirectory() ? folder : onePage)(browser, report);
}
await browser.close();
conclude();
