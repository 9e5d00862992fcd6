import type { Actor } from "#kernel/actor.ts";
import { type Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Translate } from "#kernel/messages.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { issueLink } from "#platform/links/mailed-link.ts";
import { post } from "#platform/mail/mail.ts";
import type { OwnSection } from "#features/privacy/own-data/own-data.ts";
import { hoursOpen, ownDataPurpose } from "#features/privacy/own-data/own-data-link.ts";
import { ownDataMail } from "#features/privacy/own-data/own-data-mail.tsx";
import { identityBehindLink, isKnownAddress, ownDataOf, takerOf } from "#features/privacy/own-data/queries.ts";

/**
 * Mails somebody a link to what is held about them, so that they prove that the address is theirs. An address we hold
 * nothing about gets nothing, and whoever asked is told the same in both cases. (GDPR 15)
 */
export async function mailOwnDataLink(
  db: Database,
  actor: Actor,
  wish: { readonly email: string; readonly baseUrl: string; readonly t: Translate },
  now: Clock,
): Promise<void> {
  const { email, baseUrl, t } = wish;
  if (!(await isKnownAddress(db, email))) return;
  await change(db, actor, async (tx) => {
    const expiresAt = now().add({ hours: hoursOpen });
    const token = await issueLink(tx, { purpose: ownDataPurpose, subject: email, expiresAt });
    await post(tx, ownDataMail({ to: email, address: `${baseUrl}/personuppgifter/mina/${token}` }, t));
    await record(tx, { by: actor, what: "privacy.own_data_asked", about: "mailed link" });
  });
}

/**
 * Hands out what is held about whoever holds the link. It can be done again as long as the link opens, because a file
 * may be lost on the way; each time stands in the trail.
 */
export function takeOwnData(db: Database, actor: Actor, token: string, now: Clock): Promise<readonly OwnSection[]> {
  return change(db, actor, async (tx) => {
    const whose = await identityBehindLink(tx, token, now());
    if (!whose) throw new Refusal("not_found", "own_data.link_unknown");
    const sections = await ownDataOf(tx, whose);
    const about = whose.personId ?? "mailed link";
    await record(tx, { by: takerOf(actor, whose), what: "privacy.own_data_taken", about });
    return sections;
  });
}
