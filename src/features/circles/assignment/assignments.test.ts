import { expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import type { Actor } from "#kernel/actor.ts";
import type { AssignmentId, SubmissionId } from "#features/circles/assignment/assignment.ts";
import { AssignmentWish, SubmissionWish } from "#features/circles/assignment/assignment.ts";
import {
  changeAssignment,
  giveAssignment,
  giveFeedback,
  takeBackAssignment,
  writeSubmission,
} from "#features/circles/assignment/commands.ts";
import { remindOfAssignmentsHandler } from "#features/circles/assignment/jobs.ts";
import { ownData } from "#features/circles/assignment/own-data/queries.ts";
import { assignmentPage, assignmentsOf } from "#features/circles/assignment/queries.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { runRecurring } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const early = noon("2027-10-05");
const translate = translators(catalogues);

type Over = Partial<AssignmentWish> & { state?: "closed" };

/** A circle with two who take part, and something to do before its second meeting (22 October 2027). */
async function circle({ state = "closed", ...over }: Over = {}) {
  const { id, slug } = await given.published(organiser, { state });
  const sessions = (await roomOf(db, planner, slug))!.round.sessions;
  const [asta, bo] = [await given.person({ name: "Asta Berg" }), await given.person({ name: "Bo Ceder" })];
  const places = {
    asta: await given.registration(id, { person_id: asta, name: "Asta Berg", email: `asta.${id}@example.se` }),
    bo: await given.registration(id, { person_id: bo, name: "Bo Ceder", email: `bo.${id}@example.se` }),
  };
  const wish: AssignmentWish = {
    givenAt: sessions[0]!.id,
    dueBefore: sessions[1]!.id,
    title: "Läs artikeln",
    task: "Skriv en halv sida",
    visibility: "group",
    ...over,
  };
  const assignment = await giveAssignment(db, planner, early, id, wish);
  return { id, slug, sessions, wish, assignment, places, asta: actorWith([], {}, asta), bo: actorWith([], {}, bo) };
}

const handIn = (actor: Actor, id: AssignmentId, text: string, { based = 0, now = early } = {}) =>
  writeSubmission(db, actor, now, id, { text, based, deed: "handIn" });
const keep = (actor: Actor, id: AssignmentId, text: string, based = 0) =>
  writeSubmission(db, actor, early, id, { text, based, deed: "keep" });
const seenBy = async (actor: Actor, slug: string, id: AssignmentId, now = early) =>
  assignmentPage(db, (await roomOf(db, actor, slug))!, id, now());
const answer = async (actor: Actor, slug: string, id: AssignmentId, feedback = "Tack") => {
  const { others } = await seenBy(planner, slug, id);
  const submissionId = others.find(({ submission }) => submission)!.submission!.id;
  return giveFeedback(db, actor, early, { id, submissionId }, { feedback });
};

test("a draft is read by nobody else, and what is handed in by the group it is for (R022)", async () => {
  const { slug, assignment, asta, bo } = await circle();
  await keep(asta, assignment, "Ett utkast");
  expect((await seenBy(bo, slug, assignment)).others).toEqual([]);
  const [row] = (await seenBy(planner, slug, assignment)).others;
  expect(row).toMatchObject({ who: { name: "Asta Berg" }, state: "draft" });
  expect(row!.submission).toBeUndefined();

  await handIn(asta, assignment, "Färdigt", { based: 1 });
  expect((await seenBy(bo, slug, assignment)).others).toMatchObject([{ submission: { body: "Färdigt" } }]);
  expect((await seenBy(planner, slug, assignment)).others).toMatchObject([{ state: "handedIn" }, { state: "nothing" }]);
});

test("what is for those who lead is read by them alone", async () => {
  const { slug, assignment, asta, bo, wish } = await circle({ visibility: "leaders" });
  await handIn(asta, assignment, "Mellan oss");
  expect((await seenBy(bo, slug, assignment)).others).toEqual([]);
  expect((await seenBy(planner, slug, assignment)).others).toMatchObject([{ submission: { body: "Mellan oss" } }, {}]);
  await expect(changeAssignment(db, planner, assignment, { ...wish, visibility: "group" })).rejects.toMatchObject({
    problems: [{ path: "visibility", code: "assignment.stays_with_leaders" }],
  });
});

test("what is handed in as the meeting begins is taken in and marked late, and bettering it makes nobody late (R022)", async () => {
  const { slug, assignment, asta, bo } = await circle();
  expect(await handIn(asta, assignment, "I tid")).toEqual({ version: 1, late: false });
  const meeting = noon("2027-10-22");
  expect(await handIn(bo, assignment, "Sent", { now: meeting })).toEqual({ version: 1, late: true });
  expect(await handIn(asta, assignment, "Bättre", { based: 1, now: meeting })).toEqual({ version: 2, late: false });
  const { others } = await seenBy(planner, slug, assignment);
  expect(others.map(({ state }) => state)).toEqual(["handedIn", "late"]);
});

test("a text written from an earlier saving replaces nothing, and the same text sent twice is one", async () => {
  const { slug, assignment, asta } = await circle();
  await keep(asta, assignment, "Från datorn");
  await expect(keep(asta, assignment, "Från mobilen")).rejects.toMatchObject({ code: "assignment.written_elsewhere" });
  expect((await seenBy(asta, slug, assignment)).mine).toMatchObject({ body: "Från datorn", version: 1 });
  await keep(asta, assignment, "Från datorn");
  expect(await keep(asta, assignment, "Från mobilen", 2)).toMatchObject({ version: 3 });
});

test("two first savings at the same moment lose neither text unseen", async () => {
  const { slug, assignment, asta } = await circle();
  const both = await Promise.allSettled(["En", "Två"].map((text) => keep(asta, assignment, text)));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await seenBy(asta, slug, assignment)).mine).toMatchObject({ version: 1 });
});

