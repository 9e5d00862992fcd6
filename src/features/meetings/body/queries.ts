import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { reachedIn, validOn } from "#features/organisations/queries.ts";
import { mayKeepBodies, type Standing } from "#features/meetings/body/body-policy.ts";
import type { BodyId, BodyKind, SeatKind } from "#features/meetings/body/body.ts";

/** A body as a page about it needs it, and how whoever asks stands to it. */
export type BodyFacts = {
  readonly id: BodyId;
  readonly kind: BodyKind;
  readonly name: string;
  readonly slug: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly purpose: string | null;
  readonly mandate: string | null;
  readonly quorumOf: "persons" | "municipalities" | null;
  readonly quorumCount: number | null;
  readonly quorumPercent: number | null;
  readonly substituteRule: string | null;
  readonly isAdjusted: boolean;
  readonly hasDiary: boolean;
  readonly checksSecrecy: boolean;
  readonly dormantSince: Temporal.PlainDate | null;
  readonly version: number;
  readonly standing: Standing;
};

/** In SQL: the ids of the bodies somebody sits in on a day. For `b.id in ${seatedBodies(…)}`. */
export function seatedBodies(actor: Actor, today: Temporal.PlainDate): RawBuilder<BodyId> {
  return sql<BodyId>`(
    select s.body_id from body_seat_holding h join body_seat s on s.id = h.seat_id
    where h.person_id = ${actor.personId ?? null}::uuid and ${validOn(today, "h")}
      and (s.ended_on is null or ${today}::date <= s.ended_on))`;
}

/** In SQL what `mayKeepBodies` says, for a query that has the body as `b`. */
export function keptBy(actor: Actor): RawBuilder<SqlBool> {
  return reachedIn(actor, "bodies:manage", "b.organisation_id");
}

/** The names of those who have sat as user representatives in some bodies and have not agreed to be named. */
export async function hiddenNamesIn(db: Reader, bodyIds: RawBuilder<BodyId>): Promise<string[]> {
  const rows = await db
    .selectFrom("body_seat_holding as h")
    .innerJoin("body_seat as s", "s.id", "h.seat_id")
    .innerJoin("person as p", "p.id", "h.person_id")
    .where("s.body_id", "in", bodyIds)
    .where("s.kind", "=", "userRepresentative")
    .where("h.name_agreed_at", "is", null)
    .distinct()
    .select("p.name")
    .execute();
  return rows.map(({ name }) => name);
}

/** In SQL: whether somebody sits in the body `b` or keeps it. */
export function insideOf(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${keptBy(actor)} or b.id in ${seatedBodies(actor, today)})`;
}

/** In SQL what `mayRunBody` says, for a query that has the body as `b`: whoever keeps it, and its chair and secretary. */
export function runBy(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${keptBy(actor)} or exists (
    select from body_seat_holding h join body_seat s on s.id = h.seat_id
    where s.body_id = b.id and s.kind in ('chair', 'secretary')
      and h.person_id = ${actor.personId ?? null}::uuid and ${validOn(today, "h")}
      and (s.ended_on is null or ${today}::date <= s.ended_on)))`;
}

/**
 * In SQL the name of the person `p` as it may be shown in a body: null for somebody who sits there as a service-user
 * representative and has not agreed to be named, and is then told by role and organisation. (law 3.1, GDPR 9)
 */
export function nameInBody(bodyId: Expression<unknown>): RawBuilder<string | null> {
  return sql<string | null>`case when ${isNameless(sql`s.body_id = ${bodyId}`)} then null else p.name end`;
}

/** As `nameInBody`, for what concerns all the bodies of a meeting. */
export function nameInMeeting(meetingId: Expression<unknown>): RawBuilder<string | null> {
  const meet = sql`s.body_id in (select m.body_id from meeting_body m where m.meeting_id = ${meetingId})`;
  return sql<string | null>`case when ${isNameless(meet)} then null else p.name end`;
}

function isNameless(where: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from body_seat_holding h join body_seat s on s.id = h.seat_id
    where h.person_id = p.id and s.kind = 'userRepresentative' and h.name_agreed_at is null and ${where})`;
}

/** One body by its address, for anybody who is signed in: who sits where is no secret among colleagues. */
export async function bodyWithSlug(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<BodyFacts | undefined> {
  const [body] = await bodiesWhere(db, actor, today, sql<SqlBool>`b.slug = ${slug}`);
  return body;
}

/** As `bodyWithSlug`; refuses what is not there. */
export async function bodyCalled(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<BodyFacts> {
  const body = await bodyWithSlug(db, actor, slug, today);
  if (!body) throw new Refusal("not_found", "body.no_such_body");
  return body;
}

/** Some bodies, by name, each with how whoever asks stands to it. `where` speaks of the body as `b`. */
export async function bodiesWhere(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  where: RawBuilder<SqlBool>,
): Promise<BodyFacts[]> {
  const rows = await db
    .selectFrom("body as b")
    .innerJoin("organisation as o", "o.id", "b.organisation_id")
    .where(where)
    .orderBy("b.name")
    .orderBy("b.id")
    .select([
      "b.id",
      "b.kind",
      "b.name",
      "b.slug",
      "b.organisation_id as organisationId",
      "o.name as organisation",
      "b.purpose",
      "b.mandate",
      "b.quorum_of as quorumOf",
      "b.quorum_count as quorumCount",
      "b.quorum_percent as quorumPercent",
      "b.substitute_rule as substituteRule",
      "b.is_adjusted as isAdjusted",
      "b.has_diary as hasDiary",
      "b.checks_secrecy as checksSecrecy",
      "b.version",
      sql<Temporal.PlainDate | null>`(
        select from_day from body_dormancy d where d.body_id = b.id and d.to_day is null)`.as("dormantSince"),
      sql<SeatKind[]>`array(
        select distinct s.kind from body_seat_holding h join body_seat s on s.id = h.seat_id
        where s.body_id = b.id and h.person_id = ${actor.personId ?? null}::uuid and ${validOn(today, "h")}
          and (s.ended_on is null or ${today}::date <= s.ended_on))`.as("seats"),
    ])
    .execute();
  return rows.map(({ seats, ...body }) => ({
    ...body,
    id: body.id as BodyId,
    kind: body.kind,
    quorumOf: body.quorumOf,
    standing: { seats, keeps: mayKeepBodies(actor, body.organisationId) },
  }));
}

/** A task of a body, with the goal it serves; an open one is a question that is not settled. */
export type BodyTask = { readonly text: string; readonly goal: string | null; readonly isOpen: boolean };

/** The charter of a body: its tasks in order. (R060-R064) */
export async function tasksOf(db: Reader, bodyId: BodyId): Promise<BodyTask[]> {
  return db
    .selectFrom("body_task")
    .where("body_id", "=", bodyId)
    .orderBy("position")
    .select(["text", "goal", "is_open as isOpen"])
    .execute();
}

/** When a body has rested, the latest first. */
export async function dormanciesOf(db: Reader, bodyId: BodyId) {
  return db
    .selectFrom("body_dormancy")
    .where("body_id", "=", bodyId)
    .orderBy("from_day", "desc")
    .select(["from_day as fromDay", "to_day as toDay", "reason"])
    .execute();
}
