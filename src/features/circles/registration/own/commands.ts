import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { mailApplicant } from "#features/circles/registration/queue/commands.ts";
import { type RegistrationId, stillToAnswer } from "#features/circles/registration/registration.ts";

/**
 * Mails an address a new link to each of its applications that is in the running, or the confirmation again where that
 * waits. Whoever asks is told the same whether there are any: nobody finds out who has applied. (S-3)
 */
export function mailOwnLinks(db: Database, actor: Actor, email: string, now: Clock): Promise<RegistrationId[]> {
  return change(db, actor, async (tx) => {
    const at = now();
    const rows = await tx
      .selectFrom("registration as r")
      .innerJoin("round as c", "c.id", "r.round_id")
      .where("r.email", "=", email)
      .where("r.state", "in", stillToAnswer)
      .where("c.state", "!=", "cancelled")
      .orderBy("r.applied_at", "desc")
      .limit(20)
      .select(["r.id", "r.state"])
      .execute();
    for (const { id, state } of rows) {
      await mailApplicant(tx, id, state === "unconfirmed" ? "confirmAddress" : "ownLink", at);
    }
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await record(tx, { by: actor, what: "circles.own_links_asked", about: ids[0] ?? "", after: { ids } });
    return ids;
  });
}
