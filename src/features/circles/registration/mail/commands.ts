import { clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { registrationMailJob } from "#features/circles/registration/registration-jobs.ts";
import { liveStates } from "#features/circles/registration/registration.ts";
import type { ChangeKind } from "#features/circles/round/round-change.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** What everyone in the running is told about a round: that something in it is changed, or that it is called off. */
export type RoundNews =
  | { readonly kind: "changed"; readonly told: readonly ChangeKind[]; readonly occasion: string }
  | { readonly kind: "cancelled"; readonly occasion: string };

/** Leaves one mail for everyone who is in the running in a round. Done twice for the same occasion, each gets one. */
export function tellEveryone(db: Database, roundId: RoundId, news: RoundNews, now: Clock): Promise<number> {
  return change(db, clockwork, async (tx) => {
    const live = await tx
      .selectFrom("registration")
      .where("round_id", "=", roundId)
      .where("state", "in", liveStates)
      .orderBy("queue_no")
      .select("id")
      .execute();
    const told = news.kind === "changed" ? { told: [...news.told] } : {};
    for (const { id } of live) {
      await enqueue(tx, registrationMailJob, { registrationId: id, kind: news.kind, occasion: news.occasion, ...told });
    }
    await record(tx, {
      by: clockwork,
      what: `circles.everyone_told_${news.kind}`,
      about: roundId,
      after: { ...told, receivers: live.length, at: now().toString() },
    });
    return live.length;
  });
}
