import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { InquiryId } from "#features/appraisals/answers/answer.ts";

/** In SQL: the entry that somebody stands under now, where two have turned out to be one person. */
const asOneNow = (personId: PersonId) =>
  sql<PersonId>`(select coalesce(q.merged_into, q.id) from person q where q.id = ${personId}::uuid)`;

/** What one of the authors is told of an inquiry, as long as it waits for an answer and they write. */
export async function authorToTell(db: Reader, id: InquiryId, personId: PersonId) {
  return db
    .selectFrom("appraisal_inquiry as i")
    .innerJoin("appraisal as a", "a.id", "i.appraisal_id")
    .innerJoin("appraisal_author as au", "au.appraisal_id", "a.id")
    .innerJoin("person as p", "p.id", "au.person_id")
    .leftJoin("person as b", "b.id", "i.asked_by")
    .where("i.id", "=", id)
    .where("p.id", "=", asOneNow(personId))
    .where("i.answered_at", "is", null)
    .where("a.state", "in", ["weighing", "proposed"])
    .where("p.email", "is not", null)
    .select(["i.id", "a.slug", "a.title", "p.id as personId", "p.email", "p.name", "p.language", "b.name as askedBy"])
    .executeTakeFirst();
}

export type AuthorToTell = NonNullable<Awaited<ReturnType<typeof authorToTell>>>;

/** Whoever asked, once there is an answer. */
export async function askerToTell(db: Reader, id: InquiryId) {
  return db
    .selectFrom("appraisal_inquiry as i")
    .innerJoin("appraisal as a", "a.id", "i.appraisal_id")
    .innerJoin("person as p", "p.id", "i.asked_by")
    .where("i.id", "=", id)
    .where("i.answered_at", "is not", null)
    .where("p.email", "is not", null)
    .select(["i.id", "a.slug", "a.title", "p.id as personId", "p.email", "p.name", "p.language"])
    .executeTakeFirst();
}

export type AskerToTell = NonNullable<Awaited<ReturnType<typeof askerToTell>>>;
