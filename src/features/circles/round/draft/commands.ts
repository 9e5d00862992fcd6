import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import type { ProgrammeStart, RoundStart } from "#features/circles/round/draft/round-start.ts";
import { slugFor } from "#features/circles/round/draft/queries.ts";
import { columnsOf, lockToEdit, writeSection } from "#features/circles/round/editor/commands.ts";
import { lockRound, roundFacts } from "#features/circles/round/queries.ts";
import { type NewStart, nextRoundFrom, type RoundContent, startProblem } from "#features/circles/round/round-copy.ts";
import { mayDiscardRound, maySeeRound, mayStartRounds } from "#features/circles/round/round-policy.ts";
import { heirOf, mustNotHaveEnded } from "#features/organisations/succession/queries.ts";
import { roundSlug } from "#features/circles/round/round-slug.ts";
import type { ProgrammeId, RoundId } from "#features/circles/round/round.ts";
import { insertSessions } from "#features/circles/round/sessions/commands.ts";
import { copyThemes } from "#features/circles/session-plan/commands.ts";

export type Started = { readonly id: RoundId; readonly slug: string };

/** Starts a series that rounds will be held of. (R001) */
export function createProgramme(
  db: Database,
  actor: Actor,
  start: ProgrammeStart,
): Promise<{ id: ProgrammeId; slug: string }> {
  return change(db, actor, async (tx) => {
    refuseStranger(actor, start.organisationId);
    await mustNotHaveEnded(tx, start.organisationId);
    await refuseUnknownKind(tx, start.kind);
    const programme = await insertProgramme(tx, start);
    await record(tx, {
      by: actor,
      what: "circles.programme_created",
      about: programme.id,
      organisationId: start.organisationId,
      after: { ...start, slug: programme.slug },
    });
    return programme;
  });
}

/** Begins an empty round as a draft that nobody outside sees. */
export function createRound(db: Database, actor: Actor, start: RoundStart): Promise<Started> {
  return change(db, actor, async (tx) => {
    refuseStranger(actor, start.organisationId);
    await refuseUnknownKind(tx, start.kind);
    const round = await insertRound(tx, actor, start);
    await record(tx, {
      by: actor,
      what: "circles.round_created",
      about: round.id,
      organisationId: start.organisationId,
      after: start,
    });
    return round;
  });
}

/** What a pasted text was, and what was read from it. */
export type ReadSource = { readonly text: string; readonly fileName: string | null; readonly read: object };

/** Begins a round from a pasted invitation. The original and what was read from it are kept beside the draft. (R036) */
export function createRoundFromInvitation(
  db: Database,
  actor: Actor,
  start: RoundStart,
  content: RoundContent,
  source: ReadSource,
): Promise<Started> {
  return change(db, actor, async (tx) => {
    refuseStranger(actor, start.organisationId);
    await refuseUnknownKind(tx, start.kind);
    const round = await insertRound(tx, actor, start);
    await fill(tx, round.id, { ...content, kind: start.kind, title: start.title });
    await tx
      .insertInto("round_source")
      .values({ round_id: round.id, text: source.text, file_name: source.fileName, read: json(source.read) })
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.round_read_from_invitation",
      about: round.id,
      organisationId: start.organisationId,
      after: { ...start, characters: source.text.length, fileName: source.fileName },
    });
    return round;
  });
}

/**
 * Begins the next round of a series from an earlier one: with its days counted from a new first day, or left open. What
 * an organisation held that has gone into another is gone on with there, as a series of its own. (R001)
 */
export function copyRound(db: Database, actor: Actor, from: RoundId, start?: NewStart): Promise<Started> {
  return change(db, actor, async (tx) => {
    const problem = start && startProblem(start);
    if (problem) throw new Refusal("invalid", problem, {}, [{ path: "firstDate", code: problem }]);
    const earlier = await roundFacts(tx, from);
    if (!earlier || !maySeeRound(actor, earlier)) throw new Refusal("not_found", "round.no_such_round");
    const organisationId = await heirOf(tx, earlier.organisationId);
    refuseStranger(actor, organisationId);
    const programmeId = organisationId === earlier.organisationId ? earlier.programmeId : null;
    const { kind, title } = earlier;
    const round = await insertRound(tx, actor, { organisationId, programmeId, kind, title });
    await fill(tx, round.id, nextRoundFrom(earlier, start));
    await copyThemes(tx, from, round.id);
    const after = { from, firstDay: start?.firstDay.toString() ?? null };
    await record(tx, { by: actor, what: "circles.round_copied", about: round.id, organisationId, after });
    return round;
  });
}

