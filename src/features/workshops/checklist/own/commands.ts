import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { columnsIn } from "#platform/csv/columns.ts";
import { readTable } from "#platform/csv/table.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { packageRoot } from "#platform/package-root.ts";
import { type ChecklistVersionId, KnownFact } from "#features/workshops/checklist/checklist.ts";
import { differencesBetween } from "#features/workshops/checklist/differences.ts";
import { Dimension } from "#features/workshops/checklist/dimensions.ts";
import { sv } from "#features/workshops/checklist/messages.sv.ts";
import { questionsOf } from "#features/workshops/checklist/queries.ts";

/** Where the checklist that came with the installation stands. */
export const ownSlug = "infor-inforande";

type OwnQuestion = {
  readonly text: string;
  readonly help: string;
  readonly dimension: Dimension;
  readonly answeredBy: KnownFact | null;
  readonly isShort: boolean;
};

/**
 * Sees to it that the installation's own checklist is there, published. Run at every start: when a release words it anew
 * that is a new version, and the versions that appraisals hold on to stay as they were. Two processes may start at once.
 */
export async function loadOwnChecklist(db: Database, now: Clock): Promise<void> {
  const wanted = await ownQuestions();
  if ((await standing(db, wanted)).isCurrent) return;
  await change(db, clockwork, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('workshops.own_checklist'))`.execute(tx);
    const { isCurrent, checklistId, versionNo, lineages } = await standing(tx, wanted);
    const about = checklistId ?? newId<"checklist">();
    if (!isCurrent) {
      if (!checklistId)
        await tx
          .insertInto("checklist")
          // What is in an installation is in Swedish, as everything that people write in it.
          .values({
            id: about,
            slug: ownSlug,
            title: sv["checklist.own_title"],
            purpose: sv["checklist.own_purpose"],
            created_at: now(),
          })
          .execute();
      const id = newId<"checklist_version">();
      await tx
        .insertInto("checklist_version")
        .values({ id, checklist_id: about, version_no: versionNo + 1 })
        .execute();
      await insertOwn(tx, id, wanted, lineages);
      await tx.updateTable("checklist_version").set({ published_at: now() }).where("id", "=", id).execute();
    }
    await record(tx, {
      by: clockwork,
      what: "workshops.own_checklist_loaded",
      about,
      after: { questions: wanted.length },
    });
  });
}

async function insertOwn(
  tx: Tx,
  version_id: ChecklistVersionId,
  wanted: readonly OwnQuestion[],
  lineages: ReadonlyMap<string, string>,
): Promise<void> {
  await tx
    .insertInto("checklist_question")
    .values(
      wanted.map(({ text, help, dimension, answeredBy, isShort }, position) => ({
        id: newId<"checklist_question">(),
        version_id,
        position,
        lineage: lineages.get(dimension) ?? newId<"lineage">(),
        text,
        help,
        dimension,
        answered_by: answeredBy,
        is_short: isShort,
      })),
    )
    .execute();
}

/** The newest version of the installation's own checklist, and whether it says what it is to say. */
async function standing(db: Database | Tx, wanted: readonly OwnQuestion[]) {
  const newest = await db
    .selectFrom("checklist as k")
    .innerJoin("checklist_version as v", "v.checklist_id", "k.id")
    .where("k.slug", "=", ownSlug)
    .where("k.organisation_id", "is", null)
    .orderBy("v.version_no", "desc")
    .select(["k.id", "v.id as versionId", "v.version_no as versionNo"])
    .executeTakeFirst();
  if (!newest) return { isCurrent: false, checklistId: undefined, versionNo: 0, lineages: new Map<string, string>() };
  const questions = await questionsOf(db, newest.versionId);
  const lineages = new Map(questions.map(({ dimension, lineage }) => [dimension ?? "", lineage]));
  const asked = wanted.map((question) => ({ ...question, lineage: lineages.get(question.dimension) ?? "" }));
  const isCurrent = differencesBetween<(typeof asked)[number] | (typeof questions)[number]>(questions, asked).every(
    ({ kind }) => kind === "same",
  );
  return { isCurrent, checklistId: newest.id, versionNo: newest.versionNo, lineages };
}

/** The questions as the release words them, in order. */
export async function ownQuestions(): Promise<readonly OwnQuestion[]> {
  const { header, rows } = readTable(await readFile(join(packageRoot, "reference", "checklist.csv")));
  const names = {
    dimension: ["dimension"],
    answeredBy: ["answered_by"],
    short: ["short"],
    text: ["text"],
    help: ["help"],
  };
  const { value } = columnsIn(header, names, ["dimension", "answeredBy", "short", "text", "help"]);
  return rows.map((row) => ({
    text: value(row, "text"),
    help: value(row, "help"),
    dimension: Dimension.parse(value(row, "dimension")),
    answeredBy: z.union([z.literal("").transform(() => null), KnownFact]).parse(value(row, "answeredBy")),
    isShort: value(row, "short") !== "",
  }));
}
