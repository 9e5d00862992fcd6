import { describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import {
  meetingsToCall,
  meetingsWithLatePapers,
  meetingsWithoutPlainPaper,
  meetingToAnswer,
} from "#features/meetings/meeting/todo/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor, someone } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const at = noon("2027-03-18")();
const ahead = (days: number) => someDay.add({ days });

/** A network with a secretary, a member and a keeper without a seat. */
async function network() {
  const unit = await organisation();
  const body = await meetings.body(unit);
  const [rut, bo] = [await person({ name: "Rut Åberg" }), await person({ name: "Bo Ek" })];
  await meetings.sits(body, rut, "secretary");
  await meetings.sits(body, bo);
  return {
    unit,
    body,
    bo,
    secretary: await actor(rut),
    member: await actor(bo),
    keeper: await someone("developmentLeader", { organisation: unit }),
    stranger: await someone("developmentLeader", { organisation: await organisation() }),
  };
}

const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

async function paper(meeting_id: MeetingId, over: { is_plain?: boolean } = {}) {
  const said = { id: newId<"meeting_paper">(), title: "Underlag", link: "https://example.se", added_at: at };
  await ownerDb
    .insertInto("meeting_paper")
    .values({ ...said, ...over, meeting_id })
    .execute();
}

describe("the next meeting to answer", () => {
  test("is the nearest that asks and has been called, until it is answered", async () => {
    const { unit, body, bo, member } = await network();
    const asking = { state: "called", asks_for_reply: true } as const;
    await meetings.meeting(unit, [body], { ...asking, day: ahead(-1) });
    await meetings.meeting(unit, [body], { ...asking, day: ahead(2), asks_for_reply: false });
    await meetings.meeting(unit, [body], { ...asking, day: ahead(3), state: "planned" });
    await meetings.meeting(unit, [body], {
      ...asking,
      day: ahead(4),
      state: "calledOff",
      called_off_reason: "Sjukdom",
    });
    const next = await meetings.meeting(unit, [body], { ...asking, day: ahead(5), reply_by: ahead(1) });
    const later = await meetings.meeting(unit, [body], { ...asking, day: ahead(9) });
    const found = await meetingToAnswer(db, member, at);
    expect(found).toMatchObject({ slug: next.slug, title: "Gemensamt möte" });
    expect([found?.day.toString(), found?.replyBy?.toString()]).toEqual([ahead(5).toString(), ahead(1).toString()]);
    const answer = { person_id: bo, answer: "no" as const, answered_at: at };
    await ownerDb
      .insertInto("meeting_reply")
      .values({ ...answer, meeting_id: next.id })
      .execute();
    expect(await meetingToAnswer(db, member, at)).toMatchObject({ slug: later.slug });
  });

  test("is nobody's who does not sit there on its day, and not the keeper's", async () => {
    const { unit, body, keeper, stranger } = await network();
    const left = await person();
    await meetings.sits(body, left, "member", { valid_to: ahead(1) });
    await meetings.meeting(unit, [body], { state: "called", asks_for_reply: true, day: ahead(5) });
    for (const who of [await actor(left), keeper, stranger]) expect(await meetingToAnswer(db, who, at)).toBeUndefined();
  });
});

describe("what those who run a body are told of, and nobody else:", () => {
  test("a meeting a fortnight ahead that nobody has been called to", async () => {
    const { unit, body, secretary, keeper, member, stranger } = await network();
    const soon = await meetings.meeting(unit, [body], { day: ahead(14) });
    await meetings.meeting(unit, [body], { day: ahead(15) });
    await meetings.meeting(unit, [body], { day: ahead(3), state: "called" });
    await meetings.meeting(unit, [body], { day: ahead(-1) });
    for (const who of [secretary, keeper]) expect(slugs(await meetingsToCall(db, who, at))).toEqual([soon.slug]);
    for (const who of [member, stranger]) expect(await meetingsToCall(db, who, at)).toEqual([]);
  });

  test("a meeting whose papers were to be there and are not", async () => {
    const { unit, body, secretary, keeper, member, stranger } = await network();
    const late = await meetings.meeting(unit, [body], { day: ahead(20), documents_by: ahead(-1) });
    await meetings.meeting(unit, [body], { day: ahead(20), documents_by: someDay });
    await meetings.meeting(unit, [body], {
      day: ahead(20),
      documents_by: ahead(-1),
      state: "calledOff",
      called_off_reason: "Sjukdom",
    });
    const withPaper = await meetings.meeting(unit, [body], { day: ahead(20), documents_by: ahead(-1) });
    await paper(withPaper.id);
    for (const who of [secretary, keeper])
      expect(slugs(await meetingsWithLatePapers(db, who, at))).toEqual([late.slug]);
    for (const who of [member, stranger]) expect(await meetingsWithLatePapers(db, who, at)).toEqual([]);
  });

  test("a meeting with a seat for a service-user representative and nothing in plain language to read", async () => {
    const { unit, body, secretary, keeper, member, stranger } = await network();
    const soon = await meetings.meeting(unit, [body], { day: ahead(14) });
    expect(await meetingsWithoutPlainPaper(db, secretary, at)).toEqual([]);
    await meetings.seat(body, { kind: "userRepresentative" });
    await meetings.meeting(unit, [body], { day: ahead(40), documents_by: ahead(1) });
    const due = await meetings.meeting(unit, [body], { day: ahead(40), documents_by: someDay });
    for (const who of [secretary, keeper])
      expect(slugs(await meetingsWithoutPlainPaper(db, who, at))).toEqual([soon.slug, due.slug]);
    for (const who of [member, stranger]) expect(await meetingsWithoutPlainPaper(db, who, at)).toEqual([]);
    await paper(soon.id);
    await paper(due.id, { is_plain: true });
    expect(slugs(await meetingsWithoutPlainPaper(db, secretary, at))).toEqual([soon.slug]);
  });
});
