import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { insideOf, seatedBodies } from "#features/meetings/body/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type {
  QuestionKind,
  Screen,
  WorkshopGroupId,
  WorkshopId,
  WorkshopQuestionId,
  WorkshopState,
} from "#features/workshops/workshop/workshop.ts";
import {
  mayLeadWorkshop,
  mayReadWorkshop,
  type WorkshopStanding,
} from "#features/workshops/workshop/workshop-policy.ts";

/** What is known of a workshop. */
export type WorkshopFacts = {
  readonly id: WorkshopId;
  readonly slug: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly meetingId: MeetingId | null;
  /** Where it leads those who are inside the meeting. */
  readonly meetingSlug: string | null;
  readonly title: string;
  readonly purpose: string | null;
  readonly heldOn: Temporal.PlainDate | null;
  readonly joinCode: string | null;
  readonly device: "person" | "group";
  readonly isAnonymous: boolean;
  readonly state: WorkshopState;
  readonly openedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  readonly screenShows: Screen;
  readonly screenQuestion: WorkshopQuestionId | null;
  readonly roomVersion: number;
  readonly version: number;
};

export type WorkshopGroup = { readonly id: WorkshopGroupId; readonly name: string };

export type WorkshopOption = { readonly id: string; readonly text: string };

/** A question with what there is to choose from, in order. */
export type WorkshopQuestion = {
  readonly id: WorkshopQuestionId;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly help: string | null;
  readonly most: number | null;
  readonly scaleLow: number | null;
  readonly scaleHigh: number | null;
  readonly lowLabel: string | null;
  readonly highLabel: string | null;
  readonly options: readonly WorkshopOption[];
};

export type WorkshopBody = { readonly id: BodyId; readonly slug: string; readonly name: string };

/** A workshop as somebody inside it sees it, and what they may do there. */
export type WorkshopInside = {
  readonly workshop: WorkshopFacts;
  readonly groups: readonly WorkshopGroup[];
  readonly questions: readonly WorkshopQuestion[];
  readonly bodies: readonly WorkshopBody[];
  readonly can: { readonly lead: boolean; readonly read: boolean };
};

/** In SQL what `mayLeadWorkshop` says, for a query that has the workshop as `w`. */
export function ledBy(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isHeldBy(actor)} or ${isLeader(actor)})`;
}

/** In SQL what `mayReadWorkshop` says, for a query that has the workshop as `w`. */
export function readBy(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${ledBy(actor)} or (w.state = 'closed' and ${isOfBodies(actor, today)}))`;
}

function isHeldBy(actor: Actor): RawBuilder<SqlBool> {
  const reach = actor.reach.get("workshops:lead");
  return sql<SqlBool>`(${reach?.everywhere ?? false}::boolean
    or w.organisation_id = any(${[...(reach?.organisations ?? [])]}::uuid[]))`;
}

function isLeader(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select from workshop_leader l
    where l.workshop_id = w.id and l.person_id = ${actor.personId ?? null}::uuid)`;
}

function isOfBodies(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select from workshop_body wb
    where wb.workshop_id = w.id and wb.body_id in ${seatedBodies(actor, today)})`;
}

/**
 * A workshop by its address with all that is prepared in it, for those who lead it, and once it is closed for those who
 * sit in its bodies.
 *
 * @throws Refusal `not_found` for everybody else, and for a workshop that is not there.
 */
export async function workshopInside(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<WorkshopInside> {
  const row = await db
    .selectFrom("workshop as w")
    .innerJoin("organisation as o", "o.id", "w.organisation_id")
    .leftJoin("meeting as m", "m.id", "w.meeting_id")
    .where("w.slug", "=", slug)
    .select(["w.id", "w.slug", "w.organisation_id as organisationId", "o.name as organisation", "w.title", "w.purpose"])
    .select(["w.meeting_id as meetingId", "w.held_on as heldOn", "w.join_code as joinCode"])
    .select(["w.device", "w.is_anonymous as isAnonymous", "w.state", "w.opened_at as openedAt"])
    .select(["w.closed_at as closedAt", "w.screen_shows as screenShows", "w.screen_question as screenQuestion"])
    .select(["w.room_version as roomVersion", "w.version"])
    .select(
      sql<string | null>`case when exists (
        select from meeting_body mb join body b on b.id = mb.body_id
        where mb.meeting_id = w.meeting_id and ${insideOf(actor, today)}) then m.slug end`.as("meetingSlug"),
    )
    .select([isHeldBy(actor).as("holds"), isLeader(actor).as("leads"), isOfBodies(actor, today).as("sits")])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "workshop.no_such_workshop");
  const { holds, leads, sits, ...facts } = row;
  const standing: WorkshopStanding = { holds: Boolean(holds), leads: Boolean(leads), sits: Boolean(sits) };
  if (!mayReadWorkshop(standing, facts.state)) throw new Refusal("not_found", "workshop.no_such_workshop");
  const workshop: WorkshopFacts = facts;
  const [groups, questions, bodies] = await Promise.all([
    groupsOf(db, workshop.id),
    questionsOf(db, workshop.id),
    bodiesOf(db, workshop.id),
  ]);
  return { workshop, groups, questions, bodies, can: { lead: mayLeadWorkshop(standing), read: true } };
}

/** The groups of a workshop in their order; for whoever has been found to be in the room. */
export async function groupsOf(db: Reader, id: WorkshopId): Promise<WorkshopGroup[]> {
  return db
    .selectFrom("workshop_group")
    .where("workshop_id", "=", id)
    .orderBy("position")
    .select(["id", "name"])
    .execute();
}

/** The questions of a workshop in their order, each with what there is to choose from. */
export async function questionsOf(db: Reader, id: WorkshopId): Promise<WorkshopQuestion[]> {
  const [questions, options] = await Promise.all([
    db
      .selectFrom("workshop_question")
      .where("workshop_id", "=", id)
      .orderBy("position")
      .select(["id", "kind", "text", "help", "most", "scale_low as scaleLow", "scale_high as scaleHigh"])
      .select(["low_label as lowLabel", "high_label as highLabel"])
      .execute(),
    db
      .selectFrom("workshop_option as o")
      .innerJoin("workshop_question as q", "q.id", "o.question_id")
      .where("q.workshop_id", "=", id)
      .orderBy("o.position")
      .select(["o.id", "o.text", "o.question_id as questionId"])
      .execute(),
  ]);
  const byQuestion = Map.groupBy(options, ({ questionId }) => questionId);
  return questions.map((question) => ({
    ...question,
    options: (byQuestion.get(question.id) ?? []).map(({ id: optionId, text }) => ({ id: optionId, text })),
  }));
}

/** The bodies a workshop is held with, by name. */
async function bodiesOf(db: Reader, id: WorkshopId): Promise<WorkshopBody[]> {
  return db
    .selectFrom("workshop_body as wb")
    .innerJoin("body as b", "b.id", "wb.body_id")
    .where("wb.workshop_id", "=", id)
    .orderBy("b.name")
    .orderBy("b.id")
    .select(["b.id", "b.slug", "b.name"])
    .execute();
}
