/** What a text is found by. The title weighs most, then the summary and the words given to it, then the body. */
export const searchedFields = ["title", "summary", "words", "body"] as const;
export type SearchedField = (typeof searchedFields)[number];

/** Anything that can be found: an item, a method, a matter. The index keeps it until it is replaced or removed. */
export type SearchDocument = {
  id: string;
  fields: Readonly<Partial<Record<SearchedField, string>>>;
  /** What a list can be narrowed by: `{ kind: ["research"], theme: ["placed-children"] }`. */
  facets?: Readonly<Record<string, readonly string[]>>;
};

/** Whether whoever asks may read a document. Asked before anything is counted, weighed, suggested or shown. */
export type MayRead = (id: string) => boolean;

export type SearchWish = {
  mayRead: MayRead;
  /** Within a facet any of the values will do; every facet named must be met. */
  facets?: Readonly<Record<string, readonly string[]>>;
  limit?: number;
  offset?: number;
};

/** From where to where in a field's text, in UTF-16 units as `String.slice` takes them. */
export type Span = { start: number; end: number };

/**
 * Why a document was found.
 * - `word`: the word that was asked for, in whatever form it stands;
 * - `part`: it stands as part of a longer word, or the other way round;
 * - `synonym`: another word for the same, or an abbreviation written out;
 * - `likeness`: a word written nearly so, as when it was mistyped.
 */
export type Reason = {
  kind: "word" | "part" | "synonym" | "likeness";
  /** As it was asked. */
  asked: string;
  /** As it stands in the document. */
  found: string;
};

/** A piece of a field's text around what was found, with spans counted from the piece's own beginning. */
export type Snippet = { field: SearchedField; text: string; marks: Span[]; cutBefore: boolean; cutAfter: boolean };

export type Hit = {
  id: string;
  score: number;
  why: Reason[];
  /** What to mark in each field that holds something. */
  marks: Partial<Record<SearchedField, Span[]>>;
  /** The best piece of the summary or the body; absent where only other fields hold something. */
  snippet: Snippet | undefined;
};

export type SearchAnswer = {
  /** How many were found in all, before limit and offset. */
  total: number;
  hits: Hit[];
  /** For each facet how many found documents carry each value; a facet that is narrowed by counts as if it were not. */
  facets: Record<string, Record<string, number>>;
  /** Whether anything that was asked for is a word at all: false for nothing but signs, or nothing. */
  asked: boolean;
};

/** An index in memory, of one process. What it answers depends on the documents it holds, never on the order they came in. */
export type SearchIndex = {
  /** Adds a document, or replaces the one with the same id. */
  put(document: SearchDocument): void;
  /**
   * The same in steps of some milliseconds, for a long text: whoever searches between two finds what was there before, or what is there now.
   * Nothing else is put or removed before the last step.
   */
  putInSteps(document: SearchDocument): Iterator<undefined, void>;
  /** Forgets a document; says whether there was one. */
  remove(id: string): boolean;
  has(id: string): boolean;
  readonly size: number;
  search(query: string, wish: SearchWish): SearchAnswer;
  /** The best for a query in order and no more: for what only needs to know which. */
  rank(query: string, wish: { mayRead: MayRead; limit: number }): { id: string; score: number }[];
  /** The words that a half-written query may end in, each as the whole query written out, the commonest first. */
  complete(query: string, wish: { mayRead: MayRead; limit?: number }): string[];
  /** "Menade du …": the query with words that nobody has written changed to ones that somebody has; or nothing to propose. */
  suggest(query: string, wish: { mayRead: MayRead }): string | undefined;
};
