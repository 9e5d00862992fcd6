import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { translators } from "#platform/web/translate.ts";
import { catalogues } from "#catalogues.ts";
import { changeNoticeJobs } from "#features/circles/change-notice/jobs.ts";
import { markChangesSeen, markChangesSeenByLink } from "#features/circles/change-notice/commands.ts";
import { changesOf, changesUnseenBy, readersOf } from "#features/circles/change-notice/queries.ts";
import { changesPerhapsUnknown, changesToSee } from "#features/circles/change-notice/todo/queries.ts";
import { callsToMake } from "#features/circles/registration/calls/queries.ts";
import { markCalled } from "#features/circles/registration/calls/commands.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId, SessionPlan } from "#features/circles/round/round.ts";
import { changeSession, removeSession, setVenue } from "#features/circles/round/sessions/commands.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenRegistrations } from "../../../../test/given-registrations.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { runJobs } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const unit = await given.organiser();
const planner = await given.planner(unit);
const translate = translators(catalogues);
const september = noon("2027-09-15");

async function placedIn(roundId: RoundId, over: Parameters<typeof given.registration>[1] = {}) {
  const personId = await given.person({ name: "Åsa Berg" });
  const id = await given.registration(roundId, { person_id: personId, ...over });
  return { id, actor: actorWith([], {}, personId) };
}
const firstOf = async (roundId: RoundId) => (await roundFacts(ownerDb, roundId))!.sessions[0]!;
async function move(roundId: RoundId, over: Partial<SessionPlan>) {
  const { id, date, starts, ends, kind, mode, provisional, venue, catering, theme, audience } = await firstOf(roundId);
  const plan = { date, starts, ends, kind, mode, provisional, venue, catering, theme, audience };
  await changeSession(db, planner, september, roundId, id, { ...plan, ...over });
}
async function mailsNow() {
  await runJobs(db, [...registrationJobs, ...changeNoticeJobs], { now: september, translate });
  const mails = await ownerDb.selectFrom("mail").orderBy("created_at").selectAll().execute();
  await ownerDb.deleteFrom("mail").execute();
  return mails;
}
const seenIn = async (slug: string) =>
  (await readersOf(db, (await roomOf(db, planner, slug))!)).map(({ name, seenBy }) => [name, seenBy]);

