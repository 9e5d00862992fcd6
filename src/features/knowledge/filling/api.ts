import { z } from "zod";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { SentFile } from "#platform/files/sent-file.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import {
  bringInFile,
  bringInOne,
  leaveOut,
  takeCandidate,
  takeUpAgain,
} from "#features/knowledge/filling/candidate/commands.ts";
import { candidateInside, candidatesListed, twinsOf } from "#features/knowledge/filling/candidate/queries.ts";
import { PastedAddress, SomeCandidates, Taking, WrittenReference } from "#features/knowledge/filling/filling-words.ts";
import { CandidateId, CandidateStanding, HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { lookingUp } from "#features/knowledge/filling/looking-up.ts";
import { lookedUp, referencesIn } from "#features/knowledge/filling/looking-up/queries.ts";

const byId = { params: z.strictObject({ candidateId: CandidateId }) };
const Text = z.string().nullable();

const ReferenceJson = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  source: Text,
  year: z.int().nullable(),
  licence: Text,
  link: Text,
  doi: Text,
});

const CandidateJson = ReferenceJson.extend({
  id: CandidateId,
  organisationId: OrganisationId,
  sourceId: HarvestSourceId.nullable().describe("The archive it was harvested from; null: a file or a pasted address"),
  isGone: z.boolean().describe("The archive has taken it away"),
  standing: CandidateStanding,
  item: Text.describe("The address of the item that was begun of it"),
  broughtAt: z.string(),
});

const TwinJson = z.object({
  kind: z.enum(["item", "candidate"]),
  id: z.string(),
  slug: Text,
  title: z.string(),
  year: z.int().nullable(),
  by: z.enum(["doi", "link", "title"]),
  standing: CandidateStanding.nullable(),
});

const Brought = z.object({ id: CandidateId, isKnown: z.boolean().describe("It waited in the list already") });

type Told = Awaited<ReturnType<typeof candidateInside>>["candidate"];

function asJson({
  abstract: _,
  citation: __,
  organisation: ___,
  archive: ____,
  itemSlug,
  broughtAt,
  authors,
  ...same
}: Told) {
  return { ...same, authors: [...authors], item: itemSlug, broughtAt: broughtAt.toString() };
}

/** What was brought in, until somebody has said what becomes of it. Nothing of it is in the base. */
export const candidatesApi: readonly ApiRoute[] = [
  operation(
    "knowledge:write",
    {
      method: "get",
      path: "/candidates",
      operationId: "listCandidates",
      summary: "List what was brought in for those one writes for",
      request: {
        query: ListQuery.extend({
          standing: CandidateStanding.default("new"),
          sourceId: HarvestSourceId.optional(),
          words: z.string().max(200).optional().describe("Part of the title or of an author's name"),
        }),
      },
      responses: {
        200: json(
          "One page of it",
          z.object({ candidates: z.array(CandidateJson.extend({ hasTwin: z.boolean() })), count: z.int() }),
        ),
      },
    },
    async (c, { query: { words: typed, after, ...wish } }) => {
      const from = CandidateId.safeParse(after).data;
      const list = await candidatesListed(c.var.db, c.var.actor, { ...wish, typed, after: from });
      nextLink(c, list.after);
      const candidates = list.candidates.map(({ hasTwin, ...each }) => ({ ...asJson(each), hasTwin }));
      return c.json({ candidates, count: list.count });
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "get",
      path: "/candidates/{candidateId}",
      operationId: "readCandidate",
      summary: "Read something that was brought in, with what is likely the same",
      request: byId,
      responses: {
        200: json("The candidate", CandidateJson.extend({ abstract: Text, likely: z.array(TwinJson) })),
      },
    },
    async (c, { params: { candidateId } }) => {
      const { candidate } = await candidateInside(c.var.db, c.var.actor, candidateId);
      const likely = await twinsOf(c.var.db, c.var.actor, candidateId);
      return c.json({ ...asJson(candidate), abstract: candidate.abstract, likely });
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/candidates",
      operationId: "bringInReference",
      summary: "Put a reference in the list to go through, as it is written",
      request: { body: body(WrittenReference) },
      responses: { 201: json("The candidate", Brought) },
    },
    async (c, { body: { organisationId, ...reference } }) => {
      const found = { reference: { ...reference, abstract: null }, citation: null };
      return c.json(await bringInOne(c.var.db, c.var.actor, c.var.now, organisationId, found), 201);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/candidates/address",
      operationId: "bringInAddress",
      summary: "Read an address or a DOI, and put what it says in the list to go through",
      request: { body: body(PastedAddress) },
      responses: { 201: json("The candidate", Brought) },
    },
    async (c, { body: { organisationId, address } }) => {
      const { db, actor, now, config, limits } = c.var;
      await limits.count(lookingUp, { address: networkAddress(c), target: actor.personId ?? "" });
      const read = await lookedUp(address, { outside: outsideOf(config) });
      if (!read.found)
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
          { path: "address", code: `filling.problem.${read.problem}` },
        ]);
      return c.json(await bringInOne(db, actor, now, organisationId, read.found), 201);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/candidates/file",
      operationId: "bringInReferences",
      summary:
        "Put the references of a RIS file or of CSL-JSON in the list to go through; the same file again brings nothing",
      request: {
        body: body(z.strictObject({ organisationId: OrganisationId, content: SentFile.shape.content })),
      },
      responses: {
        200: json(
          "What became of the file",
          z.object({
            brought: z.array(CandidateId),
            known: z.int(),
            untitled: z.array(z.int()).describe("Places in the file of what has no title, from one"),
            brokenLines: z.array(z.int()).describe("Lines that could not be read, from one"),
          }),
        ),
      },
    },
    async (c, { body: { organisationId, content } }) => {
      const read = await referencesIn(Uint8Array.fromBase64(content));
      if (!read || read.references.length === 0) {
        const code = read ? "filling.no_references" : "filling.not_a_reference_file";
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "content", code }]);
      }
      const { brought, known } = await bringInFile(c.var.db, c.var.actor, c.var.now, organisationId, read);
      return c.json({ brought: [...brought], known, untitled: [...read.untitled], brokenLines: [...read.brokenLines] });
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/candidates/{candidateId}/taking",
      operationId: "takeCandidate",
      summary: "Begin an item of it, as a draft whose summary is still to be written",
      request: { ...byId, body: body(Taking) },
      responses: { 201: json("The item", z.object({ slug: z.string() })) },
    },
    async (c, { params: { candidateId }, body: words }) =>
      c.json(await takeCandidate(c.var.db, c.var.actor, c.var.now, candidateId, words), 201),
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/candidates/leaving-out",
      operationId: "leaveOutCandidates",
      summary: "Say that nothing is to become of some; it is remembered when the archive is harvested again",
      request: { body: body(SomeCandidates) },
      responses: { 200: json("How many were left out now", z.object({ left: z.int() })) },
    },
    async (c, { body: { candidates } }) =>
      c.json({ left: await leaveOut(c.var.db, c.var.actor, c.var.now, candidates) }),
  ),
  operation(
    "knowledge:write",
    {
      method: "delete",
      path: "/candidates/{candidateId}/leaving-out",
      operationId: "takeUpCandidate",
      summary: "Put something that was left out back in the list",
      request: byId,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { candidateId } }) => {
      await takeUpAgain(c.var.db, c.var.actor, candidateId);
      return c.body(null, 204);
    },
  ),
];
