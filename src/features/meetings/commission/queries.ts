import { type RawBuilder, sql, type SqlBool } from "kysely";
import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { mayRunBody, type Standing } from "#features/meetings/body/body-policy.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { type BodyFacts, bodiesWhere, insideOf, nameInBody } from "#features/meetings/body/queries.ts";
import { possibleCommissionSteps, type CommissionStep } from "#features/meetings/commission/commission-lifecycle.ts";
import type { CommissionId, CommissionState, DeliverableId, MatterId } from "#features/meetings/matter/matter.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** A part of what is to come. */
export type DeliverableFacts = {
  readonly id: DeliverableId;
  readonly text: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly state: "waiting" | "reported" | "dropped";
  readonly reportedOn: Temporal.PlainDate | null;
  readonly report: string | null;
};

/** What is known of a commission. */
export type CommissionFacts = {
  readonly id: CommissionId;
  readonly title: string;
  readonly about: string | null;
  readonly state: CommissionState;
  readonly since: Temporal.PlainDate;
  readonly matterId: MatterId | null;
  readonly matter: string | null;
  readonly matterSlug: string | null;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly fromBody: BodyId | null;
  readonly body: string | null;
  readonly bodySlug: string | null;
  readonly requester: string | null;
  readonly requesterEmail: string | null;
  readonly origin: "local" | "regional" | "national";
  readonly ownerPerson: PersonId | null;
  readonly ownerOrganisation: OrganisationId | null;
  /** Who is to do it, as it may be shown. Null: nobody is named, or they have not agreed to be. */
  readonly owner: string | null;
  readonly givenOn: Temporal.PlainDate | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly size: "small" | "medium" | "large" | null;
  readonly fte: number | null;
  readonly priority: "high" | "normal" | "low" | null;
  readonly reason: string | null;
  readonly version: number;
  readonly deliverables: readonly DeliverableFacts[];
};

/** In SQL: the ids of the bodies somebody is inside. */
export function bodiesInside(actor: Actor, today: Temporal.PlainDate): RawBuilder<BodyId> {
  return sql<BodyId>`(select b.id from body b where ${insideOf(actor, today)})`;
}

/**
 * In SQL: whether somebody sees the commission `c`. Those inside the body that gave it or a body that its matter
 * concerns; whoever is to do it; and of what came from outside, those who look after bodies where it came.
 */
export function isCommissionInside(actor: Actor, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  const inside = bodiesInside(actor, today);
  return isCommissionAmong(actor, (column) => sql<SqlBool>`${sql.ref(column)} in ${inside}`);
}