describe("what is changed in a round that is out", () => {
  test("is kept as it was and as it became, told to those in the running and seen by nobody yet (R012, R109)", async () => {
    const round = await given.published(unit, { state: "running" });
    const { id } = await placedIn(round.id);
    await given.registration(round.id, { state: "waitlisted" });
    await given.registration(round.id, { state: "withdrawn" });
    await move(round.id, { date: day("2027-10-08"), mode: "digital" });

    const [notice, ...more] = await changesOf(db, round.id);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      changedBy: "Maja Ek",
      things: [
        { kind: "date", was: "2027-10-01", became: "2027-10-08", day: day("2027-10-08") },
        { kind: "mode", was: null, became: "digital" },
      ],
    });
    expect(await changesUnseenBy(db, id)).toHaveLength(1);
    const readers = await ownerDb
      .selectFrom("change_notice_reader")
      .where("notice_id", "=", notice!.id)
      .selectAll()
      .execute();
    expect(readers.map(({ seen_at }) => seen_at)).toEqual([null, null]);

    const mails = await mailsNow();
    expect(mails).toHaveLength(2);
    expect(mails[0]!.body_text).toMatch(/Träffen fre 1 oktober är flyttad till fre 8 oktober/);
    expect(mails[0]!.body_text).toMatch(/Fre 8 oktober: träffen är digital/);
  });

  test("in a draft is nobody's business, and a theme is told to nobody", async () => {
    const draft = await given.readyDraft(unit);
    await move(draft.id, { date: day("2027-10-08") });
    expect(await changesOf(db, draft.id)).toEqual([]);
    const round = await given.published(unit);
    await move(round.id, { theme: "Barn" });
    expect(await changesOf(db, round.id)).toEqual([]);
  });

  test("goes to those who lead the circle by name, but not to whoever changed it", async () => {
    const round = await given.published(unit);
    const researcher = await given.person({ name: "Rut Forsén", email: "rut.forsen@example.se" });
    await ownerDb
      .updateTable("person")
      .set({ email: "maja.ek@example.se" })
      .where("id", "=", planner.personId!)
      .execute();
    for (const [position, person_id] of [researcher, planner.personId!].entries())
      await ownerDb
        .insertInto("round_leader")
        .values({
          id: crypto.randomUUID() as never,
          round_id: round.id,
          position: position + 5,
          name: "Leder",
          person_id,
        })
        .execute();
    await setVenue(db, planner, round.id, [(await firstOf(round.id)).id], "Rum 4");
    const mails = await mailsNow();
    expect(mails.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ["rut.forsen@example.se", "Ändrat i Tidiga samordnade insatser"],
    ]);
    expect(mails[0]!.body_text).toMatch(/Maja Ek har ändrat/);
    expect(mails[0]!.body_text).toMatch(/Fre 1 oktober: platsen är Rum 4/);
  });

  test("a meeting that is called off is taken out of the calendar, and the others are left be", async () => {
    const round = await given.published(unit, { state: "running" });
    await placedIn(round.id);
    const session = await firstOf(round.id);
    await removeSession(db, planner, september, round.id, session.id);
    const [mail] = await mailsNow();
    expect(mail!.calendar_method).toBe("CANCEL");
    const events = new ICAL.Component(ICAL.parse(mail!.calendar_file!)).getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual([`session-${session.id}@sammanvagt`]);
    expect(Number(events[0]!.getFirstPropertyValue("sequence"))).toBe(session.sequence + 1);
    expect(mail!.body_text).toMatch(/Träffen fre 1 oktober är inställd/);

    await move(round.id, { venue: "Rum 4" });
    const [again] = await mailsNow();
    expect(again!.calendar_method).toBe("REQUEST");
    expect(new ICAL.Component(ICAL.parse(again!.calendar_file!)).getAllSubcomponents("vevent")).toHaveLength(5);
  });

  test("managers are asked again with what was changed, when hours or days are other (R115)", async () => {
    const round = await given.published(unit, { manager_consultation: "confirmed" });
    await circle.confirmed(round.id, { managerEmail: "bo.lind@example.se" });
    await mailsNow();
    await setVenue(db, planner, round.id, [(await firstOf(round.id)).id], "Rum 4");
    expect((await mailsNow()).filter(({ to_address }) => to_address === "bo.lind@example.se")).toEqual([]);
    await move(round.id, { date: day("2027-10-08") });
    const again = (await mailsNow()).find(({ to_address }) => to_address === "bo.lind@example.se");
    expect(again!.body_text).toMatch(/Träffen fre 1 oktober är flyttad till fre 8 oktober/);
  });
});

