import type { Actor } from "../src/kernel/actor.ts";
import { type Clock, dateIn } from "../src/kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import { beginMinutes } from "../src/features/meetings/minutes/commands.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenMeetings } from "./given-meetings.ts";

type People = { readonly leader: Actor & { personId: PersonId }; readonly participantId: PersonId };

/** Minutes that are being written, of a body that adjusts them: the leader is its secretary, the participant a member. */
export async function demoMinutes(
  { db, ownerDb }: { readonly db: Database; readonly ownerDb: Database },
  organisationId: OrganisationId,
  { leader, participantId }: People,
  now: Clock,
) {
  const meetings = givenMeetings(ownerDb);
  const body = await meetings.body(organisationId, { is_adjusted: true });
  await meetings.sits(body, leader.personId, "secretary", { valid_from: dateIn(now()).subtract({ days: 90 }) });
  await meetings.sits(body, participantId, "member", { valid_from: dateIn(now()).subtract({ days: 90 }) });
  const { id, slug } = await meetings.meeting(organisationId, [body], { day: dateIn(now()).subtract({ days: 2 }) });
  const item = { id: newId<"agenda_item">(), meeting_id: id, body_id: body, position: 0, title: "Läget" };
  await ownerDb
    .insertInto("agenda_item")
    .values({ ...item, comes_from: "added" })
    .execute();
  await beginMinutes(db, leader, now, slug);
  const { id: partId } = await ownerDb
    .selectFrom("minutes_part")
    .where("meeting_id", "=", id)
    .select("id")
    .executeTakeFirstOrThrow();
  const { id: itemId } = await ownerDb
    .selectFrom("minutes_item")
    .where("part_id", "=", partId)
    .select("id")
    .executeTakeFirstOrThrow();
  return { slug, partId, itemId };
}
