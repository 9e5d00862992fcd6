import { z } from "zod";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { organisationPage } from "#features/organisations/register/queries.ts";
import { mergeOrganisations, splitOrganisation } from "#features/organisations/succession/commands.ts";
import { leadsOnTo } from "#features/organisations/succession/queries.ts";
import { Merger, Split, successionKinds } from "#features/organisations/succession/succession.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const Named = z.object({ name: z.string(), slug: z.string() });
const Made = z.object({ id: z.string(), slug: z.string() });
const History = z.object({
  events: z.array(
    z.object({
      what: z.string().describe(`What happened; ${successionKinds.join(" and ")} are told from both sides`),
      day: z.string().describe("The first day of the new order"),
      others: z.array(Named),
      heir: Named.nullable().describe("Where what was written on a divided organisation is counted now"),
      names: z.object({ before: z.string(), after: z.string() }).nullable(),
      source: z.string().nullable(),
    }),
  ),
  countedNowAt: Named.describe("Itself, or the one that has taken over what was written on it"),
  rounds: z.object({ inOwnName: z.int(), now: z.int() }).describe("In its own name, and with those it has taken over"),
});

/** What organisations were called before, and what became of them. */
export const successionApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/organisations/{slug}/history",
      operationId: "readOrganisationHistory",
      summary: "Read what has happened to an organisation, and where what was written on it is counted now",
      request: { params: z.object({ slug: z.string().max(200) }) },
      responses: { 200: json("The history", History) },
    },
    async (c, { params: { slug } }) => {
      const organisation = await organisationPage(c.var.db, c.var.actor, slug);
      if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
      const { name, history, rounds } = organisation;
      const heir = await leadsOnTo(c.var.db, slug);
      return c.json({
        events: history.map((event) => ({ ...event, heir: event.heir ?? null, names: event.names ?? null })),
        countedNowAt: heir ? { name: heir.name, slug: heir.slug } : { name, slug },
        rounds,
      });
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisations/merge",
      operationId: "mergeOrganisations",
      summary: "Merge organisations into one that is there or a new one; they stay as history",
      request: { body: body(Merger) },
      responses: { 200: json("The one that took over", Made) },
    },
    async (c, { body: merger }) => c.json(await mergeOrganisations(c.var.db, c.var.actor, c.var.now, merger)),
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisations/{organisationId}/split",
      operationId: "splitOrganisation",
      summary: "Split an organisation into parts; it ends or goes on beside them",
      request: { params: z.object({ organisationId: OrganisationId }), body: body(Split) },
      responses: { 200: json("The parts", z.object({ parts: z.array(Made) })) },
    },
    async (c, { params, body: split }) =>
      c.json(await splitOrganisation(c.var.db, c.var.actor, c.var.now, params.organisationId, split)),
  ),
];
