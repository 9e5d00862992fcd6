import { sql } from "kysely";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { CommissionId, MatterId } from "#features/meetings/matter/matter.ts";
import { commissionMailJob } from "#features/meetings/matter/matter-jobs.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";

/** What a body commissions somebody to do. */
export type GivenCommission = {
  readonly matterId: MatterId;
  readonly fromBody: BodyId;
  readonly organisationId: OrganisationId;
  readonly title: string;
  readonly ownerPerson: PersonId | null;
  readonly ownerOrganisation: OrganisationId | null;
  readonly ownerName: string | null;
  readonly givenOn: Temporal.PlainDate | null;
  readonly givenAt: MeetingId | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly deliverables: readonly { readonly text: string; readonly dueOn: Temporal.PlainDate | null }[];
  readonly since: Temporal.PlainDate;
};

/**
 * Gives a commission in a matter, under way from that day. What nobody divided into parts has one: what it is called,
 * so that there is always something to report. Whoever is to do it gets a mail. (R212)
 */
export async function giveCommission(tx: Tx, at: Temporal.Instant, given: GivenCommission): Promise<CommissionId> {
  const id = newId<"commission">();
  await tx
    .insertInto("commission")
    .values({
      id,
      matter_id: given.matterId,
      organisation_id: given.organisationId,
      from_body: given.fromBody,
      // A council of one municipality asks locally; a body of many is regional.
      origin: sql<"local" | "regional">`(
        with recursive up(id, parent_id, kinds) as (
          select id, parent_id, kinds from organisation where id = ${given.organisationId}
          union all
          select o.id, o.parent_id, o.kinds from up join organisation o on o.id = up.parent_id)
        select case when bool_or('municipality' = any(kinds)) then 'local' else 'regional' end from up)`,
      title: given.title,
      owner_person: given.ownerPerson,
      owner_organisation: given.ownerOrganisation,
      owner_name: given.ownerName,
      given_on: given.givenOn,
      given_at: given.givenAt,
      due_on: given.dueOn,
      state: "inProgress",
      since: given.since,
      created_at: at,
    })
    .execute();
  const parts = given.deliverables.length > 0 ? given.deliverables : [{ text: given.title, dueOn: null }];
  await addDeliverables(tx, id, parts);
  if (given.ownerPerson !== null)
    await enqueue(tx, commissionMailJob, { commissionId: id, personId: given.ownerPerson, version: 1 });
  return id;
}

/** Writes down what is to come of a new commission. */
export async function addDeliverables(
  tx: Tx,
  commissionId: CommissionId,
  parts: readonly { readonly text: string; readonly dueOn: Temporal.PlainDate | null }[],
): Promise<void> {
  await tx
    .insertInto("deliverable")
    .values(
      parts.map(({ text, dueOn }, position) => ({
        id: newId<"deliverable">(),
        commission_id: commissionId,
        position,
        text,
        due_on: dueOn,
        state: "waiting" as const,
      })),
    )
    .execute();
}
