import { describe, expect, test } from "vitest";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, few, selecting } = stage;
const leader = await stage.cookieOf("developmentLeader");
const reader = await stage.cookieOf("registrar");
const stranger = await stage.cookieOf("developmentLeader", await given.organiser({ name: "FoU-enheten i grannlänet" }));
const readAs = (path: string, cookie = leader) => stage.read(path, cookie);
const pressAs = (path: string, values: Record<string, string> = {}, cookie = leader) =>
  stage.press(path, values, cookie);
const asking = () => given.published(organiser, { manager_consultation: "confirmed", ...few(2) });
const withManager = (over = {}) => ({ managerEmail: "bo.lind@example.se", ...over });

const round = await asking();
const { id } = await circle.confirmed(round.id, withManager({ name: "Hemlige Harald" }));
const chosen = await selecting();
const { id: candidate } = await circle.confirmed(chosen.id, { name: "Hemlige Harald" });
const reading = [
  `/planera/${round.slug}/anmalningar`,
  `/planera/${round.slug}/anmalningar/${id}`,
  `/planera/${chosen.slug}/urval`,
  `/planera/${round.slug}/utskick`,
  `/planera/${round.slug}/utskick/applicant-placed`,
  `/planera/${round.slug}/utskick/applicant-placed/html`,
];
const deciding = [
  { path: `/planera/${round.slug}/anmalningar/paminn`, values: {} },
  { path: `/planera/${round.slug}/anmalningar/${id}/paminn`, values: {} },
  { path: `/planera/${round.slug}/anmalningar/${id}/neka`, values: { reason: "Arbetar i ett annat län" } },
  { path: `/planera/${round.slug}/anmalningar/${id}/aterta`, values: {} },
  { path: `/planera/${round.slug}/anmalningar/${id}/aterbud`, values: {} },
  { path: `/planera/${round.slug}/anmalningar/${id}/svar`, values: { answer: "yes" } },
  {
    path: `/planera/${chosen.slug}/urval/${candidate}`,
    values: { [`outcome-${candidate}`]: "place", [`reason-${candidate}`]: "Bredd" },
  },
  { path: `/planera/${chosen.slug}/urval/ovriga`, values: { "outcome-rest": "wait", "reason-rest": "Bredd" } },
  { path: `/planera/${chosen.slug}/urval/skicka`, values: {} },
];

describe("who comes in", () => {
  test.each(reading)(
    "the planner and the registrar read, a stranger finds nothing, and whoever is signed out signs in: %s",
    async (path) => {
      for (const cookie of [leader, reader]) {
        const { status, headers } = await readAs(path, cookie);
        expect(status).toBe(200);
        expect(headers.get("cache-control")).toBe("no-store");
      }
      const { status, page } = await readAs(path, stranger);
      expect(status).toBe(404);
      expect(page).not.toMatch(/Harald|Tidiga samordnade/);
      expect((await stage.read(path)).to).toBe(`/logga-in?till=${encodeURIComponent(path)}`);
    },
  );

  test.each(deciding)(
    "deciding is refused to the registrar (403) and is not there for a stranger (404): $path",
    async ({ path, values }) => {
      const before = await circle.everything();
      expect((await pressAs(path, values, stranger)).status).toBe(404);
      expect((await pressAs(path, values, reader)).status).toBe(403);
      expect((await stage.press(path, values)).status).toBe(403);
      expect(await circle.everything()).toEqual(before);
    },
  );

  test("no button lies: the registrar sees none", async () => {
    for (const path of reading.slice(0, 3))
      expect((await readAs(path, reader)).page).not.toMatch(/Påminn|Neka med skäl|Skicka besked/);
    expect((await readAs(`/planera/${round.slug}/anmalningar/${id}/neka`, reader)).status).toBe(403);
  });

  test("somebody's page is not found under another round", async () => {
    expect((await readAs(`/planera/${chosen.slug}/anmalningar/${id}`)).status).toBe(404);
    expect((await readAs(`/planera/${round.slug}/anmalningar/inte-ett-id`)).status).toBe(404);
  });
});
