import { z } from "zod";
import { MaybeAddress, MaybeCount, MaybeLine, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";

/** A word of the field. */
export const GlossaryTermId = idOf("glossary_term");
export type GlossaryTermId = Id<"glossary_term">;

export const longest = { definition: 1_000, alsoCalled: 1_000 };
export const mostDefinitions = 10;
const mostNames = 20;

/** Other words and short forms, on a line each or with commas between. */
const OtherWords = MaybeWords(longest.alsoCalled).transform((text, context) => {
  const words = (text ?? "").split(/[\r\n,;]+/u).flatMap((word) => word.trim() || []);
  if (words.length > mostNames) context.addIssue({ code: "custom", params: { code: "glossary.too_many_words" } });
  return [...new Set(words)];
});

/** What a word means to somebody who has said so, where and when. The field does not agree: a word may have several. */
const Definition = z.strictObject({
  text: Words(longest.definition),
  source: OneLine(300),
  year: MaybeCount(1800, 2200),
  link: MaybeAddress,
});
export type Definition = z.output<typeof Definition>;

/** A word with what it means: at least one definition, each with its source. */
export const NewTerm = z.strictObject({
  term: OneLine(120),
  english: MaybeLine(120),
  alsoCalled: OtherWords,
  definitions: z.array(Definition).min(1).max(mostDefinitions),
});
export type NewTerm = z.output<typeof NewTerm>;

/** A word changed from the version that was read. */
export const TermChange = NewTerm.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });
export type TermChange = z.output<typeof TermChange>;

/** The words that come with the installation, as the file with them is written. */
export const GlossaryFile = z.array(
  z.strictObject({
    term: z.string().min(1).max(120),
    english: z.string().nullable(),
    alsoCalled: z.array(z.string()),
    definitions: z.array(z.strictObject({ text: z.string(), source: z.string(), year: z.int().nullable() })).min(1),
  }),
);
