import { describe, expect, test } from "vitest";
import { day, noon } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const { given, circle, organiser, links, read, press, on, few } = await registrationStage();

describe("confirming", () => {
  test("shows what is confirmed, and leads to one's own page (R117)", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id, { name: "Katarina Ödegård" });
    const path = await links.confirm(id);
    const { page } = await read(path);
    expect(page).toContain("Bekräfta min anmälan");
    expect(page).toContain("senast ons 9 juni");
    expect(page).toContain("Katarina Ödegård");

    const { status, to } = await press(path);
    expect(status).toBe(303);
    expect(to).toMatch(/^\/anmalan\/min\/[\w-]{43}$/);
    expect((await read(to)).page).toContain("Du har en plats");
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
  });

  test.each([
    { why: "a place", over: {}, before: 0, says: "Du har en plats" },
    {
      why: "a place that is kept",
      over: { manager_consultation: "confirmed" as const },
      before: 0,
      says: "En plats hålls åt dig",
    },
    { why: "the waiting list", over: few(1), before: 2, says: "Du har reservplats 2" },
    {
      why: "a part in the selection",
      over: { allocation: "selection" as const, notice_date: day("2027-12-15") },
      before: 0,
      says: "Alla får besked samtidigt, ons 15 december.",
    },
  ])("tells the outcome: $why", async ({ over, before, says }) => {
    const round = await given.published(organiser, over);
    await circle.queue(round.id, before);
    const { id } = await circle.applied(round.id, { managerEmail: "bo.lind@example.se" });
    const { to } = await press(await links.confirm(id));
    expect((await read(to)).page).toContain(says);
  });

  test("twice is told kindly, and changes nothing", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    const path = await links.confirm(id);
    await press(path);
    const before = await circle.everything();
    const again = await press(path);
    expect(again.status).toBe(409);
    expect(again.page).toContain("Anmälan är redan bekräftad");
    expect((await read(path)).page).toContain("Anmälan är redan bekräftad");
    expect(await circle.everything()).toEqual(before);
  });

  test("too late offers to apply again, as long as the round is open", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    const path = await links.confirm(id);
    await on(noon("2027-06-10"), async () => {
      expect((await read(path)).page).toContain("Tiden att bekräfta har gått ut");
      const { status, page } = await press(path);
      expect(status).toBe(409);
      expect(page).toContain(`href="/cirklar/${round.slug}/anmalan"`);
    });
    await on(noon("2027-09-20"), async () =>
      expect((await read(path)).page).toContain("tar inte emot fler anmälningar"),
    );
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed"]);
  });
});
