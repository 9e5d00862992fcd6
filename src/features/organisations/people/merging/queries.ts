import { sql, type SqlBool } from "kysely";
import type { Actor, Grant } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { DueRows } from "#platform/erasures/erasures.ts";
import { likenessesOf, type Known, pairsAlike } from "#features/organisations/people/merging/likeness.ts";
import { mayMerge, maySeePlaces, type Places } from "#features/organisations/people/merging/merge-policy.ts";
import {
  LeftAccount,
  type MergeId,
  undoableUntil,
  whyNotUndone,
} from "#features/organisations/people/merging/person-merge.ts";
import { managesPeopleIn } from "#features/organisations/people/person-policy.ts";
import { rolesOf } from "#features/organisations/people/queries.ts";
import { everywhere } from "#features/organisations/people/scope.ts";

/** Where an entry is known: all its roles over time, and every round it has applied to. */
export async function placesOf(db: Reader, personId: PersonId, today: Temporal.PlainDate) {
  const roles = await rolesOf(db, personId, today);
  const applied = await db
    .selectFrom("registration as g")
    .innerJoin("round", "round.id", "g.round_id")
    .where("g.person_id", "=", personId)
    .orderBy("g.applied_at", "desc")
    .select(["round.id as roundId", "round.title", "round.organisation_id as organisationId", "g.state"])
    .select(["g.name", "g.email", "g.workplace"])
    .execute();
  const rounds = applied.map((each) => ({ ...each, kind: "round" as const }));
  return { roles, rounds } satisfies Places;
}

/** The person an entry turned out to be, for an address that led to it before. */
export async function keptInstead(db: Reader, personId: PersonId): Promise<PersonId | undefined> {
  const row = await db.selectFrom("person").where("id", "=", personId).select("merged_into").executeTakeFirst();
  return row?.merged_into ?? undefined;
}

/** The pairs that may be one person, of those whom the actor looks after; the strongest first. */
export async function duplicatesPage(db: Reader, actor: Actor, today: Temporal.PlainDate, most = 20) {
  const known = await knownTo(db, actor);
  const apart = await knownApart(db);
  const all = pairsAlike(known).filter(({ one, other }) => !apart.has(`${one} ${other}`));
  const pairs = [];
  for (const { one, other } of all.slice(0, most)) {
    const pair = await pairShown(db, actor, one, other, today, known);
    if (pair) pairs.push(pair);
  }
  return { pairs, count: all.length };
}

export type PairShown = NonNullable<Awaited<ReturnType<typeof pairShown>>>;

/** Two entries side by side, as the actor may see them, with what speaks for and against their being one person. */
export async function pairShown(
  db: Reader,
  actor: Actor,
  one: PersonId,
  other: PersonId,
  today: Temporal.PlainDate,
  among?: readonly Known[],
) {
  if (one === other) return undefined;
  const first = await entryShown(db, actor, one, today);
  const second = await entryShown(db, actor, other, today);
  if (!first || !second) return undefined;
  const known = among ?? (await knownTo(db, actor, [one, other]));
  const [a, b] = [known.find(({ id }) => id === one), known.find(({ id }) => id === other)];
  const { places: placesOne, ...entryOne } = first;
  const { places: placesOther, ...entryOther } = second;
  return {
    one: entryOne,
    other: entryOther,
    speaksFor: a && b ? likenessesOf(a, b) : [],
    speaksAgainst: againstIn(entryOne, entryOther),
    sharedRounds: entryOne.rounds.filter(
      (round) => isLive(round.state) && entryOther.rounds.some((each) => each.id === round.id && isLive(each.state)),
    ),
    can: { merge: mayMerge(actor, placesOne, placesOther) },
  };
}

export type EntryShown = PairShown["one"];

const isLive = (state: string) => ["applied", "held", "placed", "waitlisted", "offered"].includes(state);

