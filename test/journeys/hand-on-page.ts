import type { Page } from "playwright-core";
import { expect } from "vitest";
import { arrives } from "./circle-steps.ts";
import type { Hand } from "./hand.ts";
import { expectNoTrap, type Way } from "./seen.ts";

/** What a hand does on one page, and what it is told. */
export function handOn(page: Page, { hand: handOf, javaScript }: Way) {
  const hand: Hand = handOf(page);
  const main = page.locator("main");
  const named = (name: string) => page.locator(`[name="${name}"]`).first();
  return {
    page,
    hand,
    main,
    named,
    press: (name: string | RegExp) =>
      hand.press(main.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).first()),
    follow: async (name: string, heading: string) => {
      await hand.press(main.getByRole("link", { name, exact: true }).first());
      await arrives(page, heading);
    },
    /** What opens and closes. */
    open: (words: string) => hand.press(main.locator("summary").filter({ hasText: words }).first()),
    says: (words: string) => main.getByText(words).filter({ visible: true }).first().waitFor(),
    write: (name: string, text: string) => hand.write(named(name), text),
    tick: (name: string) => hand.tick(main.getByRole("radio", { name, exact: true })),
    /** What was sent is refused: the keyboard stands at what is wrong, and what was written is still there. */
    isRefused: async (words: string, kept: Readonly<Record<string, string>>) => {
      const summary = page.locator("[data-error-summary]");
      await summary.getByText(words).first().waitFor();
      await page.locator("[data-error-summary]:focus").waitFor({ timeout: 5_000 });
      for (const [name, value] of Object.entries(kept)) expect(await named(name).inputValue(), name).toBe(value);
    },
    /** The keyboard goes through the page and out of it. */
    isOpen: async () => {
      if (javaScript) await expectNoTrap(page);
    },
  };
}
