import { describe, expect, test } from "vitest";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser } = stage;
const leader = await stage.cookieOf("developmentLeader");
const readAs = (path: string, cookie = leader) => stage.read(path, cookie);
const pressAs = (path: string, values: Record<string, string> = {}, cookie = leader) =>
  stage.press(path, values, cookie);
const withManager = (over = {}) => ({ managerEmail: "bo.lind@example.se", ...over });

describe("one applicant", () => {
  const pageOf = (slug: string, id: RegistrationId) => `/planera/${slug}/anmalningar/${id}`;

  test("everything they wrote, what the manager was shown, and what has happened", async () => {
    const round = await given.published(organiser, { asks_diet: true, manager_consultation: "confirmed" });
    const { id } = await circle.confirmed(
      round.id,
      withManager({ name: "Ali Noor", diet: "Vegetariskt", motivation: "Vi möter barnen sent" }),
    );
    const { page } = await readAs(pageOf(round.slug, id));
    for (const words of [
      "Ali Noor",
      "Vegetariskt",
      "raderas 13 februari 2028",
      "Vi möter barnen sent",
      "Chefen tillfrågades",
      "Version 1, cirka 70 timmar",
      "bo.lind@example.se",
    ])
      expect(page).toContain(words);
  });

  test("denying needs a reason, tells it, and moves the queue; it can be taken back (R119)", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    const [first] = await circle.queue(round.id, 2);
    const path = pageOf(round.slug, first!);
    const empty = await pressAs(`${path}/neka`, { reason: "" });
    expect(empty.status).toBe(422);
    expect(empty.page).toContain('id="f-reason-problem"');

    const { to } = await pressAs(`${path}/neka`, { reason: "Arbetar i ett annat län" });
    expect(to).toBe(`${path}?klart=nekad`);
    expect((await readAs(to)).page).toContain("Arbetar i ett annat län");
    expect(await circle.roster(round.id)).toEqual(["1 ineligible", "2 offered"]);

    await pressAs(`${path}/aterta`);
    expect(await circle.roster(round.id)).toEqual(["1 waitlisted", "2 offered"]);
  });

  test("withdrawing for somebody asks first, and answering for somebody takes the place", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    const [first, second] = await circle.queue(round.id, 2);
    expect((await readAs(`${pageOf(round.slug, first!)}/aterbud`)).page).toContain("Gör det bara när");
    await pressAs(`${pageOf(round.slug, first!)}/aterbud`);
    await pressAs(`${pageOf(round.slug, second!)}/svar`, { answer: "yes" });
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 placed"]);
    // Nothing is left to decide: the page that asks leads back.
    expect((await readAs(`${pageOf(round.slug, first!)}/aterbud`)).status).toBe(303);
  });

  test("a step that is not possible is refused on their page, and changes nothing", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    const before = await circle.everything();
    const { status, page } = await pressAs(`${pageOf(round.slug, id)}/aterta`);
    expect(status).toBe(409);
    expect(page).toContain("Anmälan är inte nekad");
    expect(await circle.everything()).toEqual(before);
  });
});
