import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { answersTo, type Occasion, type Question, questions } from "#features/circles/questionnaire/questionnaire.ts";
import { participantsOf } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Questions that are open: five have answered, and whoever the demo is signed in as has not. */
export async function loadQuestionnaireDemo(db: Database, planner: Actor, now: Clock, roundId: RoundId): Promise<void> {
  const today = dateIn(now());
  await arrangeQuestionnaire(db, planner, now, roundId, {
    beforeOpens: today,
    beforeCloses: today.add({ days: 14 }),
    afterOpens: today.add({ months: 5 }),
    afterCloses: today.add({ months: 5, days: 14 }),
  });
  const participants = (await participantsOf(db, roundId)).filter(({ personId }) => personId === null).slice(0, 5);
  await change(db, planner, async (tx) => {
    await tx
      .insertInto("questionnaire_answered")
      .values(
        participants.map(({ registrationId }) => ({
          round_id: roundId,
          occasion: "before",
          registration_id: registrationId,
        })),
      )
      .execute();
    await tally(tx, roundId, "before", participants.length, 0);
    await record(tx, { by: planner, what: "circles.demo_loaded", about: roundId });
  });
}

/** A circle that has answered both times, ten and nine of them, six under a code of their own. */
export async function loadCountedQuestionnaireDemo(
  db: Database,
  planner: Actor,
  roundId: RoundId,
  { first, last }: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate },
): Promise<void> {
  const days = { before: first.subtract({ days: 14 }), after: last };
  await change(db, planner, async (tx) => {
    for (const occasion of ["before", "after"] as const) {
      const opens_on = days[occasion];
      const closes_on = opens_on.add({ days: 14 });
      await tx
        .insertInto("questionnaire_occasion")
        .values({ round_id: roundId, occasion, opens_on, closes_on, counted_on: closes_on.add({ days: 1 }) })
        .execute();
      await tx
        .insertInto("questionnaire_tally")
        .values(
          questions.flatMap((question) =>
            answersTo(question).map((answer) => ({ round_id: roundId, occasion, question, answer })),
          ),
        )
        .execute();
    }
    await tally(tx, roundId, "before", 12, 0);
    await tally(tx, roundId, "after", 11, 1);
    await tx
      .insertInto("questionnaire_pairs")
      .values([
        { round_id: roundId, question: "findsResearch", pairs: 6, sum: 8, squares: 14 },
        { round_id: roundId, question: "weighsSources", pairs: 6, sum: 5, squares: 7 },
        { round_id: roundId, question: "passesOn", pairs: 6, sum: 3, squares: 5 },
      ])
      .execute();
    await record(tx, { by: planner, what: "circles.demo_loaded", about: roundId });
  });
}

/** Answers that differ from question to question and from one who answers to the next, always in the same way. */
async function tally(tx: Tx, roundId: RoundId, occasion: Occasion, people: number, lift: number): Promise<void> {
  for (const [index, question] of questions.entries()) {
    const counts = new Map<string, number>();
    for (let person = 0; person < people; person += 1) {
      const answer = demoAnswer(question, index, person, lift);
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    for (const [answer, answers] of counts) {
      await tx
        .updateTable("questionnaire_tally")
        .set({ answers })
        .where("round_id", "=", roundId)
        .where("occasion", "=", occasion)
        .where("question", "=", question)
        .where("answer", "=", answer)
        .execute();
    }
  }
}

function demoAnswer(question: Question, index: number, person: number, lift: number): string {
  const possible = answersTo(question);
  if (possible.length === 2) return possible[(person + index + (person > 6 ? lift : 0)) % 2] ?? "no";
  const place = (index % 3) + (person % 3) + (person % 4 === index % 4 ? 0 : lift);
  return possible[Math.min(place, possible.length - 1)] ?? "3";
}
