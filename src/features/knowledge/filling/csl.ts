import { z } from "zod";
import { findPersonalNumber } from "#kernel/personal-number.ts";
import { doiAddress } from "#features/knowledge/filling/doi.ts";
import type { PartOfReference, Reference } from "#features/knowledge/filling/filling.ts";
import { readReference } from "#features/knowledge/filling/read-reference.ts";

const Text = z.union([z.string(), z.number().transform(String)]).catch("");
const Lines = z
  .union([z.array(Text), Text.transform((text) => [text])])
  .catch([])
  .transform((lines) => lines.filter((line) => line !== ""));

const Name = z
  .looseObject({ family: Text.optional(), given: Text.optional(), literal: Text.optional(), name: Text.optional() })
  .transform(({ family, given, literal, name }) => {
    if (family) return given ? `${family}, ${given}` : family;
    return literal ?? name ?? given ?? "";
  });

const Names = z.array(Name.catch("")).catch([]);

const When = z
  .looseObject({ "date-parts": z.array(z.array(Text)).optional(), raw: Text.optional(), literal: Text.optional() })
  .transform((date) => [date["date-parts"]?.[0]?.[0] ?? "", date.raw ?? "", date.literal ?? ""])
  .catch([]);

/** A reference in CSL-JSON, as registers and reference programs write it: what we read of it, and nothing it must hold. */
const Csl = z.looseObject({
  title: Lines.optional(),
  author: Names.optional(),
  editor: Names.optional(),
  "container-title": Lines.optional(),
  publisher: Lines.optional(),
  institution: z.unknown().optional(),
  issued: When.optional(),
  published: When.optional(),
  URL: Lines.optional(),
  DOI: Lines.optional(),
  abstract: Lines.optional(),
  license: z
    .union([z.array(z.looseObject({ URL: Text.optional() }).transform(({ URL }) => URL ?? "")), Lines])
    .catch([])
    .optional(),
  copyright: Lines.optional(),
});

/** What a reference in CSL-JSON says. A register's abstract may be marked up: the words are kept. */
export function referenceOfCsl(csl: unknown): PartOfReference {
  const read = Csl.safeParse(csl);
  if (!read.success) return readReference({});
  const { title, author, editor, publisher, issued, published, URL, DOI, abstract, license, copyright } = read.data;
  const dois = DOI ?? [];
  return readReference({
    titles: (title ?? []).map(withoutMarks),
    authors: author && author.length > 0 ? author : (editor ?? []),
    sources: [...(read.data["container-title"] ?? []), ...(publisher ?? [])].map(withoutMarks),
    dates: [...(issued ?? []), ...(published ?? [])],
    rights: [...(license ?? []), ...(copyright ?? [])],
    links: [...(URL ?? []), ...dois.map(doiAddress)],
    dois,
    abstracts: (abstract ?? []).map(withoutMarks),
  });
}

/** What is kept of a reference in CSL-JSON, for reference programs: no abstract, and nothing we do not know the use of. */
const keptFields = [
  "type",
  "title",
  "author",
  "editor",
  "container-title",
  "publisher",
  "publisher-place",
  "issued",
  "volume",
  "issue",
  "page",
  "edition",
  "number",
  "DOI",
  "URL",
  "ISBN",
  "ISSN",
  "language",
] as const;
const mostKept = 15_000;

/** A reference in CSL-JSON as it is kept; nothing when it is too long, or holds a personal identity number. */
export function keptCsl(csl: unknown): object | null {
  if (typeof csl !== "object" || csl === null) return null;
  const known = new Map(Object.entries(csl));
  const kept = Object.fromEntries(keptFields.flatMap((field) => (known.has(field) ? [[field, known.get(field)]] : [])));
  const text = JSON.stringify(kept);
  const isKept =
    text.length <= mostKept && !text.includes(String.raw`\u0000`) && findPersonalNumber(text) === undefined;
  return isKept ? kept : null;
}

/** A reference as other programs take it in. What an author is called is told as far as it is known. */
export function cslOf(reference: Omit<Reference, "abstract">, kind: "article" | "report" | "webpage" = "report") {
  const { title, authors, source, year, link, doi } = reference;
  return {
    type: kind,
    title,
    ...(authors.length > 0 ? { author: authors.map(nameOf) } : {}),
    ...(source === null ? {} : { publisher: source }),
    ...(year === null ? {} : { issued: { "date-parts": [[year]] } }),
    ...(link === null ? {} : { URL: link }),
    ...(doi === null ? {} : { DOI: doi }),
  };
}

function nameOf(author: string) {
  const [family = "", given = ""] = author.split(/,\s*/u, 2);
  return given ? { family, given } : { literal: author };
}

function withoutMarks(text: string): string {
  return text.replaceAll(/<[^>]{0,200}>/gu, " ");
}
