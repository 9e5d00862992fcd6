import { describe, expect, test } from "vitest";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const { given, circle, organiser, links, read, press, offered, asking } = await registrationStage();

describe("opening a mailed link", () => {
  const pages = {
    confirm: async () => links.confirm((await circle.applied((await given.published(organiser)).id)).id),
    own: async () => links.own((await offered()).second),
    "own, about to withdraw": async () => `${await links.own((await offered()).second)}/aterbud`,
    manager: async () => links.manager((await asking()).id),
    offer: async () => links.offer((await offered()).second),
  };
  test.each(Object.entries(pages))("five times changes nothing: %s", async (_, link) => {
    const path = await link();
    const before = await circle.everything();
    for (let time = 0; time < 5; time += 1) {
      const shown = await read(path);
      expect(shown.status).toBe(200);
      expect(shown.headers.get("referrer-policy")).toBe("no-referrer");
      expect(shown.headers.get("cache-control")).toBe("no-store");
      expect(shown.page).toContain('name="robots" content="noindex"');
    }
    expect(await circle.everything()).toEqual(before);
  });

  test.each(["/anmalan/bekrafta/x", "/anmalan/min/x", "/anmalan/min/x/aterbud", "/chef/x", "/erbjudande/x"])(
    "a link we never sent leads to a page that helps: %s",
    async (path) => {
      const { status, page } = await read(path);
      expect(status).toBe(404);
      expect(page).toContain("Länken leder ingenstans");
      expect(page).toContain('href="/cirklar"');
      expect((await press(path, { answer: "yes" })).status).toBe(404);
    },
  );

  test("a link for one purpose opens nothing else", async () => {
    const { second } = await offered();
    const token = await circle.link("offer.answer", second);
    for (const path of ["/anmalan/bekrafta/", "/anmalan/min/", "/chef/"])
      expect((await read(path + token)).status).toBe(404);
  });
});

test("a form from another site is refused on every one of these pages", async () => {
  const { second } = await offered();
  for (const path of [await links.offer(second), await links.own(second), `${await links.own(second)}/aterbud`]) {
    expect((await press(path, { answer: "no" }, "", "https://example.org")).status).toBe(403);
  }
  expect(await circle.stateOf(second)).toBe("offered");
});
