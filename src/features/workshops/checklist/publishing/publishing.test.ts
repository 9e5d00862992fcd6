import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { Publishing } from "#features/workshops/checklist/checklist-wish.ts";
import { retireChecklist } from "#features/workshops/checklist/commands.ts";
import { startDraft } from "#features/workshops/checklist/draft/commands.ts";
import { publishDraft, publishUntold } from "#features/workshops/checklist/publishing/commands.ts";
import { checklistInside } from "#features/workshops/checklist/inside/queries.ts";
import { checklistJobs } from "#features/workshops/checklist/publishing/jobs.ts";
import { newId } from "#kernel/ids.ts";
import { deliverMailHandler } from "#platform/mail/jobs.ts";
import { openMailer } from "#platform/mail/mailer.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../../test/given.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { mailServer } from "../../../../../test/smtp.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, person, someone } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const server = await mailServer();
const mailer = openMailer(server.url, { name: "Sammanvägt", address: "info@example.se" });
const unit = await organisation();
const leader = await someone("developmentLeader", { organisation: unit }, { email: "maja@example.se" });
const [norr, syd] = [
  await meetings.body(unit, { name: "Nätverk Norr" }),
  await meetings.body(unit, { name: "Nätverk Syd" }),
];
const both = await person({ name: "Bo Ek", email: "bo@example.se" });
const one = await person({ name: "Siv Alm", email: "siv@example.se", language: "en" });
const gone = await person({ email: "gone@example.se" });
for (const [body, who] of [
  [norr, leader.personId],
  [norr, both],
  [syd, both],
  [syd, one],
] as const)
  await meetings.sits(body, who);
await meetings.sits(norr, gone, "member", { valid_to: someDay.subtract({ days: 30 }) });
await person({ email: "outside@example.se" });

afterAll(async () => {
  mailer.close();
  await server.close();
});
beforeEach(() => server.empty());

/** A checklist that both networks made, with one question, to be published. */
async function written() {
  const [id, versionId] = [newId<"checklist">(), newId<"checklist_version">()];
  const slug = `checklista-${id}`;
  const row = { id, slug, organisation_id: unit, title: "Innan vi inför något", created_at: now() };
  await ownerDb.insertInto("checklist").values(row).execute();
  await ownerDb.insertInto("checklist_version").values({ id: versionId, checklist_id: id, version_no: 1 }).execute();
  const question = {
    id: newId<"checklist_question">(),
    version_id: versionId,
    position: 0,
    lineage: newId<"lineage">(),
  };
  await ownerDb
    .insertInto("checklist_question")
    .values({ ...question, text: "Vad kostar det?", is_short: true })
    .execute();
  for (const body_id of [norr, syd])
    await ownerDb.insertInto("checklist_body").values({ checklist_id: id, body_id }).execute();
  return slug;
}

const publishing = async (slug: string, note?: string) =>
  Publishing.parse({ version: (await checklistInside(db, leader, slug)).checklist.version, note });
const sent = async () => {
  await runJobs(db, [...checklistJobs, deliverMailHandler], { now, mailer, translate: translators(catalogues) });
  const mails = await server.received();
  return mails
    .map(({ to, mail }) => ({ to: to[0] ?? "", subject: mail.subject, text: mail.text ?? "" }))
    .toSorted((a, b) => a.to.localeCompare(b.to, "sv"));
};

describe("those who sit in the bodies that made a checklist", () => {
  test("are told once when it is published, with the way to it, and whoever published it is not (R209)", async () => {
    const slug = await written();
    await publishDraft(db, leader, now, slug, await publishing(slug));
    const mails = await sent();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ["bo@example.se", "Checklistan Innan vi inför något är publicerad"],
      ["siv@example.se", "The checklist Innan vi inför något is published"],
    ]);
    expect(mails[0]?.text).toContain("Du är med i Nätverk Norr och Nätverk Syd, som har gjort checklistan");
    expect(mails[0]?.text).toContain(`https://cirklar.example.se/checklista/${slug}`);
  });

  test("are told of the next version with what is new in it", async () => {
    const slug = await written();
    await publishUntold(db, leader, now, slug, await publishing(slug));
    expect(await sent()).toEqual([]);
    await startDraft(db, leader, slug, await publishing(slug));
    await publishDraft(db, leader, now, slug, await publishing(slug, "Frågan om risker är omskriven"));
    const [first, ...others] = await sent();
    expect([first?.subject, others.length]).toEqual(["Ny version av checklistan Innan vi inför något", 1]);
    expect(first?.text).toContain("Version 2 är nu publicerad.");
    expect(first?.text).toContain("Nytt i versionen: Frågan om risker är omskriven");
  });

  test("are told nothing when it was refused, nor when it is used no more by the time the mail is to go", async () => {
    const slug = await written();
    const wish = await publishing(slug);
    await expect(publishDraft(db, leader, now, slug, { ...wish, version: 7 })).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await sent()).toEqual([]);
    await publishDraft(db, leader, now, slug, wish);
    await retireChecklist(db, leader, now, slug, await publishing(slug));
    expect(await sent()).toEqual([]);
  });
});
