import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { mayKeepSources } from "#features/knowledge/filling/filling-policy.ts";
import type { HarvestSourceChange, NewHarvestSource } from "#features/knowledge/filling/filling-words.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { harvestJob } from "#features/knowledge/filling/harvest-jobs.ts";
import { type HarvestSource, sourceInside } from "#features/knowledge/filling/source/queries.ts";

/** Says that an archive is to be harvested for an organisation. It is asked at once, and then as often as is said. */
export function addSource(
  db: Database,
  actor: Actor,
  now: Clock,
  { organisationId, ...archive }: NewHarvestSource,
): Promise<HarvestSourceId> {
  return change(db, actor, async (tx) => {
    if (!mayKeepSources(actor, organisationId)) throw new Refusal("forbidden", "filling.may_not_keep_sources");
    await mustBeNew(tx, organisationId, archive);
    const id = newId<"harvest_source">();
    await tx
      .insertInto("harvest_source")
      .values({ id, organisation_id: organisationId, ...columnsOf(archive), created_at: now() })
      .execute();
    await enqueue(tx, harvestJob, { sourceId: id }, { singletonKey: id });
    const after = { name: archive.name, address: archive.address };
    await record(tx, { by: actor, what: "knowledge.source_added", about: id, organisationId, after });
    return id;
  });
}

/**
 * Changes what is said of an archive, from the version that was read. With another address or part of it a harvest begins
 * anew: the place to go on from was the other's.
 */
export function changeSource(
  db: Database,
  actor: Actor,
  id: HarvestSourceId,
  { version, ...archive }: HarvestSourceChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const source = await lockSource(tx, actor, id);
    if (source.version !== version) throw new Refusal("conflict", "filling.changed_meanwhile");
    const isElsewhere = source.address !== archive.address || source.setSpec !== archive.setSpec;
    if (isElsewhere) await mustBeNew(tx, source.organisationId, archive, id);
    const anew = { began_at: null, began_stamp: null, resumption: null, places_seen: [], harvested_until: null };
    const unblamed = { failures: 0, last_problem: null, rests_until: null, last_ended_at: null };
    await tx
      .updateTable("harvest_source")
      .set({ ...columnsOf(archive), ...(isElsewhere ? { ...anew, ...unblamed } : {}), version: version + 1 })
      .where("id", "=", id)
      .execute();
    const told = ({ name, address, every }: Pick<HarvestSource, "name" | "address" | "every">) => ({
      name,
      address,
      every,
    });
    await recordSource(tx, actor, source, "knowledge.source_changed", { before: told(source), after: told(archive) });
  });
}

/** Lets an archive rest: it is not asked until it is woken. What it has brought stays. Woken, it is asked at its time. */
export function restSource(db: Database, actor: Actor, id: HarvestSourceId, isResting: boolean): Promise<void> {
  return change(db, actor, async (tx) => {
    const source = await lockSource(tx, actor, id);
    if (source.isResting === isResting) {
      markRecorded(tx);
      return;
    }
    await tx
      .updateTable("harvest_source")
      .set({ is_resting: isResting, version: source.version + 1 })
      .where("id", "=", id)
      .execute();
    await recordSource(tx, actor, source, isResting ? "knowledge.source_rested" : "knowledge.source_woken");
  });
}

/** Asks an archive now instead of at its time. If it has asked us to wait, or does not answer, it is still left in peace. */
export function harvestNow(db: Database, actor: Actor, now: Clock, id: HarvestSourceId): Promise<void> {
  return change(db, actor, async (tx) => {
    const source = await lockSource(tx, actor, id);
    if (source.isResting) throw new Refusal("conflict", "filling.is_resting");
    if (source.restsUntil && Temporal.Instant.compare(source.restsUntil, now()) > 0)
      throw new Refusal("conflict", "filling.waits_to_be_asked");
    await enqueue(tx, harvestJob, { sourceId: id }, { singletonKey: id });
    await recordSource(tx, actor, source, "knowledge.source_asked");
  });
}

async function lockSource(tx: Tx, actor: Actor, id: HarvestSourceId): Promise<HarvestSource> {
  await sourceInside(tx, actor, id);
  await sql`select 1 from harvest_source where id = ${id} for update`.execute(tx);
  const { source, can } = await sourceInside(tx, actor, id);
  if (!can.keep) throw new Refusal("forbidden", "filling.may_not_keep_sources");
  return source;
}

/** An organisation harvests a part of an archive once: twice, everything would come twice. */
async function mustBeNew(
  tx: Tx,
  organisationId: OrganisationId,
  { address, setSpec }: Pick<HarvestSource, "address" | "setSpec">,
  but?: HarvestSourceId,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge.sources'), hashtext(${organisationId}))`.execute(tx);
  const { rows } = await sql`
    select 1 from harvest_source
    where organisation_id = ${organisationId} and address = ${address} and set_spec is not distinct from ${setSpec}
      and id is distinct from ${but ?? null}::uuid`.execute(tx);
  if (rows.length > 0)
    throw new Refusal("conflict", "filling.is_harvested", {}, [{ path: "address", code: "filling.is_harvested" }]);
}

async function recordSource(
  tx: Tx,
  actor: Actor,
  { id, organisationId }: HarvestSource,
  what: string,
  told: { readonly before?: object; readonly after?: object } = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, ...told });
}

function columnsOf({ setSpec, ...same }: Omit<NewHarvestSource, "organisationId">) {
  return { ...same, set_spec: setSpec };
}
