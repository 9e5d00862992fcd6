import { publishProposal, writeProposal } from "../src/features/circles/proposal/commands.ts";
import { ProposalWords } from "../src/features/circles/proposal/proposal.ts";
import { monday } from "./given-registrations.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

const words = { title: "En gemensam timme", problem: "Vi vet inte om varandra", content: "En timme", owner: "Mölndal" };

/** A circle with a participant's proposal. */
async function proposed(stage: ApiStage) {
  const { id: roundId, params } = await publishedSlug(stage);
  const { db, ownerDb, actor, rounds } = stage;
  const registrationId = await rounds.registration(roundId);
  const { id } = await writeProposal(db, actor, monday, roundId, ProposalWords.parse(words));
  await ownerDb.updateTable("proposal").set({ registration_id: registrationId }).where("id", "=", id).execute();
  return { id, params: { ...params, proposalId: id } };
}

/** One call that succeeds for every operation about proposals. */
export const proposalCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listPublishedProposals: async (stage) => {
    await publishProposal(stage.db, stage.actor, monday, (await proposed(stage)).id, true);
    return {};
  },
  listProposals: async (stage) => {
    const { params, id } = await proposed(stage);
    await publishProposal(stage.db, stage.actor, monday, id, true);
    return { params: { slug: params.slug } };
  },
  writeProposal: async (stage) => ({ params: (await publishedSlug(stage)).params, body: words }),
  changeProposal: async (stage) => ({ params: (await proposed(stage)).params, body: { ...words, version: 1 } }),
  tellOfProposal: async (stage) => ({ params: (await proposed(stage)).params, body: { state: "decided" } }),
  publishProposal: async (stage) => ({ params: (await proposed(stage)).params, body: { public: true } }),
  answerProposal: async (stage) => {
    const { id } = await proposed(stage);
    const token = await stage.circle.link("proposal.answer", id, { version: "followUp" });
    return { body: { token, answer: { state: "started" } } };
  },
};
