import type { ItemKind } from "#features/knowledge/item/item.ts";
import type { AnswerSource, SourceStanding } from "#features/knowledge/question/question.ts";

type Source = { readonly source: AnswerSource; readonly standing: SourceStanding };

/**
 * Of what kind an answer is as knowledge: of the source that was found, in the order the three are told. Where several
 * spoke, whoever reviews the draft reads them all in it; where none did, it is what the profession knows.
 */
export function kindOfAnswer(sources: readonly Source[]): ItemKind {
  const found = sources.filter(({ standing }) => standing === "found").map(({ source }) => source);
  if (found.includes("research")) return "research";
  if (!found.includes("profession") && found.includes("serviceUsers")) return "serviceUsers";
  return "professional";
}

/** What each source is called in a draft, and what is said of one that said nothing. */
export type AnswerWords = Readonly<Record<AnswerSource | Exclude<SourceStanding, "found">, string>> & {
  readonly soughtIn: (where: string) => string;
};

type Said = Source & { readonly says: string | null; readonly soughtWhere: string | null };

/** The three sources of an answer one after another, also those that said nothing: none stands without the others. (R065) */
export function bodyOf(sources: readonly Said[], words: AnswerWords): string {
  return sources
    .flatMap(({ source, standing, says, soughtWhere }) => [
      words[source],
      standing === "found" ? says : words[standing],
      soughtWhere === null ? null : words.soughtIn(soughtWhere),
    ])
    .filter((paragraph) => paragraph !== null)
    .join("\n\n");
}

/** A title out of a question: its first sentence on one line, cut at a word. */
export function titleOf(text: string, most = 300): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const first = /^.*?[.?!](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (first.length <= most) return first;
  return `${first.slice(0, first.lastIndexOf(" ", most - 1) > 0 ? first.lastIndexOf(" ", most - 1) : most - 1)}…`;
}
