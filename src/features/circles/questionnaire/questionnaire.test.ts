import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { answerQuestionnaire, arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { ownData } from "#features/circles/questionnaire/own-data/queries.ts";
import { questionnaireIn } from "#features/circles/questionnaire/queries.ts";
import {
  answersTo,
  type Question,
  QuestionnaireAnswers,
  QuestionnaireDays,
  questions,
} from "#features/circles/questionnaire/questionnaire.ts";
import { countAnswers } from "#features/circles/questionnaire/retention/commands.ts";
import { retention } from "#features/privacy/retention.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();

const duringBefore = noon("2027-09-25");
const duringAfter = noon("2028-01-20");
const days = {
  beforeOpens: "2027-09-20",
  beforeCloses: "2027-10-01",
  afterOpens: "2028-01-14",
  afterCloses: "2028-01-31",
};
const wish = (over: object = {}) => QuestionnaireDays.parse({ ...days, ...over });

/** A circle with its questions arranged, a leader, and so many who have a place in it. */
async function stage(people = 6) {
  const round = await given.published(unit, { state: "running" });
  const leader = await given.planner(unit);
  const participants: (Actor & { registrationId: Awaited<ReturnType<typeof given.registration>> })[] = [];
  for (let index = 0; index < people; index += 1) {
    const personId = await given.person({ name: `Person ${index}` });
    const registrationId = await given.registration(round.id, { name: `Person ${index}`, person_id: personId });
    participants.push({ ...actorWith([], {}, personId), registrationId });
  }
  await arrangeQuestionnaire(db, leader, noon("2027-09-01"), round.id, wish());
  return { round, leader, participants };
}

/** The same answer to every statement, unless something else is said. */
const answers = (degree: number, over: Partial<Record<Question, string>> = {}, code?: string) =>
  QuestionnaireAnswers.parse({
    answers: {
      ...Object.fromEntries(
        questions.map((question) => [question, answersTo(question).length === 2 ? "yes" : `${degree}`]),
      ),
      ...over,
    },
    code,
  });

async function shownTo(actor: Actor, slug: string, now = duringBefore) {
  const room = await roomOf(db, actor, slug);
  if (!room) throw new Error("Nobody here");
  return questionnaireIn(db, room, dateIn(now()));
}

/** The night when what is over is counted. */
const count = (date: string) =>
  eraseDue(db, "questionnaireAnswer", dueAt(noon(date)(), retention.questionnaireAnswer.days), countAnswers);

const tallied = (roundId: RoundId) =>
  ownerDb
    .selectFrom("questionnaire_tally")
    .where("round_id", "=", roundId)
    .select(["occasion", "question", "answer", "answers"])
    .select([sql<string>`xmin::text`.as("writtenBy"), sql<string>`ctid::text`.as("place")])
    .execute();

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

describe("nobody can tell whose an answer was", () => {
  test("no table of answers has a column for a person, a place or a time", async () => {
    const { rows } = await sql<{ table_name: string; column_name: string; data_type: string }>`
      select table_name, column_name, data_type from information_schema.columns
      where table_name like 'questionnaire%'`.execute(ownerDb);
    const about = (table: string) => rows.filter(({ table_name }) => table_name === table);
    expect(about("questionnaire_answered").some(({ column_name }) => column_name === "registration_id")).toBe(true);
    for (const table of ["questionnaire_tally", "questionnaire_kept", "questionnaire_pairs"]) {
      expect(about(table).length).toBeGreaterThan(3);
      for (const { column_name, data_type } of about(table)) {
        expect(data_type, column_name).not.toMatch(/timestamp|date|time/u);
        expect(column_name).not.toMatch(/person|registration|email|_by$|_at$|_on$|_no$|position/u);
      }
    }
    // The mark that somebody has answered has no time either.
    for (const { data_type } of about("questionnaire_answered")) expect(data_type).not.toMatch(/timestamp|date|time/u);
  });

  test("the rows that changed and those that did not look the same afterwards", async () => {
    const { round, participants } = await stage(3);
    for (const [index, each] of participants.entries()) {
      await answerQuestionnaire(db, each, duringBefore, round.id, answers(index + 1));
      const before = (await tallied(round.id)).filter(({ occasion }) => occasion === "before");
      expect(new Set(before.map(({ writtenBy }) => writtenBy)).size).toBe(1);
    }
    // Counting without touching every row would have told: the rows of the second occasion are as they were.
    const after = (await tallied(round.id)).filter(({ occasion }) => occasion === "after");
    expect(after[0]?.writtenBy).not.toBe(
      (await tallied(round.id)).find(({ occasion }) => occasion === "before")?.writtenBy,
    );
  });

  test("what is kept under a code is laid anew each time, in no order of time, also when somebody without one answers", async () => {
    const { round, participants } = await stage(9);
    const kept = () =>
      ownerDb
        .selectFrom("questionnaire_kept")
        .where("round_id", "=", round.id)
        .orderBy(sql`ctid`)
        .select(["id", "code", sql<string>`xmin::text`.as("writtenBy")])
        .execute();
    const byTime: string[] = [];
    for (const [index, each] of participants.slice(0, 8).entries()) {
      await answerQuestionnaire(db, each, duringBefore, round.id, answers(3, {}, `hemlig kod ${index}`));
      const rows = await kept();
      byTime.push(...rows.map(({ code }) => code).filter((code) => !byTime.includes(code)));
      expect(new Set(rows.map(({ writtenBy }) => writtenBy)).size).toBe(1);
    }
    const before = await kept();
    await answerQuestionnaire(db, participants[8]!, duringBefore, round.id, answers(3));
    const after = await kept();
    expect(after.map(({ code }) => code).toSorted()).toEqual(before.map(({ code }) => code).toSorted());
    expect(after.some(({ id }) => before.some((each) => each.id === id))).toBe(false);
    // Eight in the order they came: one chance in forty thousand.
    expect(after.map(({ code }) => code)).not.toEqual(byTime);
    expect(JSON.stringify(after)).not.toContain("hemlig");
  });

  test("the trail tells that somebody answered, and not who or what", async () => {
    const { round, participants } = await stage(1);
    await answerQuestionnaire(db, participants[0]!, duringBefore, round.id, answers(5, {}, "blå kaffekopp"));
    const rows = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "circles.questionnaire_answered")
      .where("about", "=", round.id)
      .select(["person_id as personId", "payload"])
      .execute();
    expect(rows).toEqual([{ personId: null, payload: { after: { occasion: "before" } } }]);
  });

  test("one's own data tells that one has answered, until it is counted", async () => {
    const { round, participants } = await stage(1);
    const { personId } = participants[0]!;
    await answerQuestionnaire(db, participants[0]!, duringBefore, round.id, answers(5));
    const own = () => ownData(db, { personId, email: undefined });
    expect(await own()).toMatchObject([{ rows: [{ subject: "before" }] }]);
    await count("2027-10-02");
    expect(await own()).toMatchObject([{ rows: [] }]);
  });
});

