import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { runRecurring } from "../../../../test/jobs.ts";
import { catalogues } from "../../../catalogues.ts";
import { linkHolder } from "#kernel/actor.ts";
import { translators } from "#platform/web/translate.ts";
import { askingDays, askingDue } from "#features/circles/proposal/asking-days.ts";
import { answerProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { askAboutProposalsHandler } from "#features/circles/proposal/jobs.ts";
import { type ProposalId, ProposalWords } from "#features/circles/proposal/proposal.ts";
import { historyOf } from "#features/circles/proposal/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const autumn = noon("2027-10-04");
const translate = translators(catalogues);
const one = async (id: ProposalId) =>
  ownerDb.selectFrom("proposal").where("id", "=", id).selectAll().executeTakeFirstOrThrow();

describe("asking what became of it", () => {
  const meeting = (date: string, over: object = {}) => ({
    date: day(date),
    kind: "regular" as const,
    calledOff: false,
    ...over,
  });
  const meetings = [meeting("2028-01-14"), meeting("2028-05-05", { kind: "followUp" })];
  const days = (sessions: Parameters<typeof askingDays>[0]) =>
    askingDays(sessions).map(({ occasion, day: on }) => `${occasion} ${on.toString()}`);

  test("is done before the follow-up, and 6 and 12 months after the last meeting (R101)", () => {
    // 1 May is a holiday, so five working days before Friday 5 May is Thursday 27 April.
    expect(days(meetings)).toEqual(["followUp 2028-04-27", "sixMonths 2028-11-05", "twelveMonths 2029-05-05"]);
    expect(days([meetings[0]!, { ...meetings[1]!, calledOff: true }])).toEqual([
      "sixMonths 2028-07-14",
      "twelveMonths 2029-01-14",
    ]);
    expect(days([])).toEqual([]);
    expect(askingDue(meetings, day("2028-04-26"))).toBeUndefined();
    expect(askingDue(meetings, day("2028-05-10"))?.occasion).toBe("followUp");
    expect(askingDue(meetings, day("2028-07-01"))).toBeUndefined();
  });

  /** Åsa's proposal in a circle that follows up on 5 May 2028, and the mails to her so far. */
  async function askingStage() {
    const round = await given.published(unit, { state: "running" });
    await given.session(round.id, { date: day("2028-05-05"), kind: "followUp" });
    const personId = await given.person({ name: "Åsa Berg" });
    const email = `${personId}@example.se`;
    const registrationId = await given.registration(round.id, { email, person_id: personId });
    const proposal = ProposalWords.parse({ title: "En gemensam timme", problem: "Vi vet inte om varandra" });
    const { id } = await writeProposal(db, actorWith([], {}, personId), autumn, round.id, proposal);
    const mails = () => ownerDb.selectFrom("mail").where("to_address", "=", email).orderBy("id").selectAll().execute();
    const run = (date: string) => runRecurring(db, askAboutProposalsHandler, { now: noon(date), translate });
    const token = async () => /\/forslag\/([\w-]{43})/u.exec((await mails()).at(-1)?.body_text ?? "")?.[1] ?? "";
    return { registrationId, id, mails, run, token };
  }

  test("is one mail for each occasion, and one press answers it", async () => {
    const { id, mails, run, token } = await askingStage();
    await run("2028-04-26");
    expect(await mails()).toEqual([]);
    await run("2028-04-27");
    await run("2028-04-28");
    expect(await mails()).toHaveLength(1);
    const secret = await token();
    const press = () => answerProposal(db, linkHolder, secret, { state: "started", reason: null }, noon("2028-04-28"));
    await press();
    await expect(press()).rejects.toMatchObject({ code: "platform.link.spent" });
    expect(await one(id)).toMatchObject({ state: "started" });
    expect((await historyOf(db, id)).at(-1)).toMatchObject({ state: "started", toldBy: "link" });

    await run("2028-11-06");
    expect(await mails()).toHaveLength(2);
    await answerProposal(db, linkHolder, await token(), { state: "started", reason: null }, noon("2028-11-07"));
    expect(await historyOf(db, id)).toHaveLength(2);
    const asked = await ownerDb.selectFrom("proposal_asking").where("proposal_id", "=", id).selectAll().execute();
    expect(asked.every(({ answered_at: at }) => at !== null)).toBe(true);
  });

  test("leaves the link open when dropping lacks a reason, and replaces an old link with the new one", async () => {
    const { id, run, token } = await askingStage();
    await run("2028-04-27");
    const first = await token();
    const drop = (secret: string, reason: string | null) =>
      answerProposal(db, linkHolder, secret, { state: "dropped", reason }, noon("2028-05-01"));
    await expect(drop(first, null)).rejects.toMatchObject({ problems: [{ path: "reason" }] });
    await ownerDb
      .updateTable("mailed_link")
      .set({ expires_at: noon("2029-01-01")() })
      .where("subject", "=", id)
      .execute();
    await run("2028-11-06");
    await expect(drop(first, "Tiden")).rejects.toMatchObject({ code: "platform.link.expired" });
    await drop(await token(), "Tiden");
    await run("2029-05-06");
    expect(await one(id)).toMatchObject({ state: "dropped" });
    const asked = await ownerDb.selectFrom("proposal_asking").where("proposal_id", "=", id).selectAll().execute();
    expect(asked.map(({ occasion }) => occasion).toSorted()).toEqual(["followUp", "sixMonths"]);
  });

  test("stops for somebody who has left, also behind a link they have", async () => {
    const { registrationId, id, mails, run, token } = await askingStage();
    await run("2028-04-27");
    const secret = await token();
    await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", registrationId).execute();
    await run("2028-11-06");
    expect(await mails()).toHaveLength(1);
    const answer = answerProposal(db, linkHolder, secret, { state: "inUse", reason: null }, noon("2028-04-28"));
    await expect(answer).rejects.toMatchObject({ code: "proposal.not_needed" });
    expect(await one(id)).toMatchObject({ state: "idea" });
  });

  test("is nothing for a secret that nobody was sent", async () => {
    const answer = answerProposal(db, linkHolder, "x".repeat(43), { state: "inUse", reason: null }, autumn);
    await expect(answer).rejects.toMatchObject({ code: "proposal.link_unknown" });
  });
});
