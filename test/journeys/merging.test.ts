import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { PersonId } from "../../src/kernel/ids.ts";
import { browser, expectAccessible, expectFits } from "../browser.ts";
import { given } from "../given.ts";
import { arrives } from "./circle-steps.ts";
import { journeyGround } from "./ground.ts";
import { type Hand, keyboard, mouse } from "./hand.ts";

const ground = await journeyGround("2027-03-18T09:00");
const { ownerDb, url, cookiesOf, mailTo } = ground;
const { unit } = await ground.staffed();
const { person, role, someone } = given(ownerDb);
const administrator = await someone("administrator", {}, { name: "Alva Lind" });
const cookies = (await cookiesOf(administrator.personId)) ?? [];
const chrome = browser();

type Way = { name: string; javaScript: boolean; hand: (page: Page) => Hand; one: string; other: string };

const ways: readonly Way[] = [
  { name: "by keyboard alone", javaScript: true, hand: keyboard, one: "Kristina Carlson", other: "Christina Karlsson" },
  { name: "without JavaScript", javaScript: false, hand: () => mouse, one: "Sofie Lind", other: "Sophie Lind" },
];

describe.each(ways)("$name", { timeout: 60_000 }, ({ javaScript, hand: handOf, one, other }) => {
  test("an administrator finds one person twice, looks at both, makes one of them, and two again (R033)", async () => {
    const ids = await Promise.all([colleague(one), colleague(other)]);
    const page = await chrome.page({ baseURL: url, javaScript, cookies });
    const [main, hand] = [page.locator("main"), handOf(page)];

    await page.goto("/personer");
    await hand.press(main.getByRole("link", { name: "Kan vara samma person" }));
    await arrives(page, "Kan vara samma person");
    const pair = namesIn(await main.getByRole("heading", { level: 2, name: one }).innerText());
    await hand.press(main.getByRole("link", { name: `Slå ihop ${pair.join(" och ")}`, exact: true }));

    await arrives(page, `Slå ihop ${pair.join(" och ")}`);
    const compared = main.getByRole("table");
    expect(await compared.innerText()).toContain(addressOf(one));
    expect(await compared.innerText()).toContain(addressOf(other));
    expect(await main.innerText()).toContain("Namnen låter lika");
    await hand.press(page.getByRole("button", { name: "Slå ihop", exact: true }));
    expect(await page.getByRole("alert").innerText()).toContain("Välj vilken som ska behållas");
    await hand.tick(page.getByRole("radio", { name: addressOf(other) }));
    await hand.press(page.getByRole("button", { name: "Slå ihop", exact: true }));

    await arrives(page, `${one} slogs ihop med ${other}`);
    expect(await page.getByRole("status").innerText()).toContain(`${one} och ${other} är nu en person`);
    expect(await kept(ids)).toEqual([{ name: other }]);
    expect((await mailTo(addressOf(one))).subject).toBe("Dina uppgifter har samlats på ett ställe");
    if (javaScript) {
      await expectAccessible(page);
      await expectFits(page);
    }

    await hand.press(main.getByRole("link", { name: /^Ångra/u }));
    await arrives(page, `Ångra att ${one} slogs ihop med ${other}`);
    await hand.press(page.getByRole("button", { name: "Ångra sammanslagningen" }));
    await main.getByText(`${one} och ${other} är två personer igen`).waitFor();
    expect(await kept(ids)).toHaveLength(2);

    await hand.press(main.getByRole("link", { name: "Kan vara samma person" }));
    await arrives(page, "Kan vara samma person");
    expect(await main.getByRole("heading", { level: 2, name: one }).count(), "it is not proposed again").toBe(0);
  });
});

async function colleague(name: string): Promise<PersonId> {
  const id = await person({ name, email: addressOf(name) });
  await role(id, "guest", { organisation: unit });
  return id;
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replace(" ", ".")}@example.se`;
}

/** The two of a heading, in the order in which the page names them. */
function namesIn(heading: string): readonly string[] {
  return heading.split(" och ");
}

/** Those of the two who are people of their own. */
function kept(ids: readonly PersonId[]) {
  return ownerDb
    .selectFrom("person")
    .where("id", "in", ids)
    .where("merged_into", "is", null)
    .orderBy("name")
    .select("name")
    .execute();
}
