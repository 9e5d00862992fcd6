import { expect, test } from "vitest";
import { writeDemoSources } from "#features/appraisals/sources/demo.ts";
import { browser, expectAccessible, expectFits, pictures } from "../../../../../test/browser.ts";
import { givenAppraisals } from "../../../../../test/given-appraisals.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { db, ownerDb, url, signedIn } = await testWeb(now);
const chrome = browser();
const { slug, author } = await givenAppraisals(ownerDb).written();
// One source says much, one a little and one nothing: what differs must not be seen as more and less.
await writeDemoSources(db, author, now, slug);
const [name = "", value = ""] = (await signedIn(author.personId)).split(/=(.*)/su);
const cookies = [{ name, value: value.split(";")[0] ?? "", url }];
const address = `/metodbedomning/${slug}`;

const sizes = `[...document.querySelectorAll(".one-source")].map((card) => {
  const { width, height } = card.getBoundingClientRect();
  return [Math.round(width), Math.round(height)].join(" × ");
})`;

test("the three sources are equal in size, however much each of them says (R014)", async () => {
  const page = await chrome.page({ width: 1280, baseURL: url, cookies });
  await page.goto(address);
  const found = await page.evaluate<string[]>(sizes);
  expect([found.length, new Set(found).size]).toEqual([3, 1]);
  await page.setViewportSize({ width: 390, height: 900 });
  const widths = (await page.evaluate<string[]>(sizes)).map((size) => size.split(" × ")[0]);
  expect([widths.length, new Set(widths).size]).toEqual([3, 1]);
});

test("the picture is read on a phone: its words are as large as those beside it, and each source has as much of it", async () => {
  const page = await chrome.page({ width: 390, baseURL: url, cookies });
  await page.goto(`${address}/sammanfattning`);
  const drawn = await page.evaluate<{ text: number[]; rows: number[] }>(`(() => {
    const svg = document.querySelector(".sources-picture svg");
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll("text")];
    return {
      text: texts.map((each) => Number.parseFloat(getComputedStyle(each).fontSize) * scale),
      rows: [...svg.querySelectorAll("text.name")].map((each) => Number(each.getAttribute("y"))),
    };
  })()`);
  expect(drawn.text.length).toBe(12);
  expect(Math.min(...drawn.text)).toBeGreaterThanOrEqual(13);
  const [first = 0, second = 0, third = 0] = drawn.rows;
  expect(second - first).toBe(third - second);
});

test.each(["", "/kallor/professionen", "/kallor/forskning/utfall/nytt", "/sammanfattning"])(
  "axe finds nothing on %s, wide and narrow, light and dark",
  { timeout: 60_000 },
  async (path) => {
    for (const width of [1280, 390]) {
      const page = await chrome.page({ width, baseURL: url, cookies });
      await page.goto(`${address}${path}`);
      await expectAccessible(page);
      if (width === 390) await expectFits(page, 390);
      else await pictures(page, `kallor${path.replaceAll("/", "-")}`);
    }
  },
);

test("where the steps lead is told beside the level while it is chosen, as when it is sent", async () => {
  const page = await chrome.page({ width: 1280, baseURL: url, cookies });
  await page.goto(`${address}/kallor/forskning/utfall/nytt`);
  const sum = page.getByRole("status").filter({ hasText: "Stegen leder till" });
  expect(await sum.count()).toBe(0);
  await page.locator("input[name=start][value=high]").check();
  expect(await sum.textContent()).toBe("Stegen leder till: Hög tillförlitlighet.");
  await page.locator("select[name=riskOfBias]").selectOption("2");
  expect(await sum.textContent()).toBe("Stegen leder till: Låg tillförlitlighet.");
  await page.locator("input[name=level][value=high]").check();
  expect(await sum.textContent()).toBe(
    "Stegen leder till: Låg tillförlitlighet. Ändra stegen eller nivån så att de stämmer.",
  );
  await page.locator("input[name=level][value=low]").check();
  expect(await sum.textContent()).toBe("Stegen leder till: Låg tillförlitlighet.");
  await page.goto(`${address}/kallor/forskning/utfall/nytt-berattat`);
  expect(await page.locator("grade-sum").count()).toBe(0);
});
