import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { type BodyFacts, bodiesWhere, hiddenNamesIn } from "#features/meetings/body/queries.ts";
import { meetingsOfBodyInCalendar } from "#features/meetings/calendar/queries.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import { type FeedKind, feedLength, feedPurposes } from "#features/meetings/feed/feed-link.ts";
import { mayFollow } from "#features/meetings/feed/feed-policy.ts";
import { actorOf } from "#features/organisations/people/queries.ts";

/** Something new in a body: minutes that are final, or a step of a matter. */
export type FeedEntry = {
  readonly kind: "minutes" | "step";
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly what: string | null;
  readonly text: string | null;
  readonly at: Temporal.Instant;
};

/**
 * What a secret address tells today: exactly what the person behind it may see now. `over` for one that has been
 * replaced; nothing for one that never was, and for somebody who is not in the body any more.
 */
export async function followedBody(db: Reader, secret: string, now: Temporal.Instant, today: Temporal.PlainDate) {
  const body = await bodyBehind(db, "news", secret, now, today);
  return body && body !== "over" ? { body, entries: await newIn(db, body) } : body;
}

/** When a body meets, behind a secret address; as `followedBody`, for those who sit in it. */
export async function followedBodyCalendar(
  db: Reader,
  secret: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
) {
  const body = await bodyBehind(db, "calendar", secret, now, today);
  return body && body !== "over" ? { body, meetings: await meetingsOfBodyInCalendar(db, body.id, today) } : body;
}

async function bodyBehind(
  db: Reader,
  kind: FeedKind,
  secret: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<BodyFacts | "over" | undefined> {
  const link = await readLink(db, feedPurposes[kind], secret, now);
  if (!link) return undefined;
  if (link.state !== "open") return "over";
  const feed = await db
    .selectFrom("body_feed")
    .where(sql<boolean>`id::text = ${link.subject}`)
    .select(["person_id as personId", "body_id as bodyId"])
    .executeTakeFirst();
  const known = feed && (await actorOf(db, feed.personId, today));
  if (!feed || !known) return undefined;
  const [body] = await bodiesWhere(db, known.actor, today, sql<boolean>`b.id = ${feed.bodyId}::uuid`);
  return body && mayFollow(kind, body.standing) ? body : undefined;
}

/** Final minutes of a body's meetings, the common part and its own, and the steps of its matters, latest first. */
async function newIn(db: Reader, { id }: BodyFacts): Promise<FeedEntry[]> {
  const [{ rows }, hidden] = await Promise.all([
    sql<FeedEntry>`
      select * from (
        (select 'minutes' as kind, t.id, m.title, m.slug, null as what, null as text, t.finished_at as at
         from minutes_part t join meeting m on m.id = t.meeting_id
           join meeting_body b on b.meeting_id = m.id and b.body_id = ${id}
         where t.state = 'final' and (t.body_id is null or t.body_id = ${id})
         order by t.finished_at desc limit ${feedLength})
        union all
        (select 'step', s.id, x.title, x.slug, s.what, s.text, s.told_at
         from matter_body b join matter x on x.id = b.matter_id join matter_step s on s.matter_id = x.id
         where b.body_id = ${id}
         order by s.told_at desc limit ${feedLength})) as news
      order by at desc, id desc limit ${feedLength}`.execute(db),
    hiddenNamesIn(db, sql`(${id})`),
  ]);
  const shown = (text: string) => withoutNames(text, hidden, "…");
  return rows.map((row) => ({ ...row, title: shown(row.title), text: row.text === null ? null : shown(row.text) }));
}

/** When the address that works now was made; nothing when there is none. */
export async function feedSince(
  db: Reader,
  kind: FeedKind,
  { personId, bodyId }: { readonly personId: PersonId; readonly bodyId: BodyId },
  now: Temporal.Instant,
) {
  const row = await db
    .selectFrom("body_feed as f")
    .innerJoin("mailed_link as l", (join) =>
      join.on(sql<boolean>`l.subject = f.id::text`).on("l.purpose", "=", feedPurposes[kind]),
    )
    .where("f.person_id", "=", personId)
    .where("f.body_id", "=", bodyId)
    .where("l.revoked_at", "is", null)
    .where("l.expires_at", ">", now)
    .orderBy("l.created_at", "desc")
    .select("l.created_at as since")
    .executeTakeFirst();
  return row?.since;
}