describe("that somebody has seen a change", () => {
  test("is kept once, by opening the circle; the first time stays", async () => {
    const round = await given.published(unit, { state: "running" });
    const { id, actor } = await placedIn(round.id);
    await move(round.id, { venue: "Rum 4" });
    expect(await markChangesSeen(db, actor, september, round.id)).toBe(1);
    expect(await markChangesSeen(db, actor, noon("2027-09-20"), round.id)).toBe(0);
    expect(await changesUnseenBy(db, id)).toEqual([]);
    const [reader] = await readersOf(db, (await roomOf(db, planner, round.slug))!);
    expect(reader).toMatchObject({ seenBy: "room", seenAt: september() });
  });

  test("is kept by the press behind a mailed link, also pressed twice, and not with another link", async () => {
    const round = await given.published(unit, { state: "running" });
    const { id } = await placedIn(round.id);
    await move(round.id, { venue: "Rum 4" });
    const token = await circle.link("registration.own", id);
    expect(await markChangesSeenByLink(db, linkHolder, token, september)).toBe(1);
    expect(await markChangesSeenByLink(db, linkHolder, token, september)).toBe(0);
    expect(await seenIn(round.slug)).toEqual([["Deltagare 1", "link"]]);
    const other = await circle.link("manager.answer", id);
    await expect(markChangesSeenByLink(db, linkHolder, other, september)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is kept when somebody without an address has been told by telephone", async () => {
    const round = await given.published(unit, { state: "running" });
    await placedIn(round.id, { email: null, phone: "070-123 45 67", way: "phone", reached_at: september() });
    await move(round.id, { venue: "Rum 4" });
    await mailsNow();
    const call = (await callsToMake(db, planner)).find(({ slug }) => slug === round.slug);
    await markCalled(db, planner, call!.id, september);
    expect(await seenIn(round.slug)).toEqual([["Deltagare 1", "call"]]);
  });

  test("is nothing a leader or a stranger can say, and nothing that came before one's place", async () => {
    const round = await given.published(unit, { state: "running" });
    await move(round.id, { venue: "Rum 4" });
    const { id } = await placedIn(round.id);
    expect(await changesUnseenBy(db, id)).toEqual([]);
    await expect(markChangesSeen(db, planner, september, round.id)).rejects.toMatchObject({ code: "changes.no_place" });
    const stranger = actorWith([], {}, await given.person());
    await expect(markChangesSeen(db, stranger, september, round.id)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is not asked of those who have left", async () => {
    const round = await given.published(unit, { state: "running" });
    const { id } = await placedIn(round.id);
    await move(round.id, { venue: "Rum 4" });
    expect(await seenIn(round.slug)).toEqual([["Deltagare 1", null]]);
    await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", id).execute();
    expect(await seenIn(round.slug)).toEqual([]);
  });

  test("goes along when two applications turn out to be one person's", async () => {
    const round = await given.published(unit, { state: "running" });
    const kept = await placedIn(round.id);
    const merged = await placedIn(round.id);
    await move(round.id, { venue: "Rum 4" });
    await markChangesSeen(db, merged.actor, september, round.id);
    await ownerDb
      .updateTable("registration")
      .set({ state: "merged", merged_into: kept.id })
      .where("id", "=", merged.id)
      .execute();
    expect(await changesUnseenBy(db, kept.id)).toEqual([]);
    expect(await seenIn(round.slug)).toEqual([["Deltagare 1", "room"]]);
  });
});

describe("what may be forgotten", () => {
  test("a change is there for whoever has not seen it, until they have", async () => {
    const round = await given.published(unit, { state: "running" });
    const { actor } = await placedIn(round.id);
    expect(await changesToSee(db, actor)).toEqual([]);
    await move(round.id, { venue: "Rum 4" });
    expect(await changesToSee(db, actor)).toMatchObject([{ slug: round.slug, count: 1 }]);
    await markChangesSeen(db, actor, september, round.id);
    expect(await changesToSee(db, actor)).toEqual([]);
  });

  test("a meeting that is near and was changed is there for those who lead, as long as somebody may not know", async () => {
    const own = await given.organiser();
    const leading = await given.planner(own);
    const round = await given.published(own, { state: "running" });
    const { actor } = await placedIn(round.id);
    await placedIn(round.id);
    await setVenue(db, leading, round.id, [(await firstOf(round.id)).id], "Rum 4");
    const near = noon("2027-09-28");
    expect(await changesPerhapsUnknown(db, leading, noon("2027-09-24")())).toEqual([]);
    expect(await changesPerhapsUnknown(db, leading, near())).toMatchObject([{ slug: round.slug, count: 2 }]);
    await markChangesSeen(db, actor, near, round.id);
    expect(await changesPerhapsUnknown(db, leading, near())).toMatchObject([{ count: 1 }]);
    expect(await changesPerhapsUnknown(db, actor, near())).toEqual([]);
    expect(await changesPerhapsUnknown(db, leading, noon("2027-10-02")())).toEqual([]);
  });
});
