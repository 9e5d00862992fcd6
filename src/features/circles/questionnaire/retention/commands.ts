import { sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import type { Tx } from "#platform/database/database.ts";
import { affected, type Eraser } from "#platform/erasures/erasures.ts";
import { gatePairs } from "#features/followup/output-gate.ts";
import { type Kept, pairSums } from "#features/circles/questionnaire/following.ts";
import type { Occasion } from "#features/circles/questionnaire/questionnaire.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Counts what was answered on the occasions that are over, and forgets in the same breath who answered. After the second
 * occasion those who kept a code are followed from their first answers to their second, and then these answers go too:
 * what is left is counts. This is the one moment when figures become visible. (R011)
 */
export const countAnswers: Eraser = async (tx, { now, before }) => {
  const today = dateIn(now);
  const over = await tx
    .selectFrom("questionnaire_occasion as o")
    .innerJoin("round as r", "r.id", "o.round_id")
    .where("o.counted_on", "is", null)
    .where("o.closes_on", "<=", dateIn(before))
    .orderBy("o.closes_on")
    .orderBy("o.round_id")
    .select(["o.round_id as roundId", "o.occasion", "r.organisation_id as organisationId"])
    .forUpdate("o")
    .execute();
  let erased = 0;
  for (const { roundId, occasion, organisationId } of over) {
    await tx
      .updateTable("questionnaire_occasion")
      .set({ counted_on: today })
      .where("round_id", "=", roundId)
      .where("occasion", "=", occasion)
      .execute();
    const answered = await affected(
      tx,
      sql`delete from questionnaire_answered where round_id = ${roundId} and occasion = ${occasion}`,
    );
    const kept = occasion === "after" ? await follow(tx, roundId) : 0;
    erased += answered + kept;
    const what = "circles.questionnaire_counted";
    await record(tx, { by: clockwork, what, about: roundId, organisationId, after: { occasion } });
  }
  return erased;
};

/** Writes down how those who kept a code have changed together, as far as it may be shown, and forgets their answers. */
async function follow(tx: Tx, roundId: RoundId): Promise<number> {
  const rows = await tx
    .deleteFrom("questionnaire_kept")
    .where("round_id", "=", roundId)
    .returning(["occasion", "code", "answers"])
    .execute();
  const keptOn = (occasion: Occasion) =>
    rows.filter((row) => row.occasion === occasion).map(({ code, answers }) => ({ code, answers }) as Kept);
  for (const [question, sums] of pairSums(keptOn("before"), keptOn("after"))) {
    const answers = await answersTo(tx, roundId, question);
    if (!gatePairs(sums, answers)) continue;
    await tx
      .insertInto("questionnaire_pairs")
      .values({ round_id: roundId, question, ...sums })
      .execute();
  }
  await tx.updateTable("questionnaire_occasion").set({ salt: null }).where("round_id", "=", roundId).execute();
  return rows.length;
}

async function answersTo(tx: Tx, roundId: RoundId, question: string) {
  return tx
    .selectFrom("questionnaire_tally")
    .where("round_id", "=", roundId)
    .where("question", "=", question)
    .select([
      sql<number>`coalesce(sum(answers) filter (where occasion = 'before'), 0)::int`.as("before"),
      sql<number>`coalesce(sum(answers) filter (where occasion = 'after'), 0)::int`.as("after"),
    ])
    .executeTakeFirstOrThrow();
}
