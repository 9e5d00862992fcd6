import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { clockwork } from "#kernel/actor.ts";
import {
  advanceRound,
  cancelRound,
  extendDeadline,
  holdAnyway,
  publishRound,
  takeStep,
} from "#features/circles/round/commands.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { removeSession } from "#features/circles/round/sessions/commands.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });
const stranger = actorWith(["circles:manage"], { organisations: new Set([await given.organiser()]) });
const june = noon("2027-06-01");

const stateOf = (id: RoundId) =>
  ownerDb
    .selectFrom("round")
    .where("id", "=", id)
    .select(["state", "slug", "deadline", "open_until_full as openUntilFull"])
    .executeTakeFirstOrThrow();
const deedsAbout = async (id: RoundId) =>
  (await ownerDb.selectFrom("audit_record").where("about", "=", id).orderBy("id").select("what").execute()).map(
    ({ what }) => what,
  );
const jobsLeft = async (name: string) =>
  (
    await sql<{ data: unknown }>`select data from pgboss.job where name = ${name} and state = 'created'`.execute(
      ownerDb,
    )
  ).rows;

describe("publishing", () => {
  test("shows the round, dates it and gives it an address with its year", async () => {
    const round = await given.readyDraft(organiser);
    const { slug } = await publishRound(db, planner, june, round.id);
    expect(slug).toBe("tidiga-samordnade-insatser-2027");
    expect(await stateOf(round.id)).toMatchObject({ state: "published", slug });
    expect(await deedsAbout(round.id)).toEqual(["circles.round_published"]);
  });

  test("numbers an address that another round has", async () => {
    const first = await given.readyDraft(organiser, { title: "Samma rubrik" });
    const second = await given.readyDraft(organiser, { title: "Samma rubrik" });
    await publishRound(db, planner, june, first.id);
    expect(await publishRound(db, planner, june, second.id)).toEqual({ slug: "samma-rubrik-2027-2" });
  });

  test("refuses a draft that lacks something, names every lack, and changes nothing", async () => {
    const round = await given.draft(organiser);
    await expect(publishRound(db, planner, june, round.id)).rejects.toMatchObject({
      kind: "invalid",
      code: "round.not_ready",
      problems: expect.arrayContaining([
        { path: "people", code: "round.must.contact" },
        { path: "wayIn", code: "round.must.allocation" },
      ]),
    });
    expect(await stateOf(round.id)).toMatchObject({ state: "draft" });
    expect(await deedsAbout(round.id)).toEqual([]);
  });

  test("refuses a notice that is only a month (R026)", async () => {
    const round = await given.readyDraft(organiser, { allocation: "selection", notice_month: "2027-12" });
    await expect(publishRound(db, planner, june, round.id)).rejects.toMatchObject({
      problems: [{ path: "wayIn", code: "round.must.noticeNeedsDay" }],
    });
  });

  test("refuses somebody who may only read, and hides the round from others", async () => {
    const round = await given.readyDraft(organiser);
    await expect(publishRound(db, reader, june, round.id)).rejects.toMatchObject({
      kind: "forbidden",
      code: "round.not_yours",
    });
    await expect(publishRound(db, stranger, june, round.id)).rejects.toMatchObject({ kind: "not_found" });
    expect(await stateOf(round.id)).toMatchObject({ state: "draft" });
  });

  test("refuses a round that is published already", async () => {
    const round = await given.published(organiser);
    await expect(publishRound(db, planner, june, round.id)).rejects.toMatchObject({ code: "round.not_now.publish" });
  });
});

