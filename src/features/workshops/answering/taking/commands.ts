import { createHash } from "node:crypto";
import { CompiledQuery, sql } from "kysely";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Database } from "#platform/database/database.ts";
import { openTogether, type Together } from "#platform/together/together.ts";
import { type Answer, grace, type WorkshopRoundId } from "#features/workshops/answering/answer.ts";
import { deviceHash } from "#features/workshops/answering/queries.ts";
import type { QuestionKind, WorkshopId, WorkshopState } from "#features/workshops/workshop/workshop.ts";

/** What became of an answer that was sent. */
export type Taken = {
  /** The same was sent before: nothing was added. */
  readonly fate: "taken" | "already";
  readonly workshopId: WorkshopId;
  /** How many answers the device has given to this round, and how many it may give. */
  readonly given: number;
  readonly most: number;
};

/** An answer as the statement takes it: its parts with the marks they are known by. */
type Sending = {
  readonly secret: string;
  readonly round: WorkshopRoundId;
  readonly at: string;
  readonly ids: readonly string[];
  readonly marks: readonly string[];
  readonly texts: readonly (string | null)[];
  /** How many texts there are; none for what is not said in words. */
  readonly said: number;
  readonly number: number | null;
  readonly options: readonly string[] | null;
  readonly chosen: readonly string[];
  readonly points: Readonly<Record<string, number>> | null;
  readonly shared: number | null;
};

