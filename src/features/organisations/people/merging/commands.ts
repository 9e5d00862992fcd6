import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import type { Eraser } from "#platform/erasures/erasures.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { forget, type Memory, openMemory, putBack, type References } from "#platform/remembering/remembered-rows.ts";
import { mergeMailJob } from "#features/organisations/people/merging/merge-jobs.ts";
import { mayMerge, maySeePlaces } from "#features/organisations/people/merging/merge-policy.ts";
import {
  accountOf,
  type LeftAccount,
  type Merge,
  type MergeId,
  type TwoPeople,
  whyNotUndone,
} from "#features/organisations/people/merging/person-merge.ts";
import { hasMergedSince, known, mergesDue, placesOf } from "#features/organisations/people/merging/queries.ts";

/** What a feature does when two entries turn out to be one person. The list of them is put together at the top. */
export type PersonPart = {
  /** Every column of the feature's that names a person and is let name the other one. */
  readonly personColumns: References;
  readonly reassignPerson: (
    tx: Tx,
    from: PersonId,
    to: PersonId,
    merge: { readonly memory: Memory; readonly at: Temporal.Instant },
  ) => Promise<void>;
  /** Says, before a merge is undone, what cannot be put back any more. */
  readonly beforeReturn?: (tx: Tx, occasion: string, at: Temporal.Instant) => Promise<void>;
};

/**
 * Makes two entries one person, for good unless it is undone within thirty days.
 *
 * Everything the one has anywhere becomes the other's, and how it was is remembered row by row. The entry that went in
 * stays without anything: nobody acts as it, and its address leads to whoever was kept. Both are told by mail, because
 * whoever merges them may be wrong.
 */
export function mergePeople(
  db: Database,
  actor: Actor,
  now: Clock,
  { from, to }: Merge,
  parts: readonly PersonPart[],
): Promise<{ mergeId: MergeId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    await mustBeTwo(tx, actor, { one: from, other: to }, at);
    if (actor.personId === from) throw new Refusal("conflict", "people.merge.yourself");

    const id = newId<"person_merge">();
    const memory = await openMemory(tx, id);
    for (const part of parts) await part.reassignPerson(tx, from, to, { memory, at });
    await leadOn(tx, from, to, memory);
    await tx
      .insertInto("person_merge")
      .values({ id, from_id: from, to_id: to, merged_by: actor.personId ?? null, merged_at: at })
      .execute();
    await enqueue(tx, mergeMailJob, { mergeId: id, what: "merged" });
    await record(tx, { by: actor, what: "organisations.people_merged", about: to, after: { mergeId: id, from } });
    return { mergeId: id };
  });
}

/** Every column of ours that names a person. What merges and decisions say of two entries stays about those two. */
export const personColumns = {
  role_assignment: ["person_id", "granted_by", "ended_by"],
  organisation_import: ["sent_by"],
} as const;

/**
 * Gives a person's roles to another: the part of the person merge that is ours. A role both hold in the same place is held
 * once: the one that comes with the merge ends that moment and stays as history.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory, at }: { readonly memory: Memory; readonly at: Temporal.Instant },
): Promise<void> {
  await memory.move({ role_assignment: ["granted_by", "ended_by"], organisation_import: ["sent_by"] }, from, to);
  const held = { table: "role_assignment", where: sql<SqlBool>`t.person_id = ${from}` };
  await memory.during([held], () =>
    sql`
      update role_assignment as t set person_id = ${to},
        valid_to = case when own.twice then greatest(t.valid_from, ${dateIn(at)}::date) else t.valid_to end,
        ended_at = case when own.twice then ${at}::timestamptz else t.ended_at end
      from (
        select mine.id, mine.valid_to is null and exists (
          select from role_assignment theirs
          where theirs.person_id = ${to} and theirs.valid_to is null and theirs.role = mine.role
            and theirs.organisation_id is not distinct from mine.organisation_id
            and theirs.round_id is not distinct from mine.round_id) as twice
        from role_assignment mine where mine.person_id = ${from}) as own
      where own.id = t.id`.execute(tx),
  );
}

/**
 * Lets the entry lead on to the person who is kept, with those that led to it before. Whoever is kept and has no address,
 * telephone or title gets the other's.
 */
async function leadOn(tx: Tx, from: PersonId, to: PersonId, memory: Memory): Promise<void> {
  const rows = (where: ReturnType<typeof sql<SqlBool>>) => ({ table: "person", where });
  const [gone, kept] = [rows(sql<SqlBool>`t.id = ${from}`), rows(sql<SqlBool>`t.id = ${to}`)];
  await memory.during([rows(sql<SqlBool>`t.id = ${from} or t.merged_into = ${from}`)], () =>
    sql`update person set merged_into = ${to} where id = ${from} or merged_into = ${from}`.execute(tx),
  );
  const { rows: addresses } = await sql<{ email: string; verified: boolean }>`
    select gone.email, gone.email_verified as verified from person gone, person kept
    where gone.id = ${from} and kept.id = ${to} and kept.email is null and gone.email is not null`.execute(tx);
  for (const { email, verified } of addresses) {
    // The one that gives first: an address belongs to one person at a time, on the way back too.
    await memory.during([gone], () =>
      tx.updateTable("person").set({ email: null, email_verified: false }).where("id", "=", from).execute(),
    );
    await memory.during([kept], () =>
      tx.updateTable("person").set({ email, email_verified: verified }).where("id", "=", to).execute(),
    );
  }
  for (const column of ["phone", "title"] as const) {
    await memory.during([kept], () =>
      sql`update person kept set ${sql.ref(column)} = gone.${sql.ref(column)} from person gone
        where kept.id = ${to} and gone.id = ${from} and kept.${sql.ref(column)} is null`.execute(tx),
    );
  }
}

