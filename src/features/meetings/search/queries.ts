import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { keptBy, seatedBodies } from "#features/meetings/body/queries.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import { askedWords, type FoundKind, marks, mostFound, shownAtOnce } from "#features/meetings/search/search.ts";

/** The bodies of which somebody may read anything, and what of them. */
export type Readable = {
  readonly id: BodyId;
  readonly name: string;
  /** Working notes too. */
  readonly isSeated: boolean;
  /** Final minutes, and matters. */
  readonly isKept: boolean;
  /** Final minutes, to hand them out. */
  readonly isReleased: boolean;
};

/**
 * The bodies of which somebody may read anything: those they sit in, those they keep, and those whose final minutes they
 * may hand out. Asked first and alone, so that what is looked for is not weighed row by row.
 */
export async function readableBodies(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<Readable[]> {
  const release = actor.reach.get("minutes:release");
  const { rows } = await sql<Readable>`
    select * from (
      select b.id, b.name, b.id in ${seatedBodies(actor, today)} as "isSeated", ${keptBy(actor)} as "isKept",
        (${release?.everywhere ?? false}::boolean
          or b.organisation_id = any(${[...(release?.organisations ?? [])]}::uuid[])) as "isReleased"
      from body b) as b
    where b."isSeated" or b."isKept" or b."isReleased"
    order by b.name, b.id`.execute(db);
  return rows;
}

/** Something that was found, with where it was said. */
export type Found = {
  readonly kind: FoundKind;
  readonly id: string;
  readonly title: string;
  /** The text around what was found, its words between `marks`. */
  readonly excerpt: string;
  readonly day: Temporal.PlainDate | null;
  /** A meeting, and its address; null for a matter. */
  readonly meeting: string | null;
  readonly slug: string;
  readonly partId: string | null;
  readonly bodies: readonly string[];
  /** Working notes, seen by those who sit there only. */
  readonly isWorking: boolean;
  /** Whether the meeting itself is theirs to see; if not, they hand out its minutes. */
  readonly isInside: boolean;
};

export type SearchWishes = { readonly q: string; readonly bodyId?: BodyId | undefined; readonly page: number };

/**
 * What was said about something, latest first: items of minutes and what was added to them, and matters. Final minutes
 * for those who sit in a body, keep it or hand out its minutes; working ones for those who sit there; matters for those
 * who sit in a body they concern or keep one. The list, its count and every page of it ask the same. Of a word that
 * stands everywhere the latest thousand are found, and counted.
 */
export async function searchMeetings(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  { q, bodyId, page }: SearchWishes,
) {
  const bodies = await readableBodies(db, actor, today);
  const words = askedWords(q);
  const among = bodies.filter(({ id }) => bodyId === undefined || id === bodyId);
  if (words === undefined || among.length === 0) return { bodies, found: [], all: 0 };
  const found = await rowsFound(db, words, page, scopeOf(among));
  return { bodies, found: found.map(({ all: _, ...row }) => row), all: found[0]?.all ?? 0 };
}

/** How many of the newest parts of minutes, and matters, are looked through first. */
const near = { parts: 400, matters: 3_000 };

/** The bodies somebody reaches: their final minutes, what is written there now, their matters. */
export type ReadScope = Readonly<Record<"final" | "seated" | "inside", readonly BodyId[]>>;

export function scopeOf(bodies: readonly Readable[]): ReadScope {
  const ids = (which: (body: Readable) => boolean) => bodies.filter(which).map(({ id }) => id);
  return {
    final: ids(() => true),
    seated: ids(({ isSeated }) => isSeated),
    inside: ids(({ isSeated, isKept }) => isSeated || isKept),
  };
}

const oneOf = (which: readonly BodyId[]) => sql`${[...which]}::uuid[]`;

/** In SQL: whether the part of minutes `t` may be read: final minutes, and what is written there now, each by whom. */
export function isPartRead({ final, seated }: ReadScope): RawBuilder<SqlBool> {
  const metBy = (which: readonly BodyId[]) => sql<SqlBool>`(t.body_id = any(${oneOf(which)}) or t.body_id is null
    and t.meeting_id in (select b.meeting_id from meeting_body b where b.body_id = any(${oneOf(which)})))`;
  return sql<SqlBool>`case when t.state = 'final' then ${metBy(final)} else ${metBy(seated)} end`;
}

/** In SQL: whether the matter `x` may be read. */
export function isMatterRead({ inside }: ReadScope): RawBuilder<SqlBool> {
  return sql<SqlBool>`x.id in (select b.matter_id from matter_body b where b.body_id = any(${oneOf(inside)}))`;
}

async function rowsFound(db: Reader, words: string, page: number, scope: ReadScope) {
  const { inside } = scope;
  const query = sql`to_tsquery('swedish', ${words})`;
  const item = sql`'item' as kind, i.id, i.part_id, t.meeting_id, t.body_id, t.working, t.day`;
  const matter = sql`'matter' as kind, x.id, null::uuid as part_id, null::uuid as meeting_id, x.body_id,
    false as working, x.since as day`;
  const readable = sql<SqlBool>`((select is_mine from everybody) or ${isMatterRead(scope)})`;
  const latest = sql`order by day desc nulls last, id desc limit ${mostFound}`;
  const { rows } = await sql<Found & { all: number; hidden: string[] }>`
    with part as materialized (
      select t.id, t.meeting_id, t.body_id, t.state <> 'final' as working, m.day
      from minutes_part t join meeting m on m.id = t.meeting_id
      where ${isPartRead(scope)}),
    -- Every body there is has no matter that must be looked up among them.
    everybody as materialized (select count(*) = cardinality(${oneOf(inside)}) as is_mine from body),
    -- A word that stands everywhere is found a thousand times among the newest: no more is then read.
    near_item as materialized (
      select ${item} from minutes_item i
      join (select * from part order by day desc nulls last, id desc limit ${near.parts}) t on t.id = i.part_id
      where i.in_words @@ ${query}),
    near_matter as materialized (
      select ${matter} from (select * from matter order by since desc, id desc limit ${near.matters}) x
      where x.in_words @@ ${query} and ${readable}),
    found as (
      select * from near_item where (select count(*) from near_item) >= ${mostFound}
      union all
      (select ${item} from minutes_item i join part t on t.id = i.part_id
      where (select count(*) from near_item) < ${mostFound} and i.in_words @@ ${query} ${latest})
      union all
      (select 'addition', a.id, a.part_id, t.meeting_id, t.body_id, t.working, t.day
      from minutes_addition a join part t on t.id = a.part_id
      where a.in_words @@ ${query} ${latest})
      union all
      select * from near_matter where (select count(*) from near_matter) >= ${mostFound}
      union all
      (select ${matter} from matter x
      where (select count(*) from near_matter) < ${mostFound} and x.in_words @@ ${query} and ${readable} ${latest})),
    enough as (select * from found ${latest}),
    dated as (
      select f.*, count(*) over ()::int as "all" from enough f
      order by day desc nulls last, id desc
      limit ${shownAtOnce} offset ${(page - 1) * shownAtOnce}),
    page as (
      select d.*, coalesce(i.heading, ai.heading, x.title, '') as title,
        coalesce(a.text, concat_ws(' ', i.body, i.outcome, x.about, x.outcome)) as text
      from dated d
        left join minutes_item i on d.kind = 'item' and i.id = d.id
        left join minutes_addition a on d.kind = 'addition' and a.id = d.id
        left join minutes_item ai on ai.id = a.item_id
        left join matter x on d.kind = 'matter' and x.id = d.id)
    select p.kind, p.id, p.title, p.day, p."all", p.part_id as "partId", p.working as "isWorking",
      m.title as meeting, coalesce(m.slug, x.slug) as slug,
      ts_headline('swedish', p.text, ${query}, ${`StartSel=${marks.from},StopSel=${marks.to},MaxWords=35,MinWords=15`})
        as excerpt,
      p.kind = 'matter' or exists (
        select from meeting_body b where b.meeting_id = p.meeting_id and b.body_id = any(${oneOf(inside)})) as "isInside",
      array(select b.name from body b join (
          select y.body_id from matter_body y
          where p.kind = 'matter' and y.matter_id = p.id and y.body_id = any(${oneOf(inside)})
          union
          select y.body_id from meeting_body y
          where p.kind <> 'matter' and y.meeting_id = p.meeting_id and y.body_id = coalesce(p.body_id, y.body_id)
        ) as said on said.body_id = b.id order by b.name) as bodies,
      array(select distinct n.name from body_seat_holding h join body_seat s on s.id = h.seat_id
          join person n on n.id = h.person_id
        where s.kind = 'userRepresentative' and h.name_agreed_at is null and s.body_id in (
          select p.body_id union select y.body_id from meeting_body y where y.meeting_id = p.meeting_id)) as hidden
    from page p left join meeting m on m.id = p.meeting_id left join matter x on p.kind = 'matter' and x.id = p.id
    order by p.day desc nulls last, p.id desc`.execute(db);
  return rows.map(({ hidden, ...row }) => ({
    ...row,
    title: withoutNames(row.title, hidden, "…"),
    excerpt: withoutNames(row.excerpt, hidden, "…"),
  }));
}
