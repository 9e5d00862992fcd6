import { describe, expect, test } from "vitest";
import { browser, expectValidHtml } from "../../../../test/browser.ts";
import { day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";
import { visitor } from "../../../../test/visitor.ts";
import { newId } from "#kernel/ids.ts";
import { roundFacts } from "#features/circles/round/queries.ts";

const { app, url, ownerDb, signedIn } = await testWeb(noon("2027-06-01"));
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const chrome = browser();

const someone = async (role?: "developmentLeader") => {
  const id = await given.person({ name: "Maja Ek", email: `maja.${newId()}@example.se`, email_verified: true });
  if (role) {
    await ownerDb
      .insertInto("role_assignment")
      .values({ id: newId(), person_id: id, role, organisation_id: organiser, valid_from: day("2027-01-01") })
      .execute();
  }
  return signedIn(id);
};
const cookie = await someone("developmentLeader");
const maja = visitor(app, url, cookie);
const outsider = visitor(app, url, await someone());
const howMany = async () => (await ownerDb.selectFrom("round").select("id").execute()).length;

/** What the page says is wrong, in the list above the form. */
async function problems(answer: Response): Promise<{ status: number; says: string; page: string }> {
  const page = await answer.text();
  await expectValidHtml(page);
  const summary = /ds-error-summary[\s\S]*?<\/ul>/.exec(page)?.[0] ?? "";
  return { status: answer.status, says: summary.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "), page };
}

describe("a form with something wrong comes back with everything typed", () => {
  test.each([
    [
      "tomt",
      "/planera/ny/tom",
      { organisationId: organiser, title: "", kind: "researchCircle" },
      "Fyll i det här fältet",
      "",
    ],
    [
      "för långt",
      "rubrik",
      { kind: "researchCircle", title: "å".repeat(10_000) },
      "Texten är för lång",
      "å".repeat(10_000),
    ],
    [
      "html och tecken",
      "rubrik",
      { kind: "researchCircle", title: "", lead: "<b>🌲 שלום</b>" },
      "Fyll i",
      "&lt;b&gt;🌲 שלום&lt;/b&gt;",
    ],
    ["personnummer", "innehall", { purpose: "Om 191212121212" }, "personnummer", "Om 191212121212"],
    [
      "ett datum som inte finns",
      "anmalan",
      { deadline: "2027-02-30", managerConsultation: "none" },
      "datum som finns",
      "2027-02-30",
    ],
    [
      "en natt utan klockslag",
      "traffar/ny",
      { date: "2027-03-28", starts: "02:30", kind: "regular", theme: "Natt" },
      "sommartid",
      "Natt",
    ],
    [
      "slut före start",
      "traffar/ny",
      { starts: "13:00", ends: "09:00", kind: "regular", theme: "Bakvänt" },
      "Sluttiden",
      "Bakvänt",
    ],
    ["fel slags tal", "ramar", { hardCapacity: "tolv", funder: "Länet" }, "Skriv ett tal", "tolv"],
    ["okänt fält", "ramar", { hardCapacity: "12", colour: "blue" }, "Fältet finns inte", ""],
    [
      "kontakt utan namn",
      "personer",
      { "contacts.0.email": "siv@example.se" },
      "kontaktpersonens namn",
      "siv@example.se",
    ],
    ["inga dagar", "traffar/flera", { days: "snart, kanske" }, "Inga dagar med årtal", "snart, kanske"],
    ["inga träffar valda", "traffar/plats", { venue: "Rum 4" }, "Välj minst en träff", "Rum 4"],
    ["förlängning bakåt", "forlang", { deadline: "2027-08-01", reason: "Fel håll" }, "senare än den gamla", "Fel håll"],
    ["inställd utan skäl", "stall-in", { reason: "" }, "Fyll i", ""],
  ] as const)("%s", async (_, path, sent, says, kept) => {
    const round = await (path === "forlang" || path === "stall-in"
      ? given.published(organiser)
      : given.readyDraft(organiser));
    const before = await roundFacts(ownerDb, round.id);
    const count = await howMany();
    const address = path.startsWith("/") ? path : `/planera/${round.slug}/${path}`;
    const answer = await problems(await maja.send(address, sent));
    expect(answer.status).toBeGreaterThanOrEqual(409);
    expect(answer.says).toContain(says);
    expect(answer.page).toContain(kept);
    expect(await roundFacts(ownerDb, round.id)).toEqual(before);
    expect(await howMany()).toBe(count);
  });
});

describe("a pasted text", () => {
  const paste = (text: string) => maja.send("/planera/ny", { text, organisationId: organiser });

  test.each([
    ["nothing at all", "", "Klistra in en text"],
    ["somebody's identity number", "Anmälda: Anna 191212121212", "personnummer"],
    ["far too much", "a".repeat(200_001), "för lång"],
  ])("with %s begins no draft", async (_, text, says) => {
    const before = await howMany();
    const answer = await problems(await paste(text));
    expect([answer.status, answer.says]).toEqual([422, expect.stringContaining(says)]);
    expect(await howMany()).toBe(before);
  });

  test("of any kind becomes a page to compare that is valid", async () => {
    for (const text of [
      "🌲 שלום <script>alert(1)</script> 30 februari 2027",
      "x",
      "1/10, 22/10 kl 9-13\n".repeat(200),
    ]) {
      const answer = await paste(text);
      expect(answer.status).toBe(303);
      const page = await maja.open(answer.headers.get("location")!);
      expect(page.status).toBe(200);
      await expectValidHtml(await page.text());
    }
  });

  test("can be a file, and a file of the wrong kind says so", async () => {
    const before = await howMany();
    const upload = (name: string, content: string | Uint8Array<ArrayBuffer>) => {
      const body = new FormData();
      body.set("organisationId", organiser);
      body.set("text", "");
      body.set("file", new File([content], name));
      return app.request("/planera/ny", { method: "POST", body, headers: { cookie, origin: url } });
    };
    expect((await upload("inbjudan.txt", "Forskningscirkel\n\nVi träffas 3 mars 2028.")).status).toBe(303);
    expect((await upload("bild.png", new Uint8Array([137, 80, 78, 71, 0, 0, 0]))).status).toBe(422);
    expect((await upload("inbjudan.pdf", "%PDF-1.7")).status).toBe(422);
    expect(await howMany()).toBe(before + 1);
  });
});

describe("two people at once", () => {
  test("are told, and neither loses what they wrote", async () => {
    const round = await given.draft(organiser);
    const opened = await (await maja.open(`/planera/${round.slug}/innehall`)).text();
    const mark = /name="mark" value="([^"]+)"/.exec(opened)![1]!;
    expect((await maja.send(`/planera/${round.slug}/innehall`, { mark, purpose: "Majas" })).status).toBe(303);
    const late = await problems(await maja.send(`/planera/${round.slug}/innehall`, { mark, purpose: "Nils" }));
    expect([late.status, late.says]).toEqual([409, expect.stringContaining("Någon annan har ändrat")]);
    expect(late.page).toContain("Nils");
    expect(await roundFacts(ownerDb, round.id)).toMatchObject({ purpose: "Majas" });

    const fresh = /name="mark" value="([^"]+)"/.exec(late.page)![1]!;
    expect((await maja.send(`/planera/${round.slug}/innehall`, { mark: fresh, purpose: "Nils" })).status).toBe(303);
    expect(await roundFacts(ownerDb, round.id)).toMatchObject({ purpose: "Nils" });
  });

  test("publish once: the second press is told so", async () => {
    const round = await given.readyDraft(organiser, { title: "Dubbelklick" });
    expect((await maja.send(`/planera/${round.slug}/publicera`)).status).toBe(303);
    const again = await maja.send("/planera/dubbelklick-2027/publicera");
    expect(again.status).toBe(409);
  });
});

