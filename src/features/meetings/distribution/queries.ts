import { sql } from "kysely";
import type { Language } from "#kernel/messages.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInMeeting } from "#features/meetings/body/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import type {
  MinutesDispatchId,
  MinutesMailId,
  MinutesReceiverId,
} from "#features/meetings/distribution/distribution.ts";
import { nothingSent, type Sent, type Unsent, unsentTo } from "#features/meetings/distribution/what-to-send.ts";
import type { MinutesPartId, MinutesState } from "#features/meetings/minutes/minutes.ts";

/** A part of a meeting's minutes as far as sending asks. */
export type PartToSend = {
  readonly id: MinutesPartId;
  readonly bodyId: BodyId | null;
  readonly state: MinutesState;
  readonly finishedAt: Temporal.Instant | null;
  readonly diaryNumber: string | null;
  readonly additionIds: readonly string[];
};

/** The parts a meeting's minutes have, the common one first, with what was added to each. */
export async function partsToSend(db: Reader, meetingId: MeetingId): Promise<PartToSend[]> {
  const rows = await db
    .selectFrom("minutes_part as t")
    .leftJoin("meeting_body as m", (join) =>
      join.onRef("m.meeting_id", "=", "t.meeting_id").onRef("m.body_id", "=", "t.body_id"),
    )
    .where("t.meeting_id", "=", meetingId)
    .orderBy(sql`m.position nulls first`)
    .select(["t.id", "t.body_id as bodyId", "t.state", "t.finished_at as finishedAt", "t.diary_number as diaryNumber"])
    .select(sql<string[]>`array(select x.id from minutes_addition x where x.part_id = t.id)`.as("additionIds"))
    .execute();
  return rows.map((row) => ({ ...row, state: row.state }));
}

/** Somebody who gets the minutes of a meeting. */
export type MinutesReceiver = {
  /** Null: somebody who sits here and has not been sent anything of this meeting. */
  readonly receiverId: MinutesReceiverId | null;
  /** Null: somebody by address, who reads by a link. */
  readonly personId: PersonId | null;
  /** Null: a user representative who has not agreed to be named. */
  readonly name: string | null;
  /** What is told where the name is not: whom the seat speaks for. */
  readonly organisation: string | null;
  readonly email: string | null;
  readonly language: Language;
  readonly bodyIds: readonly BodyId[];
  readonly isUserRepresentative: boolean;
};

/**
 * Who gets the minutes of a meeting today: everybody who sits in one of the bodies that met, once, and those who were
 * added by address. Somebody who sits here is not added again by the same address.
 */
export async function receiversOf(
  db: Reader,
  meetingId: MeetingId,
  today: Temporal.PlainDate,
): Promise<MinutesReceiver[]> {
  const [seated, added] = await Promise.all([
    db
      .selectFrom("meeting_body as mb")
      .innerJoin("body_seat as s", "s.body_id", "mb.body_id")
      .innerJoin("body_seat_holding as h", "h.seat_id", "s.id")
      .innerJoin("person as p", "p.id", "h.person_id")
      .leftJoin("organisation as o", "o.id", "s.organisation_id")
      .leftJoin("minutes_receiver as r", (join) =>
        join.onRef("r.person_id", "=", "p.id").onRef("r.meeting_id", "=", "mb.meeting_id"),
      )
      .where("mb.meeting_id", "=", meetingId)
      .where(validOn(today, "h"))
      .where((eb) => eb.or([eb("s.ended_on", "is", null), eb("s.ended_on", ">=", today)]))
      .groupBy(["p.id", "r.id", "mb.meeting_id"])
      .orderBy("p.name")
      .orderBy("p.id")
      .select(["r.id as receiverId", "p.id as personId", "p.email", "p.language"])
      .select([
        nameInMeeting(sql.ref("mb.meeting_id")).as("name"),
        sql<string | null>`min(o.short_name)`.as("organisation"),
        sql<BodyId[]>`array_agg(distinct s.body_id)`.as("bodyIds"),
        sql<boolean>`bool_or(s.kind = 'userRepresentative')`.as("isUserRepresentative"),
      ])
      .execute(),
    addedReceivers(db, meetingId),
  ]);
  const known = new Set(seated.flatMap(({ email }) => email ?? []));
  return [
    ...seated.map((row) => ({ ...row, language: row.language })),
    ...added.filter(({ email }) => !known.has(email)),
  ];
}

