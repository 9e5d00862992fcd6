import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";
import { type Answer, grace, type WorkshopRoundId } from "#features/workshops/answering/answer.ts";
import { deviceHash } from "#features/workshops/answering/queries.ts";
import type { QuestionKind, WorkshopGroupId, WorkshopId, WorkshopState } from "#features/workshops/workshop/workshop.ts";

type Joined = {
  readonly workshopId: WorkshopId;
  readonly state: WorkshopState;
  readonly device: "person" | "group";
  readonly hasGroups: boolean;
  readonly groupId: WorkshopGroupId | null;
  readonly came: boolean;
};

/**
 * Comes into a room with a device: alone, in a group, or for a group, as its rapporteur. The same device comes in once,
 * however often it is asked, and may change its group. Where one device answers for each group the last that comes for a
 * group takes over from the one before: a telephone may have run out of power.
 *
 * One statement, and no audit row: whoever comes in has no name. (Rules H-1 and H-2)
 */
export async function joinRoom(
  db: Database,
  now: Clock,
  code: string,
  secret: string,
  groupId: WorkshopGroupId | null,
): Promise<WorkshopId> {
  const { rows } = await sql<Joined>`
    with room as materialized (
      select w.id, w.device, w.state, g.id as group_id, ${deviceHash(sql`w.id`, secret)} as hash,
        exists (select from workshop_group any_group where any_group.workshop_id = w.id) as has_groups
      from workshop w left join workshop_group g on g.workshop_id = w.id and g.id = ${groupId}::uuid
      where w.join_code = ${code}
    ), joined as (
      insert into workshop_device as d (id, workshop_id, group_id, secret_hash, is_rapporteur, joined_at)
      select ${newId<"workshop_device">()}::uuid, room.id, room.group_id, room.hash, room.device = 'group', ${now()}::timestamptz
      from room
      where room.state in ('open', 'paused') and (room.group_id is not null or not room.has_groups)
      on conflict (secret_hash) do update set group_id = excluded.group_id, is_rapporteur = excluded.is_rapporteur
      returning d.id, d.workshop_id, d.group_id, d.is_rapporteur
    ), relieved as (
      update workshop_device d set is_rapporteur = false
      from joined j
      where j.is_rapporteur and d.workshop_id = j.workshop_id and d.group_id = j.group_id and d.id <> j.id and d.is_rapporteur
    )
    select room.id as "workshopId", room.state, room.device, room.has_groups as "hasGroups", room.group_id as "groupId",
      exists (select from joined) as came
    from room`.execute(db);
  const room = rows[0];
  if (!room) throw new Refusal("not_found", "answering.no_such_code");
  if (room.came) return room.workshopId;
  if (room.state !== "open" && room.state !== "paused") throw new Refusal("conflict", "answering.not_open");
  throw new Refusal("invalid", "answering.no_group", {}, [{ path: "group", code: "answering.no_group" }]);
}

/** What became of an answer that was sent. */
export type Taken = {
  /** The same was sent before: nothing was added. */
  readonly fate: "taken" | "already";
  readonly workshopId: WorkshopId;
  /** How many answers the device has given to this round, and how many it may give. */
  readonly given: number;
  readonly most: number;
};

type Verdict = {
  readonly workshopId: WorkshopId;
  readonly state: WorkshopState;
  readonly kind: QuestionKind;
  readonly hasDevice: boolean;
  readonly isShutOut: boolean;
  readonly answersForGroup: boolean;
  readonly isTimely: boolean;
  readonly isKnown: boolean;
  readonly fits: boolean;
  readonly before: number;
  readonly most: number;
  readonly answered: number | null;
  readonly taken: number;
};

/**
 * Takes an answer from a device in the room, word for word. What was under way when the time ran out is taken a while
 * after, and the same sending again is one answer, whichever process it comes to. A device that answers for others than
 * itself, one too many, or to what nobody asks is refused.
 *
 * Everything is one statement: a whole room answers in the same second. Of a workshop set anonymous not even the group
 * is written down. (Rules H-3 to H-6)
 */
