import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { answers, days, duringBefore, givenQuestionnaires, wish } from "../../../../test/given-questionnaires.ts";
import { actorWith, day, noon } from "../../../../test/given-rounds.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { answerQuestionnaire, arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { questionnairesToAnswer } from "#features/circles/questionnaire/todo/queries.ts";
import { QuestionnaireAnswers, questions } from "#features/circles/questionnaire/questionnaire.ts";

const { db, ownerDb } = await testDatabase();
const { given, stage, shownTo, tallied } = await givenQuestionnaires({ db, ownerDb });

describe("answering", () => {
  test("adds to counts, once for each who has a place (R013)", async () => {
    const { round, participants } = await stage(2);
    const [asa, bo] = participants;
    await answerQuestionnaire(db, asa!, duringBefore, round.id, answers(4));
    await answerQuestionnaire(db, bo!, duringBefore, round.id, answers(4, { passesOn: "unknown" }));
    const rows = (await tallied(round.id)).filter(({ answers: many }) => many > 0);
    expect(rows.find(({ question }) => question === "findsResearch")).toMatchObject({
      occasion: "before",
      answer: "4",
      answers: 2,
    });
    expect(rows.find(({ question }) => question === "passesOn")).toMatchObject({ answers: 1 });
    await expect(answerQuestionnaire(db, asa!, duringBefore, round.id, answers(1))).rejects.toMatchObject({
      code: "questionnaire.answered_already",
    });
    expect((await tallied(round.id)).filter(({ answers: many }) => many > 0)).toEqual(rows);
  });

  test("waits today for those with a place while the questions are open, until they have answered", async () => {
    const { round, leader, participants } = await stage(2);
    const [asa, bo] = participants;
    const waits = async (actor: Actor, date: string) =>
      (await questionnairesToAnswer(db, actor, noon(date)())).map(
        ({ slug, closesOn }) => `${slug} ${closesOn.toString()}`,
      );
    const line = `${round.slug} ${days.beforeCloses}`;
    expect(await waits(asa!, "2027-09-19")).toEqual([]);
    expect(await waits(asa!, days.beforeOpens)).toEqual([line]);
    expect(await waits(leader, days.beforeOpens)).toEqual([]);
    await answerQuestionnaire(db, asa!, duringBefore, round.id, answers(4));
    expect(await waits(asa!, days.beforeCloses)).toEqual([]);
    expect(await waits(bo!, days.beforeCloses)).toEqual([line]);
    expect(await waits(bo!, "2027-10-02")).toEqual([]);
  });

  test("loses none and doubles none when all answer at once", async () => {
    const { round, participants } = await stage(10);
    await Promise.all(
      participants.flatMap((each) =>
        [
          answerQuestionnaire(db, each, duringBefore, round.id, answers(3)),
          // Pressed twice.
          answerQuestionnaire(db, each, duringBefore, round.id, answers(3)).catch(() => undefined),
        ].map((promise) => promise.catch(() => undefined)),
      ),
    );
    const found = (await tallied(round.id)).filter(({ answers: many }) => many > 0);
    expect(new Set(found.map(({ answers: many }) => many))).toEqual(new Set([10]));
  });

  test.each([
    { who: "before the first day", now: "2027-09-19", code: "questionnaire.not_open" },
    { who: "after the last day", now: "2027-10-02", code: "questionnaire.not_open" },
  ])("is refused $who", async ({ now, code }) => {
    const { round, participants } = await stage(1);
    await expect(answerQuestionnaire(db, participants[0]!, noon(now), round.id, answers(3))).rejects.toMatchObject({
      code,
    });
    expect((await tallied(round.id)).every(({ answers: many }) => many === 0)).toBe(true);
  });

  test("is for those in the circle: not its leader, nor somebody who has left, nor a stranger, nor in a cancelled one", async () => {
    const { round, leader, participants } = await stage(2);
    const [asa, bo] = participants;
    const stranger = actorWith([], {}, newId<"person">());
    const otherLeader = await given.planner(await given.organiser());
    const answer = (actor: Actor) => answerQuestionnaire(db, actor, duringBefore, round.id, answers(3));
    await expect(answer(leader)).rejects.toMatchObject({ code: "questionnaire.participants_answer" });
    await expect(answer(stranger)).rejects.toMatchObject({ kind: "not_found" });
    await expect(answer(otherLeader)).rejects.toMatchObject({ kind: "not_found" });
    await ownerDb
      .updateTable("registration")
      .set({ state: "withdrawn" })
      .where("id", "=", asa!.registrationId)
      .execute();
    await expect(answer(asa!)).rejects.toMatchObject({ kind: "not_found" });
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få" })
      .where("id", "=", round.id)
      .execute();
    await expect(answer(bo!)).rejects.toMatchObject({ code: "questionnaire.circle_cancelled" });
    expect((await tallied(round.id)).every(({ answers: many }) => many === 0)).toBe(true);
  });

  test("counts two places that turned out to be one person's as one who has answered", async () => {
    const { round, participants } = await stage(2);
    const [asa, bo] = participants;
    await answerQuestionnaire(db, asa!, duringBefore, round.id, answers(3));
    await ownerDb
      .updateTable("registration")
      .set({ state: "merged", merged_into: bo!.registrationId })
      .where("id", "=", asa!.registrationId)
      .execute();
    await expect(answerQuestionnaire(db, bo!, duringBefore, round.id, answers(3))).rejects.toMatchObject({
      code: "questionnaire.answered_already",
    });
    expect((await shownTo(bo!, round.slug)).open).toMatchObject({ answered: 1, hasAnswered: true });
  });

  test("takes every question, no other, and no personal identity number as a code", () => {
    const all = answers(3);
    expect(QuestionnaireAnswers.safeParse({ ...all, code: "191212121212" }).success).toBe(false);
    expect(QuestionnaireAnswers.safeParse({ ...all, code: "kort" }).success).toBe(false);
    expect(QuestionnaireAnswers.safeParse({ answers: { ...all.answers, other: "3" } }).success).toBe(false);
    expect(QuestionnaireAnswers.safeParse({ answers: { ...all.answers, passesOn: "6" } }).success).toBe(false);
    expect(QuestionnaireAnswers.safeParse({}).error?.issues.length).toBe(questions.length);
  });
});

describe("arranging", () => {
  test("is for those who lead the circle, and its days are told in the trail", async () => {
    const { round, participants } = await stage(1);
    await expect(
      arrangeQuestionnaire(db, participants[0]!, noon("2027-09-01"), round.id, wish()),
    ).rejects.toMatchObject({ code: "questionnaire.leaders_arrange" });
    const stranger = actorWith([], {}, newId<"person">());
    await expect(arrangeQuestionnaire(db, stranger, noon("2027-09-01"), round.id, wish())).rejects.toMatchObject({
      kind: "not_found",
    });
    const rows = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "circles.questionnaire_arranged")
      .where("about", "=", round.id)
      .select("payload")
      .execute();
    expect(rows).toEqual([{ payload: { after: days } }]);
  });

  test("moves days that have not come, and keeps what has been answered", async () => {
    const { round, leader, participants } = await stage(1);
    await answerQuestionnaire(db, participants[0]!, duringBefore, round.id, answers(3));
    await arrangeQuestionnaire(db, leader, duringBefore, round.id, wish({ beforeCloses: "2027-10-08" }));
    const { open } = await shownTo(leader, round.slug, noon("2027-10-08"));
    expect(open).toMatchObject({ answered: 1, closesOn: day("2027-10-08") });
  });
});
