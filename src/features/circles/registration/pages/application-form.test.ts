import { describe, expect, test } from "vitest";
import { statements } from "../../../../../test/database.ts";
import { day } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { app, given, circle, organiser, cache, few } = stage;

const open = async (slug: string) => {
  cache.drop();
  return stage.read(`/cirklar/${slug}/anmalan`);
};

describe("the form", () => {
  test("asks what the round needs and nothing else (R110, R115, R116)", async () => {
    const plain = await given.published(organiser, {
      asks_adaptation: false,
      manager_consultation: "none",
      hours: null,
    });
    const { page } = await open(plain.slug);
    const names = [...page.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(names)]).toEqual([
      "name",
      "email",
      "employer",
      "workplace",
      "profession",
      "sector",
      "motivation",
    ]);

    const whole = await given.published(organiser, {
      asks_diet: true,
      asks_age_group: true,
      material_by_post: true,
      manager_consultation: "confirmed",
    });
    const asked = (await open(whole.slug)).page;
    for (const name of [
      "ageGroup",
      "postalAddress",
      "diet",
      "adaptation",
      "managerName",
      "managerEmail",
      "hoursAccepted",
    ])
      expect(asked).toContain(`name="${name}"`);
  });

  test("says beside each sensitive field what it is for and when it is erased, and keeps none of them on the device (R011)", async () => {
    const round = await given.published(organiser, { asks_diet: true, material_by_post: true });
    const { page } = await open(round.slug);
    for (const field of ["diet", "adaptation", "postalAddress"]) {
      const help = new RegExp(`id="f-${field}-help">([^<]+)<`).exec(page)?.[1];
      expect(help).toMatch(/Används bara för att .+ Raderas 13 februari 2028\./);
      expect(new RegExp(`name="${field}"[^>]*data-no-keep`).test(page)).toBe(true);
    }
    expect(page).toContain("Skriv inget om klienter");
  });

  test("names the hours and the mandate where the applicant declares the manager's word (R115)", async () => {
    const round = await given.published(organiser);
    const { page } = await open(round.slug);
    expect(page).toContain("Det här är avstämt med min chef");
    expect(page).toContain("cirka 70 timmar");
    expect(page).toContain("tid och mandat att arbeta med utveckling på din arbetsplats");
  });

  test("holds no name of those who have applied, and opening it writes nothing", async () => {
    const round = await given.published(organiser);
    await circle.confirmed(round.id, { name: "Hemlige Harald" });
    const before = await circle.everything();
    for (let time = 0; time < 5; time += 1) expect((await open(round.slug)).page).not.toContain("Harald");
    expect(await circle.everything()).toEqual(before);
  });

  test("is cheap: few statements, none once it has been drawn, and no session is looked up", async () => {
    const round = await given.published(organiser);
    cache.drop();
    const headers = { cookie: "sammanvagt.session_token=whatever" };
    const first = await statements(async () => app.request(`/cirklar/${round.slug}/anmalan`, { headers }));
    expect(first.length).toBeLessThanOrEqual(13);
    expect(first.filter((text) => text.includes("sign_in_session"))).toEqual([]);
    expect(await statements(async () => app.request(`/cirklar/${round.slug}/anmalan`, { headers }))).toEqual([]);
  });

  test.each([
    { why: "the first to apply get places", over: {}, says: "Den som anmäler sig först får plats" },
    {
      why: "selection",
      over: { allocation: "selection" as const, notice_date: day("2027-12-15") },
      says: "alla får besked ons 15 december",
    },
    {
      why: "late for a selection",
      over: { allocation: "selection" as const, notice_date: day("2027-12-15"), deadline: day("2027-06-01") },
      says: "Sista dagen har varit",
    },
    { why: "closed", over: { deadline: day("2027-06-01") }, says: "Anmälan är stängd" },
    { why: "cancelled", over: { state: "cancelled" as const, cancelled_reason: "Sjukdom" }, says: "Anmälan är stängd" },
  ])("$why: $says", async ({ over, says }) => {
    const round = await given.published(organiser, over);
    const { status, page } = await open(round.slug);
    expect(status).toBe(200);
    expect(page).toContain(says);
  });

  test("says when applying means standing on the waiting list", async () => {
    const round = await given.published(organiser, few(1));
    await circle.confirmed(round.id);
    expect((await open(round.slug)).page).toContain("så du ställer dig på väntelistan");
  });

  test("is not there for a draft, nor for a round that never was", async () => {
    const draft = await given.draft(organiser);
    expect((await open(draft.slug)).status).toBe(404);
    expect((await open("finns-inte")).status).toBe(404);
    expect((await stage.press(`/cirklar/${draft.slug}/anmalan`, { name: "Katarina" })).status).toBe(404);
  });
});
