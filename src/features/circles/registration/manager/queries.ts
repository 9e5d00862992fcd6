import { sql, type SqlBool } from "kysely";
import { dateIn, stockholm } from "#kernel/clock.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink, type ReadLink } from "#platform/links/mailed-link.ts";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { mostReminders, reminderDays } from "#features/circles/registration/answer-deadlines.ts";
import { liveStates, RegistrationId, type RegistrationState } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { isAddressOf, organisationWritten } from "#features/organisations/queries.ts";
import { isManagerAddressKnown } from "#features/circles/registration/manager/manager-address.ts";
import type { ManagerWordState } from "#features/circles/registration/manager/manager-word.ts";

/**
 * Whether a manager's address is one where somebody at the employer answers: the employer is found by any name it is
 * written with, and the address weighed against its mail domains.
 */
export async function isManagerKnown(
  db: Reader,
  application: {
    readonly employer: string;
    readonly email?: string | undefined;
    readonly managerEmail?: string | undefined;
  },
): Promise<boolean> {
  const { employer, email, managerEmail } = application;
  if (managerEmail === undefined) return false;
  const organisation = await organisationWritten(db, employer);
  const inDomain = organisation !== undefined && (await isAddressOf(db, managerEmail, organisation.id));
  return isManagerAddressKnown({ manager: managerEmail, applicant: email ?? "" }, inDomain);
}

/** Which awaited managers are meant: asked or reminded last before a moment, and reminded fewer times than this. */
export type AwaitedWish = {
  readonly roundId: RoundId;
  readonly lastAskedBefore: Temporal.Instant;
  readonly fewerReminders?: number;
  readonly only?: readonly RegistrationId[] | undefined;
};

/** The registrations of a round whose manager has been asked and has not answered. */
export async function awaitedManagersIn(db: Reader, wish: AwaitedWish): Promise<RegistrationId[]> {
  const rows = await db
    .selectFrom("manager_consultation as m")
    .innerJoin("registration as r", "r.id", "m.registration_id")
    .where("r.round_id", "=", wish.roundId)
    .where("r.state", "in", liveStates)
    .where("m.form", "=", "confirmed")
    .where("m.state", "=", "waiting")
    .where((eb) => eb(eb.fn.coalesce("m.reminded_at", "m.asked_at"), "<", wish.lastAskedBefore))
    .$if(wish.fewerReminders !== undefined, (qb) => qb.where("m.reminders", "<", wish.fewerReminders ?? 0))
    .$if(wish.only !== undefined, (qb) => qb.where(sql<SqlBool>`r.id = any (${[...(wish.only ?? [])]}::uuid[])`))
    .orderBy("r.queue_no")
    .select("r.id")
    .execute();
  return rows.map((row) => row.id);
}

/** Until when managers count as silent: asked or reminded before this, they are reminded. */
export function silentSince(now: Temporal.Instant): Temporal.Instant {
  return addWorkingDays(dateIn(now), -reminderDays).add({ days: 1 }).toZonedDateTime(stockholm).toInstant();
}

/** Rounds in which a manager has been silent long enough to be reminded. */
export async function roundsWithSilentManagers(db: Reader, now: Temporal.Instant): Promise<RoundId[]> {
  const rows = await db
    .selectFrom("manager_consultation as m")
    .innerJoin("registration as r", "r.id", "m.registration_id")
    .innerJoin("round as c", "c.id", "r.round_id")
    .where("c.state", "in", ["published", "closed", "allocated", "running"])
    .where("r.state", "in", liveStates)
    .where("m.state", "=", "waiting")
    .where("m.reminders", "<", mostReminders)
    .where((eb) => eb(eb.fn.coalesce("m.reminded_at", "m.asked_at"), "<", silentSince(now)))
    .select("r.round_id as roundId")
    .distinct()
    .execute();
  return rows.map((row) => row.roundId);
}

/** What a manager is asked, behind the link in their mail. */
export type ManagerRequest = NonNullable<Awaited<ReturnType<typeof managerRequest>>>;

/**
 * What a manager is asked about one applicant, and whether it still waits for them: `open`, answered (`yes`, `no`),
 * `outdated` when the round has changed since the mail, `expired`, or `notNeeded` when the application is gone. It
 * names the applicant and nobody else. Opening the link changes nothing and never answers. (R115)
 */
export async function managerRequest(db: Reader, token: string, now: Temporal.Instant) {
  const link = await readLink(db, "manager.answer", token, now);
  const id = RegistrationId.safeParse(link?.subject).data;
  const row =
    id &&
    (await db
      .selectFrom("registration as r")
      .innerJoin("manager_consultation as m", "m.registration_id", "r.id")
      .where("r.id", "=", id)
      .select(["r.round_id as roundId", "r.state", "r.name", "r.workplace", "r.employer", "r.profession"])
      .select(["r.held_until as heldUntil", "m.state as word", "m.question", "m.answered_at as answeredAt"])
      .executeTakeFirst());
  const seen = row && (await roundAsSeen(db, row.roundId, now));
  if (!link || !row || !seen) return undefined;
  return { ...row, seen, stands: requestStands(link, row, seen.round) };
}

type RequestStands = "open" | "yes" | "no" | "outdated" | "expired" | "notNeeded";

function requestStands(
  link: ReadLink,
  { state, word }: { readonly state: RegistrationState; readonly word: ManagerWordState },
  round: { readonly state: string; readonly version: number },
): RequestStands {
  if (word === "yes" || word === "no") return word;
  if (round.state === "cancelled" || !(liveStates as readonly RegistrationState[]).includes(state)) return "notNeeded";
  if (link.version !== String(round.version)) return "outdated";
  return link.state === "open" ? "open" : link.state === "spent" ? "outdated" : "expired";
}
