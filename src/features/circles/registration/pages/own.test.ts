import { describe, expect, test } from "vitest";
import { monday } from "../../../../../test/given-registrations.ts";
import { day } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const { given, circle, organiser, ownerDb, links, read, press, few, offered, asking } = await registrationStage();

describe("one's own page", () => {
  test("names nobody else in the round", async () => {
    const round = await given.published(organiser, few(1));
    await circle.confirmed(round.id, { name: "Hemlige Harald", email: "harald@example.se" });
    const { id } = await circle.confirmed(round.id, { name: "Katarina Ödegård" });
    const { page } = await read(await links.own(id));
    expect(page).toContain("Katarina Ödegård");
    expect(page).not.toMatch(/Harald|harald/);
  });

  test("shows the manager's word, the sessions and the way to the calendar", async () => {
    const { round, id } = await asking();
    expect((await read(await links.own(id))).page).toContain("Platsen är din om Bo Lind svarar ja senast mån 14 juni");
    await press(await links.manager(id), { answer: "yes" });
    const { page } = await read(await links.own(id));
    expect(page).toContain("Bo Lind svarade ja");
    expect(page).toContain("har sagt ja från en adress som inte är kontrollerad");
    expect(page).toContain(`href="/kalender/cirkel/${round.slug}.ics"`);
    expect(page).toContain("fre 22 oktober");
  });

  test("withdrawing asks first, says what it means, and frees the seat for the next", async () => {
    const round = await given.published(organiser, { ...few(1), asks_diet: true });
    const { id } = await circle.confirmed(round.id, { diet: "vegetariskt" });
    await circle.confirmed(round.id);
    const path = await links.own(id);
    const { page } = await read(`${path}/aterbud`);
    expect(page).toContain("Du lämnar ifrån dig din plats");
    expect(page).toContain("Det går inte att ångra");
    expect(page).toContain("raderas direkt");
    expect(await press(`${path}/aterbud`)).toMatchObject({ status: 303, to: path });
    expect((await read(path)).page).toContain("Din anmälan är återtagen");
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 offered"]);
    expect((await press(`${path}/aterbud`)).status).toBe(303);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 offered"]);
  });

  test("answers an offer: yes takes the seat", async () => {
    const { round, second } = await offered();
    const path = await links.own(second);
    expect((await read(path)).page).toContain("Svara senast tors 10 juni");
    expect(await press(path, { answer: "yes" })).toMatchObject({ status: 303, to: path });
    expect((await read(path)).page).toContain("Du har en plats");
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 placed", "3 waitlisted"]);
  });

  test("an answer when there is nothing to answer is told on the page, and changes nothing", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    const path = await links.own(id);
    const before = await circle.everything();
    const { status, page } = await press(path, { answer: "no" });
    expect(status).toBe(409);
    expect(page).toContain("Det finns inget erbjudande att svara på");
    expect((await press(path, { answer: "maybe" })).status).toBe(422);
    expect(await circle.everything()).toEqual(before);
  });

  test.each([
    { state: "declined" as const, says: "Du fick ingen plats den här gången" },
    { state: "ineligible" as const, says: "Du kan inte delta den här gången" },
    { state: "lapsed" as const, says: "Din anmälan gäller inte längre" },
    { state: "noShow" as const, says: "Du var anmäld, men deltog inte" },
    { state: "completed" as const, says: "Du har deltagit" },
  ])("has words for $state", async ({ state, says }) => {
    const round = await given.published(organiser);
    const id = await given.registration(round.id, {
      state,
      ineligible_reason: state === "ineligible" ? "Arbetar i ett annat län" : null,
    });
    const { status, page } = await read(await links.own(id));
    expect(status).toBe(200);
    expect(page).toContain(says);
    expect(page.includes("Arbetar i ett annat län")).toBe(state === "ineligible");
    expect(page).not.toContain("/aterbud");
  });

  test("a decision that nobody has been told of yet is not on the page (R026)", async () => {
    const round = await given.published(organiser, { allocation: "selection", notice_date: day("2027-12-15") });
    const { id } = await circle.confirmed(round.id);
    const decision = {
      registration_id: id,
      outcome: "decline" as const,
      reason: "Fler från samma enhet",
      decided_at: monday(),
    };
    await ownerDb.insertInto("selection_decision").values(decision).execute();
    expect((await read(await links.own(id))).page).not.toContain("Fler från samma enhet");
  });

  test("a cancelled round says so, with its reason", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "Handledaren är sjuk" })
      .where("id", "=", round.id)
      .execute();
    const { page } = await read(await links.own(id));
    expect(page).toContain("Omgången är inställd");
    expect(page).toContain("Handledaren är sjuk");
  });
});
