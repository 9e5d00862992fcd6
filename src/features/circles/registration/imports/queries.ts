import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Actor } from "#kernel/actor.ts";
import { readTable } from "#platform/csv/table.ts";
import type { Reader } from "#platform/database/database.ts";
import { sameNumber } from "#features/circles/registration/added/reached.ts";
import { type ImportFileId, ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { type KnownInRound, planRows, type PlannedRow } from "#features/circles/registration/imports/import-plan.ts";
import { type ImportRow, readRow } from "#features/circles/registration/imports/import-row.ts";
import { liveStates } from "#features/circles/registration/registration.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { type RoundFacts, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { foldName } from "#features/organisations/organisation-name.ts";

/** The round a file of applications is for, as somebody who may see its roster sees it. */
export async function roundToImportTo(db: Reader, actor: Actor, slug: string) {
  const id = await roundIdOf(db, slug);
  const round = id && (await roundFacts(db, id));
  if (!round || !maySeeRoster(actor, round)) return undefined;
  return { round, can: { decide: mayDecide(actor, round) && round.state !== "draft" } };
}

/** The files that have been sent for a round, newest first, with how many applications came from each. */
export async function importsOf(db: Reader, roundId: RoundId) {
  return db
    .selectFrom("import_file as f")
    .leftJoin("person as sender", "sender.id", "f.sent_by")
    .where("f.round_id", "=", roundId)
    .orderBy("f.sent_at", "desc")
    .limit(20)
    .select(["f.id", "f.name", "f.sent_at as sentAt", "sender.name as sentBy"])
    .select((eb) => [
      eb("f.content", "is not", null).as("isKept"),
      eb
        .selectFrom("registration as r")
        .whereRef("r.import_id", "=", "f.id")
        .select((each) => each.fn.countAll<string>().as("count"))
        .as("taken"),
    ])
    .execute();
}

/** A file that was sent for a round, with how its columns are understood. */
export async function fileSent(db: Reader, roundId: RoundId, id: ImportFileId) {
  const row = await db
    .selectFrom("import_file")
    .where("id", "=", id)
    .where("round_id", "=", roundId)
    .select(["id", "name", "hash", "content", "mapping", "delete_after as deleteAfter"])
    .executeTakeFirst();
  return row && { ...row, mapping: ImportMapping.parse(row.mapping) };
}

/** A file's rows as they are understood, each with the mark by which the same application is known again. */
export type MarkedRow = ImportRow & { readonly key: string };

export type ReadFile = { readonly header: readonly string[]; readonly rows: readonly MarkedRow[] };

/**
 * Understands a file row by row. Fifty thousand rows take some seconds, so everybody else's pages are drawn in between.
 */
export async function readApplications(
  bytes: Uint8Array,
  round: RoundFacts,
  mapping: ImportMapping,
  now: Temporal.Instant,
): Promise<ReadFile> {
  const { header, rows } = readTable(bytes);
  const reading = { round: { ...round, noticesSent: round.noticesSentAt !== null }, header, mapping, now };
  const read: MarkedRow[] = [];
  for (const row of rows) {
    const understood = readRow(row, reading);
    read.push({ ...understood, key: markOf(understood) });
    if (read.length % 200 === 0) await nextTurn();
  }
  return { header, rows: read };
}

/** The mark of an application: the same whichever file it stands in, and telling nobody who it is. */
function markOf({ name, email, reachedAt, application }: ImportRow): string {
  const phone = application?.phone === undefined ? "" : sameNumber(application.phone);
  const said = [reachedAt?.toString() ?? "", email.trim().toLowerCase(), foldName(name), phone];
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

/** What is in a round already: marks of what was imported, and the addresses of those who are in the running. */
export async function knownInRound(db: Reader, roundId: RoundId): Promise<KnownInRound> {
  const keys = await db
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("import_key", "is not", null)
    .select("import_key as key")
    .execute();
  const live = await db
    .selectFrom("registration as r")
    .leftJoin("person as p", "p.id", "r.person_id")
    .where("r.round_id", "=", roundId)
    .where("r.state", "in", liveStates)
    .select(["r.email", "p.email as personEmail"])
    .execute();
  return {
    keys: new Set(keys.flatMap(({ key }) => key ?? [])),
    emails: new Set(live.flatMap(({ email, personEmail }) => [email, personEmail].filter((each) => each !== null))),
  };
}

/** What a file that was sent would do, row by row, as the round is now; nothing once the file is forgotten. */
export async function importPlan(
  db: Reader,
  round: RoundFacts,
  id: ImportFileId,
  now: Temporal.Instant,
): Promise<
  { file: NonNullable<Awaited<ReturnType<typeof fileSent>>>; header: readonly string[]; rows: PlannedRow[] } | undefined
> {
  const file = await fileSent(db, round.id, id);
  if (!file?.content) return undefined;
  const { header, rows } = await readApplications(file.content, round, file.mapping, now);
  return { file, header, rows: planRows(rows, await knownInRound(db, round.id)) };
}
