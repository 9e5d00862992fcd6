import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { answers, duringBefore, givenQuestionnaires } from "../../../../test/given-questionnaires.ts";
import { answerQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { ownData } from "#features/circles/questionnaire/own-data/queries.ts";

const { db, ownerDb } = await testDatabase();
const { stage, count, tallied } = await givenQuestionnaires({ db, ownerDb });

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
