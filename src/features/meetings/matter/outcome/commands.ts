import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import type { Tx } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { giveCommission } from "#features/meetings/commission/giving/commands.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { isPossible, type MatterStep, reminderOf, reviewDay } from "#features/meetings/matter/matter-lifecycle.ts";
import {
  addStep,
  beginMatter,
  concern,
  lockMatter,
  type LockedMatter,
  moveMatter,
  outstandingIn,
} from "#features/meetings/matter/steps/commands.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";

/** What came of an item at a meeting, as its minutes say it. */
export type Outcome = {
  readonly meetingId: MeetingId;
  /** Null: the notes do not say when they met. */
  readonly day: Temporal.PlainDate | null;
  /** Whose part it stands in; of the common part, the first body. */
  readonly bodyId: BodyId;
  readonly concerns: readonly BodyId[];
  readonly title: string;
  readonly matterId: MatterId | null;
  readonly kind: "information" | "discussion" | "decision" | "commission" | "parked" | "continued" | "referred";
  readonly text: string | null;
  readonly decidedBy: BodyId | null;
  readonly decidedByName: string | null;
  readonly decidedOn: Temporal.PlainDate | null;
  /** A day without a year, as `--03-03`. */
  readonly decidedDay: string | null;
  readonly hasMandate: boolean;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly ownerPerson: PersonId | null;
  readonly ownerOrganisation: OrganisationId | null;
  readonly ownerName: string | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly deliverables: readonly { readonly text: string; readonly dueOn: Temporal.PlainDate | null }[];
  readonly reason: string | null;
  readonly parkedUntil: Temporal.PlainDate | null;
  readonly parkedEvent: string | null;
  readonly referTo: BodyId | null;
};

type Around = {
  readonly told: { readonly by: Actor; readonly at: Temporal.Instant };
  readonly since: Temporal.PlainDate;
};

/**
 * Lets what came of an item at a meeting be true of its matter, and makes one where there was none and something is to
 * come of it. What was only told or talked about leaves a matter as it was, with a line in its story: it comes back
 * until somebody says what becomes of it. Called in the change that makes the minutes final.
 */
export async function applyOutcome(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  outcome: Outcome,
): Promise<MatterId | null> {
  const { kind, matterId, bodyId, day } = outcome;
  if (matterId === null && (kind === "information" || kind === "discussion")) return null;
  const around: Around = { told: { by: actor, at }, since: day ?? dateIn(at) };
  const matter = matterId === null ? await newMatter(tx, around, outcome) : await lockMatter(tx, matterId);
  await concern(tx, matter.id, [bodyId, ...outcome.concerns], around.since);

  const step = { day, meetingId: outcome.meetingId, bodyId };
  if (kind === "information" || kind === "discussion") {
    const what = kind === "information" ? "informed" : "discussed";
    await addStep(tx, around.told, matter.id, { what, ...step, text: outcome.text });
  } else {
    await further[kind](tx, around, await takenUpFor(tx, around, matter, outcome), outcome);
  }
  const organisationId = await organisationOf(tx, bodyId);
  const what = "meetings.matter_came_further";
  await record(tx, {
    by: actor,
    what,
    about: matter.id,
    organisationId,
    after: { kind, meetingId: outcome.meetingId },
  });
  return matter.id;
}

type Further = (tx: Tx, around: Around, matter: LockedMatter, outcome: Outcome) => Promise<unknown>;

