import { type RawBuilder, sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { Standing } from "#features/meetings/body/body-policy.ts";
import { nameInMeeting } from "#features/meetings/body/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { mayReadPart } from "#features/meetings/minutes/minutes-policy.ts";
import type {
  Addition,
  Deliverable,
  MinutesItem,
  MinutesItemId,
  MinutesPart,
  MinutesPartId,
  PersonShown,
} from "#features/meetings/minutes/minutes.ts";

/** The parts of a meeting's minutes that somebody inside it may read, the common part first. None: none are theirs. */
export async function minutesOf(db: Reader, inside: MeetingInside): Promise<MinutesPart[]> {
  const begun = await partsBegun(db, inside);
  const readable = begun.filter(({ bodyId, state }) => mayReadPart(standingsOf(inside, bodyId), state));
  return partsWithItems(
    db,
    inside.meeting.id,
    readable.map(({ id }) => id),
  );
}

/** How somebody stands to the bodies of a part: to its own, or to all that meet when it is the common part. */
export function standingsOf({ bodies }: Pick<MeetingInside, "bodies">, bodyId: BodyId | null): Standing[] {
  return bodies.filter(({ id }) => bodyId === null || id === bodyId).map(({ standing }) => standing);
}

/** Which parts a meeting's minutes have, whoever asks. None: nobody has begun. */
export async function partsBegun(db: Reader, { meeting }: Pick<MeetingInside, "meeting">) {
  return db
    .selectFrom("minutes_part as t")
    .leftJoin("meeting_body as m", (join) =>
      join.onRef("m.meeting_id", "=", "t.meeting_id").onRef("m.body_id", "=", "t.body_id"),
    )
    .where("t.meeting_id", "=", meeting.id)
    .orderBy(sql`m.position nulls first`)
    .select(["t.id", "t.body_id as bodyId", "t.state"])
    .execute();
}

/**
 * Some parts of a meeting's minutes with everything in them. Asks nobody what they may read: that is for whoever asks
 * for them, as when final parts are sent.
 */
export async function partsWithItems(
  db: Reader,
  meetingId: MeetingId,
  partIds: readonly MinutesPartId[],
): Promise<MinutesPart[]> {
  if (partIds.length === 0) return [];
  const [parts, items, deliverables, takers, adjusters, additions, people] = await Promise.all([
    partRows(db, partIds),
    itemRows(db, partIds),
    deliverableRows(db, partIds),
    db
      .selectFrom("minutes_note_taker")
      .where("part_id", "in", partIds)
      .select(["part_id as partId", "person_id as personId"])
      .execute(),
    db
      .selectFrom("minutes_adjuster")
      .where("part_id", "in", partIds)
      .select(["part_id as partId", "person_id as personId", "adjusted_at as adjustedAt"])
      .execute(),
    db
      .selectFrom("minutes_addition")
      .where("part_id", "in", partIds)
      .orderBy("written_at")
      .orderBy("id")
      .select(["id", "part_id as partId", "item_id as itemId", "text", "written_by as writerId"])
      .select("written_at as writtenAt")
      .execute(),
    peopleIn(db, meetingId, partIds),
  ]);
  const shown = (id: PersonId | null): PersonShown | null => (id === null ? null : (people.get(id) ?? unknown(id)));
  const named = (id: PersonId) => shown(id) ?? unknown(id);

  return parts.map(({ finishedBy, secrecyCheckedBy, ...part }) => {
    const theirs = takers
      .filter(({ partId }) => partId === part.id)
      .map(({ personId }) => named(personId))
      .toSorted(byName);
    return {
      ...part,
      finishedBy: shown(finishedBy),
      secrecyCheckedBy: shown(secrecyCheckedBy),
      takers: theirs,
      noteTakers: theirs.map(({ name }) => name),
      adjusters: adjusters
        .filter(({ partId }) => partId === part.id)
        .map(({ personId, adjustedAt }) => ({ ...named(personId), adjustedAt }))
        .toSorted(byName),
      items: items.filter(({ partId }) => partId === part.id).map((row) => itemOf(row, deliverables, shown)),
      additions: additions
        .filter(({ partId }) => partId === part.id)
        .map(({ partId: _, writerId, ...addition }): Addition => {
          const writer = named(writerId);
          return { ...addition, writer, writtenBy: writer.name };
        }),
    };
  });
}

type Row = Awaited<ReturnType<typeof itemRows>>[number];

function itemOf(
  row: Row,
  deliverables: readonly (Deliverable & { itemId: MinutesItemId })[],
  shown: (id: PersonId | null) => PersonShown | null,
): MinutesItem {
  const { partId: _, matterId, matterSlug, matterTitle, decidedByName, ownerPersonId, ownerName, ...rest } = row;
  const { savedById, writerId, decidedBy, ...item } = rest;
  const ownerPerson = shown(ownerPersonId);
  return {
    ...item,
    matter: matterId && matterSlug && matterTitle ? { id: matterId, slug: matterSlug, title: matterTitle } : null,
    decidedBy: decidedBy ?? decidedByName,
    ownerPerson,
    owner: ownerPerson ? ownerPerson.name : (item.ownerOrganisation ?? ownerName),
    deliverables: deliverables.filter(({ itemId }) => itemId === row.id).map(({ text, dueOn }) => ({ text, dueOn })),
    savedBy: shown(savedById),
    writer: shown(writerId),
  };
}

/** By name; who is not named comes last. */
export const byName = (a: PersonShown, b: PersonShown) =>
  Number(a.name === null) - Number(b.name === null) || (a.name ?? "").localeCompare(b.name ?? "", "sv");

const unknown = (id: PersonId): PersonShown => ({ id, name: null, organisation: null });

function partRows(db: Reader, partIds: readonly MinutesPartId[]) {
  return db
    .selectFrom("minutes_part as t")
    .leftJoin("meeting_body as m", (join) =>
      join.onRef("m.meeting_id", "=", "t.meeting_id").onRef("m.body_id", "=", "t.body_id"),
    )
    .where("t.id", "in", partIds)
    .orderBy(sql`m.position nulls first`)
    .select(["t.id", "t.body_id as bodyId", "t.state", "t.finished_at as finishedAt", "t.finished_by as finishedBy"])
    .select(["t.diary_number as diaryNumber", "t.secrecy_checked_at as secrecyCheckedAt"])
    .select(["t.secrecy_checked_by as secrecyCheckedBy", "t.had_quorum as hadQuorum", "t.had_mandate as hadMandate"])
    .select("t.version")
    .execute();
}

/**
 * In SQL: a short mark of all that is said of what came of the item `i`. Two who say it at once have seen the same; the
 * later is told when it is another by then.
 */
export const outcomeMark = sql<string>`case when i.kind is null then '' else md5(row(
  i.kind, i.outcome, i.decided_by, i.decided_by_name, i.decided_on, i.decided_day, i.review_on, i.owner_person,
  i.owner_organisation, i.owner_name, i.due_on, i.reason, i.parked_until, i.parked_event, i.refer_to, array(
    select row(l.text, l.due_on)::text from minutes_deliverable l where l.item_id = i.id order by l.position))::text) end`;

function itemRows(db: Reader, partIds: readonly MinutesPartId[]) {
  return db
    .selectFrom("minutes_item as i")
    .leftJoin("matter as x", "x.id", "i.matter_id")
    .leftJoin("body as d", "d.id", "i.decided_by")
    .leftJoin("body as r", "r.id", "i.refer_to")
    .leftJoin("organisation as o", "o.id", "i.owner_organisation")
    .where("i.part_id", "in", partIds)
    .orderBy("i.position")
    .select(["i.id", "i.part_id as partId", "i.agenda_item_id as agendaItemId", "i.heading", "i.body", "i.kind"])
    .select(["i.outcome", "i.matter_id as matterId", "x.slug as matterSlug", "x.title as matterTitle"])
    .select(["d.name as decidedBy", "i.decided_by as decidedByBody", "i.decided_by_name as decidedByName"])
    .select(["i.decided_on as decidedOn", "i.decided_day as decidedDay", "i.review_on as reviewOn"])
    .select(["i.owner_person as ownerPersonId", "i.owner_name as ownerName", "o.name as ownerOrganisation"])
    .select(["i.due_on as dueOn", "i.reason", "i.parked_until as parkedUntil", "i.parked_event as parkedEvent"])
    .select(["r.name as referTo", "i.refer_to as referToBody", "i.version", "i.saved_by as savedById"])
    .select(["i.saved_at as savedAt", "i.writer_id as writerId", "i.writing_until as writingUntil"])
    .select(outcomeMark.as("outcomeMark"))
    .select(
      sql<number>`(select count(*) from minutes_other_text z
        where z.item_id = i.id and z.settled_at is null)::int`.as("unsettled"),
    )
    .execute();
}

function deliverableRows(db: Reader, partIds: readonly MinutesPartId[]) {
  return db
    .selectFrom("minutes_deliverable as l")
    .innerJoin("minutes_item as i", "i.id", "l.item_id")
    .where("i.part_id", "in", partIds)
    .orderBy("l.position")
    .select(["l.item_id as itemId", "l.text", "l.due_on as dueOn"])
    .execute();
}

/** Everybody who has a part in some minutes, as they may be shown in this meeting. */
async function peopleIn(
  db: Reader,
  meetingId: MeetingId,
  partIds: readonly MinutesPartId[],
): Promise<ReadonlyMap<PersonId, PersonShown>> {
  const these = sql`(${sql.join(partIds.map((id) => sql`${id}::uuid`))})`;
  return shownInMeeting(
    db,
    meetingId,
    sql`(
      select person_id from minutes_note_taker where part_id in ${these}
      union select person_id from minutes_adjuster where part_id in ${these}
      union select written_by from minutes_addition where part_id in ${these}
      union select unnest(array[finished_by, secrecy_checked_by]) from minutes_part where id in ${these}
      union select unnest(array[saved_by, writer_id, owner_person]) from minutes_item where part_id in ${these})`,
  );
}

/** Some people as they may be shown in a meeting. `ids` is a query for them. */
export async function shownInMeeting(
  db: Reader,
  meetingId: MeetingId,
  ids: RawBuilder<unknown>,
): Promise<ReadonlyMap<PersonId, PersonShown>> {
  const rows = await db
    .selectFrom("person as p")
    .where("p.id", "in", sql<PersonId>`${ids}`)
    .select(["p.id", nameInMeeting(sql`${meetingId}::uuid`).as("name")])
    .select(
      sql<string | null>`(
        select o.name from body_seat_holding h join body_seat s on s.id = h.seat_id
          join meeting_body m on m.body_id = s.body_id join organisation o on o.id = s.organisation_id
        where h.person_id = p.id and s.kind = 'userRepresentative' and m.meeting_id = ${meetingId}::uuid
        order by h.valid_from desc limit 1)`.as("organisation"),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