test("one who leads answers, only the two of them read it, and then the text stands", async () => {
  const { slug, assignment, asta, bo } = await circle();
  await handIn(asta, assignment, "Färdigt");
  await expect(answer(bo, slug, assignment)).rejects.toMatchObject({ kind: "forbidden" });
  await answer(planner, slug, assignment, "Fint");
  await answer(planner, slug, assignment, "Ännu finare");
  const own = await seenBy(asta, slug, assignment);
  expect(own.mine).toMatchObject({ feedback: "Ännu finare" });
  expect(own.can.handIn).toBe(false);
  expect((await seenBy(bo, slug, assignment)).others).toMatchObject([
    { state: "answered", submission: { feedback: null } },
  ]);
  await expect(handIn(asta, assignment, "Ångrat", { based: 1 })).rejects.toMatchObject({
    code: "assignment.answered_already",
  });
});

test("a draft is answered by nobody", async () => {
  const { slug, assignment, asta, id } = await circle();
  await keep(asta, assignment, "Ett utkast");
  const { id: submissionId } = await ownerDb
    .selectFrom("assignment_submission as s")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .where("a.round_id", "=", id)
    .select("s.id")
    .executeTakeFirstOrThrow();
  await expect(
    giveFeedback(db, planner, early, { id: assignment, submissionId }, { feedback: "Tjuvläst" }),
  ).rejects.toMatchObject({ code: "assignment.no_such_submission" });
  expect((await seenBy(asta, slug, assignment)).mine).toMatchObject({ feedback: null });
});

test("who gives, who hands in and who is nobody here", async () => {
  const { id, wish, assignment, asta } = await circle();
  await expect(giveAssignment(db, asta, early, id, wish)).rejects.toMatchObject({ code: "assignment.leaders_give" });
  await expect(handIn(planner, assignment, "Jag också")).rejects.toMatchObject({
    code: "assignment.participants_hand_in",
  });
  const elsewhere = await given.planner(await given.organiser());
  for (const deed of [
    () => giveAssignment(db, elsewhere, early, id, wish),
    () => changeAssignment(db, elsewhere, assignment, wish),
    () => takeBackAssignment(db, elsewhere, assignment),
    () => handIn(elsewhere, assignment, "Hej"),
    () =>
      giveFeedback(db, elsewhere, early, { id: assignment, submissionId: "x" as SubmissionId }, { feedback: "Hej" }),
  ])
    await expect(deed()).rejects.toMatchObject({ kind: "not_found" });
});

test("it is given at a meeting of the circle and due before a later one", async () => {
  const { id, wish, sessions } = await circle();
  const other = await circle();
  const wrong = [
    { ...wish, dueBefore: wish.givenAt },
    { ...wish, givenAt: sessions[2]!.id },
    { ...wish, dueBefore: other.sessions[1]!.id },
    { ...wish, givenAt: other.sessions[0]!.id },
  ];
  for (const each of wrong)
    await expect(giveAssignment(db, planner, early, id, each)).rejects.toMatchObject({ name: "Refusal" });
});

test("what somebody has begun with is not taken back", async () => {
  const { assignment, asta, slug } = await circle();
  const untouched = await circle();
  await takeBackAssignment(db, planner, untouched.assignment);
  expect(await assignmentsOf(db, (await roomOf(db, planner, untouched.slug))!)).toEqual([]);
  await keep(asta, assignment, "Börjat");
  await expect(takeBackAssignment(db, planner, assignment)).rejects.toMatchObject({ code: "assignment.begun" });
  expect(await assignmentsOf(db, (await roomOf(db, planner, slug))!)).toHaveLength(1);
});

