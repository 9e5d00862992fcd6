import { sql } from "kysely";
import { linkHolder, nobody } from "../src/kernel/actor.ts";
import type { Clock } from "../src/kernel/clock.ts";
import type { Database } from "../src/platform/database/database.ts";
import { newSecret, secretHash } from "../src/platform/tokens/secret-token.ts";
import { apply } from "../src/features/circles/registration/commands.ts";
import { confirmApplication } from "../src/features/circles/registration/confirmation/commands.ts";
import {
  Application,
  type ApplicationInput,
  type RegistrationId,
} from "../src/features/circles/registration/registration.ts";
import type { RoundId } from "../src/features/circles/round/round.ts";
import { noon } from "./given-rounds.ts";

/** A Monday before the last day to apply of `given.published`. */
export const monday = noon("2027-06-07");

let applicants = 0;

/** What a person fills in; everybody has an address of their own. */
export function application(over: Partial<ApplicationInput> = {}): Application {
  applicants += 1;
  return Application.parse({
    name: `Sökande ${applicants}`,
    email: `sokande${applicants}@example.se`,
    workplace: "Familjeenheten",
    employer: "Mölndals stad",
    sector: "socialServices",
    profession: "Socialsekreterare",
    managerName: "Bo Lind",
    managerDeclared: "yes",
    hoursAccepted: "yes",
    ...over,
  });
}

/** Sentences about applying, and what can be read back from the tables. `db` is the web's, `ownerDb` sees all. */
export function givenRegistrations(db: Database, ownerDb: Database) {
  /** A working link as it stands in a mail. */
  const link = async (
    purpose: string,
    subject: string,
    over: { version?: string; expiresAt?: Temporal.Instant } = {},
  ) => {
    const secret = newSecret();
    await ownerDb
      .insertInto("mailed_link")
      .values({
        token_hash: secretHash(secret),
        purpose,
        subject,
        version: over.version ?? null,
        expires_at: over.expiresAt ?? noon("2029-01-01")(),
      })
      .execute();
    return secret;
  };

  /** Somebody who has sent an application and not confirmed it. */
  const applied = async (roundId: RoundId, over: Partial<ApplicationInput> = {}, now: Clock = monday) => {
    const sent = application(over);
    return { ...(await apply(db, nobody, { roundId, application: sent, language: "sv" }, now)), email: sent.email };
  };

  const confirm = async (id: RegistrationId, now: Clock = monday) =>
    confirmApplication(db, linkHolder, await link("registration.confirm", id), now);

  /** Somebody who has applied and confirmed. */
  const confirmed = async (roundId: RoundId, over: Partial<ApplicationInput> = {}, now: Clock = monday) => {
    const { id } = await applied(roundId, over, now);
    return confirm(id, now);
  };

  /** Several, in this order. */
  const queue = async (roundId: RoundId, count: number, over: Partial<ApplicationInput> = {}, now: Clock = monday) => {
    const ids: RegistrationId[] = [];
    for (let i = 0; i < count; i += 1) ids.push((await confirmed(roundId, over, now)).id);
    return ids;
  };

  /** How everyone in a round stands, in queue order: "1 placed", "2 waitlisted" … */
  const roster = async (roundId: RoundId): Promise<string[]> => {
    const rows = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", roundId)
      .orderBy("queue_no")
      .select(["queue_no as no", "state"])
      .execute();
    return rows.map(({ no, state }) => `${no} ${state}`);
  };

  const stateOf = async (id: RegistrationId) =>
    (await ownerDb.selectFrom("registration").where("id", "=", id).select("state").executeTakeFirstOrThrow()).state;

  /** The mails left for applicants and managers of a round, oldest first, as "kind to number". */
  const mailsLeft = async (roundId: RoundId): Promise<string[]> => {
    const { rows } = await sql<{ mail: string }>`
      select (j.data ->> 'kind') || ' to ' || r.queue_no as mail
      from pgboss.job j join registration r on r.id = (j.data ->> 'registrationId')::uuid
      where r.round_id = ${roundId} and j.name in ('circles.registration_mail', 'circles.manager_mail') and j.state = 'created'
      order by j.created_on, j.data ->> 'occasion', r.queue_no`.execute(ownerDb);
    return rows.map(({ mail }) => mail);
  };

  const forgetMails = async () => {
    await sql`delete from pgboss.job where name in ('circles.registration_mail', 'circles.manager_mail')`.execute(
      ownerDb,
    );
  };

  /** Everything a refused command must leave as it was. */
  const everything = async () => {
    const tables = [
      "registration",
      "registration_extra",
      "manager_consultation",
      "eligibility_answer",
      "selection_decision",
      "waitlist_offer",
      "mailed_link",
      "person",
      "round",
    ];
    const found: Record<string, unknown> = {};
    for (const table of tables) {
      const { rows } = await sql<{
        row: string;
      }>`select t::text as row from ${sql.table(table)} t order by t::text`.execute(ownerDb);
      found[table] = rows.map(({ row }) => row);
    }
    const { rows } =
      await sql`select (select count(*) from audit_record)::int as deeds, (select count(*) from pgboss.job)::int as jobs`.execute(
        ownerDb,
      );
    return { ...found, counts: rows[0] };
  };

  return { link, applied, confirm, confirmed, queue, roster, stateOf, mailsLeft, forgetMails, everything };
}
