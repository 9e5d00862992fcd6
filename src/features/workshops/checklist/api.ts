import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import {
  ChecklistId,
  ChecklistQuestionId,
  ChecklistVersionId,
  KnownFact,
} from "#features/workshops/checklist/checklist.ts";
import {
  ChecklistChange,
  ChecklistCopy,
  FromVersion,
  NewChecklist,
  SeenOriginal,
} from "#features/workshops/checklist/checklist-wish.ts";
import {
  changeChecklist,
  copyChecklist,
  makeChecklist,
  retireChecklist,
  seeOriginal,
} from "#features/workshops/checklist/commands.ts";
import { differencesBetween } from "#features/workshops/checklist/differences.ts";
import { Dimension } from "#features/workshops/checklist/dimensions.ts";
import { checklistInside, roomsWordsOf, usesOf } from "#features/workshops/checklist/inside/queries.ts";
import { checklistsListed } from "#features/workshops/checklist/listing/queries.ts";
import { checklistVersion } from "#features/workshops/checklist/queries.ts";
import { byWorkshop, Nothing } from "#features/workshops/workshop/api.ts";

export const byChecklist = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Made = z.object({ slug: z.string() });

const VersionJson = z.object({
  id: ChecklistVersionId,
  versionNo: z.int(),
  note: z.string().nullable(),
  publishedAt: z.string().nullable().describe("Null: it is being written"),
});
const OtherJson = z.object({ versionId: ChecklistVersionId, versionNo: z.int(), slug: z.string(), title: z.string() });
const QuestionJson = z.object({
  id: ChecklistQuestionId,
  lineage: z.string().describe("The same question through versions and copies"),
  text: z.string(),
  help: z.string().nullable(),
  dimension: Dimension.nullable(),
  answeredBy: KnownFact.nullable().describe("What the platform knows that answers it"),
  isShort: z.boolean().describe("One of the short form's"),
  isAddition: z.boolean().describe("Not from the group"),
});
const LineJson = z.object({
  id: ChecklistId,
  slug: z.string(),
  title: z.string(),
  organisation: z.string().nullable().describe("Who keeps it; null: it came with the installation"),
  versionNo: z.int().nullable(),
  publishedAt: z.string().nullable(),
  questions: z.int(),
  uses: z.int().describe("How many appraisals use it"),
  hasDraft: z.boolean(),
  isRetired: z.boolean(),
});
const ChecklistJson = z.object({
  id: ChecklistId,
  slug: z.string(),
  title: z.string(),
  purpose: z.string().nullable(),
  organisationId: OrganisationId.nullable(),
  organisation: z.string().nullable(),
  retiredAt: z.string().nullable(),
  version: z.int(),
  versions: z.array(VersionJson).describe("Published ones, the newest first"),
  draft: VersionJson.nullable(),
  original: z.object({ copied: OtherJson, newer: OtherJson.nullable() }).nullable(),
  uses: z.object({ own: z.int(), inCopies: z.int() }),
});
const WordsJson = z.object({ questionId: ChecklistQuestionId, text: z.string(), group: z.string().nullable() });

const said = (moment: Temporal.Instant | null) => moment?.toString() ?? null;

