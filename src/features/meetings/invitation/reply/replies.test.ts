import { expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { issueLink } from "#platform/links/mailed-link.ts";
import { answerMeeting, answerMeetingByLink } from "#features/meetings/invitation/reply/commands.ts";
import { askedByLink, ownReply, repliesTo } from "#features/meetings/invitation/reply/queries.ts";
import { replyPurpose } from "#features/meetings/invitation/reply/reply.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor, someone } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const day = someDay.add({ days: 7 });

async function called(over: Parameters<typeof meetings.meeting>[2] = {}) {
  const unit = await organisation();
  const body = await meetings.body(unit);
  const [bo, mona] = [await person({ name: "Bo Ek" }), await person({ name: "Mona Sjö" })];
  await meetings.sits(body, bo);
  await meetings.sits(body, mona, "userRepresentative");
  const said = { day, state: "called", asks_for_reply: true } as const;
  const { id, slug } = await meetings.meeting(unit, [body], { ...said, ...over });
  const keeper = await someone("developmentLeader", { organisation: unit });
  const link = () =>
    db.transaction().execute((tx) =>
      issueLink(tx, {
        purpose: replyPurpose,
        subject: id,
        version: bo,
        expiresAt: now().add({ hours: 24 * 8 }),
      }),
    );
  return { id, slug, bo, mona, keeper, link };
}

test("an answer is given and given again, and whoever plans sees it without a representative's name", async () => {
  const { id, slug, bo, mona, keeper } = await called();
  await answerMeeting(db, await actor(bo), now, slug, "inPlace");
  await answerMeeting(db, await actor(bo), now, slug, "no");
  await answerMeeting(db, await actor(mona), now, slug, "digital");
  expect(await ownReply(db, id, bo)).toBe("no");
  const rows = await repliesTo(db, await meetingInside(db, keeper, slug, someDay));
  expect(
    rows
      .map(({ name, answer }) => [name, answer])
      .toSorted(([one], [other]) => (one ?? "").localeCompare(other ?? "", "sv")),
  ).toEqual([
    [null, "digital"],
    ["Bo Ek", "no"],
  ]);
});

test("opening the link answers nothing, and a press answers until the meeting is over", async () => {
  const { id, slug, bo, link } = await called();
  const token = await link();
  expect(await askedByLink(db, token, now())).toMatchObject({ stands: "open", meeting: { slug } });
  expect(await ownReply(db, id, bo)).toBeUndefined();
  await answerMeetingByLink(db, nobody, now, token, "substitute");
  expect(await ownReply(db, id, bo)).toBe("substitute");
  await ownerDb.updateTable("meeting").set({ state: "held" }).where("id", "=", id).execute();
  expect(await askedByLink(db, token, now())).toMatchObject({ stands: "over" });
  await expect(answerMeetingByLink(db, nobody, now, token, "no")).rejects.toMatchObject({
    code: "meeting.reply_is_over",
  });
  await expect(answerMeetingByLink(db, nobody, now, "x".repeat(43), "no")).rejects.toMatchObject({
    kind: "not_found",
  });
  expect(await ownReply(db, id, bo)).toBe("substitute");
});

test("somebody who has left their seat answers no more, not by an old link either", async () => {
  const { id, bo, link } = await called();
  const token = await link();
  await ownerDb.updateTable("body_seat_holding").set({ valid_to: someDay }).where("person_id", "=", bo).execute();
  await expect(answerMeetingByLink(db, nobody, now, token, "no")).rejects.toMatchObject({ code: "meeting.not_called" });
  expect(await ownReply(db, id, bo)).toBeUndefined();
});

test.each([
  { over: { asks_for_reply: false }, code: "meeting.asks_for_no_reply" },
  { over: { state: "calledOff", called_off_reason: "Sjukdom" }, code: "meeting.is_called_off" },
  { over: { day: someDay.subtract({ days: 1 }) }, code: "meeting.reply_is_over" },
  { over: { mode: "digital" }, code: "web.form_invalid" },
] as const)("an answer is refused: $code", async ({ over, code }) => {
  const { id, slug, bo } = await called(over);
  await expect(answerMeeting(db, await actor(bo), now, slug, "inPlace")).rejects.toMatchObject({ code });
  expect(await ownReply(db, id, bo)).toBeUndefined();
});

test("whoever keeps the body is not called and answers nothing, and a stranger finds no meeting", async () => {
  const { slug, keeper } = await called();
  await expect(answerMeeting(db, keeper, now, slug, "no")).rejects.toMatchObject({ code: "meeting.not_called" });
  const stranger = await actor(await person());
  await expect(answerMeeting(db, stranger, now, slug, "no")).rejects.toMatchObject({ kind: "not_found" });
});
