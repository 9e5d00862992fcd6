import { type Actor, clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { issueLink, spendLink } from "#platform/links/mailed-link.ts";
import { type Mail, post } from "#platform/mail/mail.ts";
import { subjectOf, type ToldOfMatter, unfollowPurpose, whoOf } from "#features/meetings/matter/following/queries.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { matterInScope } from "#features/meetings/matter/queries.ts";
import { recordMatter } from "#features/meetings/matter/steering/commands.ts";

/** How long a mail can be answered with "tell me no more". */
const daysToUnfollow = 365;

/** Follows a matter, or no longer: whoever does gets a mail when something happens to it. Pressing twice is once. */
export function followMatter(db: Database, actor: Actor, now: Clock, slug: string, follows: boolean): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await matterInScope(tx, actor, slug, dateIn(at));
    const personId = actor.personId as PersonId;
    if (follows)
      await tx
        .insertInto("matter_subscription")
        .values({ matter_id: inside.matter.id, person_id: personId, since: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    else await unfollow(tx, inside.matter.id, personId);
    await recordMatter(tx, actor, inside, follows ? "meetings.matter_followed" : "meetings.matter_unfollowed");
  });
}

/** Ends what somebody follows, by the press of a button behind the link in a mail. The link is used once. */
export function unfollowByLink(db: Database, actor: Actor, token: string, now: Clock): Promise<void> {
  return change(db, actor, async (tx) => {
    const { subject } = await spendLink(tx, unfollowPurpose, token, now());
    const { matterId, personId } = whoOf(subject);
    await unfollow(tx, matterId, personId);
    await record(tx, { by: actor, what: "meetings.matter_unfollowed", about: matterId });
  });
}

/** Tells one who follows a matter of one thing that has happened to it, with a link that ends it. Once for each. */
export function tellFollower(
  db: Database,
  now: Clock,
  told: ToldOfMatter,
  mailFor: (told: ToldOfMatter, token: string) => Mail,
): Promise<void> {
  return change(db, clockwork, async (tx) => {
    const expiresAt = now().add({ hours: 24 * daysToUnfollow });
    const token = await issueLink(tx, { purpose: unfollowPurpose, subject: subjectOf(told), expiresAt });
    await post(tx, mailFor(told, token));
    await record(tx, { by: clockwork, what: "meetings.matter_told", about: told.matterId });
  });
}

async function unfollow(tx: Tx, matterId: MatterId, personId: PersonId) {
  await tx
    .deleteFrom("matter_subscription")
    .where("matter_id", "=", matterId)
    .where("person_id", "=", personId)
    .execute();
}