test("when the circle is over nothing more is given or handed in, and what was handed in can still be answered", async () => {
  const { id, slug, wish, assignment, asta } = await circle();
  await handIn(asta, assignment, "Färdigt");
  await ownerDb.updateTable("round").set({ state: "completed" }).where("id", "=", id).execute();
  await expect(handIn(asta, assignment, "Mer", { based: 1 })).rejects.toMatchObject({ code: "assignment.over" });
  await expect(giveAssignment(db, planner, early, id, wish)).rejects.toMatchObject({ code: "assignment.over" });
  await answer(planner, slug, assignment);
});

test("whoever has left the circle neither reads nor hands in, and takes their text along", async () => {
  const { slug, assignment, asta, bo, places } = await circle();
  await handIn(asta, assignment, "Färdigt");
  await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", places.asta).execute();
  await expect(handIn(asta, assignment, "Hej", { based: 1 })).rejects.toMatchObject({ kind: "not_found" });
  expect((await seenBy(bo, slug, assignment)).others).toEqual([]);
});

test("the text of an application that was merged into another is read under the one that goes on", async () => {
  const { slug, assignment, asta, bo, places } = await circle();
  await handIn(asta, assignment, "Färdigt");
  await ownerDb
    .updateTable("registration")
    .set({ state: "merged", merged_into: places.bo })
    .where("id", "=", places.asta)
    .execute();
  expect((await seenBy(bo, slug, assignment)).mine).toMatchObject({ body: "Färdigt" });
  await handIn(bo, assignment, "Färdigare", { based: 1 });
  expect(
    await ownerDb.selectFrom("assignment_submission").where("assignment_id", "=", assignment).select("body").execute(),
  ).toEqual([{ body: "Färdigare" }]);
});

test("those who have not handed in are reminded once, two working days before, and nobody else (R022)", async () => {
  const { id, assignment, asta } = await circle({ title: "Påminn om mig" });
  await keep(asta, assignment, "Ett utkast");
  const other = await circle({ title: "Påminn om mig" });
  await handIn(other.asta, other.assignment, "Färdigt");
  await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", other.places.bo).execute();
  const mails = async () =>
    (await ownerDb.selectFrom("mail").where("subject", "like", "%Påminn om mig%").select("to_address as to").execute())
      .map(({ to }) => to)
      .toSorted();
  await runRecurring(db, remindOfAssignmentsHandler, { now: noon("2027-10-19"), translate });
  expect(await mails()).toEqual([]);
  await runRecurring(db, remindOfAssignmentsHandler, { now: noon("2027-10-20"), translate });
  await runRecurring(db, remindOfAssignmentsHandler, { now: noon("2027-10-21"), translate });
  expect(await mails()).toEqual([`asta.${id}@example.se`, `bo.${id}@example.se`]);
});

test("a called-off meeting reminds nobody; the next one that is held does", async () => {
  const { id, sessions } = await circle({ title: "Flyttad" });
  await ownerDb.updateTable("session").set({ called_off: true }).where("id", "=", sessions[1]!.id).execute();
  const mails = () => ownerDb.selectFrom("mail").where("subject", "like", "%Flyttad%").select("id").execute();
  await runRecurring(db, remindOfAssignmentsHandler, { now: noon("2027-10-20"), translate });
  expect(await mails()).toEqual([]);
  await runRecurring(db, remindOfAssignmentsHandler, { now: noon("2027-11-17"), translate });
  expect(await mails()).toHaveLength(2);
  await ownerDb.updateTable("round").set({ state: "cancelled", cancelled_reason: "x" }).where("id", "=", id).execute();
});

test("an assignment outlives a meeting that is taken out of the plan", async () => {
  const { slug, assignment, sessions } = await circle();
  await ownerDb.deleteFrom("session").where("id", "in", [sessions[0]!.id, sessions[1]!.id]).execute();
  expect((await seenBy(planner, slug, assignment)).assignment).toMatchObject({ givenAt: null, dueBefore: null });
});

test("a personal identity number is refused, and so is nothing at all", async () => {
  expect(SubmissionWish.safeParse({ text: "Hon är 19121212-1212", based: 0, deed: "keep" }).success).toBe(false);
  expect(AssignmentWish.safeParse({ title: "x", task: "191212121212", visibility: "group" }).success).toBe(false);
  const { assignment, asta } = await circle();
  await expect(handIn(asta, assignment, "")).rejects.toMatchObject({ problems: [{ path: "text" }] });
});

test("what somebody wrote is in their own file, and in the log it is not", async () => {
  const { assignment, asta } = await circle();
  await keep(asta, assignment, "Bara mitt utkast");
  const [section] = await ownData(db, { personId: asta.personId, email: undefined });
  expect(section).toMatchObject({
    section: "assignments",
    rows: [{ text: "Bara mitt utkast", subject: "Läs artikeln" }],
  });
  const log = await ownerDb.selectFrom("audit_record").where("about", "=", assignment).selectAll().execute();
  expect(log.map(({ what }) => what)).toContain("circles.submission_kept");
  expect(JSON.stringify(log)).not.toContain("Bara mitt utkast");
});
