import { z } from "zod";
import { AnyOf, MaybeDay, MaybeOneOf, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";

/** What a participant takes home from a circle: a way to work together, or a project, for the own workplace. (R021, R099) */
export const ProposalId = idOf("proposal");
export type ProposalId = Id<"proposal">;

export const proposalKinds = ["structure", "project"] as const;

/** Order matters: this is how far a proposal has come. `dropped` can come after any of them. */
export const proposalStates = ["idea", "proposedAtHome", "decided", "started", "inUse", "dropped"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** When whoever made a proposal is asked what has become of it. */
export const askingOccasions = ["followUp", "sixMonths", "twelveMonths"] as const;
export type AskingOccasion = (typeof askingOccasions)[number];

/** How long each text may be. */
export const longest = { problem: 4_000, content: 8_000, parties: 2_000, source: 4_000, asks: 4_000, reason: 1_000 };

const words = {
  title: OneLine(200),
  kind: MaybeOneOf(proposalKinds),
  problem: Words(longest.problem),
  content: MaybeWords(longest.content),
  parties: MaybeWords(longest.parties),
  research: MaybeWords(longest.source),
  profession: MaybeWords(longest.source),
  serviceUser: MaybeWords(longest.source),
  /** The sources that were searched and gave nothing. Neither this nor a text: nobody has looked yet. */
  soughtInVain: AnyOf(knowledgeSources),
  asks: MaybeWords(longest.asks),
  owner: MaybeWords(200),
};

type Sources = {
  readonly [source in (typeof knowledgeSources)[number]]: string | null;
} & { readonly soughtInVain: readonly (typeof knowledgeSources)[number][] };

const bothFoundAndNot = {
  path: ["soughtInVain"],
  params: { code: "proposal.found_and_not" },
};
const isClear = (sources: Sources) => sources.soughtInVain.every((source) => sources[source] === null);

/** What a proposal says. Title and problem are enough to begin with; the rest may come as the circle goes on. */
export const ProposalWords = z.strictObject(words).refine(isClear, bothFoundAndNot);
export type ProposalWords = z.output<typeof ProposalWords>;

/** The same, changed: with the version that was read, so that nobody writes over what they have not seen. */
export const ProposalChange = z
  .strictObject({ ...words, version: z.coerce.number().int().min(1).max(1_000_000) })
  .refine(isClear, bothFoundAndNot);
export type ProposalChange = z.output<typeof ProposalChange>;

const reason = MaybeWords(longest.reason);

/** What has become of a proposal, and on which day; today when none is said. */
export const ProposalStep = z.strictObject({ state: z.enum(proposalStates), happenedOn: MaybeDay, reason });
export type ProposalStep = z.output<typeof ProposalStep>;

/** The answer behind a mailed link: the state it is in now, which may be the same as before. */
export const ProposalAnswer = z.strictObject({ state: z.enum(proposalStates), reason });
export type ProposalAnswer = z.output<typeof ProposalAnswer>;