describe("who has no right", () => {
  test("finds no round, and begins none", async () => {
    const round = await given.published(organiser);
    const before = await howMany();
    for (const path of ["", "/rubrik", "/traffar", "/publicera", "/forlang", "/stall-in"]) {
      expect([path, (await outsider.open(`/planera/${round.slug}${path}`)).status]).toEqual([path, 404]);
    }
    expect((await outsider.open("/planera/ny")).status).toBe(403);
    expect((await outsider.send("/planera/ny", { text: "Forskningscirkel", organisationId: organiser })).status).toBe(
      403,
    );
    expect((await outsider.send(`/planera/${round.slug}/stall-in`, { reason: "x" })).status).toBe(404);
    expect((await outsider.open("/planera")).status).toBe(200);
    expect(await howMany()).toBe(before);
  });

  test("is asked to sign in, and a form says so without losing anything", async () => {
    const nobody = visitor(app, url);
    expect((await nobody.open("/planera")).headers.get("location")).toContain("/logga-in");
    expect((await nobody.send("/planera/ny", { text: "x" })).status).toBe(403);
  });
});

test("the whole way works without scripts, by keyboard alone", async () => {
  const round = await given.draft(organiser, { title: "Tangentbord", slug: "tangentbord" });
  const at = cookie.indexOf("=");
  const page = await chrome.page({
    baseURL: url,
    javaScript: false,
    cookies: [{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }],
  });
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate(
        `(() => { const e = document.activeElement; return (e.labels?.[0]?.textContent ?? e.getAttribute("aria-label") ?? e.textContent ?? "").trim() })()`,
      );
      if (String(label).startsWith(name)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await page.goto(`/planera/${round.slug}/innehall`);
  await tabTo("Problem i vardagen");
  await page.keyboard.type("Barn möts av många");
  await tabTo("Syfte");
  await page.keyboard.type("Samordna");
  await tabTo("Spara");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("status").textContent(), { timeout: 10_000 }).toContain("Sparat");
  expect(await roundFacts(ownerDb, round.id)).toMatchObject({
    practiceProblem: "Barn möts av många",
    purpose: "Samordna",
  });
});
