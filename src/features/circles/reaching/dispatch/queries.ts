import { sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { contactPersonsOf } from "#features/organisations/people/contact-persons/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

type InvitedTo = { readonly id: RoundId; readonly organisationId: OrganisationId };

/** Somebody the invitation may be sent to, and when they last got it. */
export type DispatchRow = Awaited<ReturnType<typeof dispatchList>>[number];

/**
 * Everybody an invitation may be sent to: those who have a role that stands for a member of the organiser, and those
 * the organiser has added itself. One row an address; what the organiser wrote itself stands.
 */
export async function dispatchList(db: Reader, round: InvitedTo, today: Temporal.PlainDate) {
  const [people, own, sent] = await Promise.all([
    contactPersonsOf(db, round.organisationId, today),
    db
      .selectFrom("dispatch_contact")
      .where("organisation_id", "=", round.organisationId)
      .orderBy("name")
      .select(["id", "name", "workplace", "email"])
      .execute(),
    sentTimes(db, round.id),
  ]);
  const written = new Set(own.map(({ email }) => email));
  const rows = [
    ...people
      .filter(({ email }) => !written.has(email))
      .map(({ name, email, role, organisation }) => ({ id: null, name, email, role, workplace: organisation })),
    ...own.map((row) => ({ ...row, role: null })),
  ];
  return rows.map((row) => ({ ...row, sentAt: sent.get(row.email) }));
}

/** Who of these have had the invitation to a round already, and when last. */
export async function alreadySentTo(db: Reader, roundId: RoundId, addresses: readonly string[]) {
  return sentRows(db, roundId).where("v.email", "in", addresses).execute();
}

async function sentTimes(db: Reader, roundId: RoundId): Promise<ReadonlyMap<string | null, Temporal.Instant>> {
  const rows = await sentRows(db, roundId).execute();
  return new Map(rows.map(({ email, sentAt }) => [email, sentAt]));
}

function sentRows(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("round_mailing_receiver as v")
    .innerJoin("round_mailing as m", "m.id", "v.mailing_id")
    .where("m.round_id", "=", roundId)
    .where("m.kind", "=", "invitation")
    .groupBy("v.email")
    .orderBy("v.email")
    .select(["v.email", sql<string>`max(v.name)`.as("name")])
    .select((eb) => eb.fn.max("m.written_at").as("sentAt"));
}
