import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** What somebody has written about the assignments of their circles, drafts too, and what was said about it. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const rows = await db
    .selectFrom("assignment_submission as s")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .innerJoin("round as c", "c.id", "a.round_id")
    .where((eb) => eb.or([eb("r.person_id", "=", personId ?? null), eb("r.email", "=", email ?? null)]))
    .orderBy("s.saved_at")
    .select(["c.title as round", "a.title as subject", "s.body as text", "s.handed_in_at as sentAt"])
    .select(["s.feedback as answer", "s.answered_at as answeredAt"])
    .select(
      sql<string | null>`(select string_agg(f.file_name, '; ' order by f.added_at)
        from submission_file f where f.submission_id = s.id)`.as("files"),
    )
    .execute();
  return [{ section: "assignments", rows }];
}
