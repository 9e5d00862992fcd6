import type { Insertable } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { MinutesItemTable } from "#platform/database/schema.ts";
import type { WhereItem } from "#features/meetings/minutes/commands.ts";
import type { ItemOutcome } from "#features/meetings/minutes/item-outcome.ts";
import { type LockedPart, lockPartOf, mustTakeNotes } from "#features/meetings/minutes/locking/commands.ts";
import type { MinutesItemId } from "#features/meetings/minutes/minutes.ts";
import { outcomeMark } from "#features/meetings/minutes/queries.ts";
import { bodiesBeside, organisationsNear, seatedIn } from "#features/meetings/minutes/choices/queries.ts";

/**
 * Says what came of an item: what kind it is, with what that kind needs and nothing else. It stands in the minutes; its
 * matter comes further when the part is final. Of two who say it at once the later is told what stands, unless it is the
 * same. (R217, R218)
 */
export function settleItem(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WhereItem,
  outcome: ItemOutcome,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { part, itemId } = await lockPartOf(tx, actor, now(), where);
    mustTakeNotes(part, actor);
    const problem = await unknownIn(tx, part, outcome, dateIn(now()));
    if (problem) throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);

    const stood = await markOf(tx, itemId);
    const { deliverables, ...columns } = columnsOf(outcome);
    await tx
      .updateTable("minutes_item")
      .set({ ...nothingSaid, ...columns, kind: outcome.kind })
      .where("id", "=", itemId)
      .execute();
    await tx.deleteFrom("minutes_deliverable").where("item_id", "=", itemId).execute();
    if (deliverables.length > 0)
      await tx
        .insertInto("minutes_deliverable")
        .values(deliverables.map(({ text, dueOn }, position) => ({ item_id: itemId, position, text, due_on: dueOn })))
        .execute();
    // Asked when it is written, since only then can be said whether it is the same; refused, nothing of it stays.
    if ((await markOf(tx, itemId)) === stood) return markRecorded(tx);
    if (outcome.mark !== stood) throw new Refusal("conflict", "minutes.settled_meanwhile");
    await record(tx, {
      by: actor,
      what: "meetings.minutes_item_settled",
      about: itemId,
      organisationId: part.meeting.organisationId,
      after: { kind: outcome.kind },
    });
  });
}

async function markOf(tx: Tx, itemId: MinutesItemId): Promise<string> {
  const { mark } = await tx
    .selectFrom("minutes_item as i")
    .where("i.id", "=", itemId)
    .select(outcomeMark.as("mark"))
    .executeTakeFirstOrThrow();
  return mark;
}

const nothingSaid = {
  outcome: null,
  decided_by: null,
  decided_by_name: null,
  decided_on: null,
  decided_day: null,
  review_on: null,
  owner_person: null,
  owner_organisation: null,
  owner_name: null,
  due_on: null,
  reason: null,
  parked_until: null,
  parked_event: null,
  refer_to: null,
} as const;

type Said = Partial<Pick<Insertable<MinutesItemTable>, keyof typeof nothingSaid>> & {
  readonly deliverables: readonly { readonly text: string; readonly dueOn: Temporal.PlainDate | null }[];
};

function columnsOf(said: ItemOutcome): Said {
  const deliverables: Said["deliverables"] = [];
  switch (said.kind) {
    case "decision": {
      const { outcome, decidedBy, decidedByName, decidedOn, decidedDay, reviewOn } = said.details;
      return {
        deliverables,
        outcome,
        decided_by: decidedBy,
        decided_by_name: decidedByName,
        decided_on: decidedOn,
        decided_day: decidedDay,
        review_on: reviewOn,
      };
    }
    case "commission": {
      const { outcome, ownerPerson, ownerOrganisation, ownerName, dueOn } = said.details;
      return {
        deliverables: said.details.deliverables,
        outcome,
        owner_person: ownerPerson,
        owner_organisation: ownerOrganisation,
        owner_name: ownerName,
        due_on: dueOn,
      };
    }
    case "parked": {
      const { reason, parkedUntil, parkedEvent } = said.details;
      return { deliverables, reason, parked_until: parkedUntil, parked_event: parkedEvent };
    }
    case "referred":
      return { deliverables, refer_to: said.details.referTo };
    default:
      return { deliverables };
  }
}

/** The field that names a body, a person or an organisation that is none of those to choose among. */
async function unknownIn(
  tx: Tx,
  part: LockedPart,
  said: ItemOutcome,
  today: Temporal.PlainDate,
): Promise<Problem | undefined> {
  const others = async (id: string) => (await bodiesBeside(tx, part.bodyIds)).some((body) => body.id === id);
  if (said.kind === "decision" && said.details.decidedBy !== null && !(await others(said.details.decidedBy)))
    return { path: "details.decidedBy", code: "minutes.no_such_body" };
  if (said.kind === "referred" && !(await others(said.details.referTo)))
    return { path: "details.referTo", code: "minutes.no_such_body" };
  if (said.kind !== "commission") return undefined;
  const { ownerPerson, ownerOrganisation } = said.details;
  if (ownerPerson !== null && !(await seatedIn(tx, part, today)).some(({ id }) => id === ownerPerson))
    return { path: "details.ownerPerson", code: "minutes.not_seated" };
  if (
    ownerOrganisation !== null &&
    !(await organisationsNear(tx, part.bodyIds)).some(({ id }) => id === ownerOrganisation)
  )
    return { path: "details.ownerOrganisation", code: "minutes.no_such_organisation" };
  return undefined;
}
