import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { browser, expectAccessible, expectFits, expectValidHtml, pictures } from "../../../../test/browser.ts";
import { day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { givenReading } from "../../../../test/given-reading.ts";
import { testWeb } from "../../../../test/web.ts";
import { newId } from "#kernel/ids.ts";

const { app, url, ownerDb, cache } = await testWeb(noon("2027-06-01"));
const given = givenRounds(ownerDb);
const chrome = browser();
const paths = { list: "/cirklar", round: "", selection: "", off: "" };

beforeAll(async () => {
  const organiser = await given.organiser({ name: "FoU-enheten i länet" });
  const round = await given.published(organiser, {
    title: "Tidiga samordnade insatser för barn och unga",
    lead: "Fem träffar och en uppföljning där förskola, skola, socialtjänst och vård fördjupar sig tillsammans med forskare.",
    slug: "tidiga-samordnade-insatser-2027",
    goal: "Fördjupad kunskap om samordning kring barn 0–12 år, och ett eget förslag på samverkan.\n\nFörslaget anpassas till din verksamhet.",
    audience: "Du arbetar i kommun eller region i länet, med barn 0–12 år.",
    theme_short: "TSI",
    theme_definition: "Att arbeta tillsammans, som en helhet, främjande och förebyggande.",
    beneficiaries: ["unit", "county"],
    material_by_post: true,
    open_until_full: true,
    funder: "Länets kommuner",
  });
  await given.session(round.id, {
    date: day("2028-05-06"),
    kind: "followUp",
    mode: "physical",
    provisional: true,
    theme: "Vad blev det av förslagen?",
  });
  await given.session(round.id, { kind: "regular" });
  await ownerDb
    .updateTable("session")
    .set({ mode: "digital", theme: "Vad säger forskningen?" })
    .where("date", "=", day("2027-10-01"))
    .execute();
  await ownerDb
    .updateTable("session")
    .set({ mode: "physical", provisional: true, catering: true })
    .where("date", ">", day("2027-11-01"))
    .execute();
  await ownerDb
    .insertInto("round_leader")
    .values([
      { id: newId(), round_id: round.id, position: 0, name: "Siv Alm", title: "professor" },
      {
        id: newId(),
        round_id: round.id,
        position: 1,
        name: "Nils Berg",
        title: "utvecklingsledare",
        part: "facilitator",
      },
    ])
    .execute();
  await ownerDb
    .insertInto("guiding_question")
    .values([
      { id: newId(), round_id: round.id, position: 0, source: "research", text: "Vad säger forskningen?" },
      { id: newId(), round_id: round.id, position: 1, source: "serviceUser", text: "Vad säger barnen?" },
    ])
    .execute();
  await ownerDb
    .insertInto("eligibility_rule")
    .values([
      { id: newId(), round_id: round.id, position: 0, text: "Du arbetar i länet", strength: "required" },
      { id: newId(), round_id: round.id, position: 1, text: "Du har högskoleutbildning", strength: "recommended" },
    ])
    .execute();
  for (let applicant = 0; applicant < 9; applicant += 1) await given.registration(round.id);

  const chosen = {
    title: "Forskningsledd utvecklingscirkel",
    kind: "developmentCircle",
    allocation: "selection",
    notice_date: day("2027-12-15"),
    slug: "utvecklingscirkel-2027",
  } as const;
  const selection = await given.published(organiser, chosen);
  const off = await given.published(organiser, {
    title: "Inställd omgång",
    state: "cancelled",
    cancelled_reason: "För få deltagare.",
    slug: "installd-2027",
  });
  await given
    .published(organiser, { title: "Full omgång", hard_capacity: 1, target_capacity: 1, kind: "training" })
    .then(({ id }) => given.registration(id));
  Object.assign(paths, {
    round: `/cirklar/${round.slug}`,
    selection: `/cirklar/${selection.slug}`,
    off: `/cirklar/${off.slug}`,
  });
});

describe.each(["list", "round", "selection", "off"] as const)("the page %s", (name) => {
  test("is valid, accessible in light and dark, and fits the narrowest screen", async () => {
    const answer = await app.request(paths[name]);
    expect(answer.status).toBe(200);
    await expectValidHtml(await answer.text());
    const page = await chrome.lastingPage("reader", { baseURL: url });
    await page.goto(paths[name]);
    await expectAccessible(page);
    await pictures(page, `public-${name}`);
    await expectFits(page);
  });
});

test("the way in stands right under the lead on a phone", async () => {
  const page = await chrome.page({ width: 390, height: 844, baseURL: url });
  await page.goto(paths.round);
  const [apply, story] = await Promise.all([
    page.getByRole("link", { name: "Anmäl dig" }).boundingBox(),
    page.getByRole("heading", { name: "Syfte" }).boundingBox(),
  ]);
  expect(apply!.y).toBeLessThan(story!.y);
});

test("unknown is drawn as unknown, and nobody but leaders and contacts is named", async () => {
  const text = await (await app.request(paths.round)).text();
  expect(text).toContain("Plats meddelas");
  expect(text).toContain("Dag meddelas");
  expect(text).not.toMatch(/Deltagare \d|deltagare\d/);
});

test("what the circle reads is told when it is open to everybody, and not before (R104)", async () => {
  const { id, slug, organisation_id } = await ownerDb
    .selectFrom("round")
    .where("slug", "=", "utvecklingscirkel-2027")
    .select(["id", "slug", "organisation_id"])
    .executeTakeFirstOrThrow();
  const shown = async () => (await app.request(`/cirklar/${slug}`)).text();
  const { list } = givenReading(ownerDb);
  await list(organisation_id, [], { title: "Ännu ett utkast", round_id: id, published_at: null });
  await list(organisation_id, [], { title: "Läs inte längre", round_id: id, retired_at: noon("2027-05-01")() });
  expect(await shown()).not.toContain("Att läsa ur kunskapsbasen");
  const read = await list(organisation_id, [], { title: "Inför första träffen", round_id: id });
  cache.drop();
  const text = await shown();
  expect(text).toContain(`<a href="/laslista/${read.slug}">Inför första träffen</a>`);
  for (const hidden of ["Ännu ett utkast", "Läs inte längre"]) expect(text).not.toContain(hidden);
});

test("the meetings are a calendar that another library can read, and a draft has none", async () => {
  const answer = await app.request("/kalender/cirkel/tidiga-samordnade-insatser-2027.ics");
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as string[]);
  expect(calendar.getAllSubcomponents("vevent")).toHaveLength(6);
  const draft = await given.readyDraft(await given.organiser(), { slug: "hemligt-utkast" });
  expect((await app.request(`/kalender/cirkel/${draft.slug}.ics`)).status).toBe(404);
  expect((await app.request(`/cirklar/${draft.slug}`)).status).toBe(404);
});

test("the feed tells of new rounds, and minds its own signs", async () => {
  const organiser = await given.organiser({ name: "Kommun & <region>" });
  await given.published(organiser, { title: 'Rubrik med <b> & "citat"', slug: "signs-2027" });
  const answer = await app.request("/flode.atom");
  expect(answer.headers.get("content-type")).toContain("application/atom+xml");
  const feed = await answer.text();
  expect(feed).toContain("<title>Rubrik med &lt;b&gt; &amp; &quot;citat&quot;</title>");
  expect(feed).toContain("<name>Kommun &amp; &lt;region&gt;</name>");
  expect(feed.match(/<entry>/g)!.length).toBeGreaterThan(3);
});

test("the list is narrowed by plain addresses, and shrugs at nonsense", async () => {
  const listed = async (query: string) =>
    (await (await app.request(`/cirklar${query}`)).text()).match(/href="\/cirklar\/[a-z]/g)?.length ?? 0;
  expect(await listed("?kind=developmentCircle")).toBe(1);
  expect(await listed("?free=1")).toBeLessThan(await listed(""));
  expect(await listed("?kind=%00&county=zz&mode=sideways&x=1")).toBe(await listed(""));
});
