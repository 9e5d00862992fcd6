import { expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { actorWith, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { runRecurring } from "../../../../../test/jobs.ts";
import { catalogues } from "../../../../catalogues.ts";
import { answerQuestionnaire, arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { askToAnswerHandler } from "#features/circles/questionnaire/jobs.ts";
import {
  answersTo,
  QuestionnaireAnswers,
  QuestionnaireDays,
  questions,
} from "#features/circles/questionnaire/questionnaire.ts";
import { translators } from "#platform/web/translate.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const translate = translators(catalogues);
const run = (date: string) => runRecurring(db, askToAnswerHandler, { now: noon(date), translate });
const mails = () =>
  ownerDb.selectFrom("mail").orderBy("id").select(["to_address as to", "subject", "body_text as text"]).execute();

test("those who have not answered are asked when the questions open, and once more before they close", async () => {
  const unit = await given.organiser();
  const round = await given.published(unit, { state: "running" });
  const asa = await given.person({ name: "Åsa" });
  await given.registration(round.id, { person_id: asa, email: "asa@example.se" });
  await given.registration(round.id, { email: "bo@example.se" });
  await given.registration(round.id, { email: "vantar@example.se", state: "waitlisted" });
  const wish = QuestionnaireDays.parse({
    beforeOpens: "2027-09-20",
    beforeCloses: "2027-10-01",
    afterOpens: "2028-01-14",
    afterCloses: "2028-01-31",
  });
  await arrangeQuestionnaire(db, await given.planner(unit), noon("2027-09-01"), round.id, wish);

  await run("2027-09-19");
  expect(await mails()).toEqual([]);
  await run("2027-09-20");
  await run("2027-09-21");
  const first = await mails();
  expect(first.map(({ to }) => to)).toEqual(["asa@example.se", "bo@example.se"]);
  expect(first[0]?.subject).toBe("Tidiga samordnade insatser: några frågor till dig");
  expect(first[0]?.text).toContain(`/cirkel/${round.slug}/enkat/svara`);

  const answers = Object.fromEntries(questions.map((question) => [question, answersTo(question)[0]]));
  const whole = QuestionnaireAnswers.parse({ answers });
  await answerQuestionnaire(db, actorWith([], {}, asa), noon("2027-09-22"), round.id, whole);
  await run("2027-09-29");
  await run("2027-09-30");
  const second = (await mails()).slice(first.length);
  expect(second).toMatchObject([
    { to: "bo@example.se", subject: "Påminnelse: frågor om Tidiga samordnade insatser, svara senast fre 1 oktober" },
  ]);

  // What is over, and a circle that is not held, ask nobody.
  await run("2027-10-02");
  const cancelled = { state: "cancelled" as const, cancelled_reason: "För få" };
  await ownerDb.updateTable("round").set(cancelled).where("id", "=", round.id).execute();
  await run("2028-01-14");
  expect((await mails()).length).toBe(first.length + 1);
});
