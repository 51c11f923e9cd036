// Opens the handbook of the standards as a reader does: the indexes and a page of
// every kind, on desk and phone, in light and dark, without a network or a script.
//
//   node docs.mjs FOLDER…

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { launch } from "./browser.mjs";
import { accessible, conclude, expect, fits, visit } from "./look.mjs";

const INDEXES = ["index.html", "topics.html", "types.html", "cn-150800-2017.html"];
const LOOKS = [320, 1440].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

/** What a page may have that another has not; the first page that has it stands for the kind. */
const KINDS = {
  "two examples": /class="example"/,
  "a table of numbers": /class="stack values"/,
  "others beside it": /class="stack others"/,
  "something unverified": /class="notice"/,
  "no pass mark": /\nmeasure = &quot;/,
  "areas": /subject = \{ jurisdiction/,
  "a trend": /trend = &quot;/,
  "a longest name": null,
};

function sample(folder) {
  const pages = readdirSync(folder).filter((file) => !INDEXES.includes(file));
  const texts = new Map(pages.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  const title = (text) => text.match(/<title>(.*?)<\/title>/)[1].length;
  const longest = [...texts].sort(([, a], [, b]) => title(b) - title(a))[0][0];
  const found = Object.entries(KINDS).map(([kind, sign]) => {
    const file = sign === null ? longest : pages.find((one) => sign.test(texts.get(one)));
    expect(file !== undefined, `${folder}: there is a page with ${kind}`);
    return file;
  });
  return [...new Set(found.filter((file) => file !== undefined))];
}

async function looks(browser, file) {
  for (const { width, colorScheme } of LOOKS) {
    const what = `${file} at ${width} px, ${colorScheme}`;
    const options = { viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: true };
    const { page, strangers, close } = await visit(browser, file, options);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await fits(page, what);
    await accessible(page, what);
    expect(strangers.length === 0, `${what}: nothing is asked for and nothing breaks`, strangers.join(" "));
    await close();
  }
}

/** By keyboard from the index to a page and back. */
async function walk(browser, folder) {
  const { page, close } = await visit(browser, join(folder, "index.html"), { viewport: { width: 1280, height: 900 } });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const focused = await page.evaluate(() => document.activeElement.id);
  expect(focused === "main", `${folder}: the first stop leads to the content`, focused);
  const link = page.locator("table.index tbody th a[href$='.html']").first();
  const title = await link.textContent();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
  expect((await page.locator("h1").textContent()) === title, `${folder}: a link leads to the page it names`, title);
  await page.goBack();
  expect(await page.locator("h1").count() === 1, `${folder}: and Back leads to the index`);
  await close();
}

/** On paper the formula is folded away and the examples are not. */
async function printed(browser, file) {
  const { page, close } = await visit(browser, file, {});
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav.contents").first().isHidden(), `${file}: ways to other pages are not printed`);
  expect(await page.locator("table.cases").first().isVisible(), `${file}: the cases are printed`);
  await close();
}

const browser = await launch();
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  const pages = sample(folder);
  for (const file of [...INDEXES, ...pages]) await looks(browser, join(folder, file));
  await walk(browser, folder);
  await printed(browser, join(folder, pages[0]));
}
await browser.close();
conclude();
