import type { OrganisationId, PersonId } from "../src/kernel/ids.ts";
import { newId } from "../src/kernel/ids.ts";
import { loadNationalTerms } from "../src/features/knowledge/item/terms/commands.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenKnowledge } from "./given-knowledge.ts";

type Ground = { readonly organisationId: OrganisationId; readonly leader: { readonly id: PersonId } };

/**
 * One item for every address: published, retired, written, in review with the leader asked, and an experience. All are of
 * the leader's organisation, and the leader wrote none of them.
 */
export async function demoKnowledgeItems(
  { db, ownerDb }: { db: Database; ownerDb: Database },
  { organisationId, leader }: Ground,
) {
  await loadNationalTerms(db);
  const { item } = givenKnowledge(ownerDb);
  const published = await item(organisationId, {}, { link: "https://www.example.se/rapport" });
  const retired = await item(organisationId, {
    retired_at: Temporal.Instant.from("2027-02-01T12:00:00Z"),
    retired_reason: "Ersatt",
  });
  const written = await item(organisationId, {}, { state: "draft" });
  const reviewed = await item(organisationId, {}, { state: "inReview" });
  const experience = await item(organisationId, { kind: "professional" });
  await ownerDb
    .insertInto("knowledge_review")
    .values({
      id: newId<"knowledge_review">(),
      version_id: reviewed.versionId,
      reviewer_id: leader.id,
      asked_at: Temporal.Instant.from("2027-02-20T12:00:00Z"),
    })
    .execute();
  return { published, retired, written, reviewed, experience };
}
