import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { chromium as playwright, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { chromium } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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
 * Where one visitor only looks at page after page, `lastingPage` is one for all tests: a fresh context is a new process,
 * which has to load everything and learn axe by heart again, and that costs more than the page that is looked at.
 *
 * A script that throws, or anything the content security policy stops, fails the test.
 */
export function browser() {
  const lasting = new Map<string, Page>();
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

  async function freshContext(options: PageOptions): Promise<BrowserContext> {
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
    if (cookies) await context.addCookies(cookies);
    context.on("weberror", (fault) => faults.push(fault.error().message));
    context.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy/.test(message.text())) faults.push(message.text());
    });
    return context;
  }

  return {
    async page(options: PageOptions = {}): Promise<Page> {
      const context = await freshContext(options);
      contexts.push(context);
      return context.newPage();
    },
    /** Somebody's page with axe at hand on all that is opened in it, as wide as wished and with no wish of colours. */
    async lastingPage(whose: string, options: PageOptions = {}): Promise<Page> {
      const page = lasting.get(whose) ?? (await firstOf(await freshContext(options)));
      lasting.set(whose, page);
      const { width = 1280, height = 900 } = options;
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null });
      return page;
    },
  };
}

async function firstOf(context: BrowserContext): Promise<Page> {
  await context.addInitScript(axe);
  return context.newPage();
}

/** Keeps pictures of the whole page under .tmp/screenshots, for whoever sets SCREENSHOTS to look at them. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (!process.env["SCREENSHOTS"]) return;
  const folder = join(import.meta.dirname, "..", ".tmp", "screenshots");
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const [width, colorScheme] of [
    [1280, "light"],
    [1280, "dark"],
    [390, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}

const guidelines = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Dark changes colours and nothing else, so that only colours are asked about again. */
const colours = ["color-contrast", "link-in-text-block"];

/** What axe finds on a page. Where each element stands in CSS is left out: nobody reads it, and it takes a third of the time. */
export async function findings(page: Page, runOnly: readonly string[]): Promise<Findings> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const wish = { runOnly, resultTypes: ["violations", "incomplete"], selectors: false };
  const found = await page.evaluate<string>(
    `axe.run(document, ${JSON.stringify(wish)}).then(({ violations, incomplete }) => JSON.stringify({ violations, incomplete }))`,
  );
  return JSON.parse(found) as Findings;
}

type Findings = Pick<AxeResults, "violations" | "incomplete">;

/** axe finds nothing on the page, in light and in dark. A mail has no landmarks, so it is held to the guidelines alone. */
export async function expectAccessible(page: Page, kind: "page" | "mail" = "page"): Promise<void> {
  const asked = { light: kind === "page" ? [...guidelines, "best-practice"] : guidelines, dark: colours };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, incomplete } = await findings(page, asked[colorScheme]);
    const found = [...violations, ...invisible(incomplete)].flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html}: ${node.failureSummary ?? ""}`),
    );
    noneOf(`axe, in ${colorScheme}`, found);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Text in the colour of its own background: axe is not sure that it was meant to be seen. We are. */
function invisible(incomplete: AxeResults["incomplete"]) {
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

/** Puts its rules together once: the library does it for every page, and it takes as long as the looking. */
class RulesOnce extends StaticConfigLoader {
  private readonly rules = super.getConfigFor("page");
  override getConfigFor() {
    return this.rules;
  }
}

const rules = new RulesOnce({
  extends: ["html-validate:recommended"],
  elements: ["html5"],
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
const validator = new HtmlValidate(rules);

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