async function addedReceivers(db: Reader, meetingId: MeetingId) {
  const rows = await db
    .selectFrom("minutes_receiver as r")
    .where("r.meeting_id", "=", meetingId)
    .where("r.email", "is not", null)
    .where("r.removed_at", "is", null)
    .orderBy("r.added_at")
    .orderBy("r.id")
    .select(["r.id as receiverId", "r.name", "r.email"])
    .select(
      sql<BodyId[]>`array(select v.body_id from minutes_receiver_body v where v.receiver_id = r.id)`.as("bodyIds"),
    )
    .execute();
  return rows.map((row) => ({
    ...row,
    email: row.email ?? "",
    personId: null,
    organisation: null,
    language: "sv" as const,
    isUserRepresentative: false,
  }));
}

/** What each receiver of a meeting's minutes has been sent. */
export async function sentIn(db: Reader, meetingId: MeetingId): Promise<ReadonlyMap<MinutesReceiverId, Sent>> {
  const rows = await db
    .selectFrom("minutes_receiver as r")
    .where("r.meeting_id", "=", meetingId)
    .select([
      "r.id",
      sql<string[]>`array(select s.part_id from minutes_sent_part s where s.receiver_id = r.id)`.as("partIds"),
      sql<string[]>`array(select s.addition_id from minutes_sent_addition s where s.receiver_id = r.id)`.as(
        "additionIds",
      ),
    ])
    .execute();
  return new Map(
    rows.map(({ id, partIds, additionIds }) => [id, { partIds: new Set(partIds), additionIds: new Set(additionIds) }]),
  );
}

/** Who is to be sent something of a meeting's minutes, and what; with an address or without. */
export type ToBeSent = MinutesReceiver & { readonly unsent: Unsent<MinutesPartId>; readonly hasHad: boolean };

/** What a meeting's sending stands at: its parts, who gets them, and what each has not had. */
export async function sendingOf(db: Reader, meetingId: MeetingId, today: Temporal.PlainDate) {
  const [parts, receivers, sent] = await Promise.all([
    partsToSend(db, meetingId),
    receiversOf(db, meetingId, today),
    sentIn(db, meetingId),
  ]);
  const told = receivers.map((receiver): ToBeSent => {
    const had = (receiver.receiverId && sent.get(receiver.receiverId)) ?? nothingSent;
    return { ...receiver, unsent: unsentTo(parts, receiver.bodyIds, had), hasHad: had.partIds.size > 0 };
  });
  return { parts, receivers: told };
}

/** What has been sent of a meeting's minutes, latest first: by whom, when, and what each was sent. */
export type SentDispatch = Awaited<ReturnType<typeof dispatchesOf>>[number];

export async function dispatchesOf(db: Reader, { meeting }: MeetingInside) {
  const [dispatches, mails] = await Promise.all([
    db
      .selectFrom("minutes_dispatch as d")
      .innerJoin("person as p", "p.id", "d.sent_by")
      .where("d.meeting_id", "=", meeting.id)
      .orderBy("d.sent_at", "desc")
      .orderBy("d.id")
      .select(["d.id", "d.message", "d.sent_at as sentAt", nameInMeeting(sql.ref("d.meeting_id")).as("sentBy")])
      .execute(),
    db
      .selectFrom("minutes_mail as m")
      .innerJoin("minutes_dispatch as d", "d.id", "m.dispatch_id")
      .innerJoin("minutes_receiver as r", "r.id", "m.receiver_id")
      .leftJoin("person as p", "p.id", "r.person_id")
      .where("d.meeting_id", "=", meeting.id)
      .orderBy(sql`coalesce(p.name, r.name) collate swedish`)
      .orderBy("m.id")
      .select(["m.id", "m.dispatch_id as dispatchId", "r.email"])
      .select([
        sql<string | null>`case when p.id is null then r.name else ${nameInMeeting(sql.ref("d.meeting_id"))} end`.as(
          "name",
        ),
        sql<string | null>`(select o.short_name from body_seat_holding h join body_seat s on s.id = h.seat_id
          join organisation o on o.id = s.organisation_id join meeting_body b on b.body_id = s.body_id
          where h.person_id = r.person_id and b.meeting_id = d.meeting_id order by h.valid_from desc limit 1)`.as(
          "organisation",
        ),
        sql<MinutesPartId[]>`array(select x.part_id from minutes_sent_part x where x.mail_id = m.id)`.as("partIds"),
        sql<number>`(select count(*)::int from minutes_sent_addition x join minutes_addition a on a.id = x.addition_id
          where x.mail_id = m.id and not exists (
            select from minutes_sent_part y where y.mail_id = m.id and y.part_id = a.part_id))`.as("additions"),
        sql<"waiting" | "sent" | "failed" | "kept" | null>`(
          select e.state from mail e where e.about = m.id::text order by e.id desc limit 1)`.as("state"),
      ])
      .execute(),
  ]);
  return dispatches.map((dispatch) => ({
    ...dispatch,
    id: dispatch.id as MinutesDispatchId,
    mails: mails.filter(({ dispatchId }) => dispatchId === dispatch.id),
  }));
}

