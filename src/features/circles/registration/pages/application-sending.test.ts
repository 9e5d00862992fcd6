import { describe, expect, test } from "vitest";
import { statements } from "../../../../../test/database.ts";
import { day } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { app, given, circle, organiser, ownerDb, rule, saidAt } = stage;

const typed = {
  name: "Katarina Ödegård",
  email: "katarina@example.se",
  workplace: "Mottagningen",
  employer: "Mölndals stad",
  sector: "socialServices",
  profession: "Socialsekreterare",
  managerName: "Bo Lind",
  managerDeclared: "yes",
  hoursAccepted: "yes",
};
let people = 0;
const somebody = (over: Record<string, string> = {}) => {
  people += 1;
  return { ...typed, email: `nagon${people}@example.se`, ...over };
};
const without = (values: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const send = (slug: string, values: Record<string, string>, from?: string) =>
  stage.press(`/cirklar/${slug}/anmalan`, values, "", from);

describe("sending it", () => {
  test("takes a number and leads to a page that holds a day and nothing more personal (R117)", async () => {
    const round = await given.published(organiser);
    const values = somebody({ employer: "Mölndals stad" });
    const { status, to } = await send(round.slug, values);
    expect({ status, to }).toEqual({ status: 303, to: `/cirklar/${round.slug}/anmalan/tack?senast=2027-06-09` });
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed"]);
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1"]);

    const thanks = await app.request(to ?? "");
    const page = await thanks.text();
    expect(page).toContain("till och med ons 9 juni klockan 24");
    expect(page).not.toContain(values.email);
    expect(thanks.headers.get("cache-control")).toBe("no-store");
  });

  test("costs few statements, and no session is looked up: many may come at once", async () => {
    const round = await given.published(organiser);
    const sent = await statements(() => send(round.slug, somebody()));
    expect(sent.length).toBeLessThanOrEqual(14);
    expect(sent.filter((text) => text.includes("sign_in_session"))).toEqual([]);
  });

  test("tells everything that has to be put right at once, and keeps every word", async () => {
    const round = await given.published(organiser, { asks_age_group: true, manager_consultation: "confirmed" });
    const required = await rule(round.id, "required", "Du arbetar i länet");
    const { status, page } = await send(round.slug, {
      name: "Katarina Ödegård",
      email: "katarina",
      motivation: "Vi vill <b>lära</b> oss",
    });
    expect(status).toBe(422);
    expect(saidAt(page, "email")).toContain("Skriv en e-postadress");
    for (const field of ["employer", "workplace", "profession", "ageGroup", "managerName", "managerEmail"])
      expect(saidAt(page, field)).toContain("Fyll i det här fältet");
    expect(saidAt(page, "sector")).toContain("Välj ett av alternativen");
    expect(saidAt(page, `meets-${required}`)).toContain("Välj ett av alternativen");
    expect(saidAt(page, "hoursAccepted")).toContain("Kryssa här om du kan lägga den tiden");
    expect(page).toContain('value="Katarina Ödegård"');
    expect(page).toContain('value="katarina"');
    expect(page).toContain("Vi vill &lt;b&gt;lära&lt;/b&gt; oss");
    expect(page).toMatch(/<title>Fel: /);
    expect(await circle.roster(round.id)).toEqual([]);
  });

  test("the list of what to correct follows the order of the form", async () => {
    const round = await given.published(organiser);
    const { page } = await send(round.slug, { motivation: "19121212-1212" });
    const list = /data-error-summary.*?<\/ul>/s.exec(page)?.[0] ?? "";
    expect([...list.matchAll(/href="#f-([\w-]+)"/g)].map(([, field]) => field)).toEqual([
      "name",
      "email",
      "employer",
      "workplace",
      "profession",
      "sector",
      "managerName",
      "managerDeclared",
      "motivation",
      "hoursAccepted",
    ]);
  });

  test("a required rule that is not met gives the reason and whom to ask, and nothing is taken in (R114)", async () => {
    const round = await given.published(organiser);
    const id = await rule(round.id, "required", "Du arbetar i kommun eller region i länet");
    const { status, page } = await send(round.slug, somebody({ [`meets.${id}`]: "no" }));
    expect(status).toBe(422);
    expect(saidAt(page, `meets-${id}`)).toBe(
      "Fel: Den här omgången kräver: Du arbetar i kommun eller region i länet. Är du osäker eller har svarat fel? Fråga Siv Alm, siv.alm@example.se",
    );
    expect(await circle.roster(round.id)).toEqual([]);
  });

  test("a recommended rule never blocks, whatever the answer (R114)", async () => {
    const round = await given.published(organiser);
    const id = await rule(round.id, "recommended", "Du har högskoleutbildning");
    expect((await send(round.slug, somebody({ [`meets.${id}`]: "no" }))).status).toBe(303);
    expect((await send(round.slug, somebody())).status).toBe(303);
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed", "2 unconfirmed"]);
  });

  test.each([
    { why: "a personal identity number", field: "motivation", value: "Hon är 19121212-1212", says: "personnummer" },
    { why: "ten thousand characters", field: "motivation", value: "a".repeat(10_000), says: "Texten är för lång: 10" },
    { why: "ten thousand characters in a name", field: "name", value: "a".repeat(10_000), says: "Texten är för lång" },
    {
      why: "a web address in a name",
      field: "name",
      value: "Köp på https://example.org",
      says: "Skriv utan webbadress",
    },
    { why: "a sector that is not there", field: "sector", value: "army", says: "Uppgiften går inte att läsa" },
    { why: "emoji as an address", field: "email", value: "🙂@🙂.🙂", says: "Skriv en e-postadress" },
  ])("$why gives a sentence at the field, and nothing is written", async ({ field, value, says }) => {
    const round = await given.published(organiser);
    const { status, page } = await send(round.slug, somebody({ [field]: value }));
    expect(status).toBe(422);
    expect(saidAt(page, field)).toContain(says);
    expect(await circle.roster(round.id)).toEqual([]);
  });

  test("a field that is not on the form is refused by name", async () => {
    const round = await given.published(organiser);
    const { status, page } = await send(round.slug, somebody({ queueNo: "1" }));
    expect(status).toBe(422);
    expect(page).toContain("Fältet finns inte i formuläret");
  });

  test("right-to-left text, emoji and signs are words like others", async () => {
    const round = await given.published(organiser);
    expect((await send(round.slug, somebody({ name: "לאה ✨ O'Brien & <Söner>" }))).status).toBe(303);
  });

  test("a round that has closed meanwhile says so above the form, and every word is kept", async () => {
    const round = await given.published(organiser, { deadline: day("2027-06-01") });
    const { status, page } = await send(round.slug, somebody());
    expect(status).toBe(409);
    expect(page).toContain("Anmälan är stängd");
    expect(page).toContain('value="Katarina Ödegård"');
  });

  test("a double click is one application", async () => {
    const round = await given.published(organiser);
    const values = somebody();
    await Promise.all([send(round.slug, values), send(round.slug, values)]);
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed"]);
  });

  test("one address cannot be used over and over: it says when to try again, and every word is kept", async () => {
    const round = await given.published(organiser);
    const values = somebody();
    for (let time = 0; time < 10; time += 1) await send(round.slug, values);
    const { status, page } = await send(round.slug, values);
    expect(status).toBe(429);
    expect(page).toContain("Det blev för många försök. Försök igen om");
    expect(page).toContain('value="Katarina Ödegård"');
    expect((await send(round.slug, somebody())).status).toBe(303);
  });

  test("a form from another site is refused", async () => {
    const round = await given.published(organiser);
    expect((await send(round.slug, somebody(), "https://example.org")).status).toBe(403);
  });

  test("what the round does not ask for is not kept (R011)", async () => {
    const round = await given.published(organiser, { asks_adaptation: false });
    await send(round.slug, somebody({ diet: "vegetariskt", postalAddress: "Storgatan 1" }));
    const extras = await ownerDb
      .selectFrom("registration_extra as x")
      .innerJoin("registration as r", "r.id", "x.registration_id")
      .where("r.round_id", "=", round.id)
      .selectAll()
      .execute();
    expect(extras).toEqual([]);
  });

  test.each(["2027-02-31", "i morgon", "<script>", ""])("the page of thanks reads no day out of %j", async (senast) => {
    const round = await given.published(organiser);
    const answer = await app.request(`/cirklar/${round.slug}/anmalan/tack?senast=${encodeURIComponent(senast)}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Bekräfta inom två arbetsdagar");
  });

  test("leaves out nothing that is needed: without a name nothing is sent", async () => {
    const round = await given.published(organiser);
    expect((await send(round.slug, without(somebody(), "name"))).status).toBe(422);
    expect(await circle.roster(round.id)).toEqual([]);
  });
});
