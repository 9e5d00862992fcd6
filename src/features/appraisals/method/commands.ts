import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { mayKeepMethods } from "#features/appraisals/method/method-policy.ts";
import type {
  CoreComponents,
  MethodChange,
  MethodWithdrawal,
  NewMethod,
} from "#features/appraisals/method/method-words.ts";
import type { MethodId } from "#features/appraisals/method/method.ts";
import { methodInside, type MethodInside } from "#features/appraisals/method/queries.ts";

/** Writes a method or a way of working in the register. That it stands there is no approval. (R019, R180) */
export function addMethod(
  db: Database,
  actor: Actor,
  now: Clock,
  { organisationId, ...method }: NewMethod,
): Promise<{ readonly id: MethodId; readonly slug: string }> {
  return change(db, actor, async (tx) => {
    if (!mayKeepMethods(actor, organisationId)) throw new Refusal("forbidden", "method.not_your_organisation");
    // Of two that are written at once with the same name, one takes its address after the other.
    await sql`select pg_advisory_xact_lock(hashtext('appraisals.method_slugs'))`.execute(tx);
    const wanted = slugOf(method.name) || "metod";
    const near = await tx.selectFrom("method").where("slug", "like", `${wanted}%`).select("slug").execute();
    const slug = freeSlug(wanted, new Set(near.map((each) => each.slug)));
    const id = newId<"method">();
    await tx
      .insertInto("method")
      .values({ id, slug, organisation_id: organisationId, ...columnsOf(method), created_at: now() })
      .execute();
    const { kind, name } = method;
    await record(tx, { by: actor, what: "appraisals.method_added", about: id, organisationId, after: { kind, name } });
    return { id, slug };
  });
}

/** Changes what is said of a method, from the version that was read: whoever read an older one is told. */
export function changeMethod(
  db: Database,
  actor: Actor,
  slug: string,
  { version, ...method }: MethodChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockMethod(tx, actor, slug);
    mustBeAsRead(inside, version);
    await tx
      .updateTable("method")
      .set({ ...columnsOf(method), version: version + 1 })
      .where("id", "=", inside.method.id)
      .execute();
    const told = ({ kind, name, basis }: Pick<NewMethod, "kind" | "name" | "basis">) => ({ kind, name, basis });
    const words = { before: told(inside.method), after: told(method) };
    await recordMethod(tx, actor, inside, "appraisals.method_changed", words);
  });
}

/**
 * Writes the core components in order. One that was there before and is not any more has ended that day where it has
 * been followed, so that what was seen of it stays; else it goes.
 */
export function writeCoreComponents(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, components }: CoreComponents,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockMethod(tx, actor, slug);
    mustBeAsRead(inside, version);
    const { id: methodId } = inside.method;
    const known = new Set(inside.components.map(({ id }) => id));
    const kept = new Set(components.flatMap(({ id }) => (id ? [id] : [])));
    if ([...kept].some((id) => !known.has(id)) || kept.size < components.filter(({ id }) => id).length)
      throw new Refusal("not_found", "method.no_such_component");
    const gone = inside.components.filter(({ id, endedOn }) => endedOn === null && !kept.has(id));
    for (const { id } of gone) {
      await sql`
        delete from core_component c where c.id = ${id}
          and not exists (select from fidelity_check f where f.component_id = c.id)`.execute(tx);
      await tx
        .updateTable("core_component")
        .set({ ended_on: dateIn(now()) })
        .where("id", "=", id)
        .execute();
    }
    for (const [position, { id, text }] of components.entries()) {
      if (id)
        await tx.updateTable("core_component").set({ text, position, ended_on: null }).where("id", "=", id).execute();
      else
        await tx
          .insertInto("core_component")
          .values({ id: newId<"core_component">(), method_id: methodId, position, text })
          .execute();
    }
    // Those that have ended stand after those that hold.
    await sql`
      update core_component c set position = ${components.length} + n.place
      from (select id, (row_number() over (order by ended_on, position, id))::int as place
        from core_component where method_id = ${methodId} and ended_on is not null) n
      where n.id = c.id`.execute(tx);
    await tx
      .updateTable("method")
      .set({ version: version + 1 })
      .where("id", "=", methodId)
      .execute();
    const words = { after: { components: components.length, ended: gone.length } };
    await recordMethod(tx, actor, inside, "appraisals.core_components_written", words);
  });
}

/** Withdraws a method from the register, and says why. Appraisals of it stand as they are; none begins. */
export function withdrawMethod(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { reason }: MethodWithdrawal,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockMethod(tx, actor, slug);
    const { id, withdrawnAt, version } = inside.method;
    if (withdrawnAt) throw new Refusal("conflict", "method.is_withdrawn");
    await tx
      .updateTable("method")
      .set({ withdrawn_at: now(), withdrawn_reason: reason, version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordMethod(tx, actor, inside, "appraisals.method_withdrawn", { after: { reason } });
  });
}

/** Takes a method that was withdrawn into the register again. */
export function restoreMethod(db: Database, actor: Actor, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockMethod(tx, actor, slug);
    const { id, withdrawnAt, withdrawnReason, version } = inside.method;
    if (!withdrawnAt) throw new Refusal("conflict", "method.is_not_withdrawn");
    await tx
      .updateTable("method")
      .set({ withdrawn_at: null, withdrawn_reason: null, version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordMethod(tx, actor, inside, "appraisals.method_restored", { before: { reason: withdrawnReason } });
  });
}

async function lockMethod(tx: Tx, actor: Actor, slug: string): Promise<MethodInside> {
  const { method } = await methodInside(tx, actor, slug);
  await sql`select 1 from method where id = ${method.id} for update`.execute(tx);
  const inside = await methodInside(tx, actor, slug);
  if (!inside.can.change) throw new Refusal("forbidden", "method.not_yours");
  return inside;
}

function mustBeAsRead({ method }: MethodInside, version: number): void {
  if (method.version !== version) throw new Refusal("conflict", "method.changed_meanwhile");
}

async function recordMethod(
  tx: Tx,
  actor: Actor,
  { method: { id, organisationId } }: MethodInside,
  what: string,
  told: { readonly before?: object; readonly after?: object },
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, ...told });
}

function columnsOf({ alsoCalled, targetGroup, use, ...same }: Omit<NewMethod, "organisationId">) {
  return { ...same, also_called: alsoCalled, target_group: targetGroup, use_of_it: use };
}
