import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { issueLink, revokeLinks } from "#platform/links/mailed-link.ts";
import { sitsIn } from "#features/meetings/body/body-policy.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { feedLink } from "#features/meetings/feed/feed-link.ts";

/**
 * Makes the secret address of what is new in a body, for somebody who sits in it or keeps it. The one before leads nowhere
 * from now on. The secret is told once; only its hash is kept.
 */
export function renewBodyFeed(db: Database, actor: Actor, now: Clock, slug: string): Promise<string> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { personId } = actor;
    if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
    const body = await bodyCalled(tx, actor, slug, dateIn(at));
    if (!sitsIn(body.standing) && !body.standing.keeps) throw new Refusal("forbidden", "body_feed.members_only");
    const { id } = await tx
      .insertInto("body_feed")
      .values({ id: newId<"body_feed">(), person_id: personId, body_id: body.id, made_at: at })
      .onConflict((conflict) => conflict.columns(["person_id", "body_id"]).doUpdateSet({ made_at: at }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await revokeLinks(tx, feedLink.purpose, id, at);
    const expiresAt = at.add({ hours: feedLink.years * 365 * 24 });
    const secret = await issueLink(tx, { purpose: feedLink.purpose, subject: id, expiresAt });
    await record(tx, {
      by: actor,
      what: "meetings.feed_address_made",
      about: body.id,
      organisationId: body.organisationId,
    });
    return secret;
  });
}
