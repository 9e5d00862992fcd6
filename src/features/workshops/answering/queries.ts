import { type RawBuilder, sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { Asked, Device, Room } from "#features/workshops/answering/room.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

type Row = Omit<Room, "asked"> & {
  readonly asked: (Omit<Asked, "closesAt"> & { readonly closesAt: string | null }) | null;
};

/** What the room sees now: its state, and the question that is put, with all there is to choose from. One statement. */
export async function roomOf(db: Reader, workshopId: WorkshopId): Promise<Room | undefined> {
  const { rows } = await sql<Row>`
    select w.id, w.title, w.join_code as code, w.device, w.is_anonymous as "isAnonymous", w.state,
      w.room_version as version, w.screen_shows as "screenShows",
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.position)
        from workshop_group g where g.workshop_id = w.id), '[]') as groups,
      (select json_build_object('roundId', r.id, 'kind', q.kind, 'text', q.text, 'help', q.help, 'most', q.most,
          'scaleLow', q.scale_low, 'scaleHigh', q.scale_high, 'lowLabel', q.low_label, 'highLabel', q.high_label,
          'closesAt', r.closes_at,
          'options', coalesce((select json_agg(json_build_object('id', o.id, 'text', o.text) order by o.position)
            from workshop_option o where o.question_id = q.id), '[]'))
        from workshop_round r join workshop_question q on q.id = r.question_id
        where r.workshop_id = w.id and r.closed_at is null) as asked
    from workshop w where w.id = ${workshopId}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { asked } = row;
  const closesAt = asked?.closesAt ? Temporal.Instant.from(asked.closesAt) : null;
  return { ...row, asked: asked && { ...asked, closesAt } };
}

/** Somebody at a code: which workshop it opens, and their device there, if they have come in with it. */
export type Visit = {
  readonly workshopId: WorkshopId;
  readonly device: Device | undefined;
};

/** Who comes with a code and the secret of their device. Nothing for a code that opens no workshop. */
export async function visitOf(db: Reader, code: string, secret: string | undefined): Promise<Visit | undefined> {
  const { rows } = await sql<Device & { workshopId: WorkshopId; deviceId: string | null }>`
    select w.id as "workshopId", d.id as "deviceId", d.group_id as "groupId", d.is_rapporteur as "isRapporteur",
      d.shut_out_at is not null as "isShutOut", d.answered_round as "answeredRound", d.answered
    from workshop w
      left join workshop_device d on d.workshop_id = w.id and d.secret_hash = ${deviceHash(sql`w.id`, secret)}
    where w.join_code = ${code}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { workshopId, deviceId, ...device } = row;
  return { workshopId, device: deviceId === null ? undefined : device };
}

/**
 * What is kept of a device's secret: another in each workshop, so that nobody can tell by the rows that the same phone
 * was in two rooms. The cookie is one.
 */
export function deviceHash(workshopId: RawBuilder<unknown>, secret: string | undefined): RawBuilder<Buffer> {
  return sql<Buffer>`sha256(convert_to(${workshopId}::text || ${secret ?? null}::text, 'UTF8'))`;
}

/** The groups that have a device which answers for them. */
export async function groupsWithDevice(db: Reader, workshopId: WorkshopId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct group_id as id from workshop_device
    where workshop_id = ${workshopId} and is_rapporteur and shut_out_at is null and group_id is not null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** How much has come in from a room: what its screen counts. */
export type Coming = {
  readonly version: number;
  readonly state: Room["state"];
  /** Devices that have come in and are not shut out. */
  readonly devices: number;
  /** Answers to all that has been asked, the hidden ones too. */
  readonly answers: number;
  /** Answers to what is asked now, and from how many devices. */
  readonly now: number;
  readonly answering: number;
};

/** Counts what has come in from a room, in one statement. */
export async function comingIn(db: Reader, workshopId: WorkshopId): Promise<Coming | undefined> {
  const { rows } = await sql<Coming>`
    select w.room_version as version, w.state,
      (select count(*)::int from workshop_device d where d.workshop_id = w.id and d.shut_out_at is null) as devices,
      came.answers, came.now, came.answering
    from workshop w, lateral (
      select count(a.id)::int as answers, (count(a.id) filter (where r.closed_at is null))::int as now,
        (count(distinct a.device_id) filter (where r.closed_at is null))::int as answering
      from workshop_round r left join workshop_answer a on a.round_id = r.id where r.workshop_id = w.id) as came
    where w.id = ${workshopId}`.execute(db);
  return rows[0];
}
