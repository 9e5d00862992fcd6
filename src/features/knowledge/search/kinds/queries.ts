import type { RawBuilder, SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { FoundKind, KnownDocument } from "#features/knowledge/search/found.ts";

/** What is to be said of something beside its title, so that nobody takes it for what it is not. */
export type Standing = "draft" | "retired" | "due" | "workingNote" | "weighing";

/** Something that was found, as whoever searches may see it: read from its own tables at that moment. */
export type ShownThing = {
  /** The document's. */
  readonly id: string;
  readonly kind: FoundKind;
  readonly title: string;
  readonly href: string;
  readonly standing: Standing | null;
  /** Where it comes from: an organisation, a source, a meeting. */
  readonly whose: string | null;
  readonly year: number | null;
  readonly day: Temporal.PlainDate | null;
  /** Names that are not told in what is shown of it. */
  readonly hidden?: readonly string[];
};

/**
 * One sort of documents: how they are read to be found, and for whom. Their ids begin with its name.
 */
export type Sort = {
  readonly sorts: readonly string[];
  /** The things that a change of makes it be read again, each with how it is asked for. The first is what it consists of. */
  readonly changedBy: Readonly<Record<string, (ids: readonly string[]) => RawBuilder<SqlBool>>>;
  /** Every identity there is to begin with, of its first kind of change. */
  readonly all: (db: Reader) => Promise<string[]>;
  readonly documents: (db: Reader, where: RawBuilder<SqlBool>) => Promise<KnownDocument[]>;
  /** In SQL, rows of the ids of documents: those of the readers `asked` that somebody may read. */
  readonly asked?: (actor: Actor) => RawBuilder<{ id: string }>;
  /** Those of some documents that somebody may read, by the plain access filter of its own lists: the last word. */
  readonly shown: (
    db: Reader,
    actor: Actor,
    today: Temporal.PlainDate,
    documentIds: readonly string[],
  ) => Promise<ShownThing[]>;
};
