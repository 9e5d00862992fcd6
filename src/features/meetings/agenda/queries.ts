import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { AgendaEntry, AgendaMatter } from "#features/meetings/agenda/agenda.ts";
import { inAgendaOrder, partFor } from "#features/meetings/agenda/agenda-order.ts";
import { becauseOf, type Told } from "#features/meetings/agenda/because.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { comesBack } from "#features/meetings/matter/coming-back.ts";
import type { CommissionState, MatterId } from "#features/meetings/matter/matter.ts";
import type { AgendaReason, MeetingId } from "#features/meetings/meeting/meeting.ts";
import { type MeetingPart, partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

/**
 * What a meeting is to talk about, in order: part for part, and in each part first what must come back and then what was
 * added. To the agenda of a body's next meeting its open matters come by themselves, also before anybody has looked.
 */
export async function agendaOf(db: Reader, { meeting, bodies, today }: MeetingInside): Promise<AgendaEntry[]> {
  const parts = partsOfBodies(bodies);
  const written = await writtenItems(db, meeting.id);
  const isAhead = meeting.state === "planned" || meeting.state === "called";
  const turns = isAhead && meeting.day ? await bodiesWithTurn(db, meeting.id, today) : [];
  const coming = meeting.day
    ? await comingTo(db, { id: meeting.id, day: meeting.day }, { parts, bodies: turns, today })
    : [];
  const told = await matters(
    db,
    sql<SqlBool>`m.id = any(${written.flatMap(({ matterId }) => matterId ?? [])}::uuid[])`,
  );
  const entries = inAgendaOrder(
    parts,
    written.map((item) => ({ ...item, matter: told.find(({ id }) => id === item.matterId) })),
    coming,
  );
  return entries.map((entry, position): AgendaEntry => {
    const { bodyId, title, comesFrom, matter } = entry;
    const because = matter ? becauseOf(comesFrom, matter, meeting.day) : null;
    const shown = { bodyId, title, comesFrom, matter: matter ? shownMatter(matter) : null, because, position };
    if (!("id" in entry)) return { ...shown, id: null, text: null, minutes: null, presenter: null };
    const { id, text, minutes, presenter } = entry;
    return { ...shown, id, text, minutes, presenter };
  });
}

function shownMatter({ id, slug, title, state, concerns }: OpenMatter): AgendaMatter {
  return { id, slug, title, state, concerns };
}

/** What stands written on an agenda, in order. */
export function writtenItems(db: Reader, meetingId: MeetingId) {
  return db
    .selectFrom("agenda_item")
    .where("meeting_id", "=", meetingId)
    .orderBy("position")
    .orderBy("id")
    .select(["id", "body_id as bodyId", "position", "title", "text", "comes_from as comesFrom"])
    .select(["matter_id as matterId", "minutes", "presenter"])
    .execute();
}

/**
 * The bodies whose matters come to this meeting by themselves: it is the first one ahead of them, or, when nothing is
 * planned ahead, the last one that was.
 */
async function bodiesWithTurn(db: Reader, meetingId: MeetingId, today: Temporal.PlainDate): Promise<BodyId[]> {
  const { rows } = await sql<{ bodyId: BodyId }>`
    select body_id as "bodyId" from (
      select distinct on (o.body_id) o.body_id, n.id
      from meeting_body h
      join meeting_body o on o.body_id = h.body_id
      join meeting n on n.id = o.meeting_id and n.state in ('planned', 'called')
      where h.meeting_id = ${meetingId}
      order by o.body_id, n.day < ${today}::date, abs(n.day - ${today}::date), n.starts nulls first, n.id) as turn
    where id = ${meetingId}`.execute(db);
  return rows.map(({ bodyId }) => bodyId);
}

/**
 * As `bodiesWithTurn`, for a meeting that is called or whose minutes begin: also one that has been takes what comes back,
 * as long as no other was to be before it. Notes are written the day after, too.
 */
export async function bodiesToSettle(db: Reader, meetingId: MeetingId, today: Temporal.PlainDate): Promise<BodyId[]> {
  const { rows } = await sql<{ bodyId: BodyId }>`
    select h.body_id as "bodyId" from meeting_body h join meeting m on m.id = h.meeting_id
    where h.meeting_id = ${meetingId} and not exists (
      select from meeting_body o join meeting n on n.id = o.meeting_id
      where o.body_id = h.body_id and n.id <> m.id and n.state in ('planned', 'called') and n.day >= ${today}::date
        and (n.day, coalesce(n.starts, '00:00'), n.id) < (m.day, coalesce(m.starts, '00:00'), m.id))`.execute(db);
  return rows.map(({ bodyId }) => bodyId);
}

/** A matter that comes back to a meeting, and to which of the bodies that meet. */
export type ComingMatter = {
  readonly bodyId: MeetingPart;
  readonly title: string;
  readonly comesFrom: AgendaReason;
  readonly since: Temporal.PlainDate;
  readonly matter: OpenMatter;
  readonly comesTo: readonly BodyId[];
};

type Asked = {
  readonly parts: readonly MeetingPart[];
  /** The bodies whose matters come. */
  readonly bodies: readonly BodyId[];
  readonly today: Temporal.PlainDate;
};

/** What comes back to a meeting on its day and stands on no agenda of the body that is still to be gone through. */
export async function comingTo(
  db: Reader,
  meeting: { readonly id: MeetingId; readonly day: Temporal.PlainDate },
  { parts, bodies, today }: Asked,
): Promise<ComingMatter[]> {
  if (bodies.length === 0) return [];
  // What could come back, so that a body with a thousand parked matters does not read them all; `comesBack` decides.
  const mayCome = sql<SqlBool>`not m.is_closed
    and m.id in (
      select mb.matter_id from matter_body mb where mb.body_id = any(${bodies}::uuid[])
      union all
      select r.id from matter r where not r.is_closed and r.referred_to = any(${bodies}::uuid[]))
    and (m.state in ('raised', 'continued', 'referred', 'commissioned')
      or least(m.parked_until, m.event_came_on, m.remind_on, m.review_on) <= ${meeting.day}::date
      or exists (select from commission c where c.matter_id = m.id and c.state <> 'closed'))
    and not exists (select from agenda_item i where i.meeting_id = ${meeting.id} and i.matter_id = m.id)
    and not exists (select from agenda_postponed x where x.meeting_id = ${meeting.id} and x.matter_id = m.id)`;
  return (await matters(db, mayCome, today)).flatMap((matter): ComingMatter[] => {
    const reasons = bodies.flatMap((bodyId) => {
      const concerns = matter.concerns.includes(bodyId) || matter.referredTo === bodyId;
      const comesFrom = concerns && !matter.standsFor.includes(bodyId) && comesBack(matter, bodyId, meeting.day);
      return comesFrom ? [{ bodyId, comesFrom }] : [];
    });
    const [first] = reasons;
    if (!first) return [];
    const comesTo = reasons.map(({ bodyId }) => bodyId);
    const { title, since } = matter;
    return [{ bodyId: partFor(comesTo, parts), title, since, comesFrom: first.comesFrom, matter, comesTo }];
  });
}

/** An open matter with what decides when it comes back, and the bodies it already stands on an agenda of. */
type OpenMatter = Told & {
  readonly id: MatterId;
  readonly slug: string;
  readonly title: string;
  readonly concerns: readonly BodyId[];
  readonly standsFor: readonly BodyId[];
};

type WrittenCommission = {
  state: CommissionState;
  dueOn: string | null;
  deliverables: { isWaiting: boolean; dueOn: string | null }[];
};

async function matters(db: Reader, where: RawBuilder<SqlBool>, today?: Temporal.PlainDate): Promise<OpenMatter[]> {
  const standsFor = today ? standing(today) : sql<BodyId[]>`'{}'::uuid[]`;
  const rows = await db
    .selectFrom("matter as m")
    .innerJoin("body as b", "b.id", "m.body_id")
    .where(where)
    .orderBy("m.since")
    .orderBy("m.id")
    .select(["m.id", "m.slug", "m.title", "m.state", "m.is_closed as isClosed", "m.since", "b.name as body"])
    .select(["m.parked_until as parkedUntil", "m.parked_event as parkedEvent", "m.event_came_on as eventCameOn"])
    .select(["m.remind_on as remindOn", "m.review_on as reviewOn", "m.referred_to as referredTo"])
    .select([
      sql<BodyId[]>`array(select mb.body_id from matter_body mb where mb.matter_id = m.id)`.as("concerns"),
      standsFor.as("standsFor"),
      sql<WrittenCommission[]>`(
        select coalesce(json_agg(json_build_object('state', c.state, 'dueOn', c.due_on, 'deliverables', (
            select coalesce(json_agg(json_build_object('isWaiting', d.state = 'waiting', 'dueOn', d.due_on)), '[]')
            from deliverable d where d.commission_id = c.id))), '[]')
        from commission c where c.matter_id = m.id)`.as("commissions"),
    ])
    .execute();
  return rows.map(({ commissions, ...row }) => ({
    ...row,
    isClosed: row.isClosed ?? false,
    commissions: commissions.map(({ state, dueOn, deliverables }) => ({
      state,
      dueOn: dated(dueOn),
      deliverables: deliverables.map((each) => ({ ...each, dueOn: dated(each.dueOn) })),
    })),
  }));
}

/** JSON carries days as text. */
function dated(day: string | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day);
}