describe("what is shown", () => {
  test("is nothing while answers trickle in, and the same for ever once they are counted", async () => {
    const { round, leader, participants } = await stage(8);
    for (const [index, each] of participants.slice(0, 7).entries()) {
      await answerQuestionnaire(db, each, duringBefore, round.id, answers((index % 5) + 1));
      expect((await shownTo(leader, round.slug)).figures).toBeUndefined();
    }
    expect((await shownTo(leader, round.slug, noon("2027-10-02"))).figures).toBeUndefined();
    await count("2027-10-02");
    const shown = (await shownTo(leader, round.slug, noon("2027-10-02"))).figures;
    expect(shown?.statements[0]).toMatchObject({
      before: { answers: 7, mean: 2.6 },
      after: undefined,
      change: undefined,
    });
    // The eighth comes too late: had the figures been worked out anew, the difference would be what they answered.
    await expect(answerQuestionnaire(db, participants[7]!, duringBefore, round.id, answers(5))).rejects.toMatchObject({
      code: "questionnaire.not_open",
    });
    const later = wish({ beforeCloses: "2027-10-08" });
    await expect(arrangeQuestionnaire(db, leader, noon("2027-10-02"), round.id, later)).rejects.toMatchObject({
      problems: [{ path: "beforeCloses", code: "questionnaire.is_over" }],
    });
    await count("2027-10-03");
    expect((await shownTo(leader, round.slug, noon("2027-10-09"))).figures).toEqual(shown);
  });

  test("is nothing below five answers, and nothing that says what all have answered", async () => {
    const { round, leader, participants } = await stage(6);
    for (const [index, each] of participants.entries())
      await answerQuestionnaire(
        db,
        each,
        duringBefore,
        round.id,
        answers(3, {
          findsResearch: index < 2 ? "unknown" : `${index}`.replace("0", "1"),
          passesOn: `${(index % 2) + 3}`,
        }),
      );
    await count("2027-10-02");
    const { figures } = await shownTo(leader, round.slug, noon("2027-10-02"));
    const about = (statement: string) => figures?.statements.find((each) => each.statement === statement)?.before;
    expect(about("findsResearch")).toBeUndefined();
    expect(about("judgesResearch")).toBeUndefined();
    expect(about("passesOn")).toEqual({ answers: 6, mean: 3.5, spread: 0.5 });
    expect(figures?.yesNo[0]?.before).toEqual({ cells: ["hidden", "hidden"], total: 6 });
  });

  test("is the change of the means, and of those who gave the same code both times (R019)", async () => {
    const { round, leader, participants } = await stage(10);
    const later = [4, 5, 3, 4, 5, 4, 3, 5, 4, 4];
    for (const [index, each] of participants.entries()) {
      const code = index < 5 ? `kod nummer ${index}` : undefined;
      await answerQuestionnaire(db, each, duringBefore, round.id, answers((index % 2) + 2, {}, code));
    }
    await count("2027-10-02");
    for (const [index, each] of participants.entries()) {
      const code = index < 5 ? `KOD  nummer ${index}` : undefined;
      await answerQuestionnaire(db, each, duringAfter, round.id, answers(later[index]!, {}, code));
    }
    expect((await shownTo(leader, round.slug, duringAfter)).figures?.statements[0]?.after).toBeUndefined();
    await count("2028-02-01");
    const [first] = (await shownTo(leader, round.slug, noon("2028-02-01"))).figures?.statements ?? [];
    expect(first).toMatchObject({
      before: { answers: 10, mean: 2.5 },
      after: { answers: 10, mean: 4.1 },
      change: { change: 1.6 },
      // 2→4, 3→5, 2→3, 3→4, 2→5
      pairs: { pairs: 5, change: 1.8, spread: 0.8 },
    });
    const left = async (table: "questionnaire_kept" | "questionnaire_answered") =>
      ownerDb.selectFrom(table).where("round_id", "=", round.id).selectAll().execute();
    expect([await left("questionnaire_kept"), await left("questionnaire_answered")]).toEqual([[], []]);
    const salts = await ownerDb
      .selectFrom("questionnaire_occasion")
      .where("round_id", "=", round.id)
      .select("salt")
      .execute();
    expect(salts).toEqual([{ salt: null }, { salt: null }]);
  });

  test("is no change of some where the rest are one to four, and nothing of it is written down", async () => {
    const { round, leader, participants } = await stage(7);
    for (const [when, now, lift] of [
      ["2027-10-02", duringBefore, 0],
      ["2028-02-01", duringAfter, 1],
    ] as const) {
      for (const [index, each] of participants.entries()) {
        const code = index < 6 ? `kod nummer ${index}` : undefined;
        await answerQuestionnaire(db, each, now, round.id, answers((index % 3) + 1 + lift * (index % 2), {}, code));
      }
      await count(when);
    }
    const [first] = (await shownTo(leader, round.slug, noon("2028-02-01"))).figures?.statements ?? [];
    expect(first?.change).toBeDefined();
    expect(first?.pairs).toBeUndefined();
    expect(
      await ownerDb.selectFrom("questionnaire_pairs").where("round_id", "=", round.id).selectAll().execute(),
    ).toEqual([]);
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
