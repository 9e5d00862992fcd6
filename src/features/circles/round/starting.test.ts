import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds } from "../../../../test/given-rounds.ts";
import { newId } from "#kernel/ids.ts";
import {
  copyRound,
  createProgramme,
  createRound,
  createRoundFromInvitation,
  discardRound,
  fillDraft,
} from "#features/circles/round/draft/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { nextRoundFrom } from "#features/circles/round/round-copy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const leaderOfOne = (id: RoundId) => actorWith(["circles:manage"], { things: new Set([id]) });
const start = { organisationId: organiser, programmeId: null, kind: "researchCircle", title: "Tidiga insatser" };
const facts = async (id: RoundId) => (await roundFacts(ownerDb, id))!;
const howMany = async () => (await ownerDb.selectFrom("round").select("id").execute()).length;

describe("beginning a round", () => {
  test("makes a draft in a series of its own (R001)", async () => {
    const round = await createRound(db, planner, start);
    expect(await facts(round.id)).toMatchObject({ state: "draft", title: "Tidiga insatser", slug: "tidiga-insatser" });
    const again = await createRound(db, planner, { ...start, programmeId: (await facts(round.id)).programmeId });
    expect(await facts(again.id)).toMatchObject({
      slug: "tidiga-insatser-2",
      programmeId: (await facts(round.id)).programmeId,
    });
  });

  test("is refused in an organisation one does not plan for, and to who leads a single round", async () => {
    const before = await howMany();
    const elsewhere = { ...start, organisationId: await given.organiser() };
    await expect(createRound(db, planner, elsewhere)).rejects.toMatchObject({ code: "round.not_your_organisation" });
    const round = await given.draft(organiser);
    await expect(createRound(db, leaderOfOne(round.id), start)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await howMany()).toBe(before + 1);
  });

  test("is refused with a form or a series that is not there", async () => {
    const before = await howMany();
    await expect(createRound(db, planner, { ...start, kind: "picnic" })).rejects.toMatchObject({
      code: "round.no_such_kind",
    });
    const programme = await createProgramme(db, await given.planner(await given.organiser()), {
      ...start,
      name: "Annans",
      organisationId: organiser,
    }).catch(() => undefined);
    expect(programme).toBeUndefined();
    await expect(createRound(db, planner, { ...start, programmeId: newId() })).rejects.toMatchObject({
      code: "round.no_such_programme",
    });
    expect(await howMany()).toBe(before);
  });

  test("keeps the invitation it was read from (R036)", async () => {
    const content = nextRoundFrom(await facts((await given.readyDraft(organiser)).id));
    const source = { text: "Inbjudan till forskningscirkel", fileName: "inbjudan.docx", read: { kind: "invitation" } };
    const round = await createRoundFromInvitation(db, planner, start, { ...content, hours: 70 }, source);
    expect(await facts(round.id)).toMatchObject({ hours: 70, title: "Tidiga insatser" });
    const kept = await ownerDb
      .selectFrom("round_source")
      .where("round_id", "=", round.id)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ text: source.text, file_name: "inbjudan.docx", read: { kind: "invitation" } });
  });
});

describe("the next round of a series", () => {
  test("takes along what belongs to the offer and leaves every day open (R001)", async () => {
    const earlier = await given.published(organiser, { notice_date: day("2027-09-20") });
    const next = await copyRound(db, planner, earlier.id);
    const [from, to] = [await facts(earlier.id), await facts(next.id)];
    expect(to).toMatchObject({
      state: "draft",
      programmeId: from.programmeId,
      purpose: from.purpose,
      hours: 70,
      deadline: null,
      noticeDate: null,
    });
    expect(to.sessions.map(({ date, starts }) => [date, starts?.toString()])).toEqual(
      Array(5).fill([null, "09:00:00"]),
    );
    expect(to.contacts).toEqual(from.contacts);
  });

  test("counts all its days from a new first day, and takes nobody and nothing called off along (R001)", async () => {
    const earlier = await given.published(organiser, {
      notice_date: day("2027-09-20"),
      go_no_go_date: day("2027-09-13"),
    });
    await given.registration(earlier.id);
    await ownerDb
      .updateTable("session")
      .set({ called_off: true })
      .where("round_id", "=", earlier.id)
      .where("date", "=", day("2027-12-10"))
      .execute();
    const start = { firstDay: day("2028-09-29"), today: day("2028-09-12") };
    const next = await copyRound(db, planner, earlier.id, start);
    const to = await facts(next.id);
    expect(to.sessions.map(({ date, starts }) => `${String(date)} ${String(starts)}`)).toEqual([
      "2028-09-29 09:00:00",
      "2028-10-20 09:00:00",
      "2028-11-17 09:00:00",
      "2029-01-12 09:00:00",
    ]);
    // The last day to apply would have been four days ago: it is left open rather than put in the past.
    expect(to).toMatchObject({ deadline: null, noticeDate: day("2028-09-18"), goNoGoDate: null, state: "draft" });
    const applied = await ownerDb.selectFrom("registration").where("round_id", "=", next.id).selectAll().execute();
    expect(applied).toEqual([]);
  });

  test.each([
    ["2028-09-12", "round.copy.in_the_past"],
    ["2034-01-01", "round.copy.too_far"],
  ])("cannot begin on %s", async (firstDay, code) => {
    const earlier = await given.published(organiser);
    const before = await howMany();
    const start = { firstDay: day(firstDay), today: day("2028-09-12") };
    await expect(copyRound(db, planner, earlier.id, start)).rejects.toMatchObject({ code });
    expect(await howMany()).toBe(before);
  });

  test("cannot be begun from a round one cannot see", async () => {
    const theirs = await given.published(await given.organiser());
    await expect(copyRound(db, planner, theirs.id)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("throwing a draft away", () => {
  test("takes its empty series along", async () => {
    const round = await createRound(db, planner, { ...start, title: "Fel början" });
    const { programmeId } = await facts(round.id);
    await discardRound(db, planner, round.id);
    expect(await roundFacts(ownerDb, round.id)).toBeUndefined();
    expect(await ownerDb.selectFrom("programme").where("id", "=", programmeId).selectAll().execute()).toEqual([]);
  });

  test("is refused once it is published, and while somebody has a role in it", async () => {
    const round = await given.published(organiser);
    await expect(discardRound(db, planner, round.id)).rejects.toMatchObject({ code: "round.cancel_instead" });
    const draft = await given.draft(organiser);
    await ownerDb
      .insertInto("role_assignment")
      .values({
        id: newId(),
        person_id: await given.person(),
        role: "circleLeader",
        round_id: draft.id,
        valid_from: day("2027-01-01"),
      })
      .execute();
    await expect(discardRound(db, planner, draft.id)).rejects.toMatchObject({ code: "round.has_roles" });
    expect(await roundFacts(ownerDb, draft.id)).toBeDefined();
  });
});

test("a draft is confirmed as a whole, and a published round is not", async () => {
  const draft = await given.readyDraft(organiser);
  const content = nextRoundFrom(await facts(draft.id));
  await fillDraft(db, planner, draft.id, {
    ...content,
    title: "Rättad rubrik",
    sessions: content.sessions.slice(0, 2),
  });
  expect(await facts(draft.id)).toMatchObject({ title: "Rättad rubrik" });
  expect((await facts(draft.id)).sessions).toHaveLength(2);
  const round = await given.published(organiser);
  await expect(fillDraft(db, planner, round.id, content)).rejects.toMatchObject({ code: "round.is_published" });
});
