import { type Clock, dateIn } from "../src/kernel/clock.ts";
import type { BodyId } from "../src/features/meetings/body/body.ts";
import type { MeetingId } from "../src/features/meetings/meeting/meeting.ts";
import { loadMeetingsDemo } from "../src/features/meetings/demo.ts";
import { addItem } from "../src/features/meetings/agenda/arranging/commands.ts";
import { NewItem } from "../src/features/meetings/agenda/agenda-wish.ts";
import { replyPurpose } from "../src/features/meetings/invitation/reply/reply.ts";
import { addPaper } from "../src/features/meetings/paper/commands.ts";
import { PaperWish } from "../src/features/meetings/paper/paper.ts";
import { keepPasted } from "../src/features/meetings/pasting/commands.ts";
import { readMinutes } from "../src/features/meetings/minutes-reading/queries.ts";
import { newId } from "../src/kernel/ids.ts";
import { openFiles } from "../src/platform/files/files.ts";
import { newSecret, secretHash } from "../src/platform/tokens/secret-token.ts";
import { given } from "./given.ts";
import { givenMeetings } from "./given-meetings.ts";
import { demoMinutes } from "./demo-minutes.ts";
import { demoDistribution } from "./demo-distribution.ts";
import type { testWeb } from "./web.ts";

type Web = Pick<Awaited<ReturnType<typeof testWeb>>, "db" | "ownerDb" | "config">;
type Ground = Parameters<typeof loadMeetingsDemo>[1];

/** One example of everything that an address of networks and their meetings may be about. */
export async function demoMeeting({ db, ownerDb, config }: Web, demo: Ground, now: Clock) {
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
  const restingId = await givenMeetings(ownerDb).body(demo.organisationId, {
    slug: "kunskapsradet",
    name: "Kunskapsrådet",
  });
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
  const minutes = await demoDistribution(ownerDb, demo, body, now);
  const leading = await given(ownerDb).actor(demo.leader.id, dateIn(now()));
  const people = { leader: { ...leading, personId: demo.leader.id }, participantId: demo.participant.id };
  const written = await demoMinutes({ db, ownerDb }, demo.organisationId, people, now);
  const agendaItem = await addItem(db, leading, now, joint.slug, NewItem.parse({ title: "Laget runt", minutes: 20 }));
  const paper = await addPaper(
    db,
    openFiles(config.dataDir),
    leading,
    now,
    joint.slug,
    PaperWish.parse({ title: "Underlag", entryId: agendaItem }),
    { name: "underlag.txt", bytes: new TextEncoder().encode("Underlag") },
  );
  await ownerDb.updateTable("meeting").set({ asks_for_reply: true }).where("id", "=", joint.id).execute();
  const replyToken = newSecret();
  await ownerDb
    .insertInto("mailed_link")
    .values({
      token_hash: secretHash(replyToken),
      purpose: replyPurpose,
      subject: joint.id,
      version: demo.participant.id,
      expires_at: now().add({ hours: 24 }),
    })
    .execute();
  const attendance = newId<"attendance_at_meeting">();
  const came = { role: "guest", state: "present", noted_at: now() } as const;
  await ownerDb
    .insertInto("attendance_at_meeting")
    .values({ id: attendance, meeting_id: joint.id, body_id: body.id, name: "Gäst Gästsson", ...came })
    .execute();
  const text = "Minnesanteckningar 3 mars 2027\n\nNärvarande\nBo Ek, Heby\n\nYrkesresan\nInformation om läget.";
  const pasted = await keepPasted(db, leading, now, [body.id], {
    text,
    fileName: null,
    minutes: readMinutes(text, {}).minutes,
  });
  const brought = await givenMeetings(ownerDb).meeting(demo.organisationId, [body.id], { state: "held" });
  await ownerDb
    .insertInto("pasted_minutes")
    .values({
      id: newId(),
      text: `${text} Igen.`,
      digest: Buffer.alloc(32, 3),
      pasted_by: demo.leader.id,
      pasted_at: now(),
      meeting_id: brought.id,
      confirmed_at: now(),
    })
    .execute();
  return {
    attendance: { id: attendance },
    pasted,
    brought,
    agendaItem,
    paper,
    replyToken,
    minutes,
    written,
    body,
    otherBody,
    user,
    member,
    resting: { slug: "kunskapsradet" },
    representation,
    joint,
  };
}
