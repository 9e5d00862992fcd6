import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { PasskeyId } from "#features/sign-in/passkeys/passkey.ts";
import { leavesAWayIn } from "#features/sign-in/passkeys/ways-in.ts";
import { securityMailJob } from "#features/sign-in/security-jobs.ts";

/** Gives one of one's own passkeys another name. */
export function renamePasskey(db: Database, actor: Actor, id: PasskeyId, { name }: { name: string }): Promise<void> {
  return change(db, actor, async (tx) => {
    await lockOwn(tx, actor, id);
    await tx.updateTable("sign_in_passkey").set({ name }).where("id", "=", id).execute();
    await record(tx, { by: actor, what: "sign_in.passkey_renamed", about: id });
  });
}

/** Takes away one of one's own passkeys, unless it is the last way in, and tells its owner by mail. */
export function removePasskey(db: Database, actor: Actor, id: PasskeyId): Promise<void> {
  return change(db, actor, async (tx) => {
    const personId = await lockOwn(tx, actor, id);
    const ways = await tx
      .selectFrom("person as p")
      .where("p.id", "=", personId)
      .select([
        sql<boolean>`p.email is not null`.as("hasAddress"),
        sql<boolean>`exists (select from sign_in_account a
          where a.person_id = p.id and a.provider_id = 'credential')`.as("hasPassword"),
        sql<number>`(select count(*)::int from sign_in_passkey k where k.person_id = p.id)`.as("passkeys"),
      ])
      .executeTakeFirstOrThrow();
    if (!leavesAWayIn(ways)) throw new Refusal("conflict", "sign_in.passkey.last_way_in");
    await tx.deleteFrom("sign_in_passkey").where("id", "=", id).execute();
    await enqueue(tx, securityMailJob, { personId, what: "passkey_removed" });
    await record(tx, { by: actor, what: "sign_in.passkey_removed", about: id });
  });
}

/** Locks the person rather than the passkey: of two who are taken away at once, one may be the last. */
async function lockOwn(tx: Tx, actor: Actor, id: PasskeyId) {
  const { personId } = actor;
  if (personId === undefined) throw new Refusal("not_found", "sign_in.passkey.no_such");
  await tx.selectFrom("person").where("id", "=", personId).forUpdate().select("id").execute();
  const own = await tx
    .selectFrom("sign_in_passkey")
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .select("id")
    .executeTakeFirst();
  if (!own) throw new Refusal("not_found", "sign_in.passkey.no_such");
  return personId;
}