/**
 * Undoes a merge within thirty days: what still stands as the merge left it goes back, row by row. What has come or been
 * changed since stays with whoever was kept, and so does what cannot come back, such as a place that somebody else has
 * been given; that is told. The two are not proposed as one person again.
 */
export function undoMerge(
  db: Database,
  actor: Actor,
  now: Clock,
  mergeId: MergeId,
  parts: readonly PersonPart[],
): Promise<{ leftBehind: LeftAccount }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const merge = await lockMerge(tx, mergeId);
    if (!merge) throw new Refusal("not_found", "people.merge.no_such");
    await lockInOrder(tx, [merge.fromId, merge.toId]);
    const places = await placesOf(tx, merge.toId, dateIn(at));
    const before = await placesOf(tx, merge.fromId, dateIn(at));
    if (!maySeePlaces(actor, places)) throw new Refusal("not_found", "people.merge.no_such");
    if (!mayMerge(actor, places, ...known(before))) throw new Refusal("forbidden", "people.merge.not_everywhere");
    const whyNot = whyNotUndone(merge, at);
    if (whyNot) throw new Refusal("conflict", `people.merge.${whyNot}`);

    for (const part of parts) await part.beforeReturn?.(tx, mergeId, at);
    const leftBehind = accountOf(await putBack(tx, mergeId));
    await keepTwo(tx, actor, { one: merge.fromId, other: merge.toId }, at);
    await tx
      .updateTable("person_merge")
      .set({ undone_at: at, undone_by: actor.personId ?? null, left_behind: json(leftBehind) })
      .where("id", "=", mergeId)
      .execute();
    await enqueue(tx, mergeMailJob, { mergeId, what: "undone" });
    await record(tx, {
      by: actor,
      what: "organisations.people_unmerged",
      about: merge.toId,
      after: { mergeId, from: merge.fromId, leftBehind },
    });
    return { leftBehind };
  });
}

/** Says of two entries that are alike that they are two people, so that they are not proposed again. */
export function keepApart(db: Database, actor: Actor, now: Clock, pair: TwoPeople): Promise<void> {
  return change(db, actor, async (tx) => {
    await mustBeTwo(tx, actor, pair, now());
    await keepTwo(tx, actor, pair, now());
    await record(tx, {
      by: actor,
      what: "organisations.people_kept_apart",
      about: pair.one,
      after: { other: pair.other },
    });
  });
}

/** Locks both entries and makes sure that they are two, are there, and are the actor's to decide about. */
async function mustBeTwo(tx: Tx, actor: Actor, { one, other }: TwoPeople, at: Temporal.Instant): Promise<void> {
  if (one === other) throw new Refusal("invalid", "people.merge.same");
  const there = await lockInOrder(tx, [one, other]);
  const places = [await placesOf(tx, one, dateIn(at)), await placesOf(tx, other, dateIn(at))];
  const mergedAlready = there.some(({ mergedInto }) => mergedInto !== null);
  const seen = there.length === 2 && places.every((each) => maySeePlaces(actor, each));
  if (!seen && !(mergedAlready && places.some((each) => maySeePlaces(actor, each))))
    throw new Refusal("not_found", "organisations.no_such_person");
  if (mergedAlready) throw new Refusal("conflict", "people.merge.merged_already");
  if (!mayMerge(actor, ...places)) throw new Refusal("forbidden", "people.merge.not_everywhere");
}

/** Always in the order of the ids, so that two who merge the same people at once wait for each other in turn. */
async function lockInOrder(tx: Tx, ids: readonly PersonId[]) {
  return tx
    .selectFrom("person")
    .where("id", "in", ids)
    .where("erased_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .select(["id", "merged_into as mergedInto"])
    .execute();
}

async function lockMerge(tx: Tx, id: MergeId) {
  return tx
    .selectFrom("person_merge as m")
    .where("m.id", "=", id)
    .forUpdate("m")
    .select(["m.from_id as fromId", "m.to_id as toId", "m.merged_at as mergedAt", "m.undone_at as undoneAt"])
    .select(["m.forgotten_at as forgottenAt", hasMergedSince.as("mergedSince")])
    .executeTakeFirst();
}

async function keepTwo(tx: Tx, actor: Actor, { one, other }: TwoPeople, at: Temporal.Instant): Promise<void> {
  const [first, second] = one < other ? [one, other] : [other, one];
  await tx
    .insertInto("person_distinct")
    .values({ one_id: first, other_id: second, decided_by: actor.personId ?? null, decided_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Forgets how things were before merges that can no longer be undone, and takes away the ways to sign in that were left
 * with the entries that went in. That they were merged stays.
 */
export const forgetMerges: Eraser = async (tx, time) => {
  const { rows } = await sql<{ id: MergeId; gone: PersonId | null }>`
    update person_merge as m set forgotten_at = ${time.now} where m.id in (${mergesDue(time)})
    returning m.id, case when m.undone_at is null then m.from_id end as gone`.execute(tx);
  const ended = rows.flatMap(({ gone }) => gone ?? []);
  await sql`select without_ways_in(id) from unnest(${ended}::uuid[]) as gone(id)`.execute(tx);
  await forget(
    tx,
    rows.map(({ id }) => id),
    dateIn(time.now),
  );
  return rows.length;
};
