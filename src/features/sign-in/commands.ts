import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Language, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { rolesOf } from "#features/organisations/people/queries.ts";
import { mayTurnOffSecondFactor } from "#features/sign-in/second-factor-policy.ts";
import { type SecurityChange, securityMailJob } from "#features/sign-in/security-jobs.ts";
import { ownAddress } from "#features/sign-in/sign-in.ts";
import { signInMail } from "#features/sign-in/sign-in-mail.tsx";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { post } from "#platform/mail/mail.ts";
import type { LinkWished } from "#platform/sign-in/authentication.ts";

/**
 * Mails somebody the link they asked for. An address without an account gets nothing, and whoever asked is told the
 * same in both cases. Kept out of the audit trail, as all of signing in: a request for a link is no change.
 */
export async function postSignInLink(
  db: Database,
  translate: Readonly<Record<Language, Translate>>,
  baseUrl: string,
  wish: LinkWished,
): Promise<void> {
  const person = await db
    .selectFrom("person")
    .where("email", "=", wish.email)
    .select(["name", "language"])
    .executeTakeFirst();
  if (!person) return;
  const till = encodeURIComponent(ownAddress(wish.till));
  const address = `${baseUrl}/logga-in/lank/${wish.token}?till=${till}`;
  await post(db, signInMail({ to: wish.to, name: person.name, address }, translate[person.language]));
}

/**
 * Writes down that somebody has changed how they sign in, and tells them by mail: whoever did it with their session or
 * their password may be somebody else.
 */
export function noteSecurityChange(
  db: Database,
  actor: Actor,
  what: Exclude<SecurityChange, "code_taken_off" | "passkey_removed">,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { personId } = actor;
    if (personId === undefined) throw new Refusal("forbidden", "sign_in.second_factor.no_such_person");
    await enqueue(tx, securityMailJob, { personId, what });
    await record(tx, { by: actor, what: `sign_in.${what}`, about: personId });
  });
}

/**
 * Takes the code of an app away from somebody who has lost both the app and the spare codes, ends their sessions and
 * tells them by mail. They sign in again as they else do, and can turn a new code on.
 */
export function turnOffSecondFactor(
  db: Database,
  actor: Actor,
  personId: PersonId,
  { today }: { today: Temporal.PlainDate },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const person = await tx.selectFrom("person").where("id", "=", personId).forUpdate().select("id").executeTakeFirst();
    if (!person) throw new Refusal("not_found", "sign_in.second_factor.no_such_person");
    const held = (await rolesOf(tx, personId, today)).filter(({ tense }) => tense !== "past");
    const scopes = held.map(({ scope }) => scope);
    if (!mayTurnOffSecondFactor(actor, personId, scopes))
      throw new Refusal("forbidden", "sign_in.second_factor.not_yours");
    const { rows } = await sql<{ was: boolean }>`select without_second_factor(${personId}) as was`.execute(tx);
    if (rows[0]?.was !== true) throw new Refusal("conflict", "sign_in.second_factor.is_off");
    await enqueue(tx, securityMailJob, { personId, what: "code_taken_off" });
    await record(tx, { by: actor, what: "sign_in.second_factor_taken_off", about: personId });
  });
}
