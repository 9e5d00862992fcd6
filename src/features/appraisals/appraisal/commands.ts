import { sql } from "kysely";
import { type Actor, reaches } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { type AppraisalId, sources } from "#features/appraisals/appraisal/appraisal.ts";
import { proposedMailJob, sentBackMailJob } from "#features/appraisals/appraisal/appraisal-jobs.ts";
import { mayBegin } from "#features/appraisals/appraisal/appraisal-policy.ts";
import {
  type AppraisalChange,
  type AppraisalPeople,
  mostAuthors,
  type NewAppraisal,
  type Proposal,
  type SentBack,
  type Withdrawal,
} from "#features/appraisals/appraisal/appraisal-words.ts";
import {
  lockAppraisal,
  lockAppraisalToWrite,
  moveAppraisal,
  wrongAt,
  recordAppraisal,
  lockAppraisalToKeep,
  isAuthor,
} from "#features/appraisals/appraisal/locking/commands.ts";
import { knownAmong, personWithAddress } from "#features/appraisals/appraisal/people/queries.ts";
import { sourcesNotSought } from "#features/appraisals/appraisal/queries.ts";
import { actorOf } from "#features/organisations/people/queries.ts";

/**
 * Begins to weigh a method for an organisation, with the three sources from the first moment: none of them sought yet.
 * Whoever begins is one of the authors. (R065, R180)
 */
export function beginAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  wish: NewAppraisal,
): Promise<{ readonly id: AppraisalId; readonly slug: string }> {
  return change(db, actor, (tx) => beginInside(tx, actor, now(), wish));
}

/** As `beginAppraisal`, in a change that is under way: an appraisal may be taken from another's. */
export async function beginInside(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  wish: NewAppraisal,
  takenFrom: AppraisalId | null = null,
): Promise<{ readonly id: AppraisalId; readonly slug: string }> {
  const { organisationId, methodId, checklistVersionId, question, isInUse, form, deciderId } = wish;
  if (!mayBegin(actor, organisationId)) throw new Refusal("forbidden", "appraisal.not_your_organisation");
  const method = await tx
    .selectFrom("method")
    .where("id", "=", methodId)
    .select(["name", "withdrawn_at as withdrawnAt"])
    .executeTakeFirst();
  if (!method) throw wrongAt("methodId", "method.no_such_method");
  if (method.withdrawnAt) throw wrongAt("methodId", "method.is_withdrawn");
  const checklist = await tx
    .selectFrom("checklist_version")
    .where("id", "=", checklistVersionId)
    .where("published_at", "is not", null)
    .select("id")
    .executeTakeFirst();
  if (!checklist) throw wrongAt("checklistVersionId", "appraisal.checklist_not_published");
  const place = await tx
    .selectFrom("organisation")
    .where("id", "=", organisationId)
    .select("short_name as name")
    .executeTakeFirst();
  if (!place) throw wrongAt("organisationId", "appraisal.no_such_organisation");
  if (deciderId !== null) await mustDecideThere(tx, deciderId, organisationId, dateIn(at));
  const authors = new Set([...(actor.personId ? [actor.personId] : []), ...wish.authors]);
  if (authors.size === 0) throw wrongAt("authors", "appraisal.author_missing");
  await mustBeAuthors(tx, [...authors]);

  // Of two that begin at once with the same name, one takes its address after the other.
  await sql`select pg_advisory_xact_lock(hashtext('appraisals.appraisal_slugs'))`.execute(tx);
  const title = wish.title ?? method.name;
  const wanted = slugOf(`${title} ${place.name}`) || "metodbedomning";
  const near = await tx.selectFrom("appraisal").where("slug", "like", `${wanted}%`).select("slug").execute();
  const slug = freeSlug(wanted, new Set(near.map((each) => each.slug)));
  const id = newId<"appraisal">();
  await tx
    .insertInto("appraisal")
    .values({
      id,
      slug,
      method_id: methodId,
      organisation_id: organisationId,
      title,
      question,
      is_in_use: isInUse,
      checklist_version_id: checklistVersionId,
      form,
      state: "weighing",
      decider_id: deciderId,
      taken_from: takenFrom,
      created_at: at,
    })
    .execute();
  await tx
    .insertInto("appraisal_source")
    .values(sources.map((source) => ({ appraisal_id: id, source })))
    .execute();
  await writeAuthors(tx, id, [...authors]);
  const told = { methodId, form, isInUse, takenFrom };
  await record(tx, { by: actor, what: "appraisals.appraisal_begun", about: id, organisationId, after: told });
  return { id, slug };
}

/** Changes what an appraisal is about, from the version that was read: whoever read an older one is told. */
export function changeAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { title, question, isInUse, form, version }: AppraisalChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    if (inside.appraisal.version !== version) throw new Refusal("conflict", "appraisal.changed_meanwhile");
    await tx
      .updateTable("appraisal")
      .set({ title, question, is_in_use: isInUse, form, version: version + 1 })
      .where("id", "=", inside.appraisal.id)
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.appraisal_changed", { form, isInUse });
  });
}

