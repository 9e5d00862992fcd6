import { sql, type Updateable } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import { matterMailJob } from "#features/meetings/matter/matter-jobs.ts";
import { isPossible, matterSteps, type MatterStep } from "#features/meetings/matter/matter-lifecycle.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";

/** A matter whose row nobody else can change now. */
export type LockedMatter = {
  readonly id: MatterId;
  readonly state: MatterState;
  readonly isClosed: boolean;
  readonly bodyId: BodyId;
  readonly referredTo: BodyId | null;
  readonly version: number;
};

/** What has happened to a matter, told once and never changed. */
export type ToldStep = {
  readonly what: string;
  readonly day: Temporal.PlainDate | null;
  readonly text?: string | null;
  readonly meetingId?: MeetingId | null;
  readonly bodyId?: BodyId | null;
};

type Told = { readonly by: Actor; readonly at: Temporal.Instant };

/** Takes a matter's lock, and tells how it is now. */
export async function lockMatter(tx: Tx, id: MatterId): Promise<LockedMatter> {
  const row = await tx
    .selectFrom("matter")
    .where("id", "=", id)
    .forUpdate()
    .select(["id", "state", "is_closed as isClosed", "body_id as bodyId", "referred_to as referredTo", "version"])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "matter.no_such_matter");
  return row;
}

type Begun = {
  readonly title: string;
  readonly about: string | null;
  readonly bodyId: BodyId;
  readonly raisedOn: Temporal.PlainDate | null;
  readonly raisedAt: MeetingId | null;
  readonly since: Temporal.PlainDate;
};

/** Writes down a new matter, raised in a body. Gives it locked, since nobody else can see it yet. */
export async function beginMatter(tx: Tx, { by, at }: Told, begun: Begun): Promise<LockedMatter & { slug: string }> {
  const id = newId<"matter">();
  const wanted = slugOf(begun.title) || "fraga";
  // Two of one name at the same moment would otherwise ask for the same address.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`matter ${wanted}`}, 0))`.execute(tx);
  const taken = await tx
    .selectFrom("matter")
    .where((eb) => eb.or([eb("slug", "=", wanted), eb("slug", "like", `${wanted}-%`)]))
    .select("slug")
    .execute();
  // A question from practice is asked at `ny`.
  const slug = freeSlug(wanted, new Set(["ny", ...taken.map((each) => each.slug)]));
  await tx
    .insertInto("matter")
    .values({
      id,
      slug,
      title: begun.title,
      about: begun.about,
      body_id: begun.bodyId,
      raised_on: begun.raisedOn,
      raised_at: begun.raisedAt,
      state: "raised",
      since: begun.since,
      created_at: at,
    })
    .execute();
  await concern(tx, id, [begun.bodyId], begun.since);
  const where = { day: begun.raisedOn, meetingId: begun.raisedAt, bodyId: begun.bodyId };
  await addStep(tx, { by, at }, id, { what: "raised", ...where, text: begun.about });
  return { id, slug, state: "raised", isClosed: false, bodyId: begun.bodyId, referredTo: null, version: 1 };
}

/** Says that a matter concerns bodies, those it does not concern already. */
export async function concern(
  tx: Tx,
  id: MatterId,
  bodies: readonly BodyId[],
  since: Temporal.PlainDate,
): Promise<void> {
  if (bodies.length === 0) return;
  await tx
    .insertInto("matter_body")
    .values([...new Set(bodies)].map((bodyId) => ({ matter_id: id, body_id: bodyId, since })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes down what has happened to a locked matter, and lets those who follow it be told. */
export async function addStep(tx: Tx, { by, at }: Told, id: MatterId, step: ToldStep): Promise<void> {
  const { stepNo } = await tx
    .insertInto("matter_step")
    .values({
      id: newId<"matter_step">(),
      matter_id: id,
      step_no: sql<number>`(select coalesce(max(s.step_no), 0) + 1 from matter_step s where s.matter_id = ${id})`,
      what: step.what,
      day: step.day,
      meeting_id: step.meetingId ?? null,
      body_id: step.bodyId ?? null,
      text: step.text?.slice(0, 4_000) ?? null,
      told_by: by.personId ?? null,
      told_at: at,
    })
    .returning("step_no as stepNo")
    .executeTakeFirstOrThrow();
  const followed = await tx
    .selectFrom("matter_subscription")
    .where("matter_id", "=", id)
    .select("person_id")
    .limit(1)
    .executeTakeFirst();
  if (followed) await enqueue(tx, matterMailJob, { matterId: id, stepNo });
}

/** What is only true of the state a matter leaves. */
const leftBehind = {
  parked_until: null,
  parked_event: null,
  event_came_on: null,
  remind_on: null,
  reason: null,
  referred_to: null,
  review_on: null,
} as const;

/** Moves a locked matter to another state, and tells of it. */
export async function moveMatter(
  tx: Tx,
  told: Told,
  matter: LockedMatter,
  move: MatterStep,
  since: Temporal.PlainDate,
  over: Updateable<Schema["matter"]>,
  step: ToldStep,
): Promise<LockedMatter> {
  if (!isPossible(move, matter.state)) throw new Refusal("conflict", "matter.step_not_possible");
  const state = matterSteps[move].to;
  const moved = await tx
    .updateTable("matter")
    .set({ ...leftBehind, state, since, ...over, version: matter.version + 1 })
    .where("id", "=", matter.id)
    .returning(["id", "state", "is_closed as isClosed", "body_id as bodyId", "referred_to as referredTo", "version"])
    .executeTakeFirstOrThrow();
  await addStep(tx, told, matter.id, step);
  return moved;
}

/** What is still to come of what was commissioned in a matter, each part with its day. */
export async function outstandingIn(tx: Tx, id: MatterId): Promise<{ dueOn: Temporal.PlainDate | null }[]> {
  return tx
    .selectFrom("commission as c")
    .leftJoin("deliverable as d", (join) => join.onRef("d.commission_id", "=", "c.id").on("d.state", "=", "waiting"))
    .where("c.matter_id", "=", id)
    .where("c.state", "<>", "closed")
    .select((eb) => eb.fn.coalesce("d.due_on", "c.due_on").as("dueOn"))
    .execute();
}
