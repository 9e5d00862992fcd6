import type { Language } from "#kernel/messages.ts";

/** Words that are read in one go; those with an address lead there. */
export type Run = string | { readonly text: string; readonly href: string };

/** What stands in one paragraph, list item or fact. A line break in it is kept. */
export type Line = readonly Run[];

/** A table: what it shows, where no heading says it, what each column is, and its cells as they are read. The first cell of a row says what the row is about. */
export type WrittenTable = {
  readonly caption?: string | undefined;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean | undefined }[];
  readonly rows: readonly (readonly string[])[];
};

/** One part of a document, in the order it is read. */
export type DocumentPart =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: "facts"; readonly items: readonly { readonly term: string; readonly value: Line }[] }
  | ({ readonly kind: "table" } & WrittenTable);

/**
 * A document before anybody has decided what it will be: text in a mail, a Word file, a PDF. It says what is a heading,
 * what is a list and what leads where, and nothing about how that looks.
 */
export type WrittenDocument = {
  readonly language: Language;
  readonly title: string;
  /** The organisation that gives it out. */
  readonly author: string;
  /** What it is, above the title: "Forskningscirkel · FoU-enheten i länet". */
  readonly kicker?: string | undefined;
  readonly lead?: string | undefined;
  /** Set small and close, for what is meant to be seen on one page. */
  readonly isClose?: boolean | undefined;
  readonly parts: readonly DocumentPart[];
};

/** A text as it was typed, as parts: every blank line begins a paragraph, every other line break is kept. */
export function paragraphsOf(text: string): DocumentPart[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ kind: "paragraph", line: [paragraph] }));
}
