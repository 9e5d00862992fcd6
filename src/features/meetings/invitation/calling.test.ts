import { expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { addItem } from "#features/meetings/agenda/arranging/commands.ts";
import { NewItem } from "#features/meetings/agenda/agenda-wish.ts";
import { callMeeting } from "#features/meetings/invitation/commands.ts";
import { meetingCallJobs } from "#features/meetings/invitation/jobs.ts";
import { callOffMeeting, changeMeeting } from "#features/meetings/meeting/planning/commands.ts";
import { CallingOff, MeetingChange } from "#features/meetings/meeting/planning/meeting-plan.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const translate = translators(catalogues);

async function jointMeeting() {
  const unit = await organisation();
  const one = await meetings.body(unit, { name: "Nätverket för barn och unga" });
  const other = await meetings.body(unit, { name: "Nätverket för funktionsstöd" });
  const [rut, both, mona] = [
    await person({ name: "Rut Åberg", email: `rut-${one}@example.se` }),
    await person({ name: "Bo Ek", email: `bo-${one}@example.se` }),
    await person({ name: "Mona Sjö", email: `mona-${one}@example.se` }),
  ];
  await meetings.sits(one, rut, "secretary");
  await meetings.sits(one, both);
  await meetings.sits(other, both);
  await meetings.sits(other, mona, "userRepresentative");
  const day = someDay.add({ days: 14 });
  const { slug, id } = await meetings.meeting(unit, [one, other], {
    day,
    title: "Gemensamt möte",
    asks_for_reply: true,
  });
  await meetings.matter(one, { title: "Bara barn och unga" });
  await meetings.matter(other, { title: "Bara funktionsstöd" });
  await meetings.matter(one, { title: "Bådas fråga" }, [other]);
  const leading = await actor(rut);
  await addItem(db, leading, now, slug, NewItem.parse({ title: "Laget runt", minutes: 20 }));
  const mails = () =>
    ownerDb
      .selectFrom("mail")
      .where("about", "=", id)
      .orderBy("to_address")
      .orderBy("id")
      .select(["to_address as to", "subject", "body_text as text", "calendar_method as method", "calendar_file as ics"])
      .execute();
  const deliver = () => runJobs(db, meetingCallJobs, { now, translate });
  return { slug, id, day, leading, mails, deliver };
}

test("each gets one mail with the common part and their own body's, and nobody a service-user representative's name", async () => {
  const { slug, leading, mails, deliver } = await jointMeeting();
  await callMeeting(db, leading, now, slug);
  await deliver();
  const sent = await mails();
  expect(sent.map(({ to }) => to.split("-")[0])).toEqual(["bo", "mona", "rut"]);
  const [bo, mona, rut] = sent.map(({ text }) => text);
  for (const text of [bo, mona, rut]) expect(text).toContain("Bådas fråga");
  for (const text of [bo, mona, rut]) expect(text).toContain("Laget runt");
  expect(bo).toContain("Bara barn och unga");
  expect(bo).toContain("Bara funktionsstöd");
  expect(mona).not.toContain("Bara barn och unga");
  expect(rut).not.toContain("Bara funktionsstöd");
  for (const text of [bo, rut]) expect(text).not.toContain("Mona");
  for (const { ics } of sent) expect(ics).toContain("SEQUENCE:0");
});

test("sent twice, everybody still has one mail and the agenda stands once", async () => {
  const { slug, id, leading, mails, deliver } = await jointMeeting();
  await callMeeting(db, leading, now, slug);
  await callMeeting(db, leading, now, slug);
  await deliver();
  await callMeeting(db, leading, now, slug);
  await deliver();
  expect(await mails()).toHaveLength(3);
  const items = await ownerDb.selectFrom("agenda_item").where("meeting_id", "=", id).select("title").execute();
  expect(items).toHaveLength(4);
});

test("a changed day is told once with what it was, and raises the sequence; calling off takes it away", async () => {
  const { slug, day, leading, mails, deliver } = await jointMeeting();
  await callMeeting(db, leading, now, slug);
  await deliver();
  const moved = { title: "Gemensamt möte", day: day.add({ days: 7 }).toString(), asksForReply: "on", version: 1 };
  await changeMeeting(db, leading, now, slug, MeetingChange.parse(moved));
  await deliver();
  const changed = (await mails()).filter(({ subject }) => subject.startsWith("Ändrat"));
  expect(changed).toHaveLength(3);
  for (const { text, ics, method } of changed) {
    expect(text).toMatch(/Var: .*1 april/u);
    expect(text).toMatch(/Nu: .*8 april/u);
    expect([ics?.includes("SEQUENCE:1"), method === "REQUEST" || method === "PUBLISH"]).toEqual([true, true]);
  }
  await expect(changeMeeting(db, leading, now, slug, MeetingChange.parse(moved))).rejects.toMatchObject({
    code: "meeting.changed_meanwhile",
  });
  await callOffMeeting(db, leading, now, slug, CallingOff.parse({ reason: "Sjukdom", version: 2 }));
  await deliver();
  const off = (await mails()).filter(({ subject }) => subject.startsWith("Inställt"));
  expect(off.map(({ method }) => method)).toEqual(["CANCEL", "CANCEL", "CANCEL"]);
  for (const { text, ics } of off)
    expect([text?.includes("Sjukdom"), ics?.includes("SEQUENCE:2")]).toEqual([true, true]);
});
