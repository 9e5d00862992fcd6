import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { mayKeepBodies, mayRunBody } from "#features/meetings/body/body-policy.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { BodyChange, Charter, NewBody, Rest, Restart } from "#features/meetings/body/charter.ts";
import { bodiesWhere, type BodyFacts } from "#features/meetings/body/queries.ts";

/** Begins a network, a council, a steering group or the network of heads, kept by an organisation. (R058) */
export function addBody(
  db: Database,
  actor: Actor,
  now: Clock,
  { organisationId, ...body }: NewBody,
): Promise<{ readonly id: BodyId; readonly slug: string }> {
  return change(db, actor, async (tx) => {
    if (!mayKeepBodies(actor, organisationId)) throw new Refusal("forbidden", "body.not_yours_to_keep");
    // Of two that begin at once with the same name, one takes its address after the other.
    await sql`select pg_advisory_xact_lock(hashtext('meetings.body_slugs'))`.execute(tx);
    const wanted = slugOf(body.name) || "grupp";
    const near = await tx.selectFrom("body").where("slug", "like", `${wanted}%`).select("slug").execute();
    const slug = freeSlug(wanted, new Set([...reserved, ...near.map((each) => each.slug)]));
    const id = newId<"body">();
    await tx
      .insertInto("body")
      .values({ id, slug, organisation_id: organisationId, ...columnsOf(body), created_at: now() })
      .execute();
    const { kind, name } = body;
    await record(tx, { by: actor, what: "meetings.body_added", about: id, organisationId, after: { kind, name } });
    return { id, slug };
  });
}

/** Addresses beside a body's own. */
const reserved = ["ny", "samband"];

/** Changes what a body says of itself, from the version that was read: whoever read an older one is told. */
export function changeBody(
  db: Database,
  actor: Actor,
  now: Clock,
  id: BodyId,
  { version, ...body }: BodyChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const before = await lockBodyToRun(tx, actor, id, now);
    mustBeAsRead(before, version);
    await tx
      .updateTable("body")
      .set({ ...columnsOf(body), version: version + 1 })
      .where("id", "=", id)
      .execute();
    const told = ({ name, mandate, isAdjusted, hasDiary, checksSecrecy }: typeof body) => {
      return { name, hasMandate: mandate !== null, isAdjusted, hasDiary, checksSecrecy };
    };
    await recordOf(tx, actor, before, "meetings.body_changed", { before: told(before), after: told(body) });
  });
}

/** Writes the charter anew: the tasks in order, each with the goal it serves. It may be unfinished. (R060-R064) */
export function writeCharter(
  db: Database,
  actor: Actor,
  now: Clock,
  id: BodyId,
  { version, tasks }: Charter,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const body = await lockBodyToRun(tx, actor, id, now);
    mustBeAsRead(body, version);
    await tx.deleteFrom("body_task").where("body_id", "=", id).execute();
    const rows = tasks.map(({ text, goal, isOpen }, position) => {
      return { id: newId<"body_task">(), body_id: id, position, text, goal, is_open: isOpen };
    });
    if (rows.length > 0) await tx.insertInto("body_task").values(rows).execute();
    await tx
      .updateTable("body")
      .set({ version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordOf(tx, actor, body, "meetings.body_charter_written", { after: { tasks: tasks.length } });
  });
}

/** Lets a body rest from a day on. It keeps its seats and its matters; nothing is ended by it. */
export function restBody(db: Database, actor: Actor, now: Clock, id: BodyId, { fromDay, reason }: Rest): Promise<void> {
  return change(db, actor, async (tx) => {
    const body = await lockBodyToRun(tx, actor, id, now);
    if (body.dormantSince) throw new Refusal("conflict", "body.rests_already");
    const from = fromDay ?? dateIn(now());
    const [last] = await tx
      .selectFrom("body_dormancy")
      .where("body_id", "=", id)
      .where((eb) => eb.or([eb("to_day", ">=", from), eb("from_day", ">=", from)]))
      .select("to_day")
      .execute();
    if (last) throw wrongAt("fromDay", "body.rests_before_it_started");
    await tx.insertInto("body_dormancy").values({ body_id: id, from_day: from, reason }).execute();
    await recordOf(tx, actor, body, "meetings.body_rested", { after: { fromDay: from.toString() } });
  });
}

/** Starts a body that has rested again. */
export function restartBody(db: Database, actor: Actor, now: Clock, id: BodyId, { day }: Restart): Promise<void> {
  return change(db, actor, async (tx) => {
    const body = await lockBodyToRun(tx, actor, id, now);
    if (!body.dormantSince) throw new Refusal("conflict", "body.does_not_rest");
    const first = day ?? dateIn(now());
    if (Temporal.PlainDate.compare(first, body.dormantSince) < 0) throw wrongAt("day", "body.starts_before_it_rested");
    const last = first.subtract({ days: 1 });
    // Started again on the day it was laid to rest: that it rested stands for that day.
    const toDay = Temporal.PlainDate.compare(last, body.dormantSince) < 0 ? body.dormantSince : last;
    await tx
      .updateTable("body_dormancy")
      .set({ to_day: toDay })
      .where("body_id", "=", id)
      .where("to_day", "is", null)
      .execute();
    await recordOf(tx, actor, body, "meetings.body_restarted", { after: { day: first.toString() } });
  });
}

/** Locks a body for somebody who may run it: whoever keeps it, its chair and its secretary. */
export async function lockBodyToRun(tx: Tx, actor: Actor, id: BodyId, now: Clock): Promise<BodyFacts> {
  const body = await lockBody(tx, actor, id, now);
  if (!mayRunBody(body.standing)) throw new Refusal("forbidden", "body.not_yours");
  return body;
}

export async function lockBody(tx: Tx, actor: Actor, id: BodyId, now: Clock): Promise<BodyFacts> {
  await sql`select 1 from body where id = ${id} for update`.execute(tx);
  const [body] = await bodiesWhere(tx, actor, dateIn(now()), sql<SqlBool>`b.id = ${id}`);
  if (!body) throw new Refusal("not_found", "body.no_such_body");
  return body;
}

/** One thing wrong, said at its field. */
export function wrongAt(path: string, code: Refusal["code"]): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}

export async function recordOf(
  tx: Tx,
  actor: Actor,
  { id, organisationId }: Pick<BodyFacts, "id" | "organisationId">,
  what: string,
  told: { readonly before?: object; readonly after?: object },
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, ...told });
}

function mustBeAsRead(body: BodyFacts, version: number): void {
  if (body.version !== version) throw new Refusal("conflict", "body.changed_meanwhile");
}

function columnsOf(body: Omit<NewBody, "organisationId">) {
  const { quorumOf, quorumCount, quorumPercent, substituteRule, isAdjusted, hasDiary, checksSecrecy, ...same } = body;
  return {
    ...same,
    quorum_of: quorumOf,
    quorum_count: quorumCount,
    quorum_percent: quorumPercent,
    substitute_rule: substituteRule,
    is_adjusted: isAdjusted,
    has_diary: hasDiary,
    checks_secrecy: checksSecrecy,
  };
}
