import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { mayApproveDomains } from "#features/sign-in/providers/provider-policy.ts";
import type { ProviderId } from "#features/sign-in/providers/provider.ts";

/** Approves that a provider answers for a mail domain: from then on it signs in as anybody who has an address there. */
export function approveDomain(
  db: Database,
  actor: Actor,
  id: ProviderId,
  { domain }: { domain: string },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const provider = await tx
      .selectFrom("sign_in_provider")
      .where("id", "=", id)
      .forUpdate()
      .select("organisation_id")
      .executeTakeFirst();
    if (!provider) throw new Refusal("not_found", "sign_in.provider.no_such");
    if (!mayApproveDomains(actor)) throw new Refusal("forbidden", "sign_in.provider.not_yours_to_approve");
    const asked = await tx
      .selectFrom("sign_in_provider_domain")
      .where("provider_id", "=", id)
      .where("domain", "=", domain)
      .select("approved_at as approvedAt")
      .executeTakeFirst();
    if (!asked || asked.approvedAt)
      throw new Refusal(asked ? "conflict" : "not_found", "sign_in.provider.nothing_to_approve");
    await tx
      .updateTable("sign_in_provider_domain")
      .set({ approved_at: sql`clock_timestamp()` })
      .where("provider_id", "=", id)
      .where("domain", "=", domain)
      .execute();
    await record(tx, {
      by: actor,
      what: "sign_in.provider_domain_approved",
      about: id,
      organisationId: provider.organisation_id,
      after: { domain },
    });
  });
}