/** An entry with its roles and rounds in the places the actor looks after; nothing when it is none of the actor's. */
async function entryShown(db: Reader, actor: Actor, personId: PersonId, today: Temporal.PlainDate) {
  const person = await db
    .selectFrom("person as p")
    .where("p.id", "=", personId)
    .where("p.merged_into", "is", null)
    .where("p.erased_at", "is", null)
    .select(["p.id", "p.name", "p.email", "p.phone", "p.title", "p.created_at as since"])
    .select(
      sql<Temporal.Instant | null>`greatest(
        (select max(s.updated_at) from sign_in_session s where s.person_id = p.id),
        (select max(a.at) from audit_record a where a.person_id = p.id),
        (select max(g.applied_at) from registration g where g.person_id = p.id))`.as("lastSeen"),
    )
    .executeTakeFirst();
  if (!person) return undefined;
  const places = await placesOf(db, personId, today);
  if (!maySeePlaces(actor, places)) return undefined;
  const roles = places.roles.filter(({ scope }) => managesPeopleIn(actor, scope));
  const rounds = places.rounds
    .filter((scope) => managesPeopleIn(actor, scope))
    .map(({ roundId, title, state, workplace }) => ({ id: roundId, title, state, workplace }));
  return { ...person, roles, rounds, places };
}

type Shown = NonNullable<Awaited<ReturnType<typeof entryShown>>>;
type Compared = Pick<Shown, "phone" | "title" | "lastSeen" | "email">;

/** What may tell two people apart. */
export const differences = ["phone", "title", "bothActive"] as const;
export type Difference = (typeof differences)[number];

function againstIn(one: Compared, other: Compared): Difference[] {
  const holds: Readonly<Record<Difference, boolean>> = {
    phone: differ(one.phone?.replaceAll(/\D/gu, ""), other.phone?.replaceAll(/\D/gu, "")),
    title: differ(one.title?.toLocaleLowerCase("sv"), other.title?.toLocaleLowerCase("sv")),
    bothActive:
      one.lastSeen !== null &&
      other.lastSeen !== null &&
      Math.abs(one.lastSeen.since(other.lastSeen).total("hours")) < 24 * 7,
  };
  return differences.filter((each) => holds[each]);
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== "" && other !== "" && one !== other;
}

/** Everybody the actor looks after, with the places they are known in there and the addresses they have written. */
async function knownTo(db: Reader, actor: Actor, only?: readonly PersonId[]): Promise<Known[]> {
  const { rows } = await sql<Known & { addresses: string[] }>`
    with place(person_id, organisation_id, email) as (
      select r.person_id, coalesce(r.organisation_id, round.organisation_id), null::text
      from role_assignment r left join round on round.id = r.round_id
      where ${isManaged(actor, sql`coalesce(r.organisation_id, round.organisation_id)`, sql`r.round_id`)}
      union
      select g.person_id, at.organisation_id, g.email
      from registration g join round on round.id = g.round_id
      cross join lateral (values (round.organisation_id), (g.organisation_id)) as at(organisation_id)
      where g.person_id is not null and ${isManaged(actor, sql`round.organisation_id`, sql`round.id`)})
    select p.id, p.name, p.phone,
      array_remove(array_agg(distinct place.organisation_id::text), null) as organisations,
      array_remove(array_agg(distinct place.email) || p.email, null) as addresses
    from person p ${managesPeopleIn(actor, everywhere) ? sql`left join` : sql`join`} place on place.person_id = p.id
    where p.merged_into is null and p.erased_at is null
      ${only ? sql`and p.id = any (${[...only]}::uuid[])` : sql``}
    group by p.id order by p.id`.execute(db);
  return rows;
}

function isManaged(actor: Actor, organisation: ReturnType<typeof sql>, round: ReturnType<typeof sql>) {
  const reach = actor.reach.get("people:manage" satisfies Grant);
  if (!reach) return sql<SqlBool>`false`;
  if (reach.everywhere) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${organisation} = any (${[...reach.organisations]}::uuid[]) or ${round} = any (${[...reach.things]}::uuid[]))`;
}

/** Who has been found to be two people, as "one other" in the order of their ids; also what they were merged into. */
async function knownApart(db: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    select least(a.id, b.id) || ' ' || greatest(a.id, b.id) as pair from (
      select coalesce(one.merged_into, one.id) as one_id, coalesce(other.merged_into, other.id) as other_id
      from person_distinct d join person one on one.id = d.one_id join person other on other.id = d.other_id) as d
    join person a on a.id = d.one_id join person b on b.id = d.other_id`.execute(db);
  return new Set(rows.map(({ pair }) => pair));
}

export type MergeShown = NonNullable<Awaited<ReturnType<typeof mergeShown>>>;

