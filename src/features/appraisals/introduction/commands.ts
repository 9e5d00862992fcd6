import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { lockAppraisal, recordAppraisal, wrongAt } from "#features/appraisals/appraisal/locking/commands.ts";
import { knownAmong } from "#features/appraisals/appraisal/people/queries.ts";
import { mayCome } from "#features/appraisals/introduction/introduction-lifecycle.ts";
import type {
  FidelityCheck,
  IntroductionChange,
  NewIntroduction,
  PhaseEntered,
} from "#features/appraisals/introduction/introduction-words.ts";
import type { IntroductionId } from "#features/appraisals/introduction/introduction.ts";
import {
  type Introduction,
  introductionInside,
  type IntroductionInside,
} from "#features/appraisals/introduction/queries.ts";
import { enterPhase } from "#features/appraisals/method/uses/commands.ts";

/** Begins to bring in what was decided to be tried or introduced. The register of methods tells from then on that it is. */
export function beginIntroduction(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { phase, fromDay, ...said }: NewIntroduction,
): Promise<{ readonly id: IntroductionId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { inside, introduction, can } = await lockIntroduction(tx, actor, slug, at);
    if (!can.run) throw new Refusal("forbidden", "introduction.not_yours");
    if (introduction) throw new Refusal("conflict", "introduction.begun_already");
    if (!can.begin) throw new Refusal("conflict", "introduction.not_decided");
    await mustBeKnown(tx, said.responsibleId);
    const id = newId<"introduction">();
    const day = dayOf(fromDay, at);
    await tx
      .insertInto("introduction")
      .values({ id, appraisal_id: inside.appraisal.id, phase, ...columnsOf(said) })
      .execute();
    await tx
      .insertInto("introduction_phase")
      .values({ id: newId(), introduction_id: id, phase, from_day: day })
      .execute();
    await useFrom(tx, inside, phase, day);
    await recordAppraisal(tx, actor, inside, "appraisals.introduction_begun", { phase, fromDay: day.toString() });
    return { id };
  });
}

/** Changes who is responsible and how the training goes, from the version that was read. */
export function changeIntroduction(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, ...said }: IntroductionChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { inside, introduction } = await lockToRun(tx, actor, slug, now());
    if (introduction.version !== version) throw new Refusal("conflict", "introduction.changed_meanwhile");
    if (said.responsibleId !== introduction.responsibleId) await mustBeKnown(tx, said.responsibleId);
    await tx
      .updateTable("introduction")
      .set({ ...columnsOf(said), version: version + 1 })
      .where("id", "=", introduction.id)
      .execute();
    const { toTrain, trained } = said;
    await recordAppraisal(tx, actor, inside, "appraisals.introduction_changed", { toTrain, trained });
  });
}

/**
 * Says that an introduction has come to another phase, from a day on. Those before are kept, and the register of methods
 * follows. Said of the day of the last, it puts that right.
 */
export function comeToPhase(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { phase, fromDay, note }: PhaseEntered,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { inside, introduction } = await lockToRun(tx, actor, slug, at);
    const day = dayOf(fromDay, at);
    const last = introduction.phases.at(-1);
    const order = last ? Temporal.PlainDate.compare(day, last.fromDay) : 1;
    if (order < 0) throw wrongAt("fromDay", "method.before_last_phase");
    if (order > 0 && !mayCome(introduction.phase, phase)) throw wrongAt("phase", "introduction.phase_not_possible");
    if (order === 0)
      await tx
        .deleteFrom("introduction_phase")
        .where("introduction_id", "=", introduction.id)
        .where("from_day", "=", day)
        .execute();
    await tx
      .insertInto("introduction_phase")
      .values({ id: newId(), introduction_id: introduction.id, phase, from_day: day, note })
      .execute();
    await tx
      .updateTable("introduction")
      .set({ phase, version: introduction.version + 1 })
      .where("id", "=", introduction.id)
      .execute();
    await useFrom(tx, inside, phase, day);
    await recordAppraisal(tx, actor, inside, "appraisals.phase_entered", { phase, fromDay: day.toString() });
  });
}

/** Writes whether the core components are used as intended, as they were seen on a day. The same day again puts it right. */
export function checkFidelity(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { checkedOn, components }: FidelityCheck,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { inside, introduction, followed } = await lockToRun(tx, actor, slug, at);
    if (Temporal.PlainDate.compare(checkedOn, dateIn(at)) > 0) throw wrongAt("checkedOn", "method.day_to_come");
    const standing = new Set(followed.flatMap(({ component: { id, endedOn } }) => (endedOn === null ? [id] : [])));
    const asked = new Set(components.map(({ id }) => id));
    if (asked.size < components.length || [...asked].some((id) => !standing.has(id)))
      throw new Refusal("not_found", "method.no_such_component");
    await tx
      .insertInto("fidelity_check")
      .values(
        components.map(({ id, fidelity, note }) => {
          const seen = { component_id: id, checked_on: checkedOn, fidelity, note };
          return { id: newId<"fidelity_check">(), introduction_id: introduction.id, ...seen };
        }),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["introduction_id", "component_id", "checked_on"])
          .doUpdateSet((eb) => ({ fidelity: eb.ref("excluded.fidelity"), note: eb.ref("excluded.note") })),
      )
      .execute();
    const told = { checkedOn: checkedOn.toString(), components: components.length };
    await recordAppraisal(tx, actor, inside, "appraisals.fidelity_checked", told);
  });
}

/** Takes the lock of an appraisal and its introduction, for somebody who writes how it goes. */
export async function lockToRun(
  tx: Tx,
  actor: Actor,
  slug: string,
  at: Temporal.Instant,
): Promise<IntroductionInside & { readonly introduction: Introduction }> {
  const found = await lockIntroduction(tx, actor, slug, at);
  if (!found.can.run) throw new Refusal("forbidden", "introduction.not_yours");
  const { introduction } = found;
  if (!introduction) throw new Refusal("not_found", "introduction.not_begun");
  return { ...found, introduction };
}

async function lockIntroduction(tx: Tx, actor: Actor, slug: string, at: Temporal.Instant): Promise<IntroductionInside> {
  const { appraisal } = await lockAppraisal(tx, actor, slug, at);
  await sql`select 1 from introduction where appraisal_id = ${appraisal.id} for update`.execute(tx);
  return introductionInside(tx, actor, slug, dateIn(at));
}

async function useFrom(
  tx: Tx,
  { appraisal, method }: IntroductionInside["inside"],
  phase: Introduction["phase"],
  fromDay: Temporal.PlainDate,
): Promise<void> {
  const { id: appraisalId, organisationId } = appraisal;
  await enterPhase(tx, { methodId: method.id, organisationId, phase, fromDay, appraisalId });
}

/** Today, when no day is said; a day to come is not yet so. */
function dayOf(fromDay: Temporal.PlainDate | null, at: Temporal.Instant): Temporal.PlainDate {
  const today = dateIn(at);
  if (fromDay !== null && Temporal.PlainDate.compare(fromDay, today) > 0)
    throw wrongAt("fromDay", "method.day_to_come");
  return fromDay ?? today;
}

async function mustBeKnown(tx: Tx, person: PersonId | null): Promise<void> {
  if (person === null) return;
  const known = await knownAmong(tx, [person]);
  if (known.length === 0) throw wrongAt("responsibleId", "appraisal.no_such_person");
}

function columnsOf(said: Omit<IntroductionChange, "version">) {
  const { responsibleRole, responsibleId, toTrain, ...same } = said;
  return { ...same, responsible_role: responsibleRole, responsible_id: responsibleId, to_train: toTrain };
}