/** The same, where the bodies somebody is inside are known already: `inBodies` says that a column is one of them. */
export function isCommissionAmong(
  actor: Actor,
  inBodies: (column: string) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(c.owner_person = ${actor.personId ?? null}::uuid
    or ${reachedIn(actor, "bodies:manage", "c.owner_organisation")}
    or (c.from_body is null and ${reachedIn(actor, "bodies:manage", "c.organisation_id")})
    or ${inBodies("c.from_body")}
    or (select true from matter_body mb where mb.matter_id = c.matter_id and ${inBodies("mb.body_id")} limit 1))`;
}

/** In SQL: who is to do the commission `c`, by name as the body it comes from may show it. `p` and `oo` are joined. */
export const ownerName = sql<string | null>`coalesce(oo.name, c.owner_name,
  case when c.owner_person is not null then ${nameInBody(sql`c.from_body`)} end)`;

/** The commissions of a matter, the oldest first, with their parts. For those who see the matter. */
export async function commissionsOfMatter(db: Reader, id: MatterId): Promise<CommissionFacts[]> {
  return commissionsWhere(db, sql<SqlBool>`c.matter_id = ${id}`);
}

/** A commission as somebody who sees it does, and what they may do with it. */
export type CommissionInside = {
  readonly commission: CommissionFacts;
  /** The body that gave it, where one did. */
  readonly body: BodyFacts | undefined;
  readonly can: { readonly run: boolean; readonly report: boolean; readonly seeMatter: boolean };
  readonly steps: readonly CommissionStep[];
};

/**
 * One commission, for those who may see it.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function commissionInScope(
  db: Reader,
  actor: Actor,
  id: string,
  today: Temporal.PlainDate,
): Promise<CommissionInside> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id))
    throw new Refusal("not_found", "commission.no_such_commission");
  const [commission] = await commissionsWhere(db, sql<SqlBool>`c.id = ${id} and ${isCommissionInside(actor, today)}`);
  if (!commission) throw new Refusal("not_found", "commission.no_such_commission");
  const bodies = await bodiesWhere(
    db,
    actor,
    today,
    sql<SqlBool>`(b.id = ${commission.fromBody}
      or b.id in (select mb.body_id from matter_body mb where mb.matter_id = ${commission.matterId}))`,
  );
  const standings = bodies.map(({ standing }) => standing);
  const run = mayRunCommission(actor, commission, standings);
  const { ownerPerson, ownerOrganisation } = commission;
  const owns = ownerPerson !== null && ownerPerson === actor.personId;
  const answersFor =
    ownerOrganisation !== null && reaches(actor, "bodies:manage", { organisationId: ownerOrganisation });
  return {
    commission,
    body: bodies.find((body) => body.id === commission.fromBody),
    can: {
      run,
      report: run || owns || answersFor,
      seeMatter: standings.some(({ keeps, seats }) => keeps || seats.length > 0),
    },
    steps: possibleCommissionSteps(commission.state),
  };
}

/** Days, closing and asking for more: whoever runs a body it concerns; of what came from outside, who keeps bodies there. */
function mayRunCommission(
  actor: Actor,
  { fromBody, organisationId }: CommissionFacts,
  standings: readonly Standing[],
): boolean {
  return fromBody === null ? reaches(actor, "bodies:manage", { organisationId }) : standings.some(mayRunBody);
}

async function commissionsWhere(db: Reader, where: RawBuilder<SqlBool>): Promise<CommissionFacts[]> {
  const rows = await db
    .selectFrom("commission as c")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .leftJoin("matter as m", "m.id", "c.matter_id")
    .leftJoin("body as b", "b.id", "c.from_body")
    .leftJoin("person as p", "p.id", "c.owner_person")
    .leftJoin("organisation as oo", "oo.id", "c.owner_organisation")
    .where(where)
    .orderBy("c.id")
    .select(["c.id", "c.title", "c.about", "c.state", "c.since", "c.matter_id as matterId", "m.title as matter"])
    .select(["m.slug as matterSlug", "c.organisation_id as organisationId", "o.name as organisation"])
    .select(["c.from_body as fromBody", "b.name as body", "b.slug as bodySlug", "c.requester", "c.origin"])
    .select(["c.requester_email as requesterEmail", "c.owner_person as ownerPerson", "c.size", "c.priority"])
    .select(["c.owner_organisation as ownerOrganisation", "c.given_on as givenOn", "c.due_on as dueOn", "c.reason"])
    .select(["c.version", sql<number | null>`c.fte::float`.as("fte"), ownerName.as("owner")])
    .execute();
  const parts = await db
    .selectFrom("deliverable")
    .where("commission_id", "in", rows.length > 0 ? rows.map(({ id }) => id) : [sql<CommissionId>`null`])
    .orderBy("position")
    .select(["id", "commission_id as commissionId", "text", "due_on as dueOn", "state", "reported_on as reportedOn"])
    .select("report")
    .execute();
  return rows.map((row) => ({
    ...(row as Omit<CommissionFacts, "deliverables">),
    deliverables: parts
      .filter(({ commissionId }) => commissionId === row.id)
      .map(({ commissionId: _of, ...part }) => part as DeliverableFacts),
  }));
}