/** Somebody who was at a meeting and gets nothing of it. */
export type Guest = Awaited<ReturnType<typeof guestsOf>>[number];

/**
 * Those who were at a meeting, sit in none of its bodies and are not among the receivers, each once whichever lists they
 * stand in: worth asking about.
 */
export async function guestsOf(db: Reader, meetingId: MeetingId, today: Temporal.PlainDate) {
  const rows = await db
    .selectFrom("attendance_at_meeting as a")
    .leftJoin("person as p", "p.id", "a.person_id")
    .where("a.meeting_id", "=", meetingId)
    .where("a.state", "<>", "excused")
    .where("a.role", "<>", "userRepresentative")
    .where(
      sql<boolean>`not exists (
      select from body_seat_holding h join body_seat s on s.id = h.seat_id join meeting_body m on m.body_id = s.body_id
      where m.meeting_id = a.meeting_id and h.person_id = a.person_id and ${validOn(today, "h")})`,
    )
    .where(
      sql<boolean>`not exists (
      select from minutes_receiver r where r.meeting_id = a.meeting_id and r.removed_at is null
        and (r.email = p.email or lower(r.name) = lower(coalesce(p.name, a.name))))`,
    )
    .orderBy(sql`coalesce(p.name, a.name) collate swedish`)
    .where(sql<boolean>`coalesce(p.name, a.name) is not null`)
    .orderBy("a.id")
    .limit(200)
    .select(["a.id", "a.body_id as bodyId", "p.id as personId", "p.email"])
    .select(sql<string>`coalesce(p.name, a.name)`.as("name"))
    .execute();
  return [...new Map(rows.toReversed().map((row) => [row.personId ?? row.name.toLocaleLowerCase("sv"), row])).values()]
    .toReversed()
    .map(({ personId: _, ...guest }) => guest);
}

/** One mail that is to be put in the outbox. Nothing for one that is there already. */
export async function minutesMailFacts(db: Reader, mailId: MinutesMailId) {
  const row = await db
    .selectFrom("minutes_mail as m")
    .innerJoin("minutes_dispatch as d", "d.id", "m.dispatch_id")
    .innerJoin("minutes_receiver as r", "r.id", "m.receiver_id")
    .where("m.id", "=", mailId)
    .where("m.posted_at", "is", null)
    .where("r.removed_at", "is", null)
    .forUpdate("m")
    .select([
      "m.id",
      "m.receiver_id as receiverId",
      "d.meeting_id as meetingId",
      "d.message",
      "r.person_id as personId",
    ])
    .select([
      sql<MinutesPartId[]>`array(select x.part_id from minutes_sent_part x where x.mail_id = m.id)`.as("partIds"),
      sql<string[]>`array(select x.addition_id from minutes_sent_addition x where x.mail_id = m.id)`.as("additionIds"),
      sql<boolean>`exists (select from minutes_sent_part x where x.receiver_id = r.id and x.mail_id <> m.id)`.as(
        "hasHad",
      ),
    ])
    .executeTakeFirst();
  return row && { ...row, meetingId: row.meetingId as MeetingId };
}
