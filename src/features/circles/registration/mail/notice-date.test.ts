import { expect, test } from "vitest";
import { translators } from "#platform/web/translate.ts";
import { catalogues } from "#catalogues.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { editRound } from "#features/circles/round/editor/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { WayIn } from "#features/circles/round/round-sections.ts";
import { sectionValues } from "#features/circles/round/section-values.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { day, givenRounds } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const translate = translators(catalogues);

/** Does what is left to do, and gives the mails written since the last time. */
async function mailsNow() {
  await runJobs(db, registrationJobs, { now: monday, translate });
  const mails = await ownerDb.selectFrom("mail").orderBy("created_at").selectAll().execute();
  await ownerDb.deleteFrom("mail").execute();
  return mails.map((mail) => ({ subject: mail.subject, text: mail.body_text ?? "", method: mail.calendar_method }));
}

test("a notice date that is moved is told to those who wait for it, and to nobody once the notices are sent", async () => {
  const round = await given.published(organiser, { allocation: "selection", notice_date: day("2027-09-20") });
  await circle.queue(round.id, 2);
  await circle.applied(round.id);
  await mailsNow();
  const moveTo = async (date: string) => {
    const facts = (await roundFacts(db, round.id))!;
    const answers = WayIn.parse({ ...sectionValues(facts, "wayIn"), noticeDate: date, deadline: "2027-09-10" });
    await editRound(db, planner, monday, round.id, { section: "wayIn", ...answers });
    return mailsNow();
  };
  const mails = await moveTo("2027-09-24");
  expect(mails.map(({ subject }) => subject)).toEqual(Array(2).fill("Ändrat i Tidiga samordnade insatser"));
  expect(mails[0]!.text).toMatch(/Alla får besked om plats fre 24 september, det var sagt mån 20\s+september/);
  expect(mails[0]!.text).not.toContain("fre 1 oktober");
  expect(mails[0]!.method).toBeNull();
  await ownerDb.updateTable("round").set({ notices_sent_at: monday() }).where("id", "=", round.id).execute();
  expect(await moveTo("2027-09-27")).toEqual([]);
});
