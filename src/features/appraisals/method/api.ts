import { z } from "zod";
import { OrganisationId } from "#kernel/ids.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import {
  addMethod,
  changeMethod,
  restoreMethod,
  withdrawMethod,
  writeCoreComponents,
} from "#features/appraisals/method/commands.ts";
import {
  CoreComponents,
  MethodChange,
  MethodUse,
  MethodWithdrawal,
  NewMethod,
} from "#features/appraisals/method/method-words.ts";
import {
  Basis,
  CoreComponentId,
  MethodId,
  MethodKind,
  MethodUseId,
  Phase,
} from "#features/appraisals/method/method.ts";
import { methodInside } from "#features/appraisals/method/queries.ts";
import { methodsListed } from "#features/appraisals/method/register/queries.ts";
import { removeMethodUse, sayMethodUse } from "#features/appraisals/method/uses/commands.ts";
import { methodUses } from "#features/appraisals/method/uses/queries.ts";

const Slug = z.string().min(1).max(200);
const bySlug = { params: z.strictObject({ slug: Slug }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };
const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

const ListedJson = z.object({
  id: MethodId,
  slug: z.string(),
  kind: MethodKind,
  name: z.string(),
  alsoCalled: z.array(z.string()),
  targetGroup: Text,
  basis: Basis.nullable(),
  organisation: z.string().describe("Who keeps what stands here true"),
  users: z.int().describe("How many organisations use it now"),
  decided: z.int().describe("How many organisations have decided about it after weighing it"),
});

const MethodJson = z.object({
  id: MethodId,
  slug: z.string(),
  kind: MethodKind,
  name: z.string(),
  alsoCalled: z.array(z.string()),
  organisationId: OrganisationId,
  organisation: z.string(),
  targetGroup: Text,
  purpose: Text,
  use: Text,
  training: Text,
  licence: Text,
  cost: Text,
  why: Text.describe("Why it is done so"),
  basis: Basis.nullable().describe("What it rests on; tradition and unknown are answers, null is that nobody has said"),
  replaces: Text,
  link: Text,
  withdrawnReason: Text.describe("Null: it stands in the register, which is no approval"),
  version: z.int(),
  components: z.array(
    z.object({ id: CoreComponentId, text: z.string(), endedOn: Text.describe("Since when it is no longer one") }),
  ),
  uses: z.array(
    z.object({
      id: MethodUseId,
      organisationId: OrganisationId,
      organisation: z.string(),
      phase: Phase,
      fromDay: Text,
      toDay: Text.describe("Null: it is so now"),
      appraisal: Text.describe("The address of the decided appraisal it came by"),
    }),
  ),
});

/** The register of methods and ways of working. To stand in it is never an approval. */
export const methodsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/methods",
      operationId: "listMethods",
      summary: "List the methods and ways of working in the register, which approves of none",
      request: {
        query: ListQuery.extend({
          name: z.string().max(200).optional().describe("Part of any name it goes by"),
          kind: MethodKind.optional(),
          withdrawn: z.stringbool().optional().describe("Those that are withdrawn, and not those that stand"),
        }),
      },
      responses: { 200: json("One page of the methods", z.object({ methods: z.array(ListedJson) })) },
    },
    async (c, { query: { name: typed, after, ...wish } }) => {
      const from = MethodId.safeParse(after).data;
      const list = await methodsListed(c.var.db, { ...wish, typed, after: from });
      nextLink(c, list.after);
      return c.json({ methods: list.methods.map((each) => ({ ...each, alsoCalled: [...each.alsoCalled] })) });
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "post",
      path: "/methods",
      operationId: "addMethod",
      summary: "Write a method or a way of working in the register",
      request: { body: body(NewMethod) },
      responses: { 201: json("The method", z.object({ id: MethodId, slug: z.string() })) },
    },
    async (c, { body: words }) => c.json(await addMethod(c.var.db, c.var.actor, c.var.now, words), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/methods/{slug}",
      operationId: "readMethod",
      summary: "Read a method: what is said of it, its core components, and who uses it over time",
      request: bySlug,
      responses: { 200: json("The method", MethodJson) },
    },
    async (c, { params: { slug } }) => {
      const { method, components } = await methodInside(c.var.db, c.var.actor, slug);
      const uses = await methodUses(c.var.db, method.id);
      const { withdrawnAt: _, ...said } = method;
      return c.json({
        ...said,
        alsoCalled: [...said.alsoCalled],
        components: components.map(({ endedOn, ...component }) => ({ ...component, endedOn: day(endedOn) })),
        uses: uses.map(({ id, organisationId, organisation, phase, fromDay, toDay, appraisalSlug }) => {
          const days = { fromDay: day(fromDay), toDay: day(toDay) };
          return { id, organisationId, organisation, phase, ...days, appraisal: appraisalSlug };
        }),
      });
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "put",
      path: "/methods/{slug}",
      operationId: "changeMethod",
      summary: "Change what is said of a method, from the version one has read",
      request: { ...bySlug, body: body(MethodChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await changeMethod(c.var.db, c.var.actor, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "put",
      path: "/methods/{slug}/core-components",
      operationId: "writeCoreComponents",
      summary: "Write the core components of a method in order, from the version one has read",
      request: { ...bySlug, body: body(CoreComponents) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await writeCoreComponents(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "post",
      path: "/methods/{slug}/uses",
      operationId: "sayMethodUse",
      summary: "Say that an organisation uses a method, and how far it has come",
      request: { ...bySlug, body: body(MethodUse) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await sayMethodUse(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "delete",
      path: "/methods/{slug}/uses/{useId}",
      operationId: "removeMethodUse",
      summary: "Take away a use that was written in the register by mistake",
      request: { params: bySlug.params.extend({ useId: MethodUseId }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, useId } }) => {
      await removeMethodUse(c.var.db, c.var.actor, slug, useId);
      return c.body(null, 204);
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "post",
      path: "/methods/{slug}/withdrawal",
      operationId: "withdrawMethod",
      summary: "Withdraw a method from the register, with the reason",
      request: { ...bySlug, body: body(MethodWithdrawal) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await withdrawMethod(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "appraisals:write",
    {
      method: "delete",
      path: "/methods/{slug}/withdrawal",
      operationId: "restoreMethod",
      summary: "Take a method that was withdrawn into the register again",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await restoreMethod(c.var.db, c.var.actor, slug);
      return c.body(null, 204);
    },
  ),
];