/** Checklists: what to find out before a method is introduced. */
export const checklistsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/checklists",
      operationId: "listChecklists",
      summary: "List the checklists you see, the installation's own first",
      responses: { 200: json("The checklists", z.object({ checklists: z.array(LineJson) })) },
    },
    async (c) => {
      const lines = await checklistsListed(c.var.db, c.var.actor);
      return c.json({ checklists: lines.map((line) => ({ ...line, publishedAt: said(line.publishedAt) })) });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/checklists/{slug}",
      operationId: "readChecklist",
      summary: "Read a checklist with its versions, where it was copied from and how much it is used",
      request: byChecklist,
      responses: { 200: json("The checklist", ChecklistJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor } = c.var;
      const { checklist, versions, draft, original } = await checklistInside(db, actor, slug);
      const line = (version: (typeof versions)[number]) => ({ ...version, publishedAt: said(version.publishedAt) });
      return c.json({
        ...checklist,
        retiredAt: said(checklist.retiredAt),
        versions: versions.map(line),
        draft: draft && line(draft),
        original,
        uses: await usesOf(db, checklist.id),
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/checklists/{slug}/versions/{versionNo}",
      operationId: "readChecklistVersion",
      summary: "Read the questions of a version, with the room's own words for those who may see them",
      request: { params: byChecklist.params.extend({ versionNo: z.coerce.number().int().min(1).max(100_000) }) },
      responses: {
        200: json("The version", VersionJson.extend({ questions: z.array(QuestionJson), words: z.array(WordsJson) })),
      },
    },
    async (c, { params: { slug, versionNo } }) => {
      const { db, actor, now } = c.var;
      const version = await versionNumbered(c, slug, versionNo);
      const { checklist: _, ...rest } = await checklistVersion(db, version.id);
      const words = await roomsWordsOf(db, actor, version.id, dateIn(now()));
      return c.json({ ...rest, publishedAt: said(rest.publishedAt), words });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/checklists/{slug}/differences",
      operationId: "readChecklistDifferences",
      summary: "Hold the newest version of a copy against the version it was copied from, or the original's newest",
      request: { ...byChecklist, query: z.strictObject({ against: z.enum(["copied", "newer"]).default("copied") }) },
      responses: {
        200: json(
          "Question by question",
          z.object({
            differences: z.array(
              z.object({
                kind: z.enum(["same", "changed", "added", "removed"]),
                before: QuestionJson.nullable(),
                after: QuestionJson.nullable(),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug }, query: { against } }) => {
      const { db, actor } = c.var;
      const { versions, draft, original } = await checklistInside(db, actor, slug);
      const own = versions[0] ?? draft;
      const other = against === "newer" ? original?.newer : original?.copied;
      if (!own || !other) throw new Refusal("not_found", "checklist.nothing_to_compare");
      const [theirs, ours] = await Promise.all([checklistVersion(db, other.versionId), checklistVersion(db, own.id)]);
      return c.json({ differences: differencesBetween(theirs.questions, ours.questions) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/checklist",
      operationId: "makeChecklist",
      summary: "Make a checklist of the questions a workshop came to: a draft of its first version",
      request: { ...byWorkshop, body: body(NewChecklist) },
      responses: { 201: json("Where it stands", Made) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await makeChecklist(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/copies",
      operationId: "copyChecklist",
      summary: "Copy a published checklist for an organisation to adapt",
      request: { ...byChecklist, body: body(ChecklistCopy) },
      responses: { 201: json("Where the copy stands", Made) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await copyChecklist(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/checklists/{slug}",
      operationId: "changeChecklist",
      summary: "Change what a checklist is called and says it is for",
      request: { ...byChecklist, body: body(ChecklistChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await changeChecklist(c.var.db, c.var.actor, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/retire",
      operationId: "retireChecklist",
      summary: "Let a checklist be used no more in what begins",
      request: { ...byChecklist, body: body(FromVersion) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await retireChecklist(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/original-seen",
      operationId: "seeOriginalOfChecklist",
      summary: "Note that a copy has been held against its original's newer version",
      request: { ...byChecklist, body: body(SeenOriginal) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await seeOriginal(c.var.db, c.var.actor, slug, wish);
      return c.body(null, 204);
    },
  ),
];

/** A version by its number, as far as somebody sees it. */
async function versionNumbered(c: ApiContext, slug: string, versionNo: number) {
  const { versions, draft } = await checklistInside(c.var.db, c.var.actor, slug);
  const version = [...versions, ...(draft ? [draft] : [])].find((each) => each.versionNo === versionNo);
  if (!version) throw new Refusal("not_found", "checklist.no_such_version");
  return version;
}
