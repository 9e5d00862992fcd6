import type { Language, Translate } from "#kernel/messages.ts";
import { ownAddress } from "#features/sign-in/sign-in.ts";
import { signInMail } from "#features/sign-in/sign-in-mail.tsx";
import type { Database } from "#platform/database/database.ts";
import { post } from "#platform/mail/mail.ts";

/**
 * Mails somebody the link they asked for. An address without an account gets nothing, and whoever asked is told the
 * same in both cases. Kept out of the audit trail, as all of signing in: a request for a link is no change.
 */
export async function postSignInLink(
  db: Database,
  translate: Readonly<Record<Language, Translate>>,
  baseUrl: string,
  wish: { email: string; token: string; till: string | undefined },
): Promise<void> {
  const person = await db
    .selectFrom("person")
    .where("email", "=", wish.email)
    .select(["name", "language"])
    .executeTakeFirst();
  if (!person) return;
  const till = encodeURIComponent(ownAddress(wish.till));
  const address = `${baseUrl}/logga-in/lank/${wish.token}?till=${till}`;
  await post(db, signInMail({ to: wish.email, name: person.name, address }, translate[person.language]));
}
