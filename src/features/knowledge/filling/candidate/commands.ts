import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import { type Candidate, candidateInside } from "#features/knowledge/filling/candidate/queries.ts";
import { mayBringIn } from "#features/knowledge/filling/filling-policy.ts";
import type { Taking } from "#features/knowledge/filling/filling-words.ts";
import type { CandidateId } from "#features/knowledge/filling/filling.ts";
import type { Found } from "#features/knowledge/filling/found.ts";
import type { ReferenceFile } from "#features/knowledge/filling/reference-file.ts";
import { createItemIn } from "#features/knowledge/item/commands.ts";
import { NewItem } from "#features/knowledge/item/item-words.ts";
import { checked } from "#platform/web/form.ts";

/**
 * Puts the references of a file in the list to go through. The same file again brings nothing new, and neither does the
 * same file sent twice at once. (R108)
 */
export function bringInFile(
  db: Database,
  actor: Actor,
  now: Clock,
  organisationId: OrganisationId,
  { digest, references }: ReferenceFile,
): Promise<{ readonly brought: readonly CandidateId[]; readonly known: number }> {
  return change(db, actor, async (tx) => {
    mustBringIn(actor, organisationId);
    const at = now();
    const brought: CandidateId[] = [];
    for (const { reference, citation, place } of references) {
      const id = newId<"knowledge_candidate">();
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto("knowledge_candidate")
        .values({
          ...columnsOf({ reference, citation }),
          id,
          organisation_id: organisationId,
          file_digest: digest,
          place,
          brought_at: at,
        })
        .onConflict((conflict) => conflict.columns(["organisation_id", "file_digest", "place"]).doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) brought.push(id);
    }
    const known = references.length - brought.length;
    const after = { digest, references: brought.length, known };
    await record(tx, {
      by: actor,
      what: "knowledge.references_brought_in",
      about: organisationId,
      organisationId,
      after,
    });
    return { brought, known };
  });
}

/**
 * Puts one reference in the list to go through. What waits there already, by its DOI or its address, is the same: two who
 * paste the same address at once get one.
 */
export function bringInOne(
  db: Database,
  actor: Actor,
  now: Clock,
  organisationId: OrganisationId,
  found: Found,
): Promise<{ readonly id: CandidateId; readonly isKnown: boolean }> {
  return change(db, actor, async (tx) => {
    mustBringIn(actor, organisationId);
    await sql`select pg_advisory_xact_lock(hashtext('knowledge.bring_in'), hashtext(${organisationId}))`.execute(tx);
    const { doi, link, title } = found.reference;
    const known = await tx
      .selectFrom("knowledge_candidate")
      .where("organisation_id", "=", organisationId)
      .where("standing", "=", "new")
      .where("source_id", "is", null)
      .where((eb) =>
        eb.or([
          eb(eb.fn<string>("lower", ["doi"]), "=", doi?.toLowerCase() ?? ""),
          eb.and([eb("link", "=", link ?? ""), eb("title", "=", title)]),
        ]),
      )
      .select("id")
      .executeTakeFirst();
    if (known) {
      markRecorded(tx);
      return { id: known.id, isKnown: true };
    }
    const id = newId<"knowledge_candidate">();
    await tx
      .insertInto("knowledge_candidate")
      .values({ ...columnsOf(found), id, organisation_id: organisationId, brought_at: now() })
      .execute();
    const after = { title, link };
    await record(tx, { by: actor, what: "knowledge.reference_brought_in", about: id, organisationId, after });
    return { id, isKnown: false };
  });
}

/**
 * Begins an item of a candidate, as a draft: its title page is filled in and its summary is still to be written in one's
 * own words. Nothing comes into the base in another way. (R108, R132)
 */
export function takeCandidate(
  db: Database,
  actor: Actor,
  now: Clock,
  id: CandidateId,
  { kind, ...putRight }: Taking,
): Promise<{ readonly slug: string }> {
  return change(db, actor, async (tx) => {
    const candidate = await lockCandidate(tx, actor, id);
    if (candidate.standing === "taken") throw new Refusal("conflict", "filling.is_taken");
    const { title, authors, source, year, licence, link, doi } = candidate;
    const said = { title, authors, source, year, licence, link, doi, ...known(putRight) };
    // Read over again as a person's words are: what an archive has written is held to the same.
    const wish = checked(NewItem, {
      ...said,
      kind,
      organisationId: candidate.organisationId,
      citation: candidate.citation,
    });
    const { slug, id: itemId } = await createItemIn(tx, actor, now, wish);
    await decide(tx, now, id, { standing: "taken", item_id: itemId });
    await recordCandidate(tx, actor, candidate, "knowledge.candidate_taken", { item: itemId });
    return { slug };
  });
}

/** Says that nothing is to become of some candidates. It is remembered: what is harvested again stays left out. */
export function leaveOut(db: Database, actor: Actor, now: Clock, ids: readonly CandidateId[]): Promise<number> {
  return change(db, actor, async (tx) => {
    let left = 0;
    // In one order, so that two who leave out the same do not wait for each other.
    for (const id of [...new Set(ids)].toSorted()) {
      const candidate = await lockCandidate(tx, actor, id);
      if (candidate.standing === "taken") throw new Refusal("conflict", "filling.is_taken");
      if (candidate.standing === "leftOut") continue;
      await decide(tx, now, id, { standing: "leftOut", item_id: null });
      await recordCandidate(tx, actor, candidate, "knowledge.candidate_left_out");
      left += 1;
    }
    if (left === 0) markRecorded(tx);
    return left;
  });
}

/** Puts a candidate that was left out back in the list. */
export function takeUpAgain(db: Database, actor: Actor, id: CandidateId): Promise<void> {
  return change(db, actor, async (tx) => {
    const candidate = await lockCandidate(tx, actor, id);
    if (candidate.standing !== "leftOut") throw new Refusal("conflict", "filling.is_not_left_out");
    await tx
      .updateTable("knowledge_candidate")
      .set({ standing: "new", decided_at: null })
      .where("id", "=", id)
      .execute();
    await recordCandidate(tx, actor, candidate, "knowledge.candidate_taken_up");
  });
}

async function lockCandidate(tx: Tx, actor: Actor, id: CandidateId): Promise<Candidate> {
  await candidateInside(tx, actor, id);
  await sql`select 1 from knowledge_candidate where id = ${id} for update`.execute(tx);
  const { candidate, can } = await candidateInside(tx, actor, id);
  if (!can.decide) throw new Refusal("forbidden", "filling.not_your_organisation");
  return candidate;
}

async function decide(
  tx: Tx,
  now: Clock,
  id: CandidateId,
  outcome: { standing: "taken" | "leftOut"; item_id: Awaited<ReturnType<typeof createItemIn>>["id"] | null },
): Promise<void> {
  await tx
    .updateTable("knowledge_candidate")
    .set({ ...outcome, decided_at: now() })
    .where("id", "=", id)
    .execute();
}

async function recordCandidate(
  tx: Tx,
  actor: Actor,
  { id, organisationId, title }: Candidate,
  what: string,
  more: object = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, after: { title, ...more } });
}

function mustBringIn(actor: Actor, organisationId: OrganisationId): void {
  if (!mayBringIn(actor, organisationId)) throw new Refusal("forbidden", "filling.not_your_organisation");
}

function columnsOf({ reference: { authors, ...same }, citation }: Found) {
  return { ...same, authors: [...authors], citation: citation === null ? null : json(citation) };
}

/** What somebody has said something of: what is left out of a call stays as it was. */
function known(said: Omit<Taking, "kind">): Partial<Omit<Taking, "kind">> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
