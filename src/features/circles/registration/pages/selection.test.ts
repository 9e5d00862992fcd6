import { describe, expect, test } from "vitest";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { monday } from "../../../../../test/given-registrations.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, ownerDb, selecting } = stage;
const leader = await stage.cookieOf("developmentLeader");
const readAs = (path: string, cookie = leader) => stage.read(path, cookie);
const pressAs = (path: string, values: Record<string, string> = {}, cookie = leader) =>
  stage.press(path, values, cookie);

describe("selecting (R026)", () => {
  const decide = (slug: string, id: RegistrationId, outcome: string, reason = "Bredd över kommunerna") =>
    pressAs(`/planera/${slug}/urval/${id}`, { [`outcome-${id}`]: outcome, [`reason-${id}`]: reason });

  async function candidates(roundId: RoundId) {
    const ali = (
      await circle.confirmed(roundId, {
        name: "Ali Noor",
        employer: "Mölndals stad",
        motivation: "Vi möter barnen sent",
      })
    ).id;
    const berit = (
      await circle.confirmed(roundId, { name: "Berit Holm", employer: "Kungsbacka kommun", sector: "school" })
    ).id;
    const cia = (await circle.confirmed(roundId, { name: "Cia Strand", employer: "Kungsbacka kommun" })).id;
    return { ali, berit, cia };
  }

  test("shows what is needed to choose, and how the choice spreads while choosing (R102)", async () => {
    const round = await selecting();
    const { ali } = await candidates(round.id);
    const before = (await readAs(`/planera/${round.slug}/urval`)).page;
    expect(before).toContain("Vi möter barnen sent");
    expect(before).toContain("0 av 2 platser valda");
    expect(before).toContain("3 saknar beslut");

    expect((await decide(round.slug, ali, "place")).to).toBe(`/planera/${round.slug}/urval#a-${ali}`);
    const after = (await readAs(`/planera/${round.slug}/urval`)).page;
    expect(after).toContain("1 av 2 platser valda");
    expect(after).toContain("2 saknar beslut");
    expect(after).toContain('value="Bredd över kommunerna"');
    expect(await circle.roster(round.id)).toEqual(["1 applied", "2 applied", "3 applied"]);
    expect(
      (await circle.mailsLeft(round.id)).filter((mail) => !mail.startsWith("received") && !mail.startsWith("confirm")),
    ).toEqual([]);
  });

  test("those who lack a decision can be seen alone, and a choice comes back to them", async () => {
    const round = await selecting();
    const { ali, berit } = await candidates(round.id);
    await decide(round.slug, ali, "place");
    const path = `/planera/${round.slug}/urval`;
    const { page } = await readAs(`${path}?beslut=inget`);
    expect(page).toContain("Berit Holm");
    expect(page).not.toContain("Ali Noor");
    expect(page).toContain(`action="${path}/${berit}?beslut=inget"`);
    const values = { [`outcome-${berit}`]: "wait", [`reason-${berit}`]: "Bredd" };
    expect((await pressAs(`${path}/${berit}?beslut=inget`, values)).to).toBe(`${path}?beslut=inget#a-${berit}`);
  });

  test("every decision has a reason: without one it is told at that person's field", async () => {
    const round = await selecting();
    const { ali, berit } = await candidates(round.id);
    const { status, page } = await decide(round.slug, berit, "place", "");
    expect(status).toBe(422);
    expect(page).toContain(`id="f-reason-${berit}-problem"`);
    expect(page).not.toContain(`id="f-reason-${ali}-problem"`);
    expect(
      await ownerDb.selectFrom("selection_decision").where("registration_id", "=", berit).selectAll().execute(),
    ).toEqual([]);
  });

  test("the same decision can be given to all who have none", async () => {
    const round = await selecting();
    const { ali } = await candidates(round.id);
    await decide(round.slug, ali, "place");
    await pressAs(`/planera/${round.slug}/urval/ovriga`, {
      "outcome-rest": "decline",
      "reason-rest": "Fler sökande än platser",
    });
    expect((await readAs(`/planera/${round.slug}/urval`)).page).toContain("Alla har ett beslut");
    const reasons = await ownerDb
      .selectFrom("selection_decision as d")
      .innerJoin("registration as r", "r.id", "d.registration_id")
      .where("r.round_id", "=", round.id)
      .orderBy("r.queue_no")
      .select("d.reason")
      .execute();
    expect(reasons.map(({ reason }) => reason)).toEqual([
      "Bredd över kommunerna",
      "Fler sökande än platser",
      "Fler sökande än platser",
    ]);
  });

  test("nothing is sent before the notice day, nor while somebody lacks a decision, nor to too many", async () => {
    const round = await selecting();
    const { ali, berit, cia } = await candidates(round.id);
    const send = `/planera/${round.slug}/urval/skicka`;
    expect((await readAs(`/planera/${round.slug}/urval`)).page).toContain("tidigast mån 21 juni");
    expect((await pressAs(send)).status).toBe(409);
    stage.goTo(noon("2027-06-21"));
    const undecided = await pressAs(send);
    expect(undecided.status).toBe(409);
    expect(undecided.page).toContain("3 anmälningar saknar beslut");
    for (const id of [ali, berit, cia]) await decide(round.slug, id, "place");
    const tooMany = await pressAs(send);
    stage.goTo(monday);
    expect(tooMany.page).toContain("Du har valt 3 personer till 2 platser");
    expect(await circle.roster(round.id)).toEqual(["1 applied", "2 applied", "3 applied"]);
  });

  test("all answers go at once, after a page that says how many get which", async () => {
    const round = await selecting();
    const { ali, berit, cia } = await candidates(round.id);
    await decide(round.slug, ali, "place");
    await decide(round.slug, berit, "wait");
    await decide(round.slug, cia, "decline", "Två från samma enhet");
    await circle.forgetMails();
    stage.goTo(noon("2027-06-21"));
    const { page } = await readAs(`/planera/${round.slug}/urval/skicka`);
    expect(page).toContain("Skicka besked till 3 personer");
    expect(page).toContain(`/planera/${round.slug}/utskick/applicant-declined`);
    const { to } = await pressAs(`/planera/${round.slug}/urval/skicka`);
    expect((await readAs(to)).page).toContain("3 personer får sina besked nu");
    stage.goTo(monday);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 waitlisted", "3 declined"]);
    expect((await circle.mailsLeft(round.id)).toSorted()).toEqual(["declined to 3", "placed to 1", "waitlisted to 2"]);
    const after = (await readAs(`/planera/${round.slug}/urval`)).page;
    expect(after).toContain("Beskeden skickades");
    expect(after).not.toContain("data-hx-post");
  });

  test("late applications are flagged", async () => {
    const round = await selecting();
    await circle.confirmed(round.id, { name: "Sen Sven" }, noon("2027-09-13"));
    expect((await readAs(`/planera/${round.slug}/urval`)).page).toMatch(/Sen Sven.*?tag open">Sen</s);
  });

  test("a round without selection has no such page", async () => {
    const round = await given.published(organiser);
    expect((await readAs(`/planera/${round.slug}/urval`)).status).toBe(404);
  });
});
