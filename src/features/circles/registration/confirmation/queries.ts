import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { roundOf } from "#features/circles/registration/queue/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";

/** What the page behind a confirmation link shows. Opening it confirms nothing, however often it is opened. */
export async function applicationToConfirm(db: Reader, token: string, now: Temporal.Instant) {
  const link = await readLink(db, "registration.confirm", token, now);
  const id = RegistrationId.safeParse(link?.subject).data;
  const roundId = id && (await roundOf(db, id));
  const seen = roundId && (await roundAsSeen(db, roundId, now));
  if (!link || !id || !seen) return undefined;
  const registration = await db
    .selectFrom("registration")
    .where("id", "=", id)
    .select(["id", "state", "confirm_by as confirmBy", "queue_no as queueNo", "name", "workplace"])
    .executeTakeFirstOrThrow();
  return { ...registration, link: link.state, seen };
}
