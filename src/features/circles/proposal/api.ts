import { z } from "zod";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import {
  answerProposal,
  changeProposal,
  publishProposal,
  tellOfProposal,
  writeProposal,
} from "#features/circles/proposal/commands.ts";
import {
  ProposalAnswer,
  ProposalChange,
  ProposalId,
  proposalKinds,
  proposalStates,
  ProposalStep,
  ProposalWords,
} from "#features/circles/proposal/proposal.ts";
import { publishedProposals } from "#features/circles/proposal/published/queries.ts";
import { type Proposal, proposalInRoom, proposalsOf } from "#features/circles/proposal/queries.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";

const byProposal = { params: bySlug.params.extend({ proposalId: ProposalId }) };
const Text = z.string().nullable();
const State = z.enum(proposalStates);
const Nothing = { description: "Done" };

const ProposalJson = z.object({
  id: ProposalId,
  title: z.string(),
  kind: z.enum(proposalKinds).nullable(),
  problem: z.string(),
  content: Text,
  parties: Text,
  research: Text,
  profession: Text,
  serviceUser: Text,
  soughtInVain: z.array(z.enum(knowledgeSources)).describe("Sources that were searched and gave nothing"),
  asks: Text,
  owner: Text,
  ownerSlug: Text.describe("The organisation the owner is, where it is one in the register"),
  state: State,
  since: z.string(),
  version: z.number().int(),
  isPublic: z.boolean(),
  author: Text.describe("Whoever made it; null when the circle did, or when it is no longer kept"),
});

const ListedJson = z.object({
  id: ProposalId,
  title: z.string(),
  problem: z.string(),
  kind: z.enum(proposalKinds).nullable(),
  owner: Text,
  state: State,
  roundSlug: z.string(),
  roundTitle: z.string(),
  organiser: z.string(),
});

function proposalJson(proposal: Proposal): z.output<typeof ProposalJson> {
  const { roundId: _, registrationId: __, workplace: ___, createdAt: ____, publishedAt, since, ...said } = proposal;
  return { ...said, since: since.toString(), isPublic: publishedAt !== null };
}

/** The proposal an operation is about, to those in its circle. */
async function proposalCalled(c: ApiContext, { slug, proposalId }: { slug: string; proposalId: ProposalId }) {
  return (await proposalInRoom(c.var.db, c.var.actor, slug, proposalId)).proposal;
}

/** Proposals of a circle, and those that anybody may read. */
export const proposalsApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/proposals",
      operationId: "listPublishedProposals",
      summary: "List the proposals that anybody may read, the newest first",
      request: { query: ListQuery },
      responses: { 200: json("One page of the proposals", z.object({ proposals: z.array(ListedJson) })) },
    },
    async (c, { query: { limit, after } }) => {
      const all = await publishedProposals(c.var.db);
      const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      const page = all.slice(from, from + limit);
      nextLink(c, from + limit < all.length ? page.at(-1)?.id : undefined);
      return c.json({ proposals: page });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/proposals",
      operationId: "listProposals",
      summary: "List the proposals of a circle that one leads or has a place in",
      request: bySlug,
      responses: { 200: json("The proposals", z.object({ proposals: z.array(ProposalJson) })) },
    },
    async (c, { params: { slug } }) => {
      const { round } = await roomCalled(c, slug);
      return c.json({ proposals: (await proposalsOf(c.var.db, round.id)).map(proposalJson) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/proposals",
      operationId: "writeProposal",
      summary: "Write down a proposal: one's own, or the circle's for those who lead without a place",
      request: { ...bySlug, body: body(ProposalWords) },
      responses: { 201: json("The proposal", z.object({ id: ProposalId })) },
    },
    async (c, { params: { slug }, body: words }) => {
      const { round } = await roomCalled(c, slug);
      return c.json(await writeProposal(c.var.db, c.var.actor, c.var.now, round.id, words), 201);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/proposals/{proposalId}",
      operationId: "changeProposal",
      summary: "Change what a proposal says, from the version one has read",
      request: { ...byProposal, body: body(ProposalChange) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: words }) => {
      const { id } = await proposalCalled(c, params);
      await changeProposal(c.var.db, c.var.actor, c.var.now, id, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/proposals/{proposalId}/steps",
      operationId: "tellOfProposal",
      summary: "Tell what has become of a proposal",
      request: { ...byProposal, body: body(ProposalStep) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: step }) => {
      const { id } = await proposalCalled(c, params);
      await tellOfProposal(c.var.db, c.var.actor, c.var.now, id, step);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/proposals/{proposalId}/public",
      operationId: "publishProposal",
      summary: "Let anybody read a proposal, or take that back",
      request: { ...byProposal, body: body(z.strictObject({ public: z.boolean() })) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: wish }) => {
      const { id } = await proposalCalled(c, params);
      await publishProposal(c.var.db, c.var.actor, c.var.now, id, wish.public);
      return c.body(null, 204);
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/proposal-answers",
      operationId: "answerProposal",
      summary: "Answer what has become of a proposal by the secret of the mailed link",
      request: { body: body(z.strictObject({ token: z.string().min(1).max(100), answer: ProposalAnswer })) },
      responses: { 200: json("How the proposal stands", z.object({ id: ProposalId, state: State })) },
    },
    async (c, { body: { token, answer } }) =>
      c.json(await answerProposal(c.var.db, c.var.actor, token, answer, c.var.now)),
  ),
];
