import type { Locator, Page } from "playwright-core";

/** How somebody fills in and presses things: the same journey is made with a mouse, and with a keyboard alone. */
export type Hand = {
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** A day, as `2027-10-01`, or a time of day, as `09:00`. */
  readonly date: (field: Locator, value: string) => Promise<void>;
  /** One of the options of a list, by its words. */
  readonly choose: (list: Locator, option: string) => Promise<void>;
  /** A radio button or a box. */
  readonly tick: (box: Locator) => Promise<void>;
  /** A button, a link, or what opens and closes. */
  readonly press: (what: Locator) => Promise<void>;
};

export const mouse: Hand = {
  write: (field, text) => field.fill(text),
  date: (field, value) => field.fill(value),
  choose: async (list, option) => void (await list.selectOption({ label: option })),
  tick: (box) => box.check(),
  press: (what) => what.click(),
};

const mostSteps = 200;

async function found(wanted: Locator) {
  await wanted.waitFor();
  return wanted.elementHandle({ timeout: 10_000 });
}

/** Whether the keyboard stands at an element. */
function standing(element: SVGElement | HTMLElement): "here" | "elsewhere" | "gone" {
  if (!element.isConnected) return "gone";
  return element === element.ownerDocument.activeElement ? "here" : "elsewhere";
}

/**
 * Tab, arrows, Space and Enter, and nothing else: what cannot be reached so, cannot be used by everybody.
 *
 * @param look what is asked of every place where the keyboard stops on its way
 */
export function keyboard(page: Page, look?: (page: Page) => Promise<void>): Hand {
  // Found once, and again if the page has drawn it anew meanwhile: to look for it at every step costs more than the steps.
  async function reach(wanted: Locator, next = "Tab"): Promise<void> {
    let element = await found(wanted);
    for (let step = 0; step < mostSteps; step += 1) {
      const where = await element.evaluate(standing);
      if (where === "here") return;
      if (where === "gone") {
        element = await found(wanted);
        continue;
      }
      await page.keyboard.press(next);
      await look?.(page);
    }
    throw new Error(`The ${next} key never comes to ${wanted.toString()}`);
  }

  /** Of several radio buttons Tab comes to one, and the arrows to the others. */
  async function reachRadio(wanted: Locator): Promise<void> {
    const name = await wanted.getAttribute("name");
    const isInGroup = `document.activeElement?.name === ${JSON.stringify(name)}`;
    for (let step = 0; step < mostSteps && !(await page.evaluate(isInGroup)); step += 1)
      await page.keyboard.press("Tab");
    await reach(wanted, "ArrowDown");
  }

  return {
    async write(field, text) {
      await reach(field);
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
    },
    async date(field, value) {
      await reach(field);
      await page.keyboard.type(asTyped(value));
      const written = await field.inputValue();
      if (written !== value) throw new Error(`Typing ${value} wrote ${written}`);
    },
    async choose(list, option) {
      await reach(list);
      await page.keyboard.type(option);
      const chosen = await list.locator("option:checked").textContent();
      if (chosen !== option) throw new Error(`Typing ${option} chose ${chosen}`);
    },
    async tick(box) {
      if ((await box.getAttribute("type")) === "radio") await reachRadio(box);
      else await reach(box);
      if (!(await box.isChecked())) await page.keyboard.press("Space");
    },
    async press(what) {
      await reach(what);
      await page.keyboard.press("Enter");
    },
  };
}

/** A day or a time part by part, as the browser of the tests asks for them: it speaks English, whatever the page speaks. */
function asTyped(value: string): string {
  if (!value.includes(":")) {
    const [year = "", month = "", day = ""] = value.split("-");
    return `${month}${day}${year}`;
  }
  const { hour, minute } = Temporal.PlainTime.from(value);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? "AM" : "PM"}`;
}
