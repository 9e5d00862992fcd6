import { z } from "zod";
import { MaybeDay, MaybeWords, OneLine, Several, Words } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { answerSources, Helpfulness, SourceStanding } from "#features/knowledge/question/question.ts";

/** How long each text of a question and its answer may be. */
export const longest = { text: 1_000, part: 300, answer: 4_000, says: 2_000, soughtWhere: 1_000, reason: 1_000 };

export const mostItems = 20;

const version = z.coerce.number().int().min(1).max(1_000_000);

/** What has been shown as a likely sign of a client, and whoever writes says that it is of no client. */
const notOfClient = Several(z.string().trim().max(200), 100);

const asked = {
  text: Words(longest.text),
  population: MaybeWords(longest.part),
  intervention: MaybeWords(longest.part),
  comparison: MaybeWords(longest.part),
  outcome: MaybeWords(longest.part),
  context: MaybeWords(longest.part),
  neededBy: MaybeDay,
  notOfClient,
};

/** A question to ask. One sentence is enough; the parts make it easier to answer. */
export const NewQuestion = z.strictObject({ ...asked, organisationId: OrganisationId });
export type NewQuestion = z.output<typeof NewQuestion>;

/** The words of a question, changed from the version that was read. */
export const QuestionChange = z.strictObject({ ...asked, version });
export type QuestionChange = z.output<typeof QuestionChange>;

/** To whom a question goes instead, and why. */
export const PassingOn = z.strictObject({ toId: OrganisationId, reason: Words(longest.reason) });
export type PassingOn = z.output<typeof PassingOn>;

export const Closing = z.strictObject({ reason: Words(longest.reason) });
export type Closing = z.output<typeof Closing>;

const said = (code: MessageKey, path: readonly string[]) => ({
  code: "custom" as const,
  path: [...path],
  params: { code },
});

/**
 * How it is with one source: found says what it says; sought without finding says where; not sought says nothing, so that
 * an empty answer is never taken for one that somebody has looked for. (R065)
 */
const Source = z
  .strictObject({
    standing: SourceStanding,
    says: MaybeWords(longest.says),
    soughtWhere: MaybeWords(longest.soughtWhere),
  })
  .superRefine(({ standing, says, soughtWhere }, context) => {
    if (standing === "found" && says === null) context.addIssue(said("ask.say_what", ["says"]));
    if (standing === "soughtNoneFound" && soughtWhere === null)
      context.addIssue(said("ask.say_where", ["soughtWhere"]));
    if (standing !== "found" && says !== null) context.addIssue(said("ask.says_but_not_found", ["standing"]));
    if (standing === "notSought" && soughtWhere !== null)
      context.addIssue(said("ask.where_but_not_sought", ["standing"]));
  });

const sources = Object.fromEntries(answerSources.map((source) => [source, Source])) as Record<
  (typeof answerSources)[number],
  typeof Source
>;

/** An answer: what it comes to, what each of the three sources says, and what to read. No source stands without the others. */
export const QuestionAnswer = z.strictObject({
  answer: Words(longest.answer),
  sources: z.strictObject(sources).superRefine((each, context) => {
    if (answerSources.every((source) => each[source].standing === "notSought"))
      context.addIssue(said("ask.nothing_sought", ["research", "standing"]));
  }),
  /** The addresses of the items to read. */
  items: Several(OneLine(200), mostItems),
  notOfClient,
});
export type QuestionAnswer = z.output<typeof QuestionAnswer>;

/** Whether the answer helped. */
export const HelpSaid = z.strictObject({ helped: Helpfulness, said: MaybeWords(longest.reason) });
export type HelpSaid = z.output<typeof HelpSaid>;
