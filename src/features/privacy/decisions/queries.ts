import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { countDue, type DueRows, erasedSince, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { visitorsDue } from "#features/circles/attendance/retention/queries.ts";
import { noteWritersDue } from "#features/circles/notes/retention/queries.ts";
import { contactsDue, mailingsDue } from "#features/circles/reaching/retention/queries.ts";
import { registrationsDue, unconfirmedDue } from "#features/circles/registration/retention/queries.ts";
import {
  attendanceDue,
  commissionContactsDue,
  minutesReceiversDue,
  minutesWritersDue,
} from "#features/meetings/retention/queries.ts";
import { appraisalWritersDue, perspectiveTextsDue } from "#features/appraisals/retention/queries.ts";
import { questionPeopleDue } from "#features/knowledge/question/retention/queries.ts";
import { knowledgeWritersDue } from "#features/knowledge/retention/queries.ts";
import { leadersDue } from "#features/workshops/retention/queries.ts";
import { countedBack, type KeptSpan, spanOfDays } from "#features/privacy/decisions/retention-decision.ts";
import { mayDecideRetention, maySeeRetention } from "#features/privacy/decisions/retention-decision-policy.ts";
import { type DecidedKind, decidedKinds, retention } from "#features/privacy/retention.ts";

/** What is due of each kind that an organisation decides about: the same question as its command asks. */
const dueRows: Readonly<Record<DecidedKind, DueRows<OrganisationDueTime>>> = {
  unconfirmedRegistration: unconfirmedDue,
  registration: (time) => sql`${registrationsDue(time)} union all ${visitorsDue(time)}`,
  noteWriter: noteWritersDue,
  meetingAttendance: attendanceDue,
  minutesWriter: minutesWritersDue,
  minutesReceiver: minutesReceiversDue,
  commissionContact: commissionContactsDue,
  workshopLeader: leadersDue,
  appraisalWriter: appraisalWritersDue,
  perspectiveText: perspectiveTextsDue,
  knowledgeWriter: knowledgeWritersDue,
  questionPeople: questionPeopleDue,
  mailing: mailingsDue,
  contactPerson: contactsDue,
};

/** What one decision says. `kept` is null where it is decided that it is kept. */
export type Decision = Awaited<ReturnType<typeof decisionsWhere>>[number];

/** Every decision that holds, or those about one kind. */
export function decisionsInForce(db: Reader, kind?: DecidedKind): Promise<Decision[]> {
  return decisionsWhere(
    db,
    kind ? sql<SqlBool>`d.ended_at is null and d.kind = ${kind}` : sql<SqlBool>`d.ended_at is null`,
  );
}

async function decisionsWhere(db: Reader, condition: RawBuilder<SqlBool>) {
  const rows = await db
    .selectFrom("retention_decision as d")
    .where(condition)
    .orderBy("d.recorded_at")
    .select(["d.id", "d.organisation_id as organisationId", "d.kind", "d.kept_count as count", "d.kept_unit as unit"])
    .select(["d.number", "d.decided_on as decidedOn", "d.recorded_at as recordedAt", "d.ended_at as endedAt"])
    .execute();
  return rows.map(({ count, unit, kind, ...row }) => ({
    ...row,
    // No other kind is written, and one that an earlier release had is never asked for by its name.
    kind: kind as DecidedKind,
    kept: count !== null && unit !== null ? ({ count, unit } satisfies KeptSpan) : null,
  }));
}

/** What organisations have decided, for everybody to read: such decisions are public. */
export async function publicDecisions(db: Reader) {
  const decisions = await decisionsInForce(db);
  const organisations = await db
    .selectFrom("organisation")
    .where(sql<SqlBool>`id = any(${decisions.map(({ organisationId }) => organisationId)}::uuid[])`)
    .orderBy("name")
    .select(["id", "name"])
    .execute();
  return organisations.flatMap(({ id, name }) =>
    decisions.filter(({ organisationId }) => organisationId === id).map((decision) => ({ ...decision, name })),
  );
}

/** From when something of an organisation is due that is kept for so long. */
export function dueFor(organisationId: OrganisationId, kept: KeptSpan, now: Temporal.Instant): OrganisationDueTime {
  return { organisationId, now, before: countedBack(now, kept) };
}

/** How much of a kind would be erased in the night if an organisation keeps it for so long. Erases nothing. */
export function wouldBeErased(
  db: Reader,
  kind: DecidedKind,
  organisationId: OrganisationId,
  kept: KeptSpan,
  now: Temporal.Instant,
): Promise<number> {
  return countDue(db, dueRows[kind], dueFor(organisationId, kept, now));
}

/** The organisations that hold circles, and so personal data that somebody must decide about. */
export async function organisationsHolding(db: Reader, reached?: RawBuilder<SqlBool>) {
  return db
    .selectFrom("organisation as o")
    .where(
      sql<SqlBool>`exists (
        select from registration g join round r on r.id = g.round_id where r.organisation_id = o.id)`,
    )
    .$if(reached !== undefined, (qb) => qb.where(reached as RawBuilder<SqlBool>))
    .orderBy("o.name")
    .select(["o.id", "o.name", "o.slug"])
    .select(
      sql<DecidedKind[]>`array(
        select d.kind from retention_decision d where d.organisation_id = o.id and d.ended_at is null)`.as("decided"),
    )
    .execute();
}

/** The organisations that somebody may decide for and that still lack a decision, with about how much. */
export async function organisationsWithoutDecision(db: Reader, actor: Actor) {
  const reach = actor.reach.get("retention:decide");
  if (!reach) return [];
  const reached = sql<SqlBool>`(${reach.everywhere}::boolean or o.id = any(${[...reach.organisations]}::uuid[]))`;
  const holding = await organisationsHolding(db, reached);
  return holding.flatMap(({ id, name, slug, decided }) => {
    const missing = decidedKinds.filter((kind) => !decided.includes(kind)).length;
    return missing > 0 ? [{ id, name, slug, missing }] : [];
  });
}

/** How much of a kind goes by what has been decided. */
export async function decidedBy(
  db: Reader,
  kind: DecidedKind,
  decisions: readonly Decision[],
  now: Temporal.Instant,
): Promise<number> {
  let count = 0;
  for (const { organisationId, kept, ...decision } of decisions)
    if (decision.kind === kind && kept) count += await wouldBeErased(db, kind, organisationId, kept, now);
  return count;
}

/** What nobody has decided about yet and would be erased if what is proposed were decided, in counts. */
export async function waitingForDecisions(db: Reader, now: Temporal.Instant) {
  const waiting = [];
  for (const { id: organisationId, decided } of await organisationsHolding(db))
    for (const kind of decidedKinds) {
      if (decided.includes(kind)) continue;
      const count = await wouldBeErased(db, kind, organisationId, spanOfDays(retention[kind].days), now);
      if (count > 0) waiting.push({ organisationId, kind, count });
    }
  return waiting;
}

/** How many days back the log of what was erased is shown. */
const daysShown = 366;

/**
 * How long an organisation keeps each kind of personal data, by which decision; how much would be erased tonight, or
 * would be if it decided what is proposed; and what has been erased.
 */
export async function retentionPage(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const organisation = await db
    .selectFrom("organisation")
    .where("slug", "=", slug)
    .select(["id", "name", "slug"])
    .executeTakeFirst();
  if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
  if (!maySeeRetention(actor, organisation.id)) throw new Refusal("forbidden", "retention.not_yours");
  const decisions = await decisionsWhere(db, sql<SqlBool>`d.organisation_id = ${organisation.id}`);
  const erased = await erasedSince(db, dateIn(now).subtract({ days: daysShown }), organisation.id);
  const kinds = [];
  for (const kind of decidedKinds) {
    const decision = decisions.find((each) => each.kind === kind && each.endedAt === null);
    const proposed = spanOfDays(retention[kind].days);
    const kept = decision ? decision.kept : proposed;
    kinds.push({
      kind,
      decision,
      proposed,
      waiting: kept ? await wouldBeErased(db, kind, organisation.id, kept, now) : 0,
      erased: erased.reduce((sum, each) => sum + (each.kind === kind ? each.erased : 0), 0),
    });
  }
  return {
    organisation,
    kinds,
    earlier: decisions.filter(({ endedAt }) => endedAt !== null).toReversed(),
    runs: erased.filter((each) => each.erased > 0),
    can: { decide: mayDecideRetention(actor, organisation.id) },
  };
}
export type RetentionPage = Awaited<ReturnType<typeof retentionPage>>;
