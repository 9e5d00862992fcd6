import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { HtmlValidate } from "html-validate";
import { chromium as playwright, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { chromium } from "./chromium.ts";

export type PageOptions = {
  /** 390 is a phone, 1280 a desk. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly contrast?: boolean;
  readonly javaScript?: boolean;
  readonly baseURL?: string;
  readonly cookies?: Parameters<BrowserContext["addCookies"]>[0];
};

/**
 * One browser for the test file, and a fresh context for every page:
 *
 *     const chrome = browser();
 *     test("…", async () => { const page = await chrome.page({ width: 390, baseURL }); … });
 *
 * A script that throws, or anything the content security policy stops, fails the test.
 */
export function browser() {
  let running: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    const { file, env } = await chromium();
    const args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none", "--disable-gpu"];
    running = await playwright.launch({ executablePath: file, env, args });
  });
  afterEach(async () => {
    const found = faults;
    await Promise.all(contexts.map((context) => context.close()));
    [contexts, faults] = [[], []];
    expect(found, "faults that the browser told of").toEqual([]);
  });
  afterAll(() => running?.close());

  return {
    async page(options: PageOptions = {}): Promise<Page> {
      const { width = 1280, height = 900, dark, contrast, javaScript = true, baseURL, cookies } = options;
      if (!running) throw new Error("The browser is not running: call browser() outside the test.");
      const context = await running.newContext({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        contrast: contrast ? "more" : "no-preference",
        javaScriptEnabled: javaScript,
        locale: "sv-SE",
        timezoneId: "Europe/Stockholm",
        reducedMotion: "reduce",
        ...(baseURL ? { baseURL } : {}),
      });
      contexts.push(context);
      if (cookies) await context.addCookies(cookies);
      context.on("weberror", (fault) => faults.push(fault.error().message));
      context.on("console", (message) => {
        if (message.type() === "error" && /Content Security Policy/.test(message.text())) faults.push(message.text());
      });
      return context.newPage();
    },
  };
}

/** Keeps a picture of the whole page under .tmp/screenshots, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, "..", ".tmp", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const guidelines = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Dark changes colours and nothing else, so that only colours are asked about again. */
const colours = ["color-contrast", "link-in-text-block"];

/** axe finds nothing on the page, in light and in dark. A mail has no landmarks, so it is held to the guidelines alone. */
export async function expectAccessible(page: Page, kind: "page" | "mail" = "page"): Promise<void> {
  const asked = { light: kind === "page" ? [...guidelines, "best-practice"] : guidelines, dark: colours };
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const results = await page.evaluate<AxeResults>(
      `axe.run(document, { runOnly: ${JSON.stringify(asked[colorScheme])}, resultTypes: ["violations", "incomplete"] })`,
    );
    const found = [...results.violations, ...invisible(results)].flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html}: ${node.failureSummary ?? ""}`),
    );
    noneOf(`axe, in ${colorScheme}`, found);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Text in the colour of its own background: axe is not sure that it was meant to be seen. We are. */
function invisible({ incomplete }: AxeResults) {
  return incomplete
    .filter(({ id }) => id === "color-contrast")
    .map((result) => ({
      ...result,
      nodes: result.nodes.filter(({ any }) =>
        any.some(({ data }) => (data as { messageKey?: string } | null)?.messageKey === "equalRatio"),
      ),
    }));
}

/** Nothing sticks out: the page can be read on the narrowest screen without scrolling sideways (WCAG 1.4.10). */
export async function expectFits(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const sticksOut = await page.evaluate<string[]>(
    `[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
      !e.closest(".sr-only") && e.checkVisibility()).map((e) => e.outerHTML.slice(0, 120))`,
  );
  const scrolls = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  if (before) await page.setViewportSize(before);
  noneOf(`a screen ${width} pixels wide`, scrolls ? ["The page scrolls sideways.", ...sticksOut] : []);
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // One box a value, or a name for each: both are good HTML.
    "form-dup-name": ["error", { allowArrayBrackets: true, shared: ["radio", "checkbox", "submit", "button"] }],
    // How our templates write the same thing.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "void-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    // A title says what the page is; ours may be as long as a circle's name.
    "long-title": "off",
    // Everything comes from our own address.
    "require-sri": "off",
    // A number that must not break is kept together by its class; signs of its own would be copied with it.
    "tel-non-breaking": ["error", { ignoreClasses: ["nowrap"] }],
    // Styles may draw a table as something else, and then only a role that is written out tells what it is.
    "no-redundant-role": "off",
    // The policy of the pages stops them.
    "no-inline-style": "error",
  },
});

/** The markup follows the standard, and holds no style or script that the content security policy would stop. */
export async function expectValidHtml(markup: string): Promise<void> {
  const { results } = await validator.validateString(markup);
  const lines = markup.split("\n");
  const found = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const context = lines[line - 1]?.slice(Math.max(0, column - 60), column + 100) ?? "";
      return `${ruleId}: ${message}: …${context}…`;
    }),
  );
  noneOf("the HTML validator", found);
}

function noneOf(asked: string, found: readonly string[]) {
  if (found.length > 0) throw new Error(`Found by ${asked}:\n${found.join("\n")}`);
}
