import { z } from "zod";
import type { Grant } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { keepApart, mergePeople, type PersonPart, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { likenesses } from "#features/organisations/people/merging/likeness.ts";
import { LeftAccount, Merge, MergeId, TwoPeople } from "#features/organisations/people/merging/person-merge.ts";
import { differences, duplicatesPage, latestMerges } from "#features/organisations/people/merging/queries.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const Entry = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
});
const Pair = z.object({
  one: Entry,
  other: Entry,
  speaksFor: z.array(z.enum(likenesses)),
  speaksAgainst: z.array(z.enum(differences)),
  mayMerge: z.boolean(),
});
const Merged = z.object({
  id: z.string(),
  from: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ id: z.string(), name: z.string() }),
  mergedAt: z.string(),
  undoableUntil: z.string(),
  undoneAt: z.string().nullable(),
  leftBehind: LeftAccount.nullable().describe("What could not be put back; null while the merge stands"),
});

const gate = "people:manage" satisfies Grant;

/** Two entries that may be one person: found, merged, undone, kept apart. What each feature does is said by `parts`. */
export function mergingApi(parts: readonly PersonPart[]): readonly ApiRoute[] {
  return [
    operation(
      gate,
      {
        method: "get",
        path: "/people/duplicates",
        operationId: "listDuplicates",
        summary: "List pairs of people that may be the same person, the likeliest first",
        request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(30) }) },
        responses: { 200: json("The pairs", z.object({ count: z.int(), pairs: z.array(Pair) })) },
      },
      async (c, { query: { limit } }) => {
        const { count, pairs } = await duplicatesPage(c.var.db, c.var.actor, dateIn(c.var.now()), limit);
        const entry = ({ id, name, email, title }: z.output<typeof Entry>) => ({ id, name, email, title });
        return c.json({
          count,
          pairs: pairs.map(({ one, other, speaksFor, speaksAgainst, can }) => ({
            one: entry(one),
            other: entry(other),
            speaksFor,
            speaksAgainst,
            mayMerge: can.merge,
          })),
        });
      },
    ),
    operation(
      gate,
      {
        method: "get",
        path: "/people/merges",
        operationId: "listMerges",
        summary: "List the merges of the last thirty days",
        responses: { 200: json("The merges", z.object({ merges: z.array(Merged) })) },
      },
      async (c) => {
        const rows = await latestMerges(c.var.db, c.var.actor, c.var.now());
        const second = (moment: Temporal.Instant) => moment.toString({ smallestUnit: "second" });
        return c.json({
          merges: rows.map((row) => ({
            id: row.id,
            from: { id: row.fromId, name: row.fromName },
            to: { id: row.toId, name: row.toName },
            mergedAt: second(row.mergedAt),
            undoableUntil: second(row.undoableUntil),
            undoneAt: row.undoneAt && second(row.undoneAt),
            leftBehind: row.leftBehind ?? null,
          })),
        });
      },
    ),
    operation(
      gate,
      {
        method: "post",
        path: "/people/merges",
        operationId: "mergePeople",
        summary: "Make two entries one person: everything `from` has becomes `to`'s. Can be undone for thirty days",
        request: { body: body(Merge) },
        responses: { 201: json("The merge", z.object({ mergeId: z.string() })) },
      },
      async (c, { body: merge }) => c.json(await mergePeople(c.var.db, c.var.actor, c.var.now, merge, parts), 201),
    ),
    operation(
      gate,
      {
        method: "post",
        path: "/people/merges/{mergeId}/undo",
        operationId: "undoMerge",
        summary: "Undo a merge: what still stands as it left it goes back, and what could not is told",
        request: { params: z.object({ mergeId: MergeId }) },
        responses: { 200: json("What could not be put back", z.object({ leftBehind: LeftAccount })) },
      },
      async (c, { params: { mergeId } }) => c.json(await undoMerge(c.var.db, c.var.actor, c.var.now, mergeId, parts)),
    ),
    operation(
      gate,
      {
        method: "post",
        path: "/people/distinct",
        operationId: "keepPeopleApart",
        summary: "Say of two entries that they are two people, so that they are not proposed again",
        request: { body: body(TwoPeople) },
        responses: { 204: { description: "Done" } },
      },
      async (c, { body: pair }) => {
        await keepApart(c.var.db, c.var.actor, c.var.now, pair);
        return c.body(null, 204);
      },
    ),
  ];
}