const further: Readonly<Record<Exclude<Outcome["kind"], "information" | "discussion">, Further>> = {
  continued: (tx, { told, since }, matter, outcome) =>
    moveMatter(tx, told, matter, "continue", since, home(matter, outcome), {
      ...stepOf(outcome, "continued"),
      text: outcome.text,
    }),
  parked: (tx, { told, since }, matter, outcome) => {
    const { parkedUntil, parkedEvent } = outcome;
    const reason = outcome.reason ?? outcome.text?.slice(0, 1_000) ?? outcome.title;
    const remind_on = reminderOf(parkedUntil, dateIn(told.at));
    const columns = {
      reason,
      parked_until: parkedUntil,
      parked_event: parkedEvent,
      remind_on,
      ...home(matter, outcome),
    };
    return moveMatter(tx, told, matter, "park", since, columns, { ...stepOf(outcome, "parked"), text: reason });
  },
  referred: async (tx, { told, since }, matter, outcome) => {
    const to = outcome.referTo ?? outcome.bodyId;
    await concern(tx, matter.id, [to], since);
    const step = { ...stepOf(outcome, "referred"), text: outcome.text };
    return moveMatter(tx, told, matter, "refer", since, { referred_to: to, ...home(matter, outcome) }, step);
  },
  decision: decided,
  commission: async (tx, { told, since }, matter, outcome) => {
    const step = { ...stepOf(outcome, "commissioned"), text: outcome.text };
    await moveMatter(tx, told, matter, "commission", since, home(matter, outcome), step);
    await giveCommission(tx, told.at, {
      matterId: matter.id,
      fromBody: outcome.bodyId,
      organisationId: await organisationOf(tx, outcome.bodyId),
      title: outcome.text !== null && outcome.text.length <= 300 ? outcome.text : outcome.title,
      ownerPerson: outcome.ownerPerson,
      ownerOrganisation: outcome.ownerOrganisation,
      ownerName: outcome.ownerName,
      givenOn: outcome.day,
      givenAt: outcome.meetingId,
      dueOn: outcome.dueOn,
      deliverables: outcome.deliverables,
      since,
    });
  },
};

/** A decision is ours when one of the bodies it concerns made it; any other is a reference to somebody else's. */
async function decided(tx: Tx, { told, since }: Around, matter: LockedMatter, outcome: Outcome): Promise<void> {
  const { decidedBy, decidedByName, bodyId } = outcome;
  const ours =
    decidedByName === null && (decidedBy === null || decidedBy === bodyId || outcome.concerns.includes(decidedBy));
  const text = outcome.text ?? outcome.title;
  // A decision of another day than the meeting's says so; without one, ours is of the meeting's day.
  const decidedOn = outcome.decidedOn ?? (ours && outcome.decidedDay === null ? outcome.day : null);
  const isPosition = ours && !outcome.hasMandate;
  await moveMatter(
    tx,
    told,
    matter,
    ours ? "decide" : "decideElsewhere",
    since,
    {
      outcome: text,
      is_position: isPosition,
      decided_by: decidedByName === null ? (decidedBy ?? bodyId) : null,
      decided_by_name: decidedByName,
      decided_on: decidedOn,
      decided_day: decidedOn === null ? outcome.decidedDay : null,
      review_on: reviewDay(outcome.reviewOn, await outstandingIn(tx, matter.id), dateIn(told.at)),
      ...home(matter, outcome),
    },
    { ...stepOf(outcome, ours ? (isPosition ? "positionTaken" : "decided") : "decidedElsewhere"), text },
  );
}

function newMatter(tx: Tx, { told, since }: Around, { title, bodyId, day, meetingId }: Outcome): Promise<LockedMatter> {
  return beginMatter(tx, told, { title, about: null, bodyId, raisedOn: day, raisedAt: meetingId, since });
}

/** What had come to an end, and came up at a meeting all the same, is taken up again first. */
async function takenUpFor(
  tx: Tx,
  { told, since }: Around,
  matter: LockedMatter,
  outcome: Outcome,
): Promise<LockedMatter> {
  if (isPossible(moveFor(outcome), matter.state)) return matter;
  return moveMatter(tx, told, matter, "continue", since, {}, stepOf(outcome, "takenUp"));
}

function moveFor({ kind }: Outcome): MatterStep {
  if (kind === "parked") return "park";
  if (kind === "referred") return "refer";
  if (kind === "continued") return "continue";
  return kind === "commission" ? "commission" : "decide";
}

function stepOf({ day, meetingId, bodyId }: Outcome, what: string) {
  return { what, day, meetingId, bodyId };
}

/** A matter that was referred lives in the body that took it up. */
function home({ referredTo }: LockedMatter, { bodyId, concerns }: Outcome): { readonly body_id?: BodyId } {
  return referredTo !== null && [bodyId, ...concerns].includes(referredTo) ? { body_id: referredTo } : {};
}

async function organisationOf(tx: Tx, bodyId: BodyId): Promise<OrganisationId> {
  const { id } = await tx
    .selectFrom("body")
    .where("id", "=", bodyId)
    .select("organisation_id as id")
    .executeTakeFirstOrThrow();
  return id;
}
