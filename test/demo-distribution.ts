import type { Clock } from "../src/kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { BodyId } from "../src/features/meetings/body/body.ts";
import type { Database } from "../src/platform/database/database.ts";
import { newSecret, secretHash } from "../src/platform/tokens/secret-token.ts";
import { givenMinutes } from "./given-final-minutes.ts";
import { givenMeetings } from "./given-meetings.ts";

type Ground = { readonly organisationId: OrganisationId; readonly leader: { readonly id: PersonId } };

/** Final minutes that have been sent to somebody by address, gone through for secrecy, and a feed that is followed. */
export async function demoDistribution(
  ownerDb: Database,
  { organisationId, leader }: Ground,
  body: { readonly id: BodyId },
  now: Clock,
) {
  const at = now();
  const sent = await givenMeetings(ownerDb).meeting(organisationId, [body.id], { title: "Höstmötet", state: "held" });
  const partId = await givenMinutes(ownerDb).part(sent.id, body.id, [{ heading: "Familjehem", kind: "information" }]);
  const [receiver_id, dispatch_id, mail_id] = [
    newId<"minutes_receiver">(),
    newId<"minutes_dispatch">(),
    newId<"minutes_mail">(),
  ];
  await ownerDb
    .insertInto("minutes_receiver")
    .values({ id: receiver_id, meeting_id: sent.id, name: "Gäst", email: "gast@example.se", added_at: at })
    .execute();
  await ownerDb
    .insertInto("minutes_dispatch")
    .values({ id: dispatch_id, meeting_id: sent.id, sent_by: leader.id, sent_at: at })
    .execute();
  await ownerDb.insertInto("minutes_mail").values({ id: mail_id, dispatch_id, receiver_id }).execute();
  await ownerDb.insertInto("minutes_sent_part").values({ receiver_id, part_id: partId, mail_id }).execute();
  const paperId = newId<"meeting_paper">();
  await ownerDb
    .insertInto("meeting_paper")
    .values({ id: paperId, meeting_id: sent.id, title: "Bilder", link: "https://example.se/bilder", added_at: at })
    .execute();
  const releaseId = newId<"minutes_release">();
  await ownerDb
    .insertInto("minutes_release")
    .values({ id: releaseId, part_id: partId, reason: "Inget hemligt", checked_by: leader.id, checked_at: at })
    .execute();
  const feedId = newId<"body_feed">();
  await ownerDb
    .insertInto("body_feed")
    .values({ id: feedId, person_id: leader.id, body_id: body.id, made_at: at })
    .execute();
  const link = async (purpose: string, subject: string) => {
    const secret = newSecret();
    const expires_at = at.add({ hours: 24 * 400 });
    await ownerDb
      .insertInto("mailed_link")
      .values({ token_hash: secretHash(secret), purpose, subject, expires_at })
      .execute();
    return secret;
  };
  return {
    slug: sent.slug,
    partId,
    releaseId,
    paperId,
    receiverId: receiver_id,
    reading: await link("minutes.read", receiver_id),
    feed: await link("meetings.feed", feedId),
    calendar: await link("meetings.calendar", feedId),
  };
}
