import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import { type Decision, decisionsInForce } from "#features/privacy/decisions/queries.ts";
import {
  type RetentionDecisionId,
  type RetentionWish,
  spanOf,
} from "#features/privacy/decisions/retention-decision.ts";
import { mayDecideRetention } from "#features/privacy/decisions/retention-decision-policy.ts";
import type { DecidedKind } from "#features/privacy/retention.ts";

/**
 * Writes down that an organisation has decided how long a kind of personal data is kept. From the next night on it is
 * erased by that decision; one that held before holds no longer, and stays to be seen.
 */
export function recordDecision(
  db: Database,
  actor: Actor,
  now: Clock,
  organisationId: OrganisationId,
  kind: DecidedKind,
  wish: RetentionWish,
): Promise<{ readonly id: RetentionDecisionId }> {
  return change(db, actor, async (tx) => {
    const before = await lockDecision(tx, organisationId, kind);
    if (!mayDecideRetention(actor, organisationId)) throw new Refusal("forbidden", "retention.not_yours");
    const { number, decidedOn } = wish;
    if (decidedOn === null || Temporal.PlainDate.compare(decidedOn, dateIn(now())) > 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "decidedOn", code: "retention.decision.in_the_future" },
      ]);
    if (before) await end(tx, before.id, now());
    const id = newId<"retention_decision">();
    const kept = spanOf(wish);
    const span = { kept_count: kept?.count ?? null, kept_unit: kept?.unit ?? null };
    await tx
      .insertInto("retention_decision")
      .values({ id, organisation_id: organisationId, kind, ...span, number, decided_on: decidedOn, recorded_at: now() })
      .execute();
    await notify(tx, "public_content");
    await record(tx, {
      by: actor,
      what: "privacy.retention_decided",
      about: organisationId,
      organisationId,
      ...(before ? { before: said(before) } : {}),
      after: said({ kind, kept, number, decidedOn }),
    });
    return { id };
  });
}

/** Says that a decision was written down by mistake: nothing of that kind is erased until there is another. */
export function takeBackDecision(
  db: Database,
  actor: Actor,
  now: Clock,
  organisationId: OrganisationId,
  kind: DecidedKind,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const before = await lockDecision(tx, organisationId, kind);
    if (!mayDecideRetention(actor, organisationId)) throw new Refusal("forbidden", "retention.not_yours");
    if (!before) throw new Refusal("not_found", "retention.decision.none");
    await end(tx, before.id, now());
    await notify(tx, "public_content");
    await record(tx, {
      by: actor,
      what: "privacy.retention_decision_taken_back",
      about: organisationId,
      organisationId,
      before: said(before),
    });
  });
}

/** The decision that holds, now that nobody else can write another. */
async function lockDecision(tx: Tx, organisationId: OrganisationId, kind: DecidedKind): Promise<Decision | undefined> {
  const { rows } = await sql`select 1 from organisation where id = ${organisationId}`.execute(tx);
  if (rows.length === 0) throw new Refusal("not_found", "organisations.no_such_organisation");
  // The first decision has no row to lock yet.
  await sql`select pg_advisory_xact_lock(hashtext(${`retention.${kind}.${organisationId}`}))`.execute(tx);
  return (await decisionsInForce(tx, kind)).find((each) => each.organisationId === organisationId);
}

async function end(tx: Tx, id: RetentionDecisionId, at: Temporal.Instant): Promise<void> {
  await tx.updateTable("retention_decision").set({ ended_at: at }).where("id", "=", id).execute();
}

const said = ({ kind, kept, number, decidedOn }: Pick<Decision, "kind" | "kept" | "number" | "decidedOn">) => ({
  kind,
  kept: kept ?? "always",
  number,
  decidedOn: decidedOn.toString(),
});
