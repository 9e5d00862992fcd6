import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { giveAssignment } from "#features/circles/assignment/commands.ts";
import { participantsOf } from "#features/circles/room/queries.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

// Invented, in the manner of what participants write.
const texts = [
  "Jag läste artikeln med två kollegor på ett arbetsplatsmöte. Det vi fastnade för var att ingen äger frågan när flera verksamheter möter samma familj.\n\nVi prövar nu att säga högt, i slutet av varje samverkansmöte, vem som gör nästa sak och när.",
  "Hos oss är det första mötet redan tidigt, men återkopplingen till förskolan dröjer. Artikeln beskriver precis det.",
  "Vi har inte tid avsatt för att läsa, så jag läste hemma. Jag tar med frågan om tid till min chef.",
];
const feedback = "Tack. Ta gärna med hur kollegorna tänkte om vem som äger frågan, så börjar vi där på nästa träff.";

/** Something to do before the second meeting of a circle: some have handed in, one has an answer, one has a draft. */
export async function loadAssignmentDemo(db: Database, planner: Actor, now: Clock, roundId: RoundId): Promise<void> {
  const sessions = (await roundFacts(db, roundId))?.sessions ?? [];
  const id = await giveAssignment(db, planner, now, roundId, {
    givenAt: sessions[0]?.id ?? null,
    dueBefore: sessions[1]?.id ?? null,
    title: "Läs om samordning och pröva på din arbetsplats",
    task: "Läs artikeln om tidiga samordnade insatser, gärna tillsammans med en kollega.\n\nSkriv en halv sida: vad känner ni igen, och vad skulle ni kunna pröva redan nu?",
    visibility: "group",
  });
  const participants = await participantsOf(db, roundId);
  await change(db, planner, async (tx) => {
    for (const [index, body] of texts.entries()) {
      const who = participants[index];
      if (!who) break;
      const isDraft = index === texts.length - 1;
      await tx
        .insertInto("assignment_submission")
        .values({
          id: newId<"assignment_submission">(),
          assignment_id: id,
          registration_id: who.registrationId,
          body,
          version: 1,
          saved_at: now(),
          handed_in_at: isDraft ? null : now(),
          late: false,
          ...(index === 0 ? { feedback, answered_at: now(), answered_by: planner.personId ?? null } : {}),
        })
        .execute();
    }
    await record(tx, { by: planner, what: "circles.demo_loaded", about: id });
  });
}
