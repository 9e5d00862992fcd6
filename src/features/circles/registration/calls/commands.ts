import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { ChangeNoticeId } from "#features/circles/change-notice/change-notice.ts";
import { keepToldByCall } from "#features/circles/change-notice/commands.ts";
import { lockToDecide } from "#features/circles/registration/eligibility/commands.ts";

/** Something to be told by telephone. */
export const PhoneCallId = idOf("phone_call");
export type PhoneCallId = Id<"phone_call">;

/** Marks a call as made: somebody without a mail address has been told, of a change too. Pressed twice, it is made once. */
export function markCalled(db: Database, actor: Actor, callId: PhoneCallId, now: Clock): Promise<void> {
  return change(db, actor, async (tx) => {
    const call = await tx
      .selectFrom("phone_call")
      .where("id", "=", callId)
      .select(["registration_id as registrationId", "kind", "occasion"])
      .executeTakeFirst();
    if (!call) throw new Refusal("not_found", "registration.no_such_call");
    const { round } = await lockToDecide(tx, actor, call.registrationId);
    const at = now();
    const notice = call.kind === "changed" ? ChangeNoticeId.safeParse(call.occasion).data : undefined;
    if (notice) await keepToldByCall(tx, call.registrationId, notice, at);
    await tx
      .updateTable("phone_call")
      .set({ called_at: at, called_by: actor.personId ?? null })
      .where("id", "=", callId)
      .where("called_at", "is", null)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.call_made",
      about: call.registrationId,
      organisationId: round.organisationId,
      after: { kind: call.kind },
    });
  });
}