type Verdict = {
  readonly no: number;
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
 * itself, one too many, or to what nobody asks is refused. Of a workshop set anonymous not even the group is written
 * down. (Rules H-3 to H-6)
 *
 * One statement reads, decides and writes, and takes what a whole room sends in the same second together. There is no
 * audit row: whoever answers has no name.
 */
export async function sendAnswer(db: Database, now: Clock, secret: string, answer: Answer): Promise<Taken> {
  const sending = sendingOf(now(), secret, answer);
  const verdict = await takingIn(db)(secret, sending);
  if (!verdict) throw new Refusal("not_found", "answering.no_such_round");
  const { workshopId, before, most } = verdict;
  if (verdict.taken > 0) return { fate: "taken", workshopId, given: verdict.answered ?? before, most };
  // Known already, or its twin was taken in the moment this one waited for the device.
  const isKnown = verdict.isKnown || (verdict.hasDevice && (await isTaken(db, sending)));
  if (isKnown) return { fate: "already", workshopId, given: Math.max(before, sending.marks.length), most };
  throw refusalOf(verdict);
}

const rooms = new WeakMap<Database, Together<Sending, Verdict>>();

function takingIn(db: Database): Together<Sending, Verdict> {
  let taking = rooms.get(db);
  if (!taking) {
    taking = openTogether((sendings) => verdictsOn(db, sendings));
    rooms.set(db, taking);
  }
  return taking;
}

function sendingOf(at: Temporal.Instant, secret: string, answer: Answer): Sending {
  const { roundId, texts, number, options, points } = answer;
  const parts = texts.length > 0 ? texts : [null];
  return {
    secret,
    round: roundId,
    at: at.toString(),
    ids: parts.map(() => newId()),
    marks: parts.map((_, place) => markOf(answer, place)),
    texts: parts,
    said: texts.length,
    number,
    options,
    chosen: options ?? Object.keys(points ?? {}),
    points,
    shared: points && Object.values(points).reduce((sum, each) => sum + each, 0),
  };
}

/** What became of each of several answers, no two of them from the same device; nothing for a round there is not. */
async function verdictsOn(db: Database, sendings: readonly Sending[]): Promise<(Verdict | undefined)[]> {
  const numbered = JSON.stringify(sendings.map((sending, no) => ({ no, ...sending })));
  const { rows } = await db.executeQuery<Verdict>(CompiledQuery.raw(taking, [numbered]));
  const verdicts = new Map(rows.map((verdict) => [verdict.no, verdict]));
  return sendings.map((_, no) => verdicts.get(no));
}

const taking = `
  with asked as materialized (
    select s.*, r.workshop_id, r.question_id, w.state, w.is_anonymous, q.kind, d.id as device_id, d.group_id,
      (w.state = 'open' or coalesce(w.paused_at >= s.at - interval '${grace} seconds', false)) as takes,
      d.shut_out_at is not null as is_shut_out, (w.device = 'person' or d.is_rapporteur) as answers_for_group,
      coalesce(r.closed_at, 'infinity') >= s.at - interval '${grace} seconds'
        and coalesce(r.closes_at, 'infinity') >= s.at - interval '${grace} seconds' as is_timely,
      case when q.kind in ('open', 'wordList') then coalesce(q.most, 1) else 1 end as most,
      (select count(*) from workshop_answer a where a.round_id = r.id and a.device_id = d.id)::int as before,
      exists (select from workshop_answer a
        where a.round_id = r.id and a.device_id = d.id and a.sent_mark = any(s.marks)) as is_known,
      coalesce(case q.kind
        when 'open' then s.said = 1
        when 'wordList' then s.said between 1 and q.most
        when 'scale' then s.number between q.scale_low and q.scale_high
        when 'single' then cardinality(s.options) = 1
        when 'multiple' then cardinality(s.options) between 1 and q.most
        when 'ranking' then cardinality(s.options) >= 1
        when 'points' then s.shared between 1 and q.most
      end, false) and (q.kind in ('open', 'wordList', 'scale') or cardinality(s.chosen) =
        (select count(*) from workshop_option o where o.question_id = q.id and o.id = any(s.chosen))) as fits
    from jsonb_to_recordset($1::jsonb) as s(no int, secret text, round uuid, at timestamptz, ids uuid[], marks uuid[],
        texts text[], said int, number int, options uuid[], chosen uuid[], points jsonb, shared int)
      join workshop_round r on r.id = s.round
      join workshop w on w.id = r.workshop_id
      join workshop_question q on q.id = r.question_id
      left join workshop_device d on d.workshop_id = w.id
        and d.secret_hash = sha256(convert_to(w.id::text || s.secret, 'UTF8'))
  ), counted as (
    update workshop_device d set answered_round = a.round,
      answered = case when d.answered_round = a.round then d.answered else a.before end + cardinality(a.marks)
    from asked a
    where d.id = a.device_id and a.takes and a.is_timely and a.fits and a.answers_for_group
      and not a.is_known and not a.is_shut_out
      and case when d.answered_round = a.round then d.answered else a.before end + cardinality(a.marks) <= a.most
    returning a.no, d.id, d.answered
  ), taken as (
    insert into workshop_answer
      (id, workshop_id, question_id, round_id, device_id, group_id, sent_mark, text, number, options, points, answered_at)
    select part.id, a.workshop_id, a.question_id, a.round, c.id, case when not a.is_anonymous then a.group_id end,
      part.mark, part.text, a.number, a.options, a.points, a.at
    from counted c join asked a on a.no = c.no,
      unnest(a.ids, a.marks, a.texts) with ordinality as part (id, mark, text, place)
    order by a.no, part.place
    on conflict (round_id, device_id, sent_mark) do nothing
    returning device_id
  )
  select a.no, a.workshop_id as "workshopId", a.state, a.kind, a.device_id is not null as "hasDevice",
    a.is_shut_out as "isShutOut", a.answers_for_group as "answersForGroup", a.is_timely as "isTimely",
    a.is_known as "isKnown", a.fits, a.before, a.most, c.answered,
    (select count(*)::int from taken t where t.device_id = a.device_id) as taken
  from asked a left join counted c on c.no = a.no`;

function refusalOf(verdict: Verdict): Refusal {
  if (!verdict.hasDevice) return new Refusal("forbidden", "answering.not_in_room");
  if (verdict.isShutOut) return new Refusal("forbidden", "answering.shut_out");
  if (!verdict.answersForGroup) return new Refusal("forbidden", "answering.other_device");
  if (verdict.state === "paused") return new Refusal("conflict", "answering.paused");
  if (verdict.state !== "open") return new Refusal("conflict", "answering.not_open");
  if (!verdict.isTimely) return new Refusal("conflict", "answering.too_late");
  if (!verdict.fits) return new Refusal("invalid", `answering.does_not_fit.${verdict.kind}`);
  const left = verdict.most - verdict.before;
  if (left > 0) return new Refusal("conflict", "answering.only_left", { left });
  return new Refusal("conflict", "answering.answered_already");
}

async function isTaken(db: Database, { secret, round, marks }: Sending): Promise<boolean> {
  const { rows } = await sql`
    select from workshop_answer a join workshop_device d on d.id = a.device_id
    where a.round_id = ${round} and a.sent_mark = any(${marks}::uuid[])
      and d.secret_hash = ${deviceHash(sql`d.workshop_id`, secret)} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * The mark of one part of what was sent, made of the device's own mark and of what was said: a form that is sent again
 * is the same, and one that was changed before it was sent again is another answer.
 */
function markOf({ mark, texts, number, options, points }: Answer, place: number): string {
  const said = JSON.stringify([mark, place, texts, number, options, points]);
  const hex = createHash("sha256").update(said).digest("hex").slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
