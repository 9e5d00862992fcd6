import { expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { askWhetherHelped, sayWhetherHelpedByLink } from "#features/knowledge/question/helped/commands.ts";
import { answersToAskAbout, askedBehind } from "#features/knowledge/question/helped/queries.ts";
import { helpedMail } from "#features/knowledge/question/mails/question-mail.tsx";
import { askerToTell, toTellOfQuestion } from "#features/knowledge/question/mails/queries.ts";
import { answersToSayOf, questionsToAnswer } from "#features/knowledge/question/todo/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenQuestions } from "../../../../../test/given-questions.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";
import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";

const swedish = translators(catalogues).sv;

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor, someone } = given(ownerDb);
const questions = givenQuestions(ownerDb);
const later = noon("2027-04-08");
const today = dateIn(later());

test("whoever asked is asked once some weeks after the answer, and says it with one press, once (R143)", async () => {
  const unit = await organisation();
  const eva = await person({ name: "Eva Lund" });
  const { id, slug } = await questions.answered(unit, { asked_by: eva });
  await questions.answered(unit, { asked_by: eva, helped: "yes" });
  await questions.question(unit, { asked_by: eva });
  expect(await answersToAskAbout(db, today.subtract({ days: 1 }))).toEqual([]);
  // That there is an answer to read is told until then.
  expect(await answersToSayOf(db, await actor(eva))).toMatchObject([{ slug, isAsked: false }]);
  const due = await answersToAskAbout(db, today);
  expect(due.map(({ questionId }) => questionId)).toEqual([id]);
  let token = "";
  const ask = () =>
    askWhetherHelped(db, later, due[0]!, (secret) => {
      token = secret;
      return helpedMail({ t: swedish, baseUrl: "https://example.se" }, due[0]!, secret);
    });
  expect(await ask()).toBe(true);
  expect(await ask()).toBe(false);
  const { body_text } = await ownerDb
    .selectFrom("mail")
    .where("about", "=", id)
    .select("body_text")
    .executeTakeFirstOrThrow();
  expect(body_text).toContain(`/fraga/hjalpte/${token}`);
  expect(await answersToSayOf(db, await actor(eva))).toMatchObject([{ slug, isAsked: true }]);
  // Opening the link says nothing.
  expect((await askedBehind(db, token, later()))?.stands).toBe("open");
  await sayWhetherHelpedByLink(db, linkHolder, later, token, { helped: "partly", said: null });
  const again = sayWhetherHelpedByLink(db, linkHolder, later, token, { helped: "no", said: null });
  await expect(again).rejects.toMatchObject({ code: "platform.link.spent" });
  const row = await ownerDb.selectFrom("knowledge_question").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
  expect(row.helped).toBe("partly");
  expect(await answersToSayOf(db, await actor(eva))).toEqual([]);
});

test("a link that we never sent is unknown, and one of somebody who is erased holds no more", async () => {
  const said = { helped: "yes", said: null } as const;
  await expect(sayWhetherHelpedByLink(db, linkHolder, later, "x".repeat(43), said)).rejects.toMatchObject({
    kind: "not_found",
  });
});

test("those who answer where a question is are told of it, but not whoever sent it there; who asked is told the end", async () => {
  const unit = await organisation({ name: "Svarsenheten" });
  const bo = await someone("developmentLeader", { organisation: unit }, { name: "Bo Ek" });
  const siv = await someone("developmentLeader", { organisation: unit }, { name: "Siv Alm" });
  const { id, slug } = await questions.question(unit, { asked_by: bo.personId });
  const step = await ownerDb
    .selectFrom("question_step")
    .where("question_id", "=", id)
    .select("id")
    .executeTakeFirstOrThrow();
  const told = await toTellOfQuestion(db, { questionId: id, stepId: step.id }, today);
  expect(told.map(({ to }) => to.id)).toEqual([siv.personId]);
  expect(await askerToTell(db, id)).toBeUndefined();
  expect(await questionsToAnswer(db, siv)).toMatchObject([{ count: 1, slug }]);
  await ownerDb
    .updateTable("knowledge_question")
    .set({ state: "closed", closed_reason: "Nej" })
    .where("id", "=", id)
    .execute();
  expect(await toTellOfQuestion(db, { questionId: id, stepId: step.id }, today)).toEqual([]);
  expect(await askerToTell(db, id)).toMatchObject({ closedReason: "Nej" });
  expect(await questionsToAnswer(db, siv)).toEqual([]);
});