/** One merge, for those who look after whoever was kept. */
export async function mergeShown(
  db: Reader,
  actor: Actor,
  id: MergeId,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
) {
  const [merge] = await mergesWhere(db, sql<SqlBool>`m.id = ${id}`, now);
  if (!merge) return undefined;
  const places = await placesOf(db, merge.toId, today);
  const before = await placesOf(db, merge.fromId, today);
  if (!maySeePlaces(actor, places)) return undefined;
  const whyNot =
    whyNotUndone(merge, now) ?? (mayMerge(actor, places, ...known(before)) ? undefined : ("not_yours" as const));
  return { ...merge, whyNot };
}

/** Somebody who is merged is known nowhere any more, which says nothing about who may undo it. */
export function known(places: Places): Places[] {
  return places.roles.length + places.rounds.length > 0 ? [places] : [];
}

/** Merges that can still be undone, or were undone lately, of those the actor looks after; the latest first. */
export async function latestMerges(db: Reader, actor: Actor, now: Temporal.Instant, into?: PersonId) {
  const among = into === undefined ? sql<SqlBool>`true` : sql<SqlBool>`m.to_id = ${into}`;
  const isMine = sql<SqlBool>`exists (
    select from role_assignment r left join round on round.id = r.round_id
    where r.person_id = m.to_id
      and ${isManaged(actor, sql`coalesce(r.organisation_id, round.organisation_id)`, sql`r.round_id`)}
    union all
    select from registration g join round on round.id = g.round_id
    where g.person_id = m.to_id and ${isManaged(actor, sql`round.organisation_id`, sql`round.id`)})`;
  const seen = managesPeopleIn(actor, everywhere) ? sql<SqlBool>`true` : isMine;
  return mergesWhere(db, sql<SqlBool>`m.forgotten_at is null and ${among} and ${seen}`, now);
}

async function mergesWhere(db: Reader, where: ReturnType<typeof sql<SqlBool>>, now: Temporal.Instant) {
  const rows = await db
    .selectFrom("person_merge as m")
    .innerJoin("person as a", "a.id", "m.from_id")
    .innerJoin("person as b", "b.id", "m.to_id")
    .leftJoin("person as by", "by.id", "m.merged_by")
    .where(where)
    .orderBy("m.merged_at", "desc")
    .orderBy("m.id", "desc")
    .limit(100)
    .select(["m.id", "m.from_id as fromId", "m.to_id as toId", "m.merged_at as mergedAt", "m.undone_at as undoneAt"])
    .select(["m.forgotten_at as forgottenAt", "m.left_behind as leftBehind", "by.name as by"])
    .select(["a.name as fromName", "a.email as fromEmail", "b.name as toName", "b.email as toEmail"])
    .select(hasMergedSince.as("mergedSince"))
    .execute();
  return rows.map(({ leftBehind, ...row }) => ({
    ...row,
    undoableUntil: undoableUntil(row.mergedAt),
    whyNot: whyNotUndone(row, now),
    leftBehind: leftBehind === null ? undefined : LeftAccount.parse(leftBehind),
  }));
}

/** Whether whoever was kept in merge `m` has gone into somebody else, or taken in somebody else, since. */
export const hasMergedSince = sql<boolean>`exists (
  select from person_merge later where later.undone_at is null and (later.merged_at, later.id) > (m.merged_at, m.id)
    and (later.to_id = m.to_id or later.from_id = m.to_id))`;

/** Merges whose days to be undone are over and that are still remembered. */
export const mergesDue: DueRows = ({ before }) => sql`
  select m.id from person_merge m where m.merged_at < ${before} and m.forgotten_at is null`;

/** To whom it is told that two entries were merged or are two again: every address of the two, once. */
export async function mergeFacts(db: Reader, id: MergeId) {
  const rows = await db
    .selectFrom("person_merge as m")
    .innerJoin("person as kept", "kept.id", "m.to_id")
    .innerJoin("person as p", (join) =>
      join.on((eb) => eb.or([eb("p.id", "=", eb.ref("m.from_id")), eb("p.id", "=", eb.ref("m.to_id"))])),
    )
    .leftJoin("person as by", "by.id", "m.merged_by")
    .where("m.id", "=", id)
    .where("p.email", "is not", null)
    .orderBy("p.id")
    .select(["p.email", "p.name", "p.language", "kept.email as keptEmail", "kept.name as keptName"])
    .select(["by.name as byName", "by.email as byEmail"])
    .execute();
  return rows.flatMap(({ email, byName, byEmail, ...row }) =>
    email === null
      ? []
      : [{ ...row, to: email, by: byName && byEmail ? { name: byName, address: byEmail } : undefined }],
  );
}

export type MergeFacts = Awaited<ReturnType<typeof mergeFacts>>[number];
