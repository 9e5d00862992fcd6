import { z } from "zod";
import { Count, Maybe, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { RoundId } from "#features/circles/round/round.ts";
import { ListedId } from "#features/knowledge/reading/reading.ts";

export const longest = { title: 200, purpose: 2_000, note: 500 };

const said = {
  title: OneLine(longest.title),
  purpose: MaybeWords(longest.purpose),
  /** The circle that reads it; none: a collection for a theme. */
  roundId: Maybe(RoundId),
};

/** A new list, which nobody else sees until it is published. */
export const NewReadingList = z.strictObject({ ...said, organisationId: OrganisationId });
export type NewReadingList = z.output<typeof NewReadingList>;

/** What a list is called and what it is for, changed from the version that was read. */
export const ReadingListChange = z.strictObject({ ...said, version: Count(1, 1_000_000) });
export type ReadingListChange = z.output<typeof ReadingListChange>;

/** An item to put last in a list, by its address or the last part of it. */
export const ToRead = z.strictObject({ item: Words(300), note: MaybeWords(longest.note) });
export type ToRead = z.output<typeof ToRead>;

/** One row of a list, moved a step, given another note, or taken away. */
export const ListStep = z.strictObject({ id: ListedId, step: z.enum(["up", "down", "remove"]) });
export type ListStep = z.output<typeof ListStep>;

export const ListNote = z.strictObject({ note: MaybeWords(longest.note) });
export type ListNote = z.output<typeof ListNote>;
