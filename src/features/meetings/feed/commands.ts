import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { issueLink, revokeLinks } from "#platform/links/mailed-link.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { type FeedKind, feedPurposes, yearsFollowed } from "#features/meetings/feed/feed-link.ts";
import { mayFollow } from "#features/meetings/feed/feed-policy.ts";

/**
 * Makes the secret address of what is new in a body, for somebody who sits in it or keeps it. The one before leads nowhere
 * from now on. The secret is told once; only its hash is kept.
 */
export function renewBodyFeed(db: Database, actor: Actor, now: Clock, slug: string): Promise<string> {
  return renewed(db, actor, now, slug, {
    kind: "news",
    what: "meetings.feed_address_made",
    refused: "body_feed.members_only",
  });
}

/** Makes the secret address of when a body meets, for somebody who sits in it; as `renewBodyFeed`. */
export function renewBodyCalendar(db: Database, actor: Actor, now: Clock, slug: string): Promise<string> {
  return renewed(db, actor, now, slug, {
    kind: "calendar",
    what: "meetings.calendar_address_made",
    refused: "body_feed.calendar.members_only",
  });
}

type Renewal = { readonly kind: FeedKind; readonly what: string; readonly refused: MessageKey };

function renewed(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { kind, what, refused }: Renewal,
): Promise<string> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { personId } = actor;
    if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
    const body = await bodyCalled(tx, actor, slug, dateIn(at));
    if (!mayFollow(kind, body.standing)) throw new Refusal("forbidden", refused);
    const { id } = await tx
      .insertInto("body_feed")
      .values({ id: newId<"body_feed">(), person_id: personId, body_id: body.id, made_at: at })
      .onConflict((conflict) => conflict.columns(["person_id", "body_id"]).doUpdateSet({ made_at: at }))
      .returning("id")
      .executeTakeFirstOrThrow();
    const purpose = feedPurposes[kind];
    await revokeLinks(tx, purpose, id, at);
    const secret = await issueLink(tx, {
      purpose,
      subject: id,
      expiresAt: at.add({ hours: yearsFollowed * 365 * 24 }),
    });
    await record(tx, { by: actor, what, about: body.id, organisationId: body.organisationId });
    return secret;
  });
}
