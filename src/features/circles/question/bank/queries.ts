import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { KnowledgeSource, QuestionId } from "#features/circles/question/question.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** A question that may be taken up in a circle. */
export type BankQuestion = {
  readonly id: string;
  readonly text: string;
  readonly theme: string | null;
  readonly source: KnowledgeSource | null;
};

/** How many questions of other circles are offered, the newest. */
const mostOffered = 100;

/**
 * Questions in their own words that other circles of the same organiser work with, each once, by theme. What somebody
 * has asked in one circle is in the bank of the next. Those of the circle itself are not offered again. (R015)
 */
export async function earlierQuestions(
  db: Reader,
  { id, organisationId }: Pick<RoundFacts, "id" | "organisationId">,
): Promise<(BankQuestion & { readonly id: QuestionId; readonly theme: string })[]> {
  const { rows } = await sql<BankQuestion & { readonly id: QuestionId; readonly theme: string }>`
    select id, text, theme, source from (
      select distinct on (lower(q.text)) q.id, q.text, q.theme, q.source
      from circle_question q join round r on r.id = q.round_id
      where r.organisation_id = ${organisationId} and q.standard is null and q.round_id <> ${id}
        and not exists (select from circle_question here where here.round_id = ${id} and lower(here.text) = lower(q.text))
      order by lower(q.text), q.id desc) as each
    order by id desc limit ${mostOffered}`.execute(db);
  return rows.toSorted((a, b) => a.theme.localeCompare(b.theme, "sv") || a.text.localeCompare(b.text, "sv"));
}

/** The guiding questions of a round's invitation that its circle does not work with yet. (R095) */
export async function guidingQuestions(
  db: Reader,
  roundId: RoundId,
): Promise<(BankQuestion & { readonly theme: null })[]> {
  const rows = await db
    .selectFrom("guiding_question as g")
    .where("g.round_id", "=", roundId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("circle_question as here")
            .whereRef("here.round_id", "=", "g.round_id")
            .where(sql<boolean>`lower(here.text) = lower(g.text)`)
            .select("here.id"),
        ),
      ),
    )
    .orderBy("g.position")
    .select(["g.id", "g.text", "g.source"])
    .execute();
  return rows.map((row) => ({ ...row, theme: null }));
}
