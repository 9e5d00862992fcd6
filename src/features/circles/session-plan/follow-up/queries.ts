import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { isHandedIn } from "#features/circles/assignment/due.ts";
import { assignmentsOf } from "#features/circles/assignment/queries.ts";
import { proposalsOf } from "#features/circles/proposal/queries.ts";
import type { Room } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { lastWord } from "#features/circles/session-plan/follow-up/promises.ts";
import { spreadInRoom } from "#features/circles/spread/queries.ts";

/** What a circle promised, as its follow-up goes through it: everything is read from where it was written, nothing is kept twice. */
export type Promises = Awaited<ReturnType<typeof promisesOf>>;

/**
 * What was promised in a circle and is to be asked about when it meets again: every proposal with its state and what was
 * said last, the assignments that wait for somebody, and how far it has reached against its targets. Whose texts wait,
 * and who has reached how many, is for those who lead; the others see their own. (R099, R100, R101)
 */
export async function promisesOf(db: Reader, room: Room) {
  const { round, part, own } = room;
  const [proposals, steps, assignments, spread] = await Promise.all([
    proposalsOf(db, round.id),
    lastStepsIn(db, round.id),
    assignmentsOf(db, room),
    spreadInRoom(db, room),
  ]);
  const heard = new Map(steps.map((step) => [step.proposalId, step]));
  return {
    proposals: proposals.map(({ id, title, author, registrationId, state, since }) => {
      const step = heard.get(id);
      return {
        id,
        title,
        author,
        registrationId,
        state,
        last: lastWord({ state, happenedOn: since, reason: step?.reason ?? null }, step?.answeredOn ?? null),
        unansweredSince: step?.unansweredSince ?? null,
      };
    }),
    assignments: assignments
      .map(({ assignment: { id, title }, own: ownState, handedIn, participants, waiting }) => ({
        id,
        title,
        ownWaits: ownState !== undefined && !isHandedIn(ownState),
        notHandedIn: part === "leads" ? participants - handedIn : 0,
        notAnswered: part === "leads" ? waiting : 0,
      }))
      .filter(({ ownWaits, notHandedIn, notAnswered }) => ownWaits || notHandedIn > 0 || notAnswered > 0),
    spread: {
      reached: spread.reach.colleagues,
      target: spread.target,
      own: own && {
        reached: spread.own?.told.reduce((all, { reached }) => all + reached, 0) ?? 0,
        target: spread.own?.target?.colleagues,
      },
      each: spread.each,
    },
  };
}

/** What was said last about each proposal of a circle, when its question was last answered, and since when one waits. */
async function lastStepsIn(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("proposal as p")
    .where("p.round_id", "=", roundId)
    .select([
      "p.id as proposalId",
      sql<string | null>`(select s.reason from proposal_step s where s.proposal_id = p.id
        order by s.step_no desc limit 1)`.as("reason"),
      sql<Temporal.PlainDate | null>`(select max((a.answered_at at time zone 'Europe/Stockholm')::date)
        from proposal_asking a where a.proposal_id = p.id)`.as("answeredOn"),
      sql<Temporal.PlainDate | null>`(select max((a.asked_at at time zone 'Europe/Stockholm')::date)
        from proposal_asking a where a.proposal_id = p.id and a.answered_at is null
          and not exists (select from proposal_asking later
            where later.proposal_id = p.id and later.asked_at > a.asked_at))`.as("unansweredSince"),
    ])
    .execute();
}
