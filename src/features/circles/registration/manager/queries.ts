import { sql, type SqlBool } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { liveStates, type RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { isAddressOf, organisationWritten } from "#features/organisations/queries.ts";
import { isManagerAddressKnown } from "#features/circles/registration/manager/manager-address.ts";

/** Whom an applicant works for, as far as we know them, and what their manager's address is worth. */
export type Employer = { readonly organisationId: OrganisationId | undefined; readonly managerKnown: boolean };

/** Finds the employer by any name it is written with, and weighs the manager's address against its mail domains. */
export async function employerOf(
  db: Reader,
  application: { readonly employer: string; readonly email: string; readonly managerEmail?: string | undefined },
): Promise<Employer> {
  const organisation = await organisationWritten(db, application.employer);
  const { managerEmail, email } = application;
  if (!organisation || managerEmail === undefined) return { organisationId: organisation?.id, managerKnown: false };
  const inDomain = await isAddressOf(db, managerEmail, organisation.id);
  return {
    organisationId: organisation.id,
    managerKnown: isManagerAddressKnown({ manager: managerEmail, applicant: email }, inDomain),
  };
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