/**
 * In SQL: the bodies for which the matter `m` stands on an agenda that is still to be gone through: one ahead, or one of a
 * meeting whose minutes are being written. What stands on a meeting that passed without minutes stands nowhere.
 */
function standing(today: Temporal.PlainDate): RawBuilder<BodyId[]> {
  return sql<BodyId[]>`array(
    select o.body_id from matter_on_agenda o
    join agenda_item i on i.id = o.item_id
    join meeting n on n.id = i.meeting_id
    where o.matter_id = m.id and o.is_open and (
      (n.state in ('planned', 'called', 'held') and n.day >= ${today}::date)
      or (n.state = 'held'
        and exists (select from minutes_part p
          where p.meeting_id = n.id and p.body_id is not distinct from i.body_id and p.state <> 'final')
        and not exists (select from meeting_body l join meeting later on later.id = l.meeting_id
          where l.body_id = o.body_id and later.state = 'held' and later.day > n.day))))`;
}

/** The meetings ahead that something may be moved to: those where all the bodies that meet here meet again. */
export async function laterMeetings(db: Reader, { meeting, bodies, today }: MeetingInside) {
  const day = meeting.day;
  if (!day) return [];
  const ids = bodies.map(({ id }) => id);
  const { rows } = await sql<{ id: MeetingId; title: string; day: Temporal.PlainDate; bodies: BodyId[] }>`
    select m.id, m.title, m.day, array_agg(b.body_id order by b.position) as bodies
    from meeting m join meeting_body b on b.meeting_id = m.id
    where m.state in ('planned', 'called') and m.day >= ${today}::date and m.id <> ${meeting.id}
      and (m.day, coalesce(m.starts, '00:00')) > (${day}::date, ${meeting.starts ?? Temporal.PlainTime.from("00:00")}::time)
    group by m.id
    having array_agg(b.body_id) @> ${ids}::uuid[]
    order by m.day, m.id limit 24`.execute(db);
  return rows;
}

/** What was put off from a meeting that it would have come back to. */
export async function postponedFrom(db: Reader, meetingId: MeetingId): Promise<string[]> {
  const rows = await db
    .selectFrom("agenda_postponed as x")
    .innerJoin("matter as m", "m.id", "x.matter_id")
    .where("x.meeting_id", "=", meetingId)
    .orderBy("x.postponed_at")
    .select("m.title")
    .execute();
  return rows.map(({ title }) => title);
}
