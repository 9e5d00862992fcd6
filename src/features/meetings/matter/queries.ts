import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { type BodyFacts, bodiesWhere, insideOf } from "#features/meetings/body/queries.ts";
import type { MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import { maySeeMatter, maySteerMatter } from "#features/meetings/matter/matter-policy.ts";

/** What is known of a matter. */
export type MatterFacts = {
  readonly id: MatterId;
  readonly slug: string;
  readonly title: string;
  readonly about: string | null;
  /** Where it lives. */
  readonly bodyId: BodyId;
  readonly raisedOn: Temporal.PlainDate | null;
  readonly state: MatterState;
  readonly since: Temporal.PlainDate;
  readonly parkedUntil: Temporal.PlainDate | null;
  readonly parkedEvent: string | null;
  readonly eventCameOn: Temporal.PlainDate | null;
  readonly remindOn: Temporal.PlainDate | null;
  readonly reason: string | null;
  readonly referredTo: BodyId | null;
  readonly outcome: string | null;
  readonly isPosition: boolean;
  /** Who decided, by name: a body here, or somebody else as it was written. */
  readonly decidedBy: string | null;
  readonly decidedOn: Temporal.PlainDate | null;
  /** A day without a year, as `--03-03`. */
  readonly decidedDay: string | null;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly isClosed: boolean;
  readonly version: number;
};

/** A matter as somebody inside it sees it: the bodies it concerns, by name, each with how they stand to it. */
export type MatterInside = {
  readonly matter: MatterFacts;
  readonly bodies: readonly BodyFacts[];
  readonly can: { readonly steer: boolean };
};

/** In SQL: whether the matter `m` concerns a body that somebody sits in or keeps. */
export function isMatterInside(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`m.id in (
    select mb.matter_id from matter_body mb join body b on b.id = mb.body_id where ${insideOf(actor, today)})`;
}

/**
 * A matter by its address, for those who sit in one of the bodies it concerns or keep one.
 *
 * @throws Refusal `not_found` for everybody else, and for a matter that is not there.
 */
export async function matterInScope(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<MatterInside> {
  const matter = await db
    .selectFrom("matter as m")
    .leftJoin("body as decider", "decider.id", "m.decided_by")
    .where("m.slug", "=", slug)
    .select(["m.id", "m.slug", "m.title", "m.about", "m.body_id as bodyId", "m.raised_on as raisedOn", "m.state"])
    .select(["m.since", "m.parked_until as parkedUntil", "m.parked_event as parkedEvent", "m.remind_on as remindOn"])
    .select(["m.event_came_on as eventCameOn", "m.reason", "m.referred_to as referredTo", "m.outcome", "m.version"])
    .select(["m.is_position as isPosition", "m.decided_on as decidedOn", "m.decided_day as decidedDay"])
    .select(["m.review_on as reviewOn", "m.is_closed as isClosed"])
    .select((eb) => eb.fn.coalesce("decider.name", "m.decided_by_name").as("decidedBy"))
    .executeTakeFirst();
  if (!matter) throw new Refusal("not_found", "matter.no_such_matter");
  const bodies = await bodiesOfMatter(db, actor, matter.id, today);
  const standings = bodies.map(({ standing }) => standing);
  if (!maySeeMatter(standings)) throw new Refusal("not_found", "matter.no_such_matter");
  return { matter, bodies, can: { steer: maySteerMatter(standings) } };
}

/** The bodies a matter concerns, by name. */
export async function bodiesOfMatter(
  db: Reader,
  actor: Actor,
  id: MatterId,
  today: Temporal.PlainDate,
): Promise<BodyFacts[]> {
  const where = sql<SqlBool>`b.id in (select mb.body_id from matter_body mb where mb.matter_id = ${id})`;
  return bodiesWhere(db, actor, today, where);
}

/** A matter in a list of a body's. */
export type ListedMatter = {
  readonly id: MatterId;
  readonly slug: string;
  readonly title: string;
  readonly state: MatterState;
  readonly since: Temporal.PlainDate;
  readonly isClosed: boolean;
};

/** How many matters a list shows at a time. */
export const mattersShown = 50;

/**
 * The matters that concern a body, those that live first and the latest first among them; for somebody who has been
 * found to stand inside the body. From `from` on, as many as a list shows.
 */
export async function mattersOf(db: Reader, bodyId: BodyId, from = 0): Promise<ListedMatter[]> {
  return db
    .selectFrom("matter_body as mb")
    .innerJoin("matter as m", "m.id", "mb.matter_id")
    .where("mb.body_id", "=", bodyId)
    .orderBy("m.is_closed")
    .orderBy("m.since", "desc")
    .orderBy("m.id")
    .offset(from)
    .limit(mattersShown)
    .select(["m.id", "m.slug", "m.title", "m.state", "m.since", "m.is_closed as isClosed"])
    .execute();
}

/** How many matters concern a body, and how many of them live. */
export async function matterCounts(
  db: Reader,
  bodyId: BodyId,
): Promise<{ readonly all: number; readonly open: number }> {
  return db
    .selectFrom("matter_body as mb")
    .innerJoin("matter as m", "m.id", "mb.matter_id")
    .where("mb.body_id", "=", bodyId)
    .select(sql<number>`count(*)::int`.as("all"))
    .select(sql<number>`(count(*) filter (where not m.is_closed))::int`.as("open"))
    .executeTakeFirstOrThrow();
}
