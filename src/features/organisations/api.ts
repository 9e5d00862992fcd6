import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { dateIn } from "#kernel/clock.ts";
import { idOf, OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import {
  addRelation,
  createOrganisation,
  endRelation,
  registerDomain,
  removeDomain,
} from "#features/organisations/commands.ts";
import { addAlias, renameOrganisation } from "#features/organisations/naming/commands.ts";
import {
  MailDomain,
  NewName,
  NewOrganisation,
  NewRelation,
  OrganisationKind,
  RelationKind,
  Writing,
} from "#features/organisations/organisation.ts";
import { membersOf } from "#features/organisations/queries.ts";
import { organisationList, organisationPage } from "#features/organisations/register/queries.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";

const Kinds = z.array(OrganisationKind);
const Listed = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  kinds: Kinds,
  municipalityCode: z.string().nullable(),
  county: z.string().nullable(),
});
const Related = z.object({
  id: z.string(),
  kind: RelationKind,
  out: z.boolean().describe("true: this organisation is the member, the owner or the part"),
  other: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: z.string().nullable(),
});
const Whole = Listed.extend({
  shortName: z.string(),
  writings: z.array(z.string()),
  domains: z.array(z.string()),
  parent: z.object({ name: z.string(), slug: z.string() }).nullable(),
  below: z.array(z.object({ name: z.string(), slug: z.string() })),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  formerNames: z.array(
    z.object({ name: z.string(), shortName: z.string(), lastDay: z.string(), source: z.string().nullable() }),
  ),
  relations: z.array(Related),
});
const Member = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  municipalityCode: z.string().nullable(),
  county: z.string().nullable(),
});
const Added = z.object({ id: z.string(), slug: z.string() });
const Nothing = { description: "Done" };

const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const byId = { params: z.object({ organisationId: OrganisationId }) };
const noSuch = () => new Refusal("not_found", "organisations.no_such_organisation");

/** The register of organisations: open to read, and written by those who look after it. */
export const organisationsApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/organisations",
      operationId: "listOrganisations",
      summary: "List organisations, found by every name they go by",
      request: {
        query: ListQuery.extend({
          after: OrganisationId.optional(),
          name: z.string().max(200).optional(),
          kind: OrganisationKind.optional(),
          county: z.string().max(2).optional(),
        }),
      },
      responses: {
        200: json("One page of the register", z.object({ count: z.int(), organisations: z.array(Listed) })),
      },
    },
    async (c, { query: { name, ...wish } }) => {
      const { rows, count, after } = await organisationList(c.var.db, { ...wish, typed: name });
      nextLink(c, after);
      const organisations = rows.map(({ parentName: _, validTo: __, ...row }) => row);
      return c.json({ count, organisations });
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/organisations/{slug}",
      operationId: "readOrganisation",
      summary: "Read an organisation with its names and its relations over time",
      request: bySlug,
      responses: { 200: json("The organisation", Whole) },
    },
    async (c, { params: { slug } }) => {
      const organisation = await organisationPage(c.var.db, c.var.actor, slug);
      if (!organisation) throw noSuch();
      const {
        parentName,
        parentSlug,
        relations,
        can: _,
        contactEmail: __,
        history: ___,
        rounds: ____,
        ...rest
      } = organisation;
      return c.json({
        ...rest,
        parent: parentName !== null && parentSlug !== null ? { name: parentName, slug: parentSlug } : null,
        relations: relations.map(({ otherId, other, otherSlug, ...relation }) => ({
          ...relation,
          other: { id: otherId, name: other, slug: otherSlug },
        })),
      });
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/organisations/{slug}/members",
      operationId: "listMembers",
      summary: "List the members of a body as of a date (today if none is given)",
      request: { ...bySlug, query: z.strictObject({ on: Day.optional() }) },
      responses: { 200: json("The members", z.object({ on: z.string(), members: z.array(Member) })) },
    },
    async (c, { params: { slug }, query: { on = dateIn(c.var.now()) } }) => {
      const organisation = await organisationPage(c.var.db, c.var.actor, slug);
      if (!organisation) throw noSuch();
      const members = await membersOf(c.var.db, organisation.id, on);
      return c.json({ on: on.toString(), members: members.map(({ shortName: _, ...member }) => member) });
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisations",
      operationId: "createOrganisation",
      summary: "Add an organisation",
      request: { body: body(NewOrganisation) },
      responses: { 201: json("The organisation that was added", Added) },
    },
    async (c, { body: wish }) => c.json(await createOrganisation(c.var.db, c.var.actor, wish), 201),
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisations/{organisationId}/rename",
      operationId: "renameOrganisation",
      summary: "Give an organisation a new name; it is still found by the old one",
      request: { ...byId, body: body(NewName) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: name }) => {
      await renameOrganisation(c.var.db, c.var.actor, c.var.now, params.organisationId, name);
      return c.body(null, 204);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisations/{organisationId}/writings",
      operationId: "addAlias",
      summary: "Add one more way to write an organisation",
      request: { ...byId, body: body(Writing) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: writing }) => {
      await addAlias(c.var.db, c.var.actor, params.organisationId, writing);
      return c.body(null, 204);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisations/{organisationId}/domains",
      operationId: "registerDomain",
      summary: "Register a mail domain as an organisation's own",
      request: { ...byId, body: body(MailDomain) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: domain }) => {
      await registerDomain(c.var.db, c.var.actor, params.organisationId, domain);
      return c.body(null, 204);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "delete",
      path: "/organisations/{organisationId}/domains/{domain}",
      operationId: "removeDomain",
      summary: "Take a mail domain away from an organisation",
      request: { params: byId.params.extend({ domain: z.string().max(253) }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { organisationId, domain } }) => {
      await removeDomain(c.var.db, c.var.actor, organisationId, { domain });
      return c.body(null, 204);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/relations",
      operationId: "addRelation",
      summary: "Write down that one organisation is a member of, owns, serves or is part of another",
      request: { body: body(NewRelation) },
      responses: { 201: json("The relation that was added", z.object({ id: z.string() })) },
    },
    async (c, { body: relation }) => c.json(await addRelation(c.var.db, c.var.actor, relation), 201),
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/relations/{relationId}/end",
      operationId: "endRelation",
      summary: "End a relation after a last day; it stays as history",
      request: {
        params: z.object({ relationId: idOf("organisation_relation") }),
        body: body(z.strictObject({ lastDay: Day })),
      },
      responses: { 204: Nothing },
    },
    async (c, { params, body: end }) => {
      await endRelation(c.var.db, c.var.actor, params.relationId, end);
      return c.body(null, 204);
    },
  ),
];
