import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { addItem } from "#features/meetings/agenda/arranging/commands.ts";
import { NewItem } from "#features/meetings/agenda/agenda-wish.ts";
import { sendMinutes } from "#features/meetings/distribution/commands.ts";
import { distributionJobs } from "#features/meetings/distribution/jobs.ts";
import { callMeeting } from "#features/meetings/invitation/commands.ts";
import { meetingCallJobs } from "#features/meetings/invitation/jobs.ts";
import { openFiles } from "#platform/files/files.ts";
import { addPaper, removePaper } from "#features/meetings/paper/commands.ts";
import { PaperWish } from "#features/meetings/paper/paper.ts";
import { bodiesWithoutPlainPaper, paperFile, papersOf } from "#features/meetings/paper/queries.ts";
import { givenMinutes } from "../../../../test/given-final-minutes.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { testWeb } from "../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, config, signedIn } = await testWeb(now);
const { organisation, person, actor } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const files = openFiles(config.dataDir);
const file = { name: "underlag.txt", bytes: new TextEncoder().encode("Underlag") };
const link = { title: "Länk", link: "https://example.se/underlag" };

async function joint() {
  const unit = await organisation();
  const [one, other] = [await meetings.body(unit), await meetings.body(unit)];
  const [rut, bo] = [await person({ name: "Rut Åberg" }), await person({ name: "Bo Ek" })];
  await meetings.sits(one, rut, "secretary");
  await meetings.sits(one, bo);
  const { id, slug } = await meetings.meeting(unit, [one, other]);
  const secretary = await actor(rut);
  const lay = (said: object, sent?: typeof file, who = secretary) =>
    addPaper(db, files, who, now, slug, PaperWish.parse(said), sent);
  return { unit, one, other, id, slug, rut, bo, secretary, member: await actor(bo), lay };
}

test("links and files are laid on a meeting, those for all first, and taken away", async () => {
  const { id, slug, one, secretary, lay } = await joint();
  await lay({ ...link, bodyId: one });
  const laid = await lay({ title: "Underlag" }, file);
  expect((await papersOf(db, id)).map(({ title, bodyId }) => [title, bodyId])).toEqual([
    ["Underlag", null],
    ["Länk", one],
  ]);
  const { key, name } = await paperFile(db, id, laid);
  expect([name, new TextDecoder().decode((await files.read(key)) ?? new Uint8Array())]).toEqual([
    "underlag.txt",
    "Underlag",
  ]);
  await removePaper(db, secretary, now, slug, laid);
  expect(await papersOf(db, id)).toMatchObject([{ title: "Länk" }]);
});

