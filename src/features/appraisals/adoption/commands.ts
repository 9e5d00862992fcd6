import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { takenOverMailJob } from "#features/appraisals/adoption/adoption-jobs.ts";
import type { TakeOver } from "#features/appraisals/adoption/adoption-words.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { beginInside } from "#features/appraisals/appraisal/commands.ts";
import { recordAppraisal, wrongAt } from "#features/appraisals/appraisal/locking/commands.ts";
import { appraisalInside, type AppraisalInside } from "#features/appraisals/appraisal/queries.ts";

type Taken = { readonly id: AppraisalId; readonly slug: string };

/**
 * Takes over an appraisal that another organisation has decided on: a new one that is weighed here, with all three sources
 * as they stand there and where they are from. What was answered and decided there is not taken along, because it was about
 * another place; it is read beside one's own. Those who made it are told. (R065, R135)
 */
export function takeOverAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  wish: TakeOver,
): Promise<Taken> {
  return change(db, actor, async (tx) => {
    const { taken, makers } = await takeOverInside(tx, actor, now(), slug, wish);
    for (const personId of makers)
      if (personId !== actor.personId) await enqueue(tx, takenOverMailJob, { appraisalId: taken.id, personId });
    return taken;
  });
}

/** As `takeOverAppraisal`, in a change that is under way: whoever calls it tells those who made what was taken over. */
export async function takeOverInside(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  slug: string,
  { organisationId, question, isInUse }: TakeOver,
): Promise<{ readonly taken: Taken; readonly makers: ReadonlySet<PersonId> }> {
  const original = await appraisalInside(tx, actor, slug, dateIn(at));
  const { appraisal, method, authors, decider } = original;
  if (appraisal.state !== "decided") throw new Refusal("conflict", "adoption.not_decided");
  if (organisationId === appraisal.organisationId) throw wrongAt("organisationId", "adoption.is_yours");
  const wish = {
    methodId: method.id,
    organisationId,
    title: appraisal.title,
    question: question ?? appraisal.question,
    isInUse,
    checklistVersionId: appraisal.checklistVersionId,
    form: appraisal.form,
    authors: [],
    deciderId: null,
  };
  const taken = await beginInside(tx, actor, at, wish, appraisal.id);
  await copySources(tx, original, taken.id);
  await recordAppraisal(tx, actor, original, "appraisals.taken_over", { taken: taken.id });
  return { taken, makers: new Set([...authors, ...(decider ? [decider] : [])].map(({ id }) => id)) };
}

/** All three sources, with all that stands in them; what is found says in its references whose appraisal it is from. */
async function copySources(tx: Tx, { appraisal }: AppraisalInside, to: AppraisalId): Promise<void> {
  const from = appraisal.id;
  await sql`
    update appraisal_source n
    set standing = o.standing, summary = o.summary, sought_where = o.sought_where, sought_on = o.sought_on,
      speaks = o.speaks
    from appraisal_source o
    where o.appraisal_id = ${from} and n.appraisal_id = ${to} and n.source = o.source`.execute(tx);
  await tx
    .updateTable("appraisal")
    .set({
      disagreement: appraisal.disagreement,
      outweighing: appraisal.outweighing,
      outweighing_motive: appraisal.outweighingMotive,
    })
    .where("id", "=", to)
    .execute();
  await copyReferences(tx, appraisal, to);
  const outcomes = await tx.selectFrom("appraisal_outcome").where("appraisal_id", "=", from).selectAll().execute();
  if (outcomes.length > 0)
    await tx
      .insertInto("appraisal_outcome")
      .values(outcomes.map((each) => ({ ...each, id: newId<"appraisal_outcome">(), appraisal_id: to })))
      .execute();
  const profile = await tx.selectFrom("appraisal_experience").where("appraisal_id", "=", from).selectAll().execute();
  if (profile.length > 0)
    await tx
      .insertInto("appraisal_experience")
      .values(profile.map((each) => ({ ...each, appraisal_id: to })))
      .execute();
  const asked = await tx.selectFrom("appraisal_consultation").where("appraisal_id", "=", from).selectAll().execute();
  if (asked.length > 0)
    await tx
      .insertInto("appraisal_consultation")
      .values(asked.map((each) => ({ ...each, id: newId<"appraisal_consultation">(), appraisal_id: to })))
      .execute();
}

async function copyReferences(
  tx: Tx,
  { id: from, title, organisation }: AppraisalInside["appraisal"],
  to: AppraisalId,
) {
  const references = await tx
    .selectFrom("appraisal_reference")
    .where("appraisal_id", "=", from)
    .select(["source", "position", "title", "year", "link"])
    .execute();
  const found = await tx
    .selectFrom("appraisal_source")
    .where("appraisal_id", "=", from)
    .where("standing", "=", "found")
    .select("source")
    .execute();
  const whence = found.map(({ source }) => ({
    source,
    position: 1 + Math.max(-1, ...references.filter((each) => each.source === source).map(({ position }) => position)),
    title: `${title}, ${organisation}`.slice(0, 500),
    year: null,
    link: null,
  }));
  const rows = [...references, ...whence].map((each) => ({
    ...each,
    id: newId<"appraisal_reference">(),
    appraisal_id: to,
  }));
  if (rows.length > 0) await tx.insertInto("appraisal_reference").values(rows).execute();
}
