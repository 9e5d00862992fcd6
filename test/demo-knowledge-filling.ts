import type { OrganisationId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenFillings } from "./given-fillings.ts";

/** An archive that is harvested, and something it has brought that is like something else in the list. */
export async function demoKnowledgeFilling(
  { ownerDb }: { ownerDb: Database },
  { organisationId }: { readonly organisationId: OrganisationId },
) {
  const { source, candidate } = givenFillings(ownerDb);
  const archive = await source(organisationId, { last_ended_at: Temporal.Instant.from("2027-02-20T12:00:00Z") });
  await candidate(organisationId, { doi: "10.5555/1" });
  const brought = await candidate(organisationId, {
    source_id: archive,
    identifier: "oai:arkiv:1",
    doi: "10.5555/1",
    abstract: "Om hur barn får komma till tals.",
    is_gone: true,
  });
  return { source: archive, candidate: brought };
}