describe("a longer time to apply (R120)", () => {
  test("keeps what the last day was, with the reason", async () => {
    const round = await given.published(organiser);
    await extendDeadline(db, planner, june, round.id, {
      deadline: day("2027-09-20"),
      openUntilFull: true,
      reason: "Intresset är stort",
    });
    expect(await stateOf(round.id)).toMatchObject({ deadline: day("2027-09-20"), openUntilFull: true });
    const history = await ownerDb.selectFrom("deadline_change").where("round_id", "=", round.id).selectAll().execute();
    expect(history).toMatchObject([
      { old_deadline: day("2027-09-10"), new_deadline: day("2027-09-20"), reason: "Intresset är stort" },
    ]);
  });

  test("opens a round that had closed", async () => {
    const round = await given.published(organiser, { state: "closed" });
    await extendDeadline(db, planner, noon("2027-09-12"), round.id, {
      deadline: day("2027-09-20"),
      openUntilFull: false,
      reason: "Enstaka platser kvar",
    });
    expect(await stateOf(round.id)).toMatchObject({ state: "published" });
  });

  test("refuses an earlier day, and changes nothing", async () => {
    const round = await given.published(organiser);
    const earlier = { deadline: day("2027-09-01"), openUntilFull: false, reason: "Fel" };
    await expect(extendDeadline(db, planner, june, round.id, earlier)).rejects.toMatchObject({
      code: "round.extend.notLater",
    });
    expect(await stateOf(round.id)).toMatchObject({ deadline: day("2027-09-10") });
  });

  test("refuses somebody who may only read", async () => {
    const round = await given.published(organiser);
    const later = { deadline: day("2027-09-20"), openUntilFull: false, reason: "Intresse" };
    await expect(extendDeadline(db, reader, june, round.id, later)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("calling off", () => {
  test("says why, tells those who applied, and changes every calendar entry", async () => {
    const round = await given.published(organiser);
    await cancelRound(db, planner, round.id, "För få deltagare");
    expect(await stateOf(round.id)).toMatchObject({ state: "cancelled" });
    expect(await jobsLeft("registration.round_cancelled")).toEqual([{ data: { roundId: round.id } }]);
    const sequences = await ownerDb.selectFrom("session").where("round_id", "=", round.id).select("sequence").execute();
    expect(sequences.map(({ sequence }) => sequence)).toEqual([1, 1, 1, 1, 1]);
  });

  test("of a draft tells nobody", async () => {
    const before = await jobsLeft("registration.round_cancelled");
    const round = await given.draft(organiser);
    await cancelRound(db, planner, round.id, "Blev inte av");
    expect(await jobsLeft("registration.round_cancelled")).toEqual(before);
  });

  test("is refused twice", async () => {
    const round = await given.published(organiser);
    await cancelRound(db, planner, round.id, "För få deltagare");
    await expect(cancelRound(db, planner, round.id, "Igen")).rejects.toMatchObject({ code: "round.not_now.cancel" });
  });

  test("can be decided against although there are few", async () => {
    const round = await given.published(organiser, { minimum_participants: 8, go_no_go_date: day("2027-09-15") });
    await holdAnyway(db, planner, noon("2027-09-15"), round.id);
    const row = await ownerDb
      .selectFrom("round")
      .where("id", "=", round.id)
      .select("go_decided_on")
      .executeTakeFirstOrThrow();
    expect(row.go_decided_on).toEqual(day("2027-09-15"));
  });

  test("has nothing to decide about without a minimum", async () => {
    const round = await given.published(organiser);
    await expect(holdAnyway(db, planner, june, round.id)).rejects.toMatchObject({ code: "round.no_minimum" });
  });
});

describe("the steps that days bring", () => {
  test("close a round after its last day, and start it on the day of the first meeting", async () => {
    const round = await given.published(organiser);
    expect(await advanceRound(db, clockwork, noon("2027-09-10"), round.id)).toBeUndefined();
    expect(await advanceRound(db, clockwork, noon("2027-09-11"), round.id)).toBe("close");
    expect(await advanceRound(db, clockwork, noon("2027-09-11"), round.id)).toBeUndefined();
    expect(await advanceRound(db, clockwork, noon("2027-10-01"), round.id)).toBe("start");
    expect(await advanceRound(db, clockwork, noon("2028-01-15"), round.id)).toBe("complete");
    expect(await stateOf(round.id)).toMatchObject({ state: "completed" });
  });

  test("leave a round open until it is full", async () => {
    const round = await given.published(organiser, { open_until_full: true, hard_capacity: 2, target_capacity: 2 });
    await given.registration(round.id);
    expect(await advanceRound(db, clockwork, noon("2027-09-11"), round.id)).toBeUndefined();
    await given.registration(round.id, { state: "held" });
    expect(await advanceRound(db, clockwork, noon("2027-09-11"), round.id)).toBe("close");
  });

  test("taken by hand are refused out of turn", async () => {
    const round = await given.published(organiser);
    await expect(takeStep(db, planner, june, round.id, "complete")).rejects.toMatchObject({
      code: "round.not_now.complete",
    });
    await takeStep(db, planner, june, round.id, "close");
    expect(await stateOf(round.id)).toMatchObject({ state: "closed" });
  });

  test("never start a selection before everybody has an answer, by hand either (R026)", async () => {
    const over = { state: "closed", allocation: "selection", notice_date: day("2027-09-20") } as const;
    const round = await given.published(organiser, over);
    await expect(takeStep(db, planner, june, round.id, "start")).rejects.toMatchObject({ code: "round.not_now.start" });
    const told = await given.published(organiser, {
      ...over,
      state: "allocated",
      notices_sent_at: noon("2027-09-20")(),
    });
    await takeStep(db, planner, june, told.id, "start");
    expect([await stateOf(round.id), await stateOf(told.id)]).toMatchObject([
      { state: "closed" },
      { state: "running" },
    ]);
  });

  test("end a round only when its follow-up has been held, or is called off with a reason, by hand either (R101)", async () => {
    const followed = async () => {
      const round = await given.published(organiser, { state: "followUpPending" });
      const sessionId = await given.session(round.id, { date: day("2028-05-06"), kind: "followUp" });
      return { ...round, sessionId };
    };
    const [held, off] = [await followed(), await followed()];
    for (const round of [held, off])
      await expect(takeStep(db, planner, noon("2028-05-05"), round.id, "complete")).rejects.toMatchObject({
        code: "round.follow_up_first",
      });
    await takeStep(db, planner, noon("2028-05-06"), held.id, "complete");

    const asked = noon("2028-05-05");
    await expect(removeSession(db, planner, asked, off.id, off.sessionId)).rejects.toMatchObject({
      problems: [{ path: "reason", code: "round.follow_up_needs_reason" }],
    });
    expect(await stateOf(off.id)).toMatchObject({ state: "followUpPending" });
    await removeSession(db, planner, asked, off.id, off.sessionId, "Alla förslag är redan i bruk.");
    await takeStep(db, planner, asked, off.id, "complete");
    expect([await stateOf(held.id), await stateOf(off.id)]).toMatchObject([
      { state: "completed" },
      { state: "completed" },
    ]);
  });

  test("never happen to a round that is not there", async () => {
    expect(await advanceRound(db, clockwork, june, "01933b6e-0000-7000-8000-000000000000" as RoundId)).toBeUndefined();
  });
});
