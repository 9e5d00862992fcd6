import { expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { answerMeetingByLink } from "#features/meetings/invitation/reply/commands.ts";
import { askedByLink } from "#features/meetings/invitation/reply/queries.ts";
import { replyPurpose } from "#features/meetings/invitation/reply/reply.ts";
import { personParts } from "#person-parts.ts";
import { newSecret, secretHash } from "#platform/tokens/secret-token.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { given as sentences } from "../../../../../test/given.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");

test("a link mailed to an entry that turns out to be somebody else's answers for whoever was kept", async () => {
  const unit = await given.organisation();
  const [from, to] = [await given.person(), await given.person()];
  const body = await meetings.body(unit);
  await meetings.sits(body, from);
  const { id } = await meetings.meeting(unit, [body], {
    day: day("2027-04-08"),
    state: "called",
    asks_for_reply: true,
  });
  const token = newSecret();
  await ownerDb
    .insertInto("mailed_link")
    .values({
      token_hash: secretHash(token),
      purpose: replyPurpose,
      subject: id,
      version: from,
      expires_at: now().add({ hours: 24 * 30 }),
    })
    .execute();
  const answers = () =>
    ownerDb.selectFrom("meeting_reply").where("meeting_id", "=", id).select(["person_id", "answer"]).execute();

  expect(await askedByLink(db, token, now())).toMatchObject({ personId: from, stands: "open" });
  await answerMeetingByLink(db, linkHolder, now, token, "no");
  const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
  expect(await askedByLink(db, token, now())).toMatchObject({ personId: to, answer: "no" });
  await answerMeetingByLink(db, linkHolder, now, token, "inPlace");
  expect(await answers()).toEqual([{ person_id: to, answer: "inPlace" }]);

  await undoMerge(db, machineOwner, now, mergeId, personParts);
  expect(await askedByLink(db, token, now())).toMatchObject({ personId: from });
});
