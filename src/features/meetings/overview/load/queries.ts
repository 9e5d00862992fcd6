import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { loadStates } from "#features/meetings/commission/commission-lifecycle.ts";
import type { CommissionId, CommissionState } from "#features/meetings/matter/matter.ts";
import { reachedIn, validOn } from "#features/organisations/queries.ts";

/** A support unit, its posts, and how much of them its commissions take. Figures of full-time posts. */
export type UnitLoad = {
  readonly id: OrganisationId;
  readonly name: string;
  /** Null: no role there says how much of a post it is. */
  readonly posts: number | null;
  /** What is accepted and has not begun, what is under way, and what is asked for and not answered. */
  readonly accepted: number;
  readonly inProgress: number;
  readonly asked: number;
  /** How many of those accepted or under way do not say how much they take. */
  readonly unsized: number;
  readonly commissions: number;
};

/** The support units whose bodies somebody keeps, with posts or commissions, each with its load on a day. (R163) */
export async function loadOf(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<UnitLoad[]> {
  const { rows } = await sql<UnitLoad>`
    with unit as (
      select o.id, o.name from organisation o
      where ${reachedIn(actor, "bodies:manage", "o.id")}
        and (exists (select from commission c where c.organisation_id = o.id)
          or exists (select from body b where b.organisation_id = o.id))),
    taken as (
      select c.organisation_id,
        coalesce(sum(c.fte) filter (where c.state = 'accepted'), 0)::float as accepted,
        coalesce(sum(c.fte) filter (where c.state = 'inProgress'), 0)::float as in_progress,
        coalesce(sum(c.fte) filter (where c.state in ('received', 'assessed', 'waiting')), 0)::float as asked,
        (count(*) filter (where c.state = any(${[...loadStates]}::text[]) and c.fte is null))::int as unsized,
        (count(*) filter (where c.state = any(${[...loadStates]}::text[])))::int as commissions
      from commission c where c.organisation_id in (select id from unit) group by c.organisation_id)
    select unit.id, unit.name, (
        select sum(r.fte)::float from role_assignment r
        where r.organisation_id = unit.id and r.ended_at is null and ${validOn(today, "r")}) as posts,
      coalesce(taken.accepted, 0) as accepted, coalesce(taken.in_progress, 0) as "inProgress",
      coalesce(taken.asked, 0) as asked, coalesce(taken.unsized, 0) as unsized,
      coalesce(taken.commissions, 0) as commissions
    from unit left join taken on taken.organisation_id = unit.id
    order by unit.name, unit.id`.execute(db);
  return rows;
}

/** What somebody outside has asked for, in the list of those who answer. */
export type IntakeRow = {
  readonly id: CommissionId;
  readonly title: string;
  readonly requester: string;
  readonly organisation: string;
  readonly origin: "local" | "regional" | "national";
  readonly size: "small" | "medium" | "large" | null;
  readonly priority: "high" | "normal" | "low" | null;
  readonly fte: number | null;
  readonly state: CommissionState;
  readonly receivedOn: Temporal.PlainDate;
  readonly reason: string | null;
};

/** How many answered ones the list remembers. */
const answeredShown = 50;

/** What has come in from outside to the units somebody answers for: unanswered first, the oldest first among them. */
export async function intakeOf(db: Reader, actor: Actor): Promise<IntakeRow[]> {
  const rows = await db
    .selectFrom("commission as c")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .where("c.requester", "is not", null)
    .where("c.state", "<>", "closed")
    .where(reachedIn(actor, "bodies:manage", "c.organisation_id"))
    .orderBy(sql`c.state not in ('received', 'assessed')`)
    .orderBy(sql`case when c.state in ('received', 'assessed') then c.created_at end`)
    .orderBy("c.created_at", "desc")
    .limit(answeredShown + 150)
    .select(["c.id", "c.title", "c.requester", "o.name as organisation", "c.origin", "c.size", "c.priority", "c.state"])
    .select(["c.reason", sql<number | null>`c.fte::float`.as("fte")])
    .select(sql<Temporal.PlainDate>`(c.created_at at time zone 'Europe/Stockholm')::date`.as("receivedOn"))
    .execute();
  return rows.map((row) => ({ ...row, requester: row.requester ?? "" }));
}

/** The organisations whose bodies somebody keeps, that have bodies or commissions already, or all they reach if few. */
export async function unitsToReceive(db: Reader, actor: Actor) {
  return db
    .selectFrom("organisation as o")
    .where(reachedIn(actor, "bodies:manage", "o.id"))
    .where(
      sql<SqlBool>`(exists (select from body b where b.organisation_id = o.id)
        or o.kinds && array['rdUnit', 'regionalSupportStructure', 'municipalFederation'])`,
    )
    .orderBy("o.name")
    .limit(200)
    .select(["o.id", "o.name"])
    .execute();
}

/** People who may be given a commission of a unit: those who have a role there today. */
export async function peopleOfUnit(db: Reader, organisationId: OrganisationId, today: Temporal.PlainDate) {
  return db
    .selectFrom("person as p")
    .innerJoin("role_assignment as r", "r.person_id", "p.id")
    .where("r.organisation_id", "=", organisationId)
    .where("r.ended_at", "is", null)
    .where(validOn(today, "r"))
    .where("p.merged_into", "is", null)
    .orderBy("p.name")
    .orderBy("p.id")
    .distinct()
    .select(["p.id", "p.name"])
    .execute();
}
