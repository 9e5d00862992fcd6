import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browser, findings } from "./browser.ts";
import { demoRoutes } from "./demo-routes.ts";
import type { Visitor } from "./demo-stage.ts";

const { url, cookies, rounds } = await demoRoutes();
const chrome = browser();

/** Six pages that between them hold what the others are made of: text, forms and their faults, lists, figures, states. */
const representative: readonly { name: string; who: Visitor; path: string; press?: string }[] = [
  { name: "a circle", who: "nobody", path: `/cirklar/${rounds.first.slug}` },
  {
    name: "a form that has to be put right",
    who: "nobody",
    path: `/cirklar/${rounds.first.slug}/anmalan`,
    press: "Skicka anmälan",
  },
  { name: "Idag", who: "leader", path: "/idag" },
  { name: "a roster", who: "leader", path: `/planera/${rounds.first.slug}/anmalningar` },
  { name: "a selection", who: "leader", path: `/planera/${rounds.selection.slug}/urval` },
  { name: "the erasures", who: "administrator", path: "/drift/gallring" },
];

async function opened({ who, path, press }: (typeof representative)[number], contrast: boolean): Promise<Page> {
  const [name = "", value = ""] = who === "nobody" ? [] : cookies[who].split("=");
  const own = name ? [{ name, value: decodeURIComponent(value), url }] : [];
  const page = await chrome.lastingPage(who, { baseURL: url, cookies: own });
  await page.emulateMedia({ contrast: contrast ? "more" : null });
  await page.goto(path);
  if (press) {
    await page.getByRole("button", { name: press }).click();
    await page.locator(".ds-error-summary").waitFor();
  }
  const help = page.locator(".page-help summary");
  if ((await help.count()) > 0) await help.click();
  return page;
}

/** Text whose contrast is lower than the rule demands: `color-contrast-enhanced` is 7:1, and 4.5:1 for large text. */
async function weakText(page: Page, rule: "color-contrast" | "color-contrast-enhanced"): Promise<string[]> {
  const { violations } = await findings(page, [rule]);
  return violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`));
}

describe("whoever has asked for more contrast gets it (WCAG 1.4.6)", () => {
  test.each(representative)("on $name, in light and dark", { timeout: 30_000 }, async (wanted) => {
    const page = await opened(wanted, true);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, contrast: "more" });
      expect(await weakText(page, "color-contrast-enhanced"), colorScheme).toEqual([]);
    }
  });

  test("and the rule would tell: without asking, some text has less", async () => {
    const page = await opened(representative[0]!, false);
    expect(await weakText(page, "color-contrast-enhanced")).not.toEqual([]);
  });
});

describe("whoever has colours of their own sees everything in them", () => {
  test.each(representative)("on $name", { timeout: 30_000 }, async (wanted) => {
    const page = await opened(wanted, false);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: "active" });
      expect(await weakText(page, "color-contrast"), colorScheme).toEqual([]);
      expect(await page.evaluate<string[]>(withoutEdge), colorScheme).toEqual([]);
    }
  });
});

test("a control without an edge is caught", async () => {
  const page = await opened(representative[2]!, false);
  await page.emulateMedia({ forcedColors: "active" });
  await page.evaluate(`{
    const { style } = document.querySelector("main .ds-button");
    style.forcedColorAdjust = "none"; style.border = "none"; style.background = "transparent";
  }`);
  expect(await page.evaluate<string[]>(withoutEdge)).toHaveLength(1);
});

/** Controls that a forced palette leaves without an edge or a surface of their own, so that they look like text. */
const withoutEdge = `[...document.querySelectorAll("main .ds-button, main .ds-input, main .tag")].filter((e) => {
  if (!e.checkVisibility()) return false;
  const style = getComputedStyle(e);
  const surface = getComputedStyle(document.body).backgroundColor;
  const edge = ["Top", "Right", "Bottom", "Left"].some((side) =>
    parseFloat(style["border" + side + "Width"]) > 0 && style["border" + side + "Style"] !== "none" &&
    style["border" + side + "Color"] !== surface);
  return !edge && (style.backgroundColor === surface || style.backgroundColor === "rgba(0, 0, 0, 0)");
}).map((e) => e.outerHTML.slice(0, 160))`;
