import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml } from "./browser.ts";
import { sheets } from "./component-sheet.tsx";
import { sheetServer } from "./sheet-server.tsx";

const root = join(import.meta.dirname, "..");
const names = Object.keys(sheets);
const chrome = browser();
const made = sheetServer();

test("the sheets draw every component there is", () => {
  const ui = join(root, "src", "ui");
  const files = readdirSync(ui).filter((file) => /^[a-z-]+\.tsx$/.test(file));
  const components = files.flatMap((file) =>
    [...readFileSync(join(ui, file), "utf8").matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name = ""]) => name),
  );
  const sheetFiles = readdirSync(join(import.meta.dirname, "sheets")).map((file) =>
    join(import.meta.dirname, "sheets", file),
  );
  const drawn = [...sheetFiles, ...files.map((file) => join(ui, file))]
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  expect(components.length).toBeGreaterThan(40);
  expect(components.filter((name) => !new RegExp(`<${name}[\\s>]`).test(drawn))).toEqual([]);
});

test.each(names)("the sheet %s is valid HTML, and holds nothing that the security policy stops", async (name) => {
  await expectValidHtml(await (await fetch(`${made.baseURL}/${name}`)).text());
});

test.each(names)("axe finds nothing on the sheet %s, in light and dark, at the desk and on a phone", async (name) => {
  for (const width of [1280, 390]) {
    const page = await chrome.lastingPage("reader", { width, baseURL: made.baseURL });
    await page.goto(`/${name}`);
    await expectAccessible(page);
  }
});

test.each(names)("nothing sticks out of the sheet %s on a phone, however narrow", async (name) => {
  const page = await chrome.lastingPage("reader", { baseURL: made.baseURL });
  await page.goto(`/${name}`);
  await expectFits(page, 320);
  await expectFits(page, 390);
});

test("what can be pressed on a phone is as large as a finger: at least 44 pixels high", async () => {
  const page = await chrome.page({ width: 390, baseURL: made.baseURL });
  const small: string[] = [];
  for (const name of names) {
    await page.goto(`/${name}`);
    const found = await page.evaluate<string[]>(`[...document.querySelectorAll(
      "button, .ds-button, select, input:not([type=hidden], [type=checkbox], [type=radio]), summary, .option, nav a")]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".as-link") && e.getBoundingClientRect().height < 44 &&
        getComputedStyle(e).clipPath === "none")
      .map((e) => e.outerHTML.slice(0, 90) + " " + e.getBoundingClientRect().height)`);
    small.push(...found);
  }
  expect(small).toEqual([]);
});

test("the checks of the pages find what is planted", async () => {
  const page = await chrome.page({ baseURL: made.baseURL });
  await page.goto("/home");
  await page.evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend",
    '<p class="planted">Blekt</p><div class="wide-one">Brett</div>');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".planted { color: #ccc } .wide-one { width: 900px }");
    document.adoptedStyleSheets = [sheet]`);
  await expect(expectAccessible(page)).rejects.toThrow("color-contrast");
  await expect(expectFits(page, 320)).rejects.toThrow("wide-one");
  await page.evaluate(`document.adoptedStyleSheets[0].replaceSync(".planted { color: #fff; background: #fff }")`);
  await expect(expectAccessible(page)).rejects.toThrow("color-contrast");
  await expect(expectValidHtml("<!doctype html><html><p><div></div></p></html>")).rejects.toThrow("close-order");
  await expect(expectValidHtml('<!doctype html><p style="color: red">Rött</p>')).rejects.toThrow("no-inline-style");
});
