import { z } from "zod";
import type { Grant } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { approveDomain } from "#features/sign-in/providers/approval/commands.ts";
import {
  changeProvider,
  endProvider,
  registerProvider,
  releaseIdentity,
  turnOffProvider,
  turnOnProvider,
} from "#features/sign-in/providers/commands.ts";
import { connectionProblem, returnAddress } from "#features/sign-in/providers/pages/asking.ts";
import {
  AddressClaim,
  NewProvider,
  ProviderChange,
  ProviderEnd,
  ProviderId,
  Release,
} from "#features/sign-in/providers/provider.ts";
import {
  domainsWaiting,
  managedOrganisation,
  managedProvider,
  type ProviderShown,
  providersOf,
} from "#features/sign-in/providers/queries.ts";
import { connectionTries } from "#features/sign-in/sign-in-limits.ts";
import { providerProblems } from "#platform/openid/provider-problem.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";

const Problem = z.enum(providerProblems);
const Shown = z.object({
  id: z.string(),
  organisationId: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  domains: z.array(z.object({ domain: z.string(), approved: z.boolean() })),
  addressClaim: AddressClaim,
  admitsNew: z.boolean().describe("Whether somebody unknown gets an account, without roles"),
  onlyWay: z.boolean().describe("Whether people of the domains may come in no other way"),
  standing: z.enum(["on", "waiting", "off", "ended"]),
  createdAt: z.string(),
  validTo: z.string().nullable(),
  people: z.int().describe("How many have signed in through it"),
  refusedFor: Problem.nullable(),
  refusedAt: z.string().nullable(),
});
const Waiting = z.object({
  providerId: z.string(),
  domain: z.string(),
  organisation: z.string(),
  slug: z.string(),
  issuer: z.string(),
  people: z.int(),
});

const gate = "instance:administer" satisfies Grant;
const byId = { params: z.object({ providerId: ProviderId }) };
const Nothing = { description: "Done" };

/** How an organisation's people sign in through it. A client secret goes in and never comes out. */
export const providersApi: readonly ApiRoute[] = [
  operation(
    gate,
    {
      method: "get",
      path: "/organisations/{organisationId}/sign-in-providers",
      operationId: "listSignInProviders",
      summary: "List the sign-in providers of an organisation, without their secrets",
      request: { params: z.object({ organisationId: OrganisationId }) },
      responses: {
        200: json(
          "The providers, and the address to register with them",
          z.object({ returnAddress: z.string(), providers: z.array(Shown) }),
        ),
      },
    },
    async (c, { params: { organisationId } }) => {
      const { db, actor } = c.var;
      await managedOrganisation(db, actor, { id: organisationId });
      const providers = (await providersOf(db, organisationId, todayIn(c))).map(asShown);
      return c.json({ returnAddress: returnAddress(c), providers });
    },
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/organisations/{organisationId}/sign-in-providers",
      operationId: "registerSignInProvider",
      summary: "Register an OpenID provider through which the organisation's people may sign in; it is off at first",
      request: { params: z.object({ organisationId: OrganisationId }), body: body(NewProvider) },
      responses: { 201: json("The provider", z.object({ id: z.string() })) },
    },
    async (c, { params: { organisationId }, body: wish }) =>
      c.json(await registerProvider(c.var.db, c.var.actor, organisationId, wish, sealing(c)), 201),
  ),
  operation(
    gate,
    {
      method: "put",
      path: "/sign-in-providers/{providerId}",
      operationId: "changeSignInProvider",
      summary: "Set a sign-in provider up in another way; without a secret it keeps the one it has",
      request: { ...byId, body: body(ProviderChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { providerId }, body: wish }) => {
      await changeProvider(c.var.db, c.var.actor, providerId, wish, sealing(c));
      return c.body(null, 204);
    },
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/sign-in-providers/{providerId}/test",
      operationId: "testSignInProvider",
      summary: "Ask the provider whether it answers, is who it should be and knows us; changes nothing",
      request: byId,
      responses: { 200: json("What is wrong, or null", z.object({ problem: Problem.nullable() })) },
    },
    async (c, { params: { providerId } }) => c.json({ problem: (await tried(c, providerId)) ?? null }),
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/sign-in-providers/{providerId}/on",
      operationId: "turnOnSignInProvider",
      summary: "Let people sign in through a provider, if its connection works",
      request: byId,
      responses: { 204: Nothing },
    },
    async (c, { params: { providerId } }) => {
      const problem = await tried(c, providerId);
      await turnOnProvider(c.var.db, c.var.actor, providerId, { problem, today: todayIn(c) });
      return c.body(null, 204);
    },
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/sign-in-providers/{providerId}/off",
      operationId: "turnOffSignInProvider",
      summary: "Lead nobody to a provider any more, until it is turned on again",
      request: byId,
      responses: { 204: Nothing },
    },
    async (c, { params: { providerId } }) => {
      await turnOffProvider(c.var.db, c.var.actor, providerId, { today: todayIn(c) });
      return c.body(null, 204);
    },
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/sign-in-providers/{providerId}/end",
      operationId: "endSignInProvider",
      summary: "End a provider after a last day; it stays as history",
      request: { ...byId, body: body(ProviderEnd) },
      responses: { 204: Nothing },
    },
    async (c, { params: { providerId }, body: { lastDay } }) => {
      await endProvider(c.var.db, c.var.actor, providerId, { lastDay, today: todayIn(c) });
      return c.body(null, 204);
    },
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/sign-in-providers/{providerId}/release",
      operationId: "releaseSignInIdentity",
      summary:
        "Forget which identity at the provider a person has, so that the next with their address takes its place",
      request: { ...byId, body: body(Release) },
      responses: { 204: Nothing },
    },
    async (c, { params: { providerId }, body: { email } }) => {
      await releaseIdentity(c.var.db, c.var.actor, providerId, { email, today: todayIn(c) });
      return c.body(null, 204);
    },
  ),
  operation(
    gate,
    {
      method: "get",
      path: "/sign-in-domains",
      operationId: "listWaitingSignInDomains",
      summary: "List the mail domains that wait for whoever answers for the whole installation",
      responses: { 200: json("The domains", z.object({ domains: z.array(Waiting) })) },
    },
    async (c) => c.json({ domains: await domainsWaiting(c.var.db, c.var.actor, todayIn(c)) }),
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/sign-in-providers/{providerId}/domains/{domain}/approve",
      operationId: "approveSignInDomain",
      summary: "Approve that a provider signs in everyone with an address in a mail domain",
      request: { params: byId.params.extend({ domain: z.string().max(253) }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { providerId, domain } }) => {
      await approveDomain(c.var.db, c.var.actor, providerId, { domain });
      return c.body(null, 204);
    },
  ),
];

function todayIn(c: ApiContext): Temporal.PlainDate {
  return dateIn(c.var.now());
}

function sealing(c: ApiContext) {
  return { key: c.var.secret, today: todayIn(c) };
}

async function tried(c: ApiContext, providerId: ProviderId) {
  const { id } = await managedProvider(c.var.db, c.var.actor, providerId, todayIn(c));
  await c.var.limits.count(connectionTries, { address: networkAddress(c), target: id });
  return connectionProblem(c, id);
}

function asShown({ slug: _, organisation: __, enabled: ___, refusedFor, ...provider }: ProviderShown) {
  return { ...provider, refusedFor: refusedFor ?? null };
}