test("a paper is a file or a link, of a body that meets, laid by whoever plans; otherwise nothing is kept", async () => {
  const { unit, id, member, lay } = await joint();
  await expect(lay({ title: "Inget" })).rejects.toMatchObject({ kind: "invalid" });
  await expect(lay(link, file)).rejects.toMatchObject({ kind: "invalid" });
  const elsewhere = await meetings.body(unit);
  await expect(lay({ ...link, bodyId: elsewhere })).rejects.toMatchObject({ kind: "not_found" });
  await expect(lay(link, undefined, member)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(lay(link, undefined, await actor(await person()))).rejects.toMatchObject({ kind: "not_found" });
  expect(await papersOf(db, id)).toEqual([]);
});

test("a paper of another meeting is not read or taken away here", async () => {
  const here = await joint();
  const there = await joint();
  const paper = await there.lay({ title: "Underlag" }, file);
  await expect(paperFile(db, here.id, paper)).rejects.toMatchObject({ kind: "not_found" });
  await expect(removePaper(db, here.secretary, now, here.slug, paper)).rejects.toMatchObject({ kind: "not_found" });
  expect(await papersOf(db, there.id)).toHaveLength(1);
});

test("a body with a seat for a service-user representative lacks a paper in plain language until there is one", async () => {
  const { id, one, other, lay } = await joint();
  expect(await bodiesWithoutPlainPaper(db, id)).toEqual([]);
  await meetings.seat(one, { kind: "userRepresentative" });
  await lay(link);
  await lay({ ...link, bodyId: other, isPlain: true });
  expect(await bodiesWithoutPlainPaper(db, id)).toMatchObject([{ id: one }]);
  await lay({ ...link, isPlain: true });
  expect(await bodiesWithoutPlainPaper(db, id)).toEqual([]);
});

describe("a paper of one entry of the agenda", () => {
  const page = async (address: string, personId: PersonId) =>
    (await app.request(address, { headers: { cookie: await signedIn(personId) } })).text();

  test("stands beside the entry, and belongs to its part of the meeting", async () => {
    const { id, slug, one, other, rut, bo, secretary, lay } = await joint();
    const item = await addItem(db, secretary, now, slug, NewItem.parse({ title: "Budgeten", bodyId: one }));
    const form = await page(`/mote/${slug}/handlingar/ny`, rut);
    expect(form).toMatch(new RegExp(`<option value="${item}">Budgeten</option>`, "u"));
    await lay({ ...link, entryId: item, bodyId: other });
    expect(await papersOf(db, id)).toMatchObject([{ itemId: item, itemTitle: "Budgeten", bodyId: one }]);
    const text = await page(`/mote/${slug}`, bo);
    const [, agenda = ""] = /<section[^>]*id="dagordning">(.*?)<section[^>]*id="handlingar">/su.exec(text) ?? [];
    expect(agenda).toMatch(/Budgeten.*Att läsa:.*href="https:\/\/example\.se\/underlag"/su);
    expect(text).toContain("Till punkten Budgeten");
  });

  test("may be laid on what comes back by itself, which is written down then", async () => {
    const { id, one, lay } = await joint();
    const matter = await meetings.matter(one, { title: "Yrkesresan" });
    await lay({ ...link, entryId: matter.id });
    const [item] = await ownerDb.selectFrom("agenda_item").where("meeting_id", "=", id).selectAll().execute();
    expect(item).toMatchObject({ matter_id: matter.id, title: "Yrkesresan" });
    expect(await papersOf(db, id)).toMatchObject([{ itemId: item?.id }]);
  });

  test("is not laid on an entry of another meeting, and then nothing is kept", async () => {
    const [here, there] = [await joint(), await joint()];
    const item = await addItem(db, there.secretary, now, there.slug, NewItem.parse({ title: "Budgeten" }));
    await expect(here.lay({ ...link, entryId: item })).rejects.toMatchObject({ kind: "not_found" });
    await expect(here.lay({ ...link, entryId: newId() })).rejects.toMatchObject({ kind: "not_found" });
    expect(await papersOf(db, here.id)).toEqual([]);
  });

  test("is told of in the call and in the mail with the minutes", async () => {
    const { id, slug, one, rut, secretary, lay } = await joint();
    const item = await addItem(db, secretary, now, slug, NewItem.parse({ title: "Budgeten", bodyId: one }));
    await lay({ ...link, entryId: item, isPlain: "on" });
    await ownerDb
      .updateTable("person")
      .set({ email: `rut-${one}@example.se` })
      .where("id", "=", rut)
      .execute();
    await callMeeting(db, secretary, now, slug);
    const texts = async () => {
      await runJobs(db, [...meetingCallJobs, ...distributionJobs], { now, translate: translators(catalogues) });
      const mails = await ownerDb.selectFrom("mail").orderBy("id").select("body_text as text").execute();
      return mails.map(({ text }) => (text ?? "").replaceAll(/\s+/gu, " "));
    };
    expect((await texts()).at(-1)).toContain("(lättläst, till punkten Budgeten)");
    await ownerDb.updateTable("meeting").set({ state: "held" }).where("id", "=", id).execute();
    await givenMinutes(ownerDb).part(id, one, [{ heading: "Budgeten" }]);
    await sendMinutes(db, secretary, now, slug, {});
    expect((await texts()).at(-1)).toContain("Länk (till punkten Budgeten)");
    expect(await page(`/mote/${slug}/las`, rut)).toContain("till punkten Budgeten");
  });
});
