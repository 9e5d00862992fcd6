import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { AppraisalId, Source } from "#features/appraisals/appraisal/appraisal.ts";
import { lockAppraisalToWrite, recordAppraisal, wrongAt } from "#features/appraisals/appraisal/locking/commands.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import type {
  ConsultationWish,
  ReferenceWish,
  SourceWish,
  WeighingWish,
} from "#features/appraisals/sources/source-words.ts";
import {
  type AnySource,
  type ConsultationId,
  canStandAs,
  type ReferenceId,
} from "#features/appraisals/sources/sources.ts";

/**
 * Says how it is with one source: whether it was sought and found, what it says, and whether that speaks for the method
 * here. What something is already written under cannot be said not to be there. (R065)
 */
export function saySource(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  source: Source,
  { standing, summary, soughtWhere, soughtOn, speaks, version }: SourceWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const { id, outweighing } = inside.appraisal;
    const found = await oneOf(tx, id, source);
    if (found.version !== version) throw new Refusal("conflict", "source.changed_meanwhile");
    if (soughtOn && isAhead(soughtOn, now)) throw wrongAt("soughtOn", "source.day_ahead");
    if (!canStandAs(found, standing)) throw wrongAt("standing", "source.holds_something");
    if (standing !== "found" && outweighing === source) throw wrongAt("standing", "source.outweighs");
    const words = { standing, summary, sought_where: soughtWhere, sought_on: soughtOn, speaks, version: version + 1 };
    await tx
      .insertInto("appraisal_source")
      .values({ appraisal_id: id, source, ...words })
      .onConflict((conflict) => conflict.columns(["appraisal_id", "source"]).doUpdateSet(words))
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.source_said", { source, standing, speaks });
  });
}

/** Adds what a source rests on: something that is written and can be read by others. */
export function addReference(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  source: Source,
  { title, year, link }: ReferenceWish,
): Promise<ReferenceId> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const found = await soughtIn(tx, inside, source);
    const id = newId<"appraisal_reference">();
    const position = found.references.length;
    await tx
      .insertInto("appraisal_reference")
      .values({ id, appraisal_id: inside.appraisal.id, source, position, title, year, link })
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.reference_added", { source, reference: id });
    return id;
  });
}

/** Takes a reference away. */
export function removeReference(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  source: Source,
  id: ReferenceId,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const gone = await tx
      .deleteFrom("appraisal_reference")
      .where("id", "=", id)
      .where("appraisal_id", "=", inside.appraisal.id)
      .where("source", "=", source)
      .returning("id")
      .executeTakeFirst();
    if (!gone) throw new Refusal("not_found", "source.no_such_reference");
    await recordAppraisal(tx, actor, inside, "appraisals.reference_removed", { source, reference: id });
  });
}

/** Writes down one time when service users were asked, or changes what is written of it. Who was asked is never a name. */
export function writeConsultation(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { howMany, askedOn, ...words }: ConsultationWish,
  existing?: ConsultationId,
): Promise<ConsultationId> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const appraisalId = inside.appraisal.id;
    if (askedOn && isAhead(askedOn, now)) throw wrongAt("askedOn", "source.day_ahead");
    const found = await soughtIn(tx, inside, "serviceUsers");
    const id = existing ?? newId<"appraisal_consultation">();
    const told = { ...words, how_many: howMany, asked_on: askedOn };
    if (existing) {
      const changed = await tx
        .updateTable("appraisal_consultation")
        .set(told)
        .where("id", "=", existing)
        .where("appraisal_id", "=", appraisalId)
        .returning("id")
        .executeTakeFirst();
      if (!changed) throw new Refusal("not_found", "source.no_such_consultation");
    } else {
      const position = found.source === "serviceUsers" ? found.consultations.length : 0;
      await tx
        .insertInto("appraisal_consultation")
        .values({ id, appraisal_id: appraisalId, position, ...told })
        .execute();
    }
    await recordAppraisal(tx, actor, inside, "appraisals.consultation_written", { consultation: id });
    return id;
  });
}

/** Takes away what was written of one time when service users were asked. */
export function removeConsultation(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: ConsultationId,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const gone = await tx
      .deleteFrom("appraisal_consultation")
      .where("id", "=", id)
      .where("appraisal_id", "=", inside.appraisal.id)
      .returning("id")
      .executeTakeFirst();
    if (!gone) throw new Refusal("not_found", "source.no_such_consultation");
    await recordAppraisal(tx, actor, inside, "appraisals.consultation_removed", { consultation: id });
  });
}

/**
 * Writes how the three sources are weighed against each other. None of them stands above another by itself: one that is to
 * weigh more here has been found, and somebody has given the reason.
 */
export function weighSources(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { disagreement, outweighing, motive, version }: WeighingWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const { appraisal } = inside;
    if (appraisal.version !== version) throw new Refusal("conflict", "source.changed_meanwhile");
    if (outweighing !== null && (await oneOf(tx, appraisal.id, outweighing)).standing !== "found")
      throw wrongAt("outweighing", "source.nothing_to_weigh");
    await tx
      .updateTable("appraisal")
      .set({ disagreement, outweighing, outweighing_motive: motive, version: version + 1 })
      .where("id", "=", appraisal.id)
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.sources_weighed", { outweighing });
  });
}

/** A source that something is to be written under: it has been sought. */
async function soughtIn(tx: Tx, { appraisal }: AppraisalInside, source: Source): Promise<AnySource> {
  const found = await oneOf(tx, appraisal.id, source);
  if (found.standing === "notSought") throw new Refusal("conflict", "source.say_sought_first");
  return found;
}

async function oneOf(tx: Tx, id: AppraisalId, source: Source): Promise<AnySource> {
  const sources = await sourcesOf(tx, id);
  const found = sources.find((each) => each.source === source);
  if (!found) throw new Error("One of the three sources is missing");
  return found;
}

function isAhead(day: Temporal.PlainDate, now: Clock): boolean {
  return Temporal.PlainDate.compare(day, dateIn(now())) > 0;
}
