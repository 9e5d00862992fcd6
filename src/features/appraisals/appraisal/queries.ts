import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor, Grant } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId, AppraisalState, Source } from "#features/appraisals/appraisal/appraisal.ts";
import {
  type AppraisalStanding,
  mayAsk,
  mayDecide,
  mayKeep,
  mayTell,
  mayWrite,
} from "#features/appraisals/appraisal/appraisal-policy.ts";
import type { AppraisalForm } from "#features/appraisals/appraisal/appraisal-words.ts";
import type { MethodId, MethodKind } from "#features/appraisals/method/method.ts";
import type { ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";

/** What an appraisal says of itself. */
export type AppraisalFacts = {
  readonly id: AppraisalId;
  readonly slug: string;
  readonly title: string;
  readonly question: string | null;
  readonly isInUse: boolean;
  readonly form: AppraisalForm;
  readonly state: AppraisalState;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly checklistVersionId: ChecklistVersionId;
  readonly disagreement: string | null;
  readonly outweighing: Source | null;
  readonly outweighingMotive: string | null;
  /** The appraisal of another organisation that it was taken from. */
  readonly takenFrom: AppraisalId | null;
  readonly proposedAt: Temporal.Instant | null;
  readonly withdrawnReason: string | null;
  readonly createdAt: Temporal.Instant;
  readonly version: number;
};

export type MethodWeighed = {
  readonly id: MethodId;
  readonly slug: string;
  readonly name: string;
  readonly kind: MethodKind;
};

/** Somebody who writes or decides. */
export type AppraisalPerson = { readonly id: PersonId; readonly name: string };

/** An appraisal as somebody who sees it does, and what they may do with it. */
export type AppraisalInside = {
  readonly appraisal: AppraisalFacts;
  readonly method: MethodWeighed;
  readonly authors: readonly AppraisalPerson[];
  readonly decider: AppraisalPerson | null;
  readonly can: {
    /** Its authors, while it is weighed. */
    readonly write: boolean;
    /** Whoever is to decide, until it is decided. */
    readonly ask: boolean;
    /** The one who is chosen to decide, when it is proposed or decided. */
    readonly decide: boolean;
    /** Authors and whoever decides: answering what is asked, telling what became of it. */
    readonly tell: boolean;
    /** Who writes and decides, and withdrawing it. */
    readonly keep: boolean;
  };
};

/** In SQL: whether a grant of somebody's reaches the organisation in a column. */
export function reachedIn(actor: Actor, grant: Grant, column: string): RawBuilder<SqlBool> {
  const reach = actor.reach.get(grant);
  return sql<SqlBool>`(${reach?.everywhere ?? false}::boolean
    or ${sql.ref(column)} = any(${[...(reach?.organisations ?? [])]}::uuid[]))`;
}

/** In SQL: whether somebody is at work with the appraisal `a`: writes it, decides on it, or does so for its organisation. */
export function isAtWorkWith(actor: Actor): RawBuilder<SqlBool> {
  const person = sql`${actor.personId ?? null}::uuid`;
  return sql<SqlBool>`(coalesce(a.decider_id = ${person}, false)
    or exists (select from appraisal_author au where au.appraisal_id = a.id and au.person_id = ${person})
    or ${reachedIn(actor, "appraisals:write", "a.organisation_id")}
    or ${reachedIn(actor, "appraisals:decide", "a.organisation_id")})`;
}

/**
 * In SQL: whether somebody sees the appraisal `a`. What is decided is open to all who are signed in, so that others can
 * take it over; before that it is seen by those who work with it.
 */
export function isAppraisalSeen(actor: Actor): RawBuilder<SqlBool> {
  const isSignedIn = sql`${actor.personId !== undefined}::boolean`;
  return sql<SqlBool>`((a.state = 'decided' and ${isSignedIn}) or ${isAtWorkWith(actor)})`;
}

/**
 * One appraisal by its address, for those who may see it.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function appraisalInside(
  db: Reader,
  actor: Actor,
  slug: string,
  _today: Temporal.PlainDate,
): Promise<AppraisalInside> {
  const row = await db
    .selectFrom("appraisal as a")
    .innerJoin("method as m", "m.id", "a.method_id")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .leftJoin("person as d", "d.id", "a.decider_id")
    .where("a.slug", "=", slug)
    .where(isAppraisalSeen(actor))
    .select(["a.id", "a.slug", "a.title", "a.question", "a.is_in_use as isInUse", "a.form", "a.state"])
    .select(["a.organisation_id as organisationId", "o.name as organisation", "a.disagreement", "a.outweighing"])
    .select(["a.checklist_version_id as checklistVersionId", "a.outweighing_motive as outweighingMotive"])
    .select(["a.taken_from as takenFrom", "a.proposed_at as proposedAt", "a.withdrawn_reason as withdrawnReason"])
    .select(["a.created_at as createdAt", "a.version", "d.id as deciderId", "d.name as decider"])
    .select(["m.id as methodId", "m.slug as methodSlug", "m.name as methodName", "m.kind as methodKind"])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "appraisal.no_such_appraisal");
  const { deciderId, decider, methodId, methodSlug, methodName, methodKind, ...appraisal } = row;
  const authors = await authorsOf(db, appraisal.id);
  const standing: AppraisalStanding = { ...appraisal, deciderId, authorIds: authors.map(({ id }) => id) };
  return {
    appraisal,
    method: { id: methodId, slug: methodSlug, name: methodName, kind: methodKind },
    authors,
    decider: deciderId === null ? null : { id: deciderId, name: decider ?? "" },
    can: {
      write: mayWrite(actor, standing),
      ask: mayAsk(actor, standing),
      decide: mayDecide(actor, standing),
      tell: mayTell(actor, standing),
      keep: mayKeep(actor, standing),
    },
  };
}

/** Who writes an appraisal, by name. */
export async function authorsOf(db: Reader, id: AppraisalId): Promise<AppraisalPerson[]> {
  return db
    .selectFrom("appraisal_author as au")
    .innerJoin("person as p", "p.id", "au.person_id")
    .where("au.appraisal_id", "=", id)
    .orderBy("p.name")
    .orderBy("p.id")
    .select(["p.id", "p.name"])
    .execute();
}

/** Which of the three sources nobody has sought: with one of them an appraisal is not ready to be decided on. (R065) */
export async function sourcesNotSought(db: Reader, id: AppraisalId): Promise<Source[]> {
  const rows = await db
    .selectFrom("appraisal_source")
    .where("appraisal_id", "=", id)
    .where("standing", "=", "notSought")
    .select("source")
    .execute();
  return rows.map(({ source }) => source);
}
