import type { OrganisationId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenKnowledge } from "./given-knowledge.ts";
import { givenReading } from "./given-reading.ts";

/** A list to read of the leader's organisation, which is published. */
export async function demoKnowledgeReading(
  { ownerDb }: { ownerDb: Database },
  { organisationId }: { readonly organisationId: OrganisationId },
) {
  const { item } = givenKnowledge(ownerDb);
  const [first, second] = [await item(organisationId), await item(organisationId)];
  return givenReading(ownerDb).list(organisationId, [first.id, second.id]);
}
