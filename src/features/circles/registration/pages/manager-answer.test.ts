import { describe, expect, test } from "vitest";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const { circle, links, read, press, asking } = await registrationStage();

describe("the manager's page", () => {
  test("shows who asks, dates, hours, cost, purpose and mandate, and nothing else the applicant wrote (R115)", async () => {
    const { id } = await asking();
    const { page } = await read(await links.manager(id));
    for (const words of [
      "Katarina Ödegård vill delta",
      "Att samordna tidigare.",
      "cirka 70 timmar",
      "mandat att arbeta med utveckling",
      "fre 1 oktober",
      "ingen",
      "Platsen hålls till och med mån 14 juni",
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/Hemlig motivering|sokande\d+@example/);
  });

  test("yes gives the place for good, and says whether it can be changed", async () => {
    const { round, id } = await asking();
    const path = await links.manager(id);
    expect(await press(path, { answer: "yes" })).toMatchObject({ status: 303, to: path });
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
    const { page } = await read(path);
    expect(page).toContain("Tack, du har svarat ja");
    expect(page).toContain("Har du ändrat dig? Hör av dig till Siv Alm, siv.alm@example.se.");
  });

  test("no is answered once: pressing again changes nothing", async () => {
    const { round, id } = await asking();
    const path = await links.manager(id);
    await press(path, { answer: "no" });
    expect(await circle.roster(round.id)).toEqual(["1 ineligible"]);
    const before = await circle.everything();
    const again = await press(path, { answer: "yes" });
    expect(again.status).toBe(409);
    expect(again.page).toContain("Tack, du har svarat nej");
    expect(await circle.everything()).toEqual(before);
    expect((await read(await links.own(id))).page).toContain("Din chef har svarat nej");
  });

  test("a question goes to the contact and leaves yes and no open", async () => {
    const { round, id } = await asking();
    const path = await links.manager(id);
    const empty = await press(path, { answer: "ask", question: "" });
    expect(empty.status).toBe(422);
    expect(empty.page).toContain('id="f-question-problem"');

    await press(path, { answer: "ask", question: "Kan det göras på distans?" });
    expect((await circle.mailsLeft(round.id)).at(-1)).toBe("question to 1");
    expect((await read(path)).page).toContain("Din fråga är skickad");
    await press(path, { answer: "yes" });
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
  });

  test.each([
    {
      why: "the round has changed since the mail",
      link: (id: RegistrationId) => links.manager(id, "0"),
      says: "Dagar eller timmar har ändrats",
    },
    {
      why: "the link has run out",
      link: async (id: RegistrationId) =>
        `/chef/${await circle.link("manager.answer", id, { version: "1", expiresAt: noon("2027-06-01")() })}`,
      says: "Länken gäller inte längre",
    },
  ])("$why: says so, and a press changes nothing", async ({ link, says }) => {
    const { id } = await asking();
    const path = await link(id);
    const before = await circle.everything();
    expect((await read(path)).page).toContain(says);
    const { status, page } = await press(path, { answer: "yes" });
    expect(status).toBe(409);
    expect(page).toContain(says);
    expect(await circle.everything()).toEqual(before);
  });

  test("is not needed when the applicant has withdrawn", async () => {
    const { id } = await asking();
    const path = await links.manager(id);
    await press(`${await links.own(id)}/aterbud`);
    expect((await read(path)).page).toContain("Ditt svar behövs inte längre");
  });
});
