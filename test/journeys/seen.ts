import type { Page } from "playwright-core";
import { type Hand, keyboard, mouse } from "./hand.ts";

/** How somebody goes through a journey: with which hand, with script or without, and how wide their screen is. */
export type Way = {
  readonly how: string;
  readonly hand: (page: Page) => Hand;
  readonly javaScript: boolean;
  readonly width: number;
};

/** Three ways through the same journey, so that nobody is left behind by how they use a page. */
export const ways: readonly Way[] = [
  { how: "by keyboard alone", hand: (page) => keyboard(page, expectSeen), javaScript: true, width: 1280 },
  { how: "by keyboard on a narrow screen", hand: (page) => keyboard(page, expectSeen), javaScript: true, width: 390 },
  { how: "without JavaScript on a phone", hand: () => mouse, javaScript: false, width: 390 },
];

/**
 * Where the keyboard stops can be seen: it has a ring that is not hidden, and stands on the screen. In one column it
 * stands below where it stood before, as the page is read.
 */
export async function expectSeen(page: Page): Promise<void> {
  const fault = await page.evaluate<string>(`(() => {
    const here = document.activeElement;
    if (!window.isWatched) {
      window.isWatched = true;
      window.standsAt = here;
      document.addEventListener("focusin", ({ target }) => { window.cameFrom = window.standsAt; window.standsAt = target; });
    }
    if (!here || here === document.body) { window.standsAt = undefined; return ""; }
    const box = here.getBoundingClientRect();
    // Round a box to tick the ring takes in its words as well.
    const isRinged = [here, here.closest(".ds-field")].some((element) => {
      const look = element && getComputedStyle(element);
      return look && look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
    });
    // Where it stood last, also if the page itself has led it on since.
    const before = window.cameFrom;
    const what = here.outerHTML.slice(0, 140);
    if (!isRinged) return "has no ring: " + what;
    if (box.width === 0 || box.height === 0) return "has no size: " + what;
    if (box.bottom < 1 || box.top > innerHeight - 1) return "is off the screen: " + what;
    // Among radio buttons the arrows go round.
    const isRound = here.type === "radio" && before?.name === here.name;
    const isColumn = innerWidth < 500 && !isRound && document.querySelector("main").contains(here);
    if (isColumn && before?.isConnected && document.querySelector("main").contains(before) && box.top < before.getBoundingClientRect().top - 24)
      return "stands above where the keyboard came from: " + what;
    return "";
  })()`);
  if (fault) throw new Error(`Where the keyboard stops on ${page.url()} ${fault}`);
}

const mostStops = 400;
/** A day is written in parts, each a stop of its own within the field: day, month, year, and what opens the calendar. */
const mostParts = 5;

/** The keyboard goes all the way through a page and out of it again: nothing holds it. */
export async function expectNoTrap(page: Page): Promise<void> {
  const stop = `(() => {
    const { type, dataset } = document.activeElement;
    return document.activeElement === document.body ? "out" : (dataset.stop ?? "") + (["date", "time"].includes(type) ? " in parts" : "");
  })()`;
  await page.evaluate("document.activeElement.blur()");
  let parts = 0;
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press("Tab");
    const [before = "", ...inParts] = (await page.evaluate<string>(stop)).split(" ");
    if (before === "out") return;
    const isNextPart = inParts.length > 0 && before === String(stops - 1) && parts < mostParts;
    if (before !== "" && !isNextPart)
      throw new Error(`The keyboard comes back to stop ${before} of ${page.url()} without leaving the page`);
    parts = isNextPart ? parts + 1 : 0;
    await page.evaluate(`document.activeElement.dataset.stop = "${stops}"`);
  }
  throw new Error(`The keyboard never comes out of ${page.url()}`);
}
