import { sql } from "kysely";
import { newId, type PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { type Fate, fateOf, type Standing, writerOf } from "#platform/shared-texts/text-saving.ts";

/**
 * Where a feature keeps texts that several write in, one at a time each: the rows with the texts themselves, how far
 * each sitting has come, and the texts that do not stand there. `of` is what the last two call the text's id.
 */
export type TextTables = {
  readonly texts: string;
  readonly hands: string;
  readonly others: string;
  readonly of: string;
};

/** A text whose lock is held. */
export type LockedText = Standing & {
  readonly id: string;
  readonly savedBy: PersonId | null;
  readonly savedAt: Temporal.Instant | null;
};

/** What somebody sends to a text. */
export type SentText = {
  readonly by: PersonId;
  readonly body: string;
  readonly basedOn: number;
  readonly hand?: string | undefined;
  readonly turn?: number | undefined;
  /** The writer is done, and leaves the text to others. */
  readonly isDone: boolean;
  /** Texts beside this one that it takes the place of. */
  readonly settles: readonly string[];
};

/** What became of it, and who has the text if it is somebody else. */
export type WrittenText = {
  readonly fate: Fate;
  readonly version: number;
  readonly writerId: PersonId | undefined;
  /** Nothing was changed, also nothing beside. */
  readonly isUnchanged: boolean;
};

/** Minutes that a text is kept for whoever wrote in it last. */
const minutesHeld = 3;

/**
 * Writes a text, or lays it beside the one that stands there when the writer has not seen that one. What is written
 * over by another sitting is kept among the earlier texts. Sent twice, it is written once. The caller holds the lock.
 */
export async function writeText(
  tx: Tx,
  tables: TextTables,
  standing: LockedText,
  sent: SentText,
  at: Temporal.Instant,
): Promise<WrittenText> {
  const { by, hand, turn, isDone, settles } = sent;
  const known = hand === undefined ? undefined : await turnOf(tx, tables, standing.id, hand);
  const fate = fateOf(standing, sent, known, at);
  const liesBeside = fate === "already" && hand !== undefined && (await waitsBeside(tx, tables, standing.id, hand));

  if (fate === "written") await write(tx, tables, standing, sent, at);
  if (fate === "beside") await layBeside(tx, tables, standing.id, sent, at);
  if (hand !== undefined && turn !== undefined) await rememberTurn(tx, tables, standing.id, hand, turn);
  if (fate !== "beside" && settles.length > 0)
    await sql`
      update ${sql.table(tables.others)} set settled_at = ${at}
      where ${sql.ref(tables.of)} = ${standing.id} and id = any(${[...settles]}::uuid[]) and settled_at is null`.execute(
      tx,
    );
  const writer = writerOf(standing, at);
  const isOthers = writer !== undefined && writer !== by;
  if (!isOthers) await (isDone ? letGo(tx, tables, standing.id) : holdText(tx, tables, standing.id, by, at));
  return {
    fate: liesBeside ? "beside" : fate,
    version: fate === "written" ? standing.version + 1 : standing.version,
    writerId: isOthers ? writer : undefined,
    isUnchanged: fate === "already" && settles.length === 0,
  };
}

/** Keeps a text for somebody for some minutes. */
export async function holdText(
  tx: Tx,
  { texts }: TextTables,
  id: string,
  by: PersonId,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update ${sql.table(texts)} set writer_id = ${by}, writing_until = ${at.add({ minutes: minutesHeld })}
    where id = ${id}`.execute(tx);
}

/** Takes an earlier text away for good; tells whether there was one. One that waits to be compared stays. */
export async function removeEarlier(tx: Tx, { others, of }: TextTables, id: string, textId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from ${sql.table(others)}
    where id::text = ${textId} and ${sql.ref(of)} = ${id} and settled_at is not null returning id`.execute(tx);
  return rows.length > 0;
}

async function write(
  tx: Tx,
  tables: TextTables,
  before: LockedText,
  { by, body, hand }: SentText,
  at: Temporal.Instant,
) {
  const { texts, others, of } = tables;
  const isSameSitting = hand !== undefined && hand === before.hand;
  // A text that is about to be written over is kept.
  if (before.body !== "" && !isSameSitting)
    await sql`
      insert into ${sql.table(others)} (id, ${sql.ref(of)}, body, written_by, written_at, settled_at)
      values (${newId()}, ${before.id}, ${before.body}, ${before.savedBy}, ${before.savedAt ?? at}, ${at})`.execute(tx);
  await sql`
    update ${sql.table(texts)}
    set body = ${body}, version = ${before.version + 1}, hand = ${hand ?? null}, saved_by = ${by}, saved_at = ${at}
    where id = ${before.id}`.execute(tx);
  // What the same sitting once had to lay beside is in what it has written now.
  if (hand !== undefined)
    await sql`
      update ${sql.table(others)} set settled_at = ${at}
      where ${sql.ref(of)} = ${before.id} and hand = ${hand} and settled_at is null`.execute(tx);
}

async function layBeside(tx: Tx, { others, of }: TextTables, id: string, sent: SentText, at: Temporal.Instant) {
  const { by, body, hand } = sent;
  if (body === "") return;
  await sql`
    insert into ${sql.table(others)} (id, ${sql.ref(of)}, body, hand, written_by, written_at)
    select ${newId()}::uuid, ${id}::uuid, ${body}::text, ${hand ?? null}::uuid, ${by}::uuid, ${at}::timestamptz
    where not exists (
      select from ${sql.table(others)}
      where ${sql.ref(of)} = ${id} and settled_at is null and written_by = ${by} and body = ${body})
    on conflict (${sql.ref(of)}, hand) do update
      set body = excluded.body, written_at = excluded.written_at, settled_at = null`.execute(tx);
}

/** Whether a sitting has a text that nobody has compared yet. */
async function waitsBeside(tx: Tx, { others, of }: TextTables, id: string, hand: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ${sql.table(others)} where ${sql.ref(of)} = ${id} and hand = ${hand} and settled_at is null`.execute(
    tx,
  );
  return rows.length > 0;
}

async function turnOf(tx: Tx, { hands, of }: TextTables, id: string, hand: string): Promise<number | undefined> {
  const { rows } = await sql<{ turn: number }>`
    select turn from ${sql.table(hands)} where ${sql.ref(of)} = ${id} and hand = ${hand}`.execute(tx);
  return rows[0]?.turn;
}

async function rememberTurn(tx: Tx, { hands, of }: TextTables, id: string, hand: string, turn: number) {
  await sql`
    insert into ${sql.table(hands)} as known (${sql.ref(of)}, hand, turn) values (${id}, ${hand}, ${turn})
    on conflict (${sql.ref(of)}, hand) do update set turn = greatest(known.turn, excluded.turn)`.execute(tx);
}

async function letGo(tx: Tx, { texts }: TextTables, id: string): Promise<void> {
  await sql`update ${sql.table(texts)} set writer_id = null, writing_until = null where id = ${id}`.execute(tx);
}
