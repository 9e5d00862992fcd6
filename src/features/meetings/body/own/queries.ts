import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn, stockholm } from "#kernel/clock.ts";
import { validOn } from "#features/organisations/queries.ts";
import { seatedBodies } from "#features/meetings/body/queries.ts";
import type { MeetingMode } from "#features/meetings/meeting/meeting.ts";
import type { Reader } from "#platform/database/database.ts";

/** Somebody's own next meeting. */
export type NextMeeting = {
  readonly slug: string;
  readonly title: string;
  readonly day: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly mode: MeetingMode | null;
  readonly venue: string | null;
};

export type OwnPart = {
  readonly sits: boolean;
  /** Whether anything in networks and councils may wait for them at all. */
  readonly isConcerned: boolean;
  readonly next: NextMeeting | undefined;
};

/**
 * What part somebody has in networks and councils: whether they sit in any, and the first meeting there that is not over.
 * Also without a seat they may be concerned: they keep bodies, do a commission, follow a matter or represent others.
 */
export async function ownPartInBodies(db: Reader, actor: Actor, now: Temporal.Instant): Promise<OwnPart> {
  const keeps = actor.reach.has("bodies:manage");
  if (!actor.personId) return { sits: false, isConcerned: keeps, next: undefined };
  const today = dateIn(now);
  const time = now.toZonedDateTimeISO(stockholm).toPlainTime();
  const { rows } = await sql<{ sits: boolean; isConcerned: boolean } & Partial<NextMeeting> & { slug: string | null }>`
    select seated.sits, next.*, (seated.sits
      or exists (select from commission where owner_person = ${actor.personId})
      or exists (select from matter_subscription where person_id = ${actor.personId})
      or exists (select from representation r where r.person_id = ${actor.personId} and ${validOn(today, "r")})
      ) as "isConcerned"
    from (select exists ${seatedBodies(actor, today)} as sits) seated
    left join lateral (
      select m.slug, m.title, m.day, m.starts, m.ends, m.mode, m.venue
      from meeting m
      where m.state in ('planned', 'called')
        and (m.day > ${today}::date or (m.day = ${today}::date and (m.ends is null or m.ends > ${time}::time)))
        and exists (select from meeting_body mb where mb.meeting_id = m.id and mb.body_id in ${seatedBodies(actor, today)})
      order by m.day, m.starts nulls last, m.id
      limit 1) next on true`.execute(db);
  const [{ sits, isConcerned, slug, ...meeting }] = rows as [(typeof rows)[number]];
  return {
    sits,
    isConcerned: keeps || isConcerned,
    next: slug === null ? undefined : ({ slug, ...meeting } as NextMeeting),
  };
}