/** Throws a draft away, with the text it was read from. Nobody outside has seen it. */
export function discardRound(db: Database, actor: Actor, id: RoundId): Promise<void> {
  return change(db, actor, async (tx) => {
    const round = await lockRound(tx, id);
    if (!round || !maySeeRound(actor, round)) throw new Refusal("not_found", "round.no_such_round");
    if (!mayDiscardRound(actor, round)) {
      throw round.state === "draft"
        ? new Refusal("forbidden", "round.not_yours")
        : new Refusal("conflict", "round.cancel_instead");
    }
    const role = await tx.selectFrom("role_assignment").where("round_id", "=", id).select("id").executeTakeFirst();
    if (role) throw new Refusal("conflict", "round.has_roles");
    await tx.deleteFrom("round").where("id", "=", id).execute();
    await tx
      .deleteFrom("programme as p")
      .where("p.id", "=", round.programmeId)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("round")
              .whereRef("round.programme_id", "=", "p.id")
              .select(sql`1`.as("one")),
          ),
        ),
      )
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.round_discarded",
      about: id,
      organisationId: round.organisationId,
      before: { title: round.title, slug: round.slug },
    });
  });
}

/** Writes all of a round's content over what a draft says: what a person has confirmed after looking at it. */
export function fillDraft(db: Database, actor: Actor, id: RoundId, content: RoundContent) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    if (before.state !== "draft") throw new Refusal("conflict", "round.is_published");
    await refuseUnknownKind(tx, content.kind);
    await tx.deleteFrom("session").where("round_id", "=", id).execute();
    await fill(tx, id, content);
    await tx
      .updateTable("round")
      .set({ updated_at: sql`clock_timestamp()` })
      .where("id", "=", id)
      .execute();
    await record(tx, { by: actor, what: "circles.draft_confirmed", about: id, organisationId: before.organisationId });
  });
}

async function insertRound(
  tx: Tx,
  actor: Actor,
  { organisationId, programmeId, kind, title }: RoundStart,
): Promise<Started> {
  await mustNotHaveEnded(tx, organisationId);
  if (programmeId !== null) await refuseForeignProgramme(tx, programmeId, organisationId);
  const programme = programmeId ?? (await insertProgramme(tx, { organisationId, kind, name: title })).id;
  const id = newId<"round">();
  const slug = await slugFor(tx, "round", roundSlug(title));
  await tx
    .insertInto("round")
    .values({
      id,
      programme_id: programme,
      organisation_id: organisationId,
      kind,
      slug,
      title,
      created_by: actor.personId ?? null,
    })
    .execute();
  return { id, slug };
}

async function insertProgramme(tx: Tx, { organisationId, kind, name }: ProgrammeStart) {
  const id = newId<"programme">();
  const slug = await slugFor(tx, "programme", roundSlug(name));
  await tx.insertInto("programme").values({ id, organisation_id: organisationId, kind, slug, name }).execute();
  return { id, slug };
}

async function fill(tx: Tx, id: RoundId, content: RoundContent): Promise<void> {
  await tx
    .updateTable("round")
    .set({
      ...columnsOf({ section: "basics", ...content }),
      ...columnsOf({ section: "story", ...content }),
      ...columnsOf({ section: "audience", ...content }),
      ...columnsOf({ section: "frame", ...content }),
      ...columnsOf({ section: "wayIn", ...content }),
      planned_term: content.plannedTerm,
    })
    .where("id", "=", id)
    .execute();
  for (const section of ["questions", "people", "audience"] as const)
    await writeSection(tx, id, { section, ...content });
  await insertSessions(tx, id, content.sessions);
}

function refuseStranger(actor: Actor, organisationId: string): void {
  if (!mayStartRounds(actor, organisationId)) throw new Refusal("forbidden", "round.not_your_organisation");
}

async function refuseUnknownKind(tx: Tx, kind: string): Promise<void> {
  const known = await tx.selectFrom("activity_kind").where("code", "=", kind).select("code").executeTakeFirst();
  if (!known) throw new Refusal("invalid", "round.no_such_kind", {}, [{ path: "kind", code: "round.no_such_kind" }]);
}

async function refuseForeignProgramme(tx: Tx, id: ProgrammeId, organisationId: string): Promise<void> {
  const programme = await tx.selectFrom("programme").where("id", "=", id).select("organisation_id").executeTakeFirst();
  if (programme?.organisation_id === organisationId) return;
  throw new Refusal("invalid", "round.no_such_programme", {}, [
    { path: "programmeId", code: "round.no_such_programme" },
  ]);
}
