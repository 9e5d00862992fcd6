import { type Clock, dateIn } from "../src/kernel/clock.ts";
import type { BodyId } from "../src/features/meetings/body/body.ts";
import type { MeetingId } from "../src/features/meetings/meeting/meeting.ts";
import { loadMeetingsDemo } from "../src/features/meetings/demo.ts";
import { givenMeetings } from "./given-meetings.ts";
import type { testWeb } from "./web.ts";

type Web = Pick<Awaited<ReturnType<typeof testWeb>>, "db" | "ownerDb" | "config">;
type Ground = Parameters<typeof loadMeetingsDemo>[1];

/** One example of everything that an address of networks and their meetings may be about. */
export async function demoMeeting({ db, ownerDb }: Web, demo: Ground, now: Clock) {
  await loadMeetingsDemo(db, demo, now);
  const bodyNamed = async (name: string) => {
    const row = await ownerDb
      .selectFrom("body")
      .where("name", "=", name)
      .select(["id", "slug"])
      .executeTakeFirstOrThrow();
    return { id: row.id as BodyId, slug: row.slug };
  };
  /** The leader is its secretary, the participant sits in it. */
  const body = await bodyNamed("Nätverket för individ- och familjeomsorg");
  /** The leader is its secretary too; the participant does not sit in it. */
  const otherBody = await bodyNamed("Nätverket för funktionsstöd");
  /** A joint meeting of both that is ahead. */
  const joint: { id: MeetingId; slug: string } = await givenMeetings(ownerDb).meeting(
    demo.organisationId,
    [body.id, otherBody.id],
    { title: "Gemensamt möte", day: dateIn(now()).add({ days: 14 }) },
  );
  /** What stands on the page of a body: a seat, whoever sits on it without a name, a member, and a body that rests. */
  const user = await ownerDb
    .selectFrom("body_seat_holding as h")
    .innerJoin("body_seat as s", "s.id", "h.seat_id")
    .where("s.body_id", "=", body.id)
    .where("s.kind", "=", "userRepresentative")
    .select(["h.id as holdingId", "s.id as seatId"])
    .executeTakeFirstOrThrow();
  const member = await ownerDb
    .selectFrom("body_member")
    .where("body_id", "=", body.id)
    .select("id")
    .executeTakeFirstOrThrow();
  const restingId = await givenMeetings(ownerDb).body(demo.organisationId, { slug: "kunskapsradet" });
  await ownerDb
    .insertInto("body_dormancy")
    .values({ body_id: restingId, from_day: dateIn(now()).subtract({ days: 30 }), reason: "Väntar på avtal" })
    .execute();
  /** The leader represents others there. */
  const representation = await ownerDb
    .selectFrom("representation")
    .where("person_id", "=", demo.leader.id)
    .select("id")
    .executeTakeFirstOrThrow();
  return { body, otherBody, user, member, resting: { slug: "kunskapsradet" }, representation, joint };
}
