import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ReviewId, VersionId } from "#features/knowledge/item/item.ts";

/** In SQL: the entry that somebody stands under now, where two have turned out to be one person. */
const asOneNow = (personId: PersonId) =>
  sql<PersonId>`(select coalesce(q.merged_into, q.id) from person q where q.id = ${personId}::uuid)`;

/** Whom to ask to review what, as long as it is reviewed and they have not answered. */
export async function reviewerToAsk(db: Reader, id: ReviewId) {
  return db
    .selectFrom("knowledge_review as r")
    .innerJoin("knowledge_version as v", "v.id", "r.version_id")
    .innerJoin("knowledge_item as i", "i.id", "v.item_id")
    .innerJoin("person as p", "p.id", "r.reviewer_id")
    .leftJoin("person as a", "a.id", "r.asked_by")
    .where("r.id", "=", id)
    .where("r.verdict", "is", null)
    .where("v.state", "=", "inReview")
    .where("p.email", "is not", null)
    .where("p.erased_at", "is", null)
    .select(["r.id", "i.slug", "v.title", "a.name as askedBy", "p.email", "p.name", "p.language"])
    .executeTakeFirst();
}
export type ReviewerToAsk = NonNullable<Awaited<ReturnType<typeof reviewerToAsk>>>;

/** What whoever wrote a version is told of it. */
export async function writerToTell(db: Reader, id: VersionId, personId: PersonId) {
  return db
    .selectFrom("knowledge_version as v")
    .innerJoin("knowledge_item as i", "i.id", "v.item_id")
    .innerJoin("person as p", (join) => join.on("p.id", "=", asOneNow(personId)))
    .where("v.id", "=", id)
    .where("p.email", "is not", null)
    .where("p.erased_at", "is", null)
    .select([
      "v.id",
      "v.row_version as rowVersion",
      "i.slug",
      "v.title",
      "p.id as personId",
      "p.email",
      "p.name",
      "p.language",
    ])
    .executeTakeFirst();
}
export type WriterToTell = NonNullable<Awaited<ReturnType<typeof writerToTell>>>;
