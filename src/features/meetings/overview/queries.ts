import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { insideOf } from "#features/meetings/body/queries.ts";
import { isCommissionAmong, ownerName } from "#features/meetings/commission/queries.ts";
import type { CommissionId, CommissionState, MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import { type OverviewWish, rowsShown } from "#features/meetings/overview/overview-wish.ts";

/** A commission that is open, in the overview. */
export type OpenCommission = {
  readonly id: CommissionId;
  readonly title: string;
  readonly state: CommissionState;
  readonly body: string | null;
  readonly bodySlug: string | null;
  readonly requester: string | null;
  readonly matter: string | null;
  readonly matterSlug: string | null;
  readonly owner: string | null;
  readonly givenOn: Temporal.PlainDate | null;
  readonly since: Temporal.PlainDate;
  /** The nearest day that something of it is due. Null: nobody has set one. */
  readonly dueOn: Temporal.PlainDate | null;
  /** Whether something that is still to come has no day. */
  readonly lacksDay: boolean;
  readonly parts: number;
  readonly waiting: number;
};

/** A matter that is not closed, in the overview. */
export type OpenMatterRow = {
  readonly id: MatterId;
  readonly slug: string;
  readonly title: string;
  readonly state: MatterState;
  readonly body: string;
  readonly bodySlug: string;
  readonly since: Temporal.PlainDate;
  readonly reason: string | null;
  readonly parkedUntil: Temporal.PlainDate | null;
  readonly parkedEvent: string | null;
  readonly eventCameOn: Temporal.PlainDate | null;
  readonly remindOn: Temporal.PlainDate | null;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly referredTo: string | null;
};

/** How much there is of everything, whatever part of it is shown. */
export type OverviewCounts = {
  readonly commissions: number;
  readonly overdue: number;
  readonly withoutDay: number;
  readonly parked: number;
  readonly matters: number;
};

/** In SQL: commissions as `c`, each with `w`: the nearest day of what is still to come, and whether something lacks one. */
const withDays = sql`commission c cross join lateral (
  select coalesce(min(coalesce(d.due_on, c.due_on)), c.due_on) as due_on,
    coalesce(bool_or(coalesce(d.due_on, c.due_on) is null), c.due_on is null) as lacks_day
  from deliverable d where d.commission_id = c.id and d.state = 'waiting') as w`;

/** What is still to be done: not what is reported and only waits to be heard. */
const isUnderWay = sql<SqlBool>`c.state in ('accepted', 'waiting', 'inProgress')`;

const isOverdue = (today: Temporal.PlainDate) => sql<SqlBool>`(${isUnderWay} and w.due_on < ${today}::date)`;
const isWithoutDay = sql<SqlBool>`(${isUnderWay} and w.lacks_day)`;

/** An open commission: not closed; one from outside that was declined is answered, and so is over. */
const isOpen = sql<SqlBool>`(c.state <> 'closed' and (c.state <> 'declined' or c.from_body is not null))`;

/** A body that somebody is inside, as the overview is narrowed down to it. */
export type ChosenBody = { readonly id: BodyId; readonly slug: string; readonly name: string };

/**
 * Whose overview it is: who asks, and the bodies they are inside, which every list and count is about. Whoever is inside
 * every body there is need not have each matter's bodies looked through.
 */
export type Whose = { readonly actor: Actor; readonly bodies: readonly ChosenBody[]; readonly isEverywhere: boolean };

/** In SQL: whether a column is one of the bodies somebody is inside, or the one of them they have chosen. */
function inBodies({ bodies }: Whose, { grupp }: OverviewWish, column: string): RawBuilder<SqlBool> {
  const chosen = grupp === undefined ? bodies : bodies.filter(({ slug }) => slug === grupp);
  return sql<SqlBool>`${sql.ref(column)} = any(${chosen.map(({ id }) => id)}::uuid[])`;
}

/** In SQL which commissions a wish is about, whatever their day. */
function commissionWish(whose: Whose, wish: OverviewWish): RawBuilder<SqlBool> {
  const owned =
    wish.ansvarig === "jag"
      ? sql`c.owner_person = ${whose.actor.personId ?? null}::uuid`
      : wish.ansvarig === "ingen"
        ? sql`num_nonnulls(c.owner_person, c.owner_organisation, c.owner_name) = 0`
        : sql`true`;
  const seen =
    wish.grupp === undefined
      ? isCommissionAmong(whose.actor, (column) => inBodies(whose, wish, column))
      : inBodies(whose, wish, "c.from_body");
  return sql<SqlBool>`(${isOpen} and ${seen} and ${owned})`;
}

/** In SQL which matters a wish is about: those that are not closed and concern a body one is inside. */
function matterWish(whose: Whose, wish: OverviewWish): RawBuilder<SqlBool> {
  if (whose.isEverywhere && wish.grupp === undefined) return sql<SqlBool>`not m.is_closed`;
  return sql<SqlBool>`(not m.is_closed and m.id in (
    select mb.matter_id from matter_body mb where ${inBodies(whose, wish, "mb.body_id")}))`;
}

/** How many commissions and matters are open, in one statement. */
export async function overviewCounts(
  db: Reader,
  whose: Whose,
  wish: OverviewWish,
  today: Temporal.PlainDate,
): Promise<OverviewCounts> {
  const { rows } = await sql<OverviewCounts>`
    select c.*, m.* from (
      select count(*)::int as commissions, (count(*) filter (where ${isOverdue(today)}))::int as overdue,
        (count(*) filter (where ${isWithoutDay}))::int as "withoutDay"
      from ${withDays} where ${commissionWish(whose, wish)}) as c, (
      select count(*)::int as matters, (count(*) filter (where m.state = 'parked'))::int as parked
      from matter m where ${matterWish(whose, wish)}) as m`.execute(db);
  return rows[0] ?? { commissions: 0, overdue: 0, withoutDay: 0, parked: 0, matters: 0 };
}

/** The open commissions somebody may see: what is overdue first, then by day, and last what nobody has set a day for. */
export async function openCommissions(
  db: Reader,
  whose: Whose,
  wish: OverviewWish,
  today: Temporal.PlainDate,
  most = rowsShown,
): Promise<OpenCommission[]> {
  const standing =
    wish.laget === "forsenade" ? isOverdue(today) : wish.laget === "utan-dag" ? isWithoutDay : sql<SqlBool>`true`;
  const { rows } = await sql<OpenCommission>`
    with chosen as (
      select c.id, w.due_on, w.lacks_day, ${isOverdue(today)} as is_overdue
      from ${withDays} where ${commissionWish(whose, wish)} and ${standing}
      order by is_overdue desc, w.due_on nulls last, c.since, c.id
      limit ${most} offset ${(wish.sida - 1) * rowsShown})
    select c.id, c.title, c.state, b.name as body, b.slug as "bodySlug", c.requester, ${ownerName} as owner,
      m.title as matter, ${shownMatterSlug(whose)} as "matterSlug", c.given_on as "givenOn", c.since,
      chosen.due_on as "dueOn", chosen.lacks_day as "lacksDay",
      (select count(*)::int from deliverable d where d.commission_id = c.id and d.state <> 'dropped') as parts,
      (select count(*)::int from deliverable d where d.commission_id = c.id and d.state = 'waiting') as waiting
    from chosen join commission c on c.id = chosen.id
    left join body b on b.id = c.from_body
    left join matter m on m.id = c.matter_id
    left join person p on p.id = c.owner_person
    left join organisation oo on oo.id = c.owner_organisation
    order by chosen.is_overdue desc, chosen.due_on nulls last, c.since, c.id`.execute(db);
  return rows;
}

/** The address of the commission's matter, for those who may open it: whoever does a commission need not be inside. */
function shownMatterSlug({ bodies }: Whose): RawBuilder<string | null> {
  return sql<string | null>`case when (select true from matter_body mb
    where mb.matter_id = m.id and mb.body_id = any(${bodies.map(({ id }) => id)}::uuid[]) limit 1) then m.slug end`;
}

/** The matters that are not closed and that somebody may see, parked ones only or all of them; the oldest first. */
export async function openMatterRows(
  db: Reader,
  whose: Whose,
  wish: OverviewWish,
  most = rowsShown,
): Promise<OpenMatterRow[]> {
  const parked = wish.visa === "parkerade" ? sql<SqlBool>`m.state = 'parked'` : sql<SqlBool>`true`;
  const { rows } = await sql<OpenMatterRow>`
    with chosen as (
      select m.id from matter m where ${matterWish(whose, wish)} and ${parked}
      order by m.since, m.id limit ${most} offset ${(wish.sida - 1) * rowsShown})
    select m.id, m.slug, m.title, m.state, b.name as body, b.slug as "bodySlug", m.since, m.reason,
      m.parked_until as "parkedUntil", m.parked_event as "parkedEvent", m.event_came_on as "eventCameOn",
      m.remind_on as "remindOn", m.review_on as "reviewOn", r.name as "referredTo"
    from chosen join matter m on m.id = chosen.id join body b on b.id = m.body_id
    left join body r on r.id = m.referred_to
    order by m.since, m.id`.execute(db);
  return rows;
}

/** Who asks, with the bodies they are inside by name: what the overview is about, and can be narrowed down to. */
export async function overviewOf(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<Whose> {
  const bodies = await db
    .selectFrom("body as b")
    .where(insideOf(actor, today))
    .orderBy("b.name")
    .orderBy("b.id")
    .select(["b.id", "b.slug", "b.name"])
    .select((eb) =>
      eb
        .selectFrom("body")
        .select(sql<number>`count(*)::int`.as("all"))
        .as("all"),
    )
    .execute();
  return {
    actor,
    bodies: bodies.map(({ id, slug, name }) => ({ id, slug, name })),
    isEverywhere: bodies.length === bodies[0]?.all,
  };
}
