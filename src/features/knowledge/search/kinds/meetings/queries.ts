import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import { isMatterRead, isPartRead, readableBodies, scopeOf } from "#features/meetings/search/queries.ts";
import {
  facetsOf,
  idsOf,
  type KnownDocument,
  madeOf,
  type ReachedBody,
  written,
} from "#features/knowledge/search/found.ts";
import type { ShownThing, Sort } from "#features/knowledge/search/kinds/queries.ts";

/** What stands for a name that may not be told. */
const covered = "…";

/** Items of minutes and what was added to them: final ones and what is written now, each for those who may read it. */
export const minutes: Sort = {
  sorts: ["minutesItem", "minutesAddition"],
  changedBy: {
    minutesPart: (ids) => sql<SqlBool>`t.id = any(${[...ids]}::uuid[])`,
    minutesItem: (ids) => sql<SqlBool>`said.id = any(${[...ids]}::uuid[]) or said.item_id = any(${[...ids]}::uuid[])`,
    minutesAddition: (ids) => sql<SqlBool>`said.id = any(${[...ids]}::uuid[])`,
    meeting: (ids) => sql<SqlBool>`t.meeting_id = any(${[...ids]}::uuid[])`,
    bodySeat: (ids) => sql<SqlBool>`exists (
      select from body_seat s where s.id = any(${[...ids]}::uuid[]) and s.kind = 'userRepresentative'
        and (s.body_id = t.body_id or s.body_id in (
          select y.body_id from meeting_body y where y.meeting_id = t.meeting_id)))`,
  },
  all: async (db) => (await db.selectFrom("minutes_part").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: minutesDocuments,
  shown: minutesShown,
};

/** In SQL: what was said in minutes, items and additions. */
const said = sql`(
  select 'minutesItem' as sort, i.id, null::uuid as item_id, i.part_id, i.heading, concat_ws(E'\n', i.body, i.outcome) as text
  from minutes_item i
  union all
  select 'minutesAddition', a.id, a.item_id, a.part_id, coalesce(ai.heading, ''), a.text
  from minutes_addition a left join minutes_item ai on ai.id = a.item_id)`;

/** In SQL: names that may not be told in the part of minutes `t`. */
const hiddenNames = sql`array(
  select distinct n.name from body_seat_holding h join body_seat s on s.id = h.seat_id join person n on n.id = h.person_id
  where s.kind = 'userRepresentative' and h.name_agreed_at is null and s.body_id in (
    select t.body_id union select y.body_id from meeting_body y where y.meeting_id = t.meeting_id))`;

async function minutesDocuments(db: Reader, where: RawBuilder<SqlBool>): Promise<KnownDocument[]> {
  const { rows } = await sql<{
    sort: string;
    id: string;
    itemId: string | null;
    partId: string;
    meetingId: string;
    heading: string;
    text: string;
    isFinal: boolean;
    year: number | null;
    bodies: string[];
    hidden: string[];
  }>`
    select said.sort, said.id, said.item_id as "itemId", t.id as "partId", t.meeting_id as "meetingId", said.heading,
      said.text, t.state = 'final' as "isFinal", extract(year from m.day)::int as year, ${hiddenNames} as hidden,
      case when t.body_id is not null then array[t.body_id::text]
        else array(select y.body_id::text from meeting_body y where y.meeting_id = t.meeting_id) end as bodies
    from ${said} said join minutes_part t on t.id = said.part_id join meeting m on m.id = t.meeting_id
    where ${where}`.execute(db);
  return rows.map(({ sort, id, itemId, partId, meetingId, heading, text, isFinal, year, bodies, hidden }) => ({
    id: `${sort}:${id}`,
    fields: { title: withoutNames(heading, hidden, covered), body: withoutNames(text, hidden, covered) },
    facets: facetsOf("minutes", { year: [year] }),
    readers: { reached: bodies.map((body): ReachedBody => `${isFinal ? "final" : "seated"}:${body}`) },
    madeOf: [
      ...madeOf("minutesPart", [partId]),
      ...madeOf("meeting", [meetingId]),
      ...madeOf(sort, [id]),
      ...madeOf("minutesItem", itemId === null ? [] : [itemId]),
    ],
  }));
}

async function minutesShown(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  documentIds: readonly string[],
): Promise<ShownThing[]> {
  const ids = [...idsOf("minutesItem", documentIds), ...idsOf("minutesAddition", documentIds)];
  if (ids.length === 0 || actor.personId === undefined) return [];
  const scope = scopeOf(await readableBodies(db, actor, today));
  const { rows } = await sql<{
    sort: string;
    id: string;
    partId: string;
    heading: string;
    slug: string;
    meeting: string;
    isFinal: boolean;
    isInside: boolean;
    day: Temporal.PlainDate | null;
    hidden: string[];
  }>`
    select said.sort, said.id, t.id as "partId", said.heading, m.slug, m.title as meeting, m.day, ${hiddenNames} as hidden,
      t.state = 'final' as "isFinal",
      exists (select from meeting_body b
        where b.meeting_id = t.meeting_id and b.body_id = any(${[...scope.inside]}::uuid[])) as "isInside"
    from ${said} said join minutes_part t on t.id = said.part_id join meeting m on m.id = t.meeting_id
    where said.id = any(${ids}::uuid[]) and ${isPartRead(scope)}`.execute(db);
  return rows.map(({ sort, id, partId, heading, slug, meeting, isFinal, isInside, day, hidden }) => ({
    id: `${sort}:${id}`,
    kind: "minutes",
    title: withoutNames(heading || meeting, hidden, covered),
    href: isInside ? `/mote/${slug}/anteckningar` : `/utlamnande/${partId}`,
    standing: isFinal ? null : "workingNote",
    whose: meeting,
    year: day?.year ?? null,
    day,
    hidden,
  }));
}

/** Matters, for those who sit in a body they concern, or keep one. */
export const matters: Sort = {
  sorts: ["matter"],
  changedBy: {
    matter: (ids) => sql<SqlBool>`x.id = any(${[...ids]}::uuid[])`,
    bodySeat: (ids) => sql<SqlBool>`x.id in (
      select y.matter_id from body_seat s join matter_body y on y.body_id = s.body_id
      where s.id = any(${[...ids]}::uuid[]) and s.kind = 'userRepresentative')`,
  },
  all: async (db) => (await db.selectFrom("matter").orderBy("id").select("id").execute()).map(({ id }) => id),
  documents: mattersDocuments,
  shown: mattersShown,
};

/** In SQL: names that may not be told in the matter `x`. */
const hiddenInMatter = sql`array(
  select distinct n.name from body_seat_holding h join body_seat s on s.id = h.seat_id join person n on n.id = h.person_id
  where s.kind = 'userRepresentative' and h.name_agreed_at is null
    and s.body_id in (select y.body_id from matter_body y where y.matter_id = x.id))`;

async function mattersDocuments(db: Reader, where: RawBuilder<SqlBool>): Promise<KnownDocument[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    about: string | null;
    outcome: string | null;
    year: number;
    bodies: string[];
    hidden: string[];
  }>`
    select x.id, x.title, x.about, x.outcome, extract(year from x.since)::int as year, ${hiddenInMatter} as hidden,
      array(select y.body_id::text from matter_body y where y.matter_id = x.id) as bodies
    from matter x where ${where}`.execute(db);
  return rows.map(({ id, title, about, outcome, year, bodies, hidden }) => ({
    id: `matter:${id}`,
    fields: {
      title: withoutNames(title, hidden, covered),
      summary: withoutNames(written(about), hidden, covered),
      body: withoutNames(written(outcome), hidden, covered),
    },
    facets: facetsOf("matter", { year: [year] }),
    readers: { reached: bodies.map((body): ReachedBody => `inside:${body}`) },
    madeOf: madeOf("matter", [id]),
  }));
}

async function mattersShown(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  documentIds: readonly string[],
): Promise<ShownThing[]> {
  const ids = idsOf("matter", documentIds);
  if (ids.length === 0 || actor.personId === undefined) return [];
  const scope = scopeOf(await readableBodies(db, actor, today));
  const { rows } = await sql<{
    id: string;
    title: string;
    slug: string;
    whose: string;
    day: Temporal.PlainDate;
    hidden: string[];
  }>`
    select x.id, x.title, x.slug, x.since as day, ${hiddenInMatter} as hidden,
      (select string_agg(b.name, ', ' order by b.name) from matter_body y join body b on b.id = y.body_id
        where y.matter_id = x.id and b.id = any(${[...scope.inside]}::uuid[])) as whose
    from matter x where x.id = any(${ids}::uuid[]) and ${isMatterRead(scope)}`.execute(db);
  return rows.map(({ id, title, slug, whose, day, hidden }) => ({
    id: `matter:${id}`,
    kind: "matter",
    title: withoutNames(title, hidden, covered),
    href: `/fraga/${slug}`,
    standing: null,
    whose,
    day,
    hidden,
    year: day.year,
  }));
}
