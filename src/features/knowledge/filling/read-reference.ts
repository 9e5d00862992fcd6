import { findPersonalNumber } from "#kernel/personal-number.ts";
import { bestLicence } from "#features/knowledge/filling/licence-name.ts";
import { doiIn } from "#features/knowledge/filling/doi.ts";
import { longest, type PartOfReference } from "#features/knowledge/filling/filling.ts";

/** What somebody outside says of a text, as it was written there. */
export type Told = {
  readonly titles?: readonly string[];
  readonly authors?: readonly string[];
  readonly sources?: readonly string[];
  readonly dates?: readonly string[];
  readonly rights?: readonly string[];
  readonly links?: readonly string[];
  readonly dois?: readonly string[];
  readonly abstracts?: readonly string[];
};

/**
 * What is known of a text, out of what was told: one of each, on one line, and no longer than we keep. What holds a
 * personal identity number is left out, whoever has published it.
 */
export function readReference(told: Told): PartOfReference {
  const first = (said: readonly string[] | undefined, most: number) => known(said)[0]?.slice(0, most).trim() || null;
  const link = known(told.links).find((each) => isWebAddress(each) && each.length <= longest.link);
  const doi = [...known(told.dois), ...known(told.links)].map(doiIn).find((found) => found !== undefined);
  return {
    title: cut(known(told.titles)[0], longest.title),
    authors: known(told.authors)
      .map((name) => name.slice(0, longest.author).trim())
      .slice(0, longest.authors),
    source: first(told.sources, longest.source),
    year: yearIn(known(told.dates)),
    licence: bestLicence(known(told.rights))?.slice(0, longest.licence) ?? null,
    link: link ?? null,
    doi: doi ?? null,
    abstract: known(told.abstracts).join("\n\n").slice(0, longest.abstract).trim() || null,
  };
}

/** The first year that a date begins with or holds, if it is one that something may be from. */
export function yearIn(dates: readonly string[]): number | null {
  for (const date of dates) {
    const year = Number(/(?<!\d)(1[89]\d\d|2[01]\d\d)(?!\d)/u.exec(date)?.[1]);
    if (Number.isInteger(year)) return year;
  }
  return null;
}

function known(said: readonly string[] | undefined): string[] {
  return (said ?? []).map(oneLine).filter((text) => text !== "" && findPersonalNumber(text) === undefined);
}

/** Signs that no keyboard makes are left out, and lines are joined. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u200B\u2028\u2029\uFEFF]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function cut(text: string | undefined, most: number): string | null {
  if (text === undefined) return null;
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function isWebAddress(text: string): boolean {
  return /^https?:$/u.test(URL.parse(text)?.protocol ?? "");
}
