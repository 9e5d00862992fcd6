import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { type Id, newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type AskedMunicipality, municipalitiesAsked } from "#features/meetings/matter/facts/queries.ts";
import type { Application, Commitment, CommitmentAnswer } from "#features/meetings/matter/matter-words.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { addStep } from "#features/meetings/matter/steps/commands.ts";
import { lockToSteer, recordMatter } from "#features/meetings/matter/steering/commands.ts";

export type ApplicationId = Id<"external_application">;

/** Writes down an application for money from outside, or how far a known one has come. (R215) */
export function writeApplication(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { funder, title, state, since }: Application,
  known?: ApplicationId,
): Promise<{ readonly id: ApplicationId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    const id = known ?? newId<"external_application">();
    if (known) {
      const changed = await tx
        .updateTable("external_application")
        .set({ funder, title, state, since })
        .where("id", "=", id)
        .where("matter_id", "=", matter.id)
        .returning("id")
        .executeTakeFirst();
      if (!changed) throw new Refusal("not_found", "matter.no_such_application");
    } else {
      await tx
        .insertInto("external_application")
        .values({ id, matter_id: matter.id, funder, title, state, since })
        .execute();
    }
    const what = `application${state.charAt(0).toUpperCase()}${state.slice(1)}`;
    await addStep(tx, { by: actor, at }, matter.id, { what, day: since, text: funder });
    await recordMatter(tx, actor, inside, "meetings.application_written", { state });
    return { id };
  });
}

/** Writes down what a member municipality has said to a matter, or all of them at once: "alla är med". (R215) */
export function sayCommitment(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { organisation, answer, day }: Commitment,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const since = day ?? dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    const asked = await municipalitiesAsked(tx, matter.id, dateIn(at));
    const meant = organisation === null ? asked : asked.filter(({ id }) => id === organisation);
    if (meant.length === 0) throw new Refusal("conflict", "matter.no_such_member");
    const changed = meant.filter((each) => each.answer !== answer);
    if (changed.length > 0) {
      await writeAnswers(tx, matter.id, changed, { answer, since });
      const isAll = organisation === null && answer === "in";
      const names = isAll ? null : changed.map(({ name }) => name).join(", ");
      const what = isAll ? "allIn" : "commitments";
      await addStep(tx, { by: actor, at }, matter.id, { what, day: since, text: names });
    }
    const ids = changed.map(({ id }) => id);
    await recordMatter(tx, actor, inside, "meetings.commitment_said", { answer, organisations: ids });
  });
}

async function writeAnswers(
  tx: Tx,
  id: MatterId,
  asked: readonly AskedMunicipality[],
  said: { readonly answer: CommitmentAnswer; readonly since: Temporal.PlainDate },
): Promise<void> {
  await tx
    .insertInto("municipal_commitment")
    .values(asked.map((each) => ({ matter_id: id, organisation_id: each.id, ...said })))
    .onConflict((conflict) =>
      conflict.columns(["matter_id", "organisation_id"]).doUpdateSet((eb) => ({
        answer: eb.ref("excluded.answer"),
        since: eb.ref("excluded.since"),
      })),
    )
    .execute();
}
