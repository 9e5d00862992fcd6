import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";

/** Columns of ours that simply name the other one afterwards. */
const moved = {
  knowledge_version: ["written_by", "published_by"],
  knowledge_review: ["asked_by"],
  experience_step: ["said_by"],
  knowledge_question: ["asked_by", "taken_by", "answered_by"],
  question_step: ["by_id"],
  saved_search: ["person_id"],
} as const;

/** Rows that say something of a person once for each thing: what both have, the one that is kept goes on having. */
const once = [
  { table: "knowledge_feedback", column: "person_id", thing: ["item_id"], among: sql<SqlBool>`true` },
  // Only one that waits for an answer is asked of each; what was answered under both names is two answers.
  {
    table: "knowledge_review",
    column: "reviewer_id",
    thing: ["version_id"],
    among: sql<SqlBool>`kept.verdict is null and t.verdict is null`,
  },
] as const;

/** Every column of ours that names a person. */
export const personColumns = {
  ...moved,
  knowledge_review: ["reviewer_id", ...moved.knowledge_review],
  knowledge_feedback: ["person_id"],
  knowledge_digest: ["person_id"],
  knowledge_digest_term: ["person_id"],
} as const;

/**
 * Gives everything a person has in the knowledge base to another: the part of the person merge that is ours. Who has
 * answered twice whether a text was of use has one answer, and who is asked twice to review is asked once.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory }: { readonly memory: Memory },
): Promise<void> {
  await memory.move(moved, from, to);
  for (const { table, column, thing, among } of once) {
    const [rows, who] = [sql.table(table), sql.ref(column)];
    const same = sql.join(
      thing.map((name) => sql`kept.${sql.ref(name)} = t.${sql.ref(name)}`),
      sql` and `,
    );
    await memory.during([{ table, where: sql<SqlBool>`t.${who} = ${from}` }], async () => {
      await sql`
        delete from ${rows} as t using ${rows} as kept
        where t.${who} = ${from} and kept.${who} = ${to} and ${same} and ${among}`.execute(tx);
      await sql`update ${rows} set ${who} = ${to} where ${who} = ${from}`.execute(tx);
    });
  }
  await joinDigests(tx, from, to, memory);
}

/** Whoever wants to be told by mail under both entries is told once, of all that either wanted. */
async function joinDigests(tx: Tx, from: PersonId, to: PersonId, memory: Memory): Promise<void> {
  const both = (table: string) => ({ table, where: sql<SqlBool>`t.person_id in (${from}, ${to})` });
  await memory.during([both("knowledge_digest"), both("knowledge_digest_term")], async () => {
    await sql`
      insert into knowledge_digest (person_id, last_told_on, created_at)
      select ${to}, last_told_on, created_at from knowledge_digest where person_id = ${from}
      on conflict (person_id) do nothing`.execute(tx);
    await sql`
      insert into knowledge_digest_term (person_id, term_id)
      select ${to}, term_id from knowledge_digest_term where person_id = ${from}
      on conflict do nothing`.execute(tx);
    await sql`delete from knowledge_digest where person_id = ${from}`.execute(tx);
  });
}