/** Says who writes and who is to decide. Somebody writes it as long as it is not withdrawn. */
export function setAppraisalPeople(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { authors: chosen, email, deciderId }: AppraisalPeople,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockAppraisalToKeep(tx, actor, slug, at);
    const { id, organisationId, state, version } = inside.appraisal;
    if (state === "withdrawn") throw new Refusal("conflict", "appraisal.step_not_possible");
    const named = email === null ? undefined : await personWithAddress(tx, email);
    if (email !== null && !named) throw wrongAt("email", "appraisal.nobody_with_address");
    const authors = [...new Set([...chosen, ...(named ? [named] : [])])];
    if (authors.length === 0) throw wrongAt("authors", "appraisal.author_missing");
    if (deciderId === null && state !== "weighing") throw wrongAt("deciderId", "appraisal.decider_missing");
    // Whoever stands there already may go on: only those who are new are looked at.
    await mustBeAuthors(
      tx,
      authors.filter((author) => !inside.authors.some((before) => before.id === author)),
    );
    if (authors.length > mostAuthors) throw wrongAt("authors", "appraisal.too_many_authors");
    const isNew = deciderId !== null && deciderId !== inside.decider?.id;
    if (isNew) await mustDecideThere(tx, deciderId, organisationId, dateIn(at));
    await tx.deleteFrom("appraisal_author").where("appraisal_id", "=", id).execute();
    await writeAuthors(tx, id, authors);
    await tx
      .updateTable("appraisal")
      .set({ decider_id: deciderId, version: version + 1 })
      .where("id", "=", id)
      .execute();
    if (isNew && state === "proposed") await enqueue(tx, proposedMailJob, { appraisalId: id, version: version + 1 });
    await recordAppraisal(tx, actor, inside, "appraisals.people_set", { authors: authors.length });
  });
}

/**
 * Hands an appraisal to whoever decides. All three sources must have been sought: an empty one is written down as sought
 * with nothing found, never left out. What is not answered in the checklist is no hindrance but a risk that shows. (R065)
 */
export function proposeAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { deciderId: chosen }: Proposal,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockAppraisalToWrite(tx, actor, slug, at);
    const { id, organisationId, version } = inside.appraisal;
    const unsought = await sourcesNotSought(tx, id);
    if (unsought.length > 0) throw new Refusal("conflict", "appraisal.source_not_sought", { count: unsought.length });
    const deciderId = chosen ?? inside.decider?.id ?? null;
    if (deciderId === null) throw wrongAt("deciderId", "appraisal.decider_missing");
    await mustDecideThere(tx, deciderId, organisationId, dateIn(at));
    await moveAppraisal(tx, inside, "propose", { decider_id: deciderId, proposed_at: at });
    await enqueue(tx, proposedMailJob, { appraisalId: id, version: version + 1 });
    await recordAppraisal(tx, actor, inside, "appraisals.proposed");
  });
}

/** Takes a proposal back to write more in it, before it is decided. */
export function takeBackAppraisal(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisal(tx, actor, slug, now());
    if (!isAuthor(actor, inside)) throw new Refusal("forbidden", "appraisal.not_yours_to_write");
    await moveAppraisal(tx, inside, "takeBack");
    await recordAppraisal(tx, actor, inside, "appraisals.taken_back");
  });
}

/** Sends a proposal back with what one wants to know first: it stands among what has been asked. */
export function sendBackAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { text }: SentBack,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockAppraisal(tx, actor, slug, at);
    if (!inside.can.decide) throw new Refusal("forbidden", "appraisal.not_yours_to_decide");
    const { id, version } = inside.appraisal;
    await moveAppraisal(tx, inside, "sendBack");
    const inquiryId = newId<"appraisal_inquiry">();
    await tx
      .insertInto("appraisal_inquiry")
      .values({ id: inquiryId, appraisal_id: id, text, asked_by: actor.personId ?? null, asked_at: at })
      .execute();
    await enqueue(tx, sentBackMailJob, { appraisalId: id, inquiryId, version: version + 1 });
    await recordAppraisal(tx, actor, inside, "appraisals.sent_back", { inquiryId });
  });
}

/** Weighs anew what was decided or withdrawn. What was decided stands in its history. */
export function weighAgain(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToKeep(tx, actor, slug, now());
    await moveAppraisal(tx, inside, "weighAgain", { withdrawn_reason: null });
    await recordAppraisal(tx, actor, inside, "appraisals.weighed_again");
  });
}

/** Withdraws an appraisal that is not to be decided, and says why. */
export function withdrawAppraisal(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { reason }: Withdrawal,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToKeep(tx, actor, slug, now());
    await moveAppraisal(tx, inside, "withdraw", { withdrawn_reason: reason });
    await recordAppraisal(tx, actor, inside, "appraisals.appraisal_withdrawn", { reason });
  });
}

async function writeAuthors(tx: Tx, id: AppraisalId, authors: readonly PersonId[]): Promise<void> {
  const rows = authors.map((person_id) => ({ id: newId<"appraisal_author">(), appraisal_id: id, person_id }));
  if (rows.length > 0) await tx.insertInto("appraisal_author").values(rows).execute();
}

async function mustBeAuthors(tx: Tx, people: readonly PersonId[]): Promise<void> {
  const known = await knownAmong(tx, people);
  if (known.length < people.length) throw wrongAt("authors", "appraisal.no_such_person");
}

async function mustDecideThere(
  tx: Tx,
  personId: PersonId,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<void> {
  const known = await actorOf(tx, personId, today);
  if (!known || !reaches(known.actor, "appraisals:decide", { organisationId }))
    throw wrongAt("deciderId", "appraisal.does_not_decide_there");
}