export async function sendAnswer(db: Database, now: Clock, secret: string, answer: Answer): Promise<Taken> {
  const { roundId, texts, number, options, points } = answer;
  const parts = texts.length > 0 ? texts : [null];
  const marks = parts.map((_, at) => markOf(answer, at));
  const chosen = options ?? (points && Object.keys(points));
  const shared = points && Object.values(points).reduce((sum, each) => sum + each, 0);
  const at = now();
  const since = at.subtract({ seconds: grace });
  const { rows } = await sql<Verdict>`
    with asked as materialized (
      select r.id as round_id, r.workshop_id, r.question_id, w.state, w.is_anonymous,
        (w.state = 'open' or coalesce(w.paused_at >= ${since}::timestamptz, false)) as takes, q.kind, d.id as device_id,
        d.group_id, d.shut_out_at is not null as is_shut_out, (w.device = 'person' or d.is_rapporteur) as answers_for_group,
        coalesce(r.closed_at, 'infinity') >= ${since}::timestamptz
          and coalesce(r.closes_at, 'infinity') >= ${since}::timestamptz as is_timely,
        case when q.kind in ('open', 'wordList') then coalesce(q.most, 1) else 1 end as most_answers,
        (select count(*) from workshop_answer a where a.round_id = r.id and a.device_id = d.id)::int as before,
        exists (select from workshop_answer a
          where a.round_id = r.id and a.device_id = d.id and a.sent_mark = any(${marks}::uuid[])) as is_known,
        coalesce(case q.kind
          when 'open' then ${texts.length}::int = 1
          when 'wordList' then ${texts.length}::int between 1 and q.most
          when 'scale' then ${number}::int between q.scale_low and q.scale_high
          when 'single' then ${options?.length ?? null}::int = 1
          when 'multiple' then ${options?.length ?? null}::int between 1 and q.most
          when 'ranking' then ${options?.length ?? null}::int >= 1
          when 'points' then ${shared}::int between 1 and q.most
        end, false) and (q.kind in ('open', 'wordList', 'scale') or ${chosen?.length ?? null}::int =
          (select count(*) from workshop_option o where o.question_id = q.id and o.id = any(${chosen ?? []}::uuid[]))) as fits
      from workshop_round r
        join workshop w on w.id = r.workshop_id
        join workshop_question q on q.id = r.question_id
        left join workshop_device d on d.workshop_id = w.id and d.secret_hash = ${deviceHash(sql`w.id`, secret)}
      where r.id = ${roundId}
    ), counted as (
      update workshop_device d set answered_round = a.round_id,
        answered = case when d.answered_round = a.round_id then d.answered else a.before end + ${parts.length}::int
      from asked a
      where d.id = a.device_id and a.takes and a.is_timely and a.fits and a.answers_for_group
        and not a.is_known and not a.is_shut_out
        and case when d.answered_round = a.round_id then d.answered else a.before end + ${parts.length}::int <= a.most_answers
      returning d.id, d.answered
    ), taken as (
      insert into workshop_answer
        (id, workshop_id, question_id, round_id, device_id, group_id, sent_mark, text, number, options, points, answered_at)
      select part.id, a.workshop_id, a.question_id, a.round_id, c.id, case when not a.is_anonymous then a.group_id end,
        part.mark, part.text, ${number}::int, ${options}::uuid[], ${points && json(points)}::jsonb, ${at}::timestamptz
      from counted c, asked a,
        unnest(${parts.map(() => newId())}::uuid[], ${marks}::uuid[], ${parts}::text[]) with ordinality as part (id, mark, text, place)
      order by part.place
      on conflict (round_id, device_id, sent_mark) do nothing
      returning id
    )
    select a.workshop_id as "workshopId", a.state, a.kind, a.device_id is not null as "hasDevice",
      a.is_shut_out as "isShutOut", a.answers_for_group as "answersForGroup", a.is_timely as "isTimely",
      a.is_known as "isKnown", a.fits, a.before, a.most_answers as most, (select answered from counted) as answered,
      (select count(*)::int from taken) as taken
    from asked a`.execute(db);
  const verdict = rows[0];
  if (!verdict) throw new Refusal("not_found", "answering.no_such_round");
  const { workshopId, before, most } = verdict;
  if (verdict.taken > 0) return { fate: "taken", workshopId, given: verdict.answered ?? before, most };
  // Known already, or its twin was taken in the moment this one waited for the device.
  const isKnown = verdict.isKnown || (verdict.hasDevice && (await isTaken(db, secret, roundId, marks)));
  if (isKnown) return { fate: "already", workshopId, given: Math.max(before, parts.length), most };
  throw refusalOf(verdict);
}

function refusalOf(verdict: Verdict): Refusal {
  if (!verdict.hasDevice) return new Refusal("forbidden", "answering.not_in_room");
  if (verdict.isShutOut) return new Refusal("forbidden", "answering.shut_out");
  if (!verdict.answersForGroup) return new Refusal("forbidden", "answering.other_device");
  if (verdict.state === "paused") return new Refusal("conflict", "answering.paused");
  if (verdict.state !== "open") return new Refusal("conflict", "answering.not_open");
  if (!verdict.isTimely) return new Refusal("conflict", "answering.too_late");
  if (!verdict.fits) return new Refusal("invalid", `answering.does_not_fit.${verdict.kind}`);
  return new Refusal("conflict", "answering.answered_already");
}

async function isTaken(db: Database, secret: string, roundId: WorkshopRoundId, marks: readonly string[]) {
  const { rows } = await sql`
    select from workshop_answer a join workshop_device d on d.id = a.device_id
    where a.round_id = ${roundId} and a.sent_mark = any(${marks}::uuid[])
      and d.secret_hash = ${deviceHash(sql`d.workshop_id`, secret)} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * The mark of one part of what was sent, made of the device's own mark and of what was said: a form that is sent again
 * is the same, and one that was changed before it was sent again is another answer.
 */
function markOf({ mark, texts, number, options, points }: Answer, at: number): string {
  const said = JSON.stringify([mark, at, texts, number, options, points]);
  const hex = createHash("sha256").update(said).digest("hex").slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}

/**
 * Forgets the devices of a workshop that closes, and with them which answers came from the same one: no answer can be
 * followed back to a telephone. (Rule H-7)
 */
export async function forgetDevices(tx: Tx, workshopId: WorkshopId): Promise<void> {
  await sql`update workshop_answer a set device_id = null, sent_mark = null
    from workshop_round r where r.workshop_id = ${workshopId} and a.round_id = r.id`.execute(tx);
  await sql`delete from workshop_device where workshop_id = ${workshopId}`.execute(tx);
}
