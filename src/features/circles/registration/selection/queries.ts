import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { eligibilityOf } from "#features/circles/registration/eligibility/eligibility.ts";
import { isManagerAwaited, managerWordReads } from "#features/circles/registration/manager/manager-word.ts";
import { type RegistrationId, seatedStates } from "#features/circles/registration/registration.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { noticesHindrance } from "#features/circles/registration/selection/notices.ts";
import { teamsIn, type TeamPerson } from "#features/circles/registration/team/queries.ts";
import { balanceOf } from "#features/circles/registration/selection/selection-balance.ts";
import { type RoundFacts, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import { isAssessed, type RoundId, takesTeams } from "#features/circles/round/round.ts";

/** Everyone who has applied and waits for the outcome of a selection, with what is decided so far. */
export async function candidatesIn(db: Reader, roundId: RoundId) {
  const rows = await db
    .selectFrom("registration as r")
    .leftJoin("selection_decision as d", "d.registration_id", "r.id")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.round_id", "=", roundId)
    .where("r.state", "=", "applied")
    .orderBy("r.queue_no")
    .select(["r.id", "r.name", "r.seats", "d.outcome", "m.state as managerState"])
    .execute();
  return rows.map(({ managerState, outcome, ...row }) => ({
    ...row,
    outcome: outcome ?? undefined,
    managerAwaited: isManagerAwaited(managerState === null ? undefined : { state: managerState }),
  }));
}

/** How many seats of a round are taken: a team takes as many as it has people. */
export async function seatedIn(db: Reader, roundId: RoundId): Promise<number> {
  const row = await db
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("state", "in", seatedStates)
    .select((eb) => eb.fn.coalesce(eb.fn.sum<string>("seats"), eb.lit(0)).as("seats"))
    .executeTakeFirstOrThrow();
  return Number(row.seats);
}

/** A selection as those who may see who applied see it. */
export type Selection = NonNullable<Awaited<ReturnType<typeof selectionPage>>>;

/** One of those to choose among. */
export type SelectionCandidate = Selection["candidates"][number];

/**
 * What selecting looks at: everyone who has applied with what they wrote, how far the choice has come and how it
 * spreads, and what stands between here and sending the notices. For those who may see who applied.
 */
export async function selectionPage(db: Reader, actor: Actor, slug: string, now: Temporal.Instant) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !isAssessed(round.allocation) || !maySeeRoster(actor, round)) return undefined;
  const candidates = await candidatesShown(db, round);
  const seats = round.hardCapacity ?? 0;
  const noticesSent = round.noticesSentAt !== null;
  const seated = await seatedIn(db, round.id);
  return {
    round,
    candidates,
    balance: balanceOf(candidates, seats),
    hindrance: noticesHindrance({ noticeDate: round.noticeDate, noticesSent, seats }, candidates, seated, dateIn(now)),
    can: { decide: mayDecide(actor, round) && !noticesSent },
  };
}

async function candidatesShown(db: Reader, round: RoundFacts) {
  const rows = await db
    .selectFrom("registration as r")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .leftJoin("selection_decision as d", "d.registration_id", "r.id")
    .leftJoin("person as decider", "decider.id", "d.decided_by")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.round_id", "=", round.id)
    .where((eb) => eb.or([eb("r.state", "=", "applied"), eb("d.outcome", "is not", null)]))
    .where("r.state", "not in", ["withdrawn", "ineligible", "merged", "lapsed"])
    .orderBy("r.queue_no")
    .select([
      "r.id",
      "r.queue_no as queueNo",
      "r.state",
      "r.name",
      "r.workplace",
      "r.employer",
      "r.sector",
      "r.profession",
      "r.seats",
      "r.theme_proposal as themeProposal",
    ])
    .select(["r.age_group as ageGroup", "r.motivation", "r.late", municipality, "m.form", "m.state as word"])
    .select([
      "m.address_known as addressKnown",
      "d.outcome",
      "d.reason",
      "d.decided_at as decidedAt",
      "decider.name as decidedBy",
    ])
    .execute();
  const answers = await db
    .selectFrom("eligibility_answer as a")
    .innerJoin("registration as r", "r.id", "a.registration_id")
    .where("r.round_id", "=", round.id)
    .select(["a.registration_id as registrationId", "a.rule_id as ruleId", "a.meets"])
    .execute();
  const byPerson = Map.groupBy(answers, ({ registrationId }) => registrationId);
  const teams = takesTeams(round.allocation) ? await teamsIn(db, round.id) : new Map<RegistrationId, TeamPerson[]>();
  return rows.map(({ form, word, addressKnown, ...row }) => {
    const meets = Object.fromEntries((byPerson.get(row.id) ?? []).map(({ ruleId, meets: met }) => [ruleId, met]));
    return {
      ...row,
      outcome: row.outcome ?? undefined,
      members: teams.get(row.id) ?? [],
      managerReads: managerWordReads(
        form && word ? { form, state: word, addressKnown: addressKnown ?? false } : undefined,
      ),
      eligibility: eligibilityOf(round.rules, meets),
    };
  });
}

// The municipality above a known employer; where the employer is not known, what the applicant wrote.
const municipality = sql<string>`coalesce((
  with recursive up(id, parent_id, short_name, municipality_code, step) as (
    select id, parent_id, short_name, municipality_code, 1 from organisation where id = r.organisation_id
    union all
    select a.id, a.parent_id, a.short_name, a.municipality_code, up.step + 1 from up join organisation a on a.id = up.parent_id)
  select short_name from up where municipality_code is not null order by step limit 1), o.short_name, r.employer)`.as(
  "municipality",
);
