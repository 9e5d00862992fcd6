import { dateIn } from "#kernel/clock.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";
import type { Reader } from "#platform/database/database.ts";
import { stageOf } from "#features/circles/questionnaire/asking-days.ts";
import { answeredIn, occasionsOf } from "#features/circles/questionnaire/queries.ts";
import { reminderAhead } from "#features/circles/round/reminders/reminder-moment.ts";
import { participantsOf } from "#features/circles/round/reminders/queries.ts";
import { factsOf } from "#features/circles/round/queries.ts";

/** Everything that one mail about a questionnaire says. */
export type AskedToAnswer = Awaited<ReturnType<typeof askedToAnswer>>[number];

/**
 * Who is to be asked today to answer: everybody with a place who has not answered, when the questions have opened and once
 * more two working days before the last day. Where they are open for a few days only, nobody is asked twice.
 */
export async function askedToAnswer(db: Reader, now: Temporal.Instant) {
  const today = dateIn(now);
  const rows = await db
    .selectFrom("questionnaire_occasion as o")
    .innerJoin("round as r", "r.id", "o.round_id")
    .where("o.opens_on", "<=", today)
    .where("o.closes_on", ">=", today)
    .where("r.state", "not in", ["draft", "cancelled"])
    .select("r.id")
    .execute();
  const rounds = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  const asked = await Promise.all(
    rounds.map(async (round) => {
      const open = (await occasionsOf(db, round.id)).find((each) => stageOf(each, today) === "open");
      if (!open) return [];
      const remindFrom = addWorkingDays(open.closesOn, -reminderAhead);
      const isLate = Temporal.PlainDate.compare(remindFrom, today) <= 0;
      const wasOpenBefore = Temporal.PlainDate.compare(open.opensOn, remindFrom) < 0;
      const [answered, participants] = await Promise.all([
        answeredIn(db, round.id, open.occasion),
        participantsOf(db, round.id),
      ]);
      return participants
        .filter(({ id }) => !answered.includes(id))
        .map((participant) => ({ round, open, participant, isReminder: isLate && wasOpenBefore }));
    }),
  );
  return asked.flat();
}
