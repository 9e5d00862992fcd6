import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import {
  answers,
  duringAfter,
  duringBefore,
  givenQuestionnaires,
  wish,
} from "../../../../test/given-questionnaires.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { answerQuestionnaire, arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";

const { db, ownerDb } = await testDatabase();
const { stage, shownTo, count } = await givenQuestionnaires({ db, ownerDb });

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
