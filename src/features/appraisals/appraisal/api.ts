import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId, PersonId } from "#kernel/ids.ts";
import { type ApiRoute, body, deedsAt, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { AppraisalId, AppraisalState, Decision } from "#features/appraisals/appraisal/appraisal.ts";
import {
  AppraisalChange,
  AppraisalForm,
  AppraisalPeople,
  NewAppraisal,
  Proposal,
  SentBack,
  Withdrawal,
} from "#features/appraisals/appraisal/appraisal-words.ts";
import {
  beginAppraisal,
  changeAppraisal,
  proposeAppraisal,
  sendBackAppraisal,
  setAppraisalPeople,
  takeBackAppraisal,
  weighAgain,
  withdrawAppraisal,
} from "#features/appraisals/appraisal/commands.ts";
import { appraisalsListed } from "#features/appraisals/appraisal/listed/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { MethodId } from "#features/appraisals/method/method.ts";
import { ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Text = z.string().nullable();
const Person = z.object({ id: PersonId, name: z.string() });

const ListedJson = z.object({
  id: AppraisalId,
  slug: z.string(),
  title: z.string(),
  method: z.string(),
  organisation: z.string(),
  state: AppraisalState,
  isInUse: z.boolean(),
  isOwn: z.boolean().describe("Whether whoever asks writes it or is to decide"),
  decision: Decision.nullable().describe("The latest"),
  decidedOn: Text,
});

const AppraisalJson = z.object({
  id: AppraisalId,
  slug: z.string(),
  title: z.string(),
  question: Text,
  isInUse: z.boolean(),
  form: AppraisalForm,
  state: AppraisalState,
  method: z.object({ id: MethodId, slug: z.string(), name: z.string() }),
  organisationId: OrganisationId,
  organisation: z.string(),
  checklistVersionId: ChecklistVersionId,
  authors: z.array(Person),
  decider: Person.nullable(),
  takenFrom: AppraisalId.nullable(),
  proposedAt: Text,
  withdrawnReason: Text,
  version: z.int(),
  can: z.object({
    write: z.boolean(),
    ask: z.boolean(),
    decide: z.boolean(),
    tell: z.boolean(),
    keep: z.boolean(),
  }),
});

const deed = deedsAt("/appraisals/{slug}", bySlug.params);

/** Appraisals of methods: those one sees, what each is about, and the steps of its life. The sources have their own. */
export const appraisalsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals",
      operationId: "listAppraisals",
      summary: "List the appraisals of methods one may see, the latest begun first",
      request: {
        query: ListQuery.extend({
          name: z.string().max(200).optional().describe("Part of the name of the method or the appraisal"),
          state: AppraisalState.optional(),
          methodId: MethodId.optional(),
          organisationId: OrganisationId.optional(),
          which: z.enum(["own", "others"]).optional().describe("Those one works with, or those others have decided"),
        }),
      },
      responses: { 200: json("One page of the appraisals", z.object({ appraisals: z.array(ListedJson) })) },
    },
    async (c, { query: { name: typed, after, ...wish } }) => {
      const from = AppraisalId.safeParse(after).data;
      const list = await appraisalsListed(c.var.db, c.var.actor, { ...wish, typed, after: from });
      nextLink(c, list.after);
      const appraisals = list.appraisals.map((each) => ({ ...each, decidedOn: each.decidedOn?.toString() ?? null }));
      return c.json({ appraisals });
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "post",
      path: "/appraisals",
      operationId: "beginAppraisal",
      summary: "Begin to weigh a method for an organisation, with its three sources",
      request: { body: body(NewAppraisal) },
      responses: { 201: json("The appraisal", z.object({ id: AppraisalId, slug: z.string() })) },
    },
    async (c, { body: words }) => c.json(await beginAppraisal(c.var.db, c.var.actor, c.var.now, words), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}",
      operationId: "readAppraisal",
      summary: "Read what an appraisal is about, who writes and decides, and what one may do with it",
      request: bySlug,
      responses: { 200: json("The appraisal", AppraisalJson) },
    },
    async (c, { params: { slug } }) => {
      const inside = await appraisalInside(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
      const { appraisal, method, authors, decider, can } = inside;
      const { disagreement: _, outweighing: __, outweighingMotive: ___, createdAt: ____, ...said } = appraisal;
      const { id, slug: methodSlug, name } = method;
      return c.json({
        ...said,
        proposedAt: said.proposedAt?.toString() ?? null,
        method: { id, slug: methodSlug, name },
        authors: [...authors],
        decider,
        can,
      });
    },
  ),
  deed(
    ["put", ""],
    "changeAppraisal",
    "Change what an appraisal is about, from the version one has read",
    AppraisalChange,
    ({ var: { db, actor, now } }, { slug }, words) => changeAppraisal(db, actor, now, slug, words),
  ),
  deed(
    ["put", "/people"],
    "setAppraisalPeople",
    "Say who writes an appraisal and who decides",
    AppraisalPeople,
    ({ var: { db, actor, now } }, { slug }, words) => setAppraisalPeople(db, actor, now, slug, words),
  ),
  deed(
    ["post", "/proposal"],
    "proposeAppraisal",
    "Hand an appraisal to whoever decides, when all three sources have been sought",
    Proposal,
    ({ var: { db, actor, now } }, { slug }, words) => proposeAppraisal(db, actor, now, slug, words),
  ),
  deed(
    ["post", "/sending-back"],
    "sendBackAppraisal",
    "Send a proposal back with what one wants to know first",
    SentBack,
    ({ var: { db, actor, now } }, { slug }, words) => sendBackAppraisal(db, actor, now, slug, words),
  ),
  deed(
    ["post", "/withdrawal"],
    "withdrawAppraisal",
    "Withdraw an appraisal that is not to be decided",
    Withdrawal,
    ({ var: { db, actor, now } }, { slug }, words) => withdrawAppraisal(db, actor, now, slug, words),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/appraisals/{slug}/proposal",
      operationId: "takeBackAppraisal",
      summary: "Take a proposal back to write more in it",
      request: bySlug,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug } }) => {
      await takeBackAppraisal(c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/reopening",
      operationId: "weighAppraisalAgain",
      summary: "Weigh anew what was decided or withdrawn",
      request: bySlug,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug } }) => {
      await weighAgain(c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
];
