import { z } from "zod";
import { Count, Maybe, oneLineEnd } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { WorkshopGroupId } from "#features/workshops/workshop/workshop.ts";

/** One time that a question is put to the room. */
export const WorkshopRoundId = idOf("workshop_round");
export type WorkshopRoundId = Id<"workshop_round">;

/** How long an answer in words, and a single word, may be. */
export const longestAnswer = 2_000;
export const longestWord = 60;

/** What was under way when the time ran out, or when the question was ended, is still taken this long after, in seconds. */
export const grace = 20;

const Option = z.uuid();

/** What a phone sends: one kind of answer, to one round. The mark tells the same sending again from a new answer. */
export const SentAnswer = z
  .strictObject({
    round: WorkshopRoundId,
    mark: z.string().min(1).max(64),
    text: FreeText(longestAnswer).transform(oneLineEnd).optional(),
    words: z.array(FreeText(longestWord)).max(100).optional(),
    number: Count(-1_000, 1_000).optional(),
    option: Option.optional(),
    options: z.preprocess((sent) => (typeof sent === "string" ? [sent] : sent), z.array(Option).max(100)).optional(),
    places: z.record(Option, Maybe(Count(1, 100))).optional(),
    points: z.record(Option, Maybe(Count(0, 100))).optional(),
  })
  .transform(({ round, mark, ...said }, context): Answer => {
    const given = givenIn(said);
    if (given) return { roundId: round, mark, ...given };
    context.addIssue({ code: "custom", path: [], params: { code: "answering.nothing" } });
    return z.NEVER;
  });

/** An answer as it is kept: texts, a number, options chosen or in order, or points for each option. */
export type Answer = { readonly roundId: WorkshopRoundId; readonly mark: string } & Given;

export type Given = {
  /** One for an open question, several words for a list of words: each is an answer of its own. */
  readonly texts: readonly string[];
  readonly number: number | null;
  /** Chosen, or in order from the first. */
  readonly options: readonly string[] | null;
  readonly points: Readonly<Record<string, number>> | null;
};

type Said = {
  readonly text?: string | undefined;
  readonly words?: readonly string[] | undefined;
  readonly number?: number | undefined;
  readonly option?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly places?: Readonly<Record<string, number | null>> | undefined;
  readonly points?: Readonly<Record<string, number | null>> | undefined;
};

const nothing: Given = { texts: [], number: null, options: null, points: null };

/** The one thing that was said; nothing where nothing was, or more than one kind of thing. */
export function givenIn({ text, words, number, option, options, places, points }: Said): Given | undefined {
  const texts = [...(text ? [text] : []), ...new Set((words ?? []).filter(Boolean))];
  const chosen = option === undefined ? [...new Set(options ?? [])] : [option];
  const ordered = Object.entries(places ?? {})
    .flatMap(([id, place]) => (place === null ? [] : [{ id, place }]))
    .toSorted((a, b) => a.place - b.place);
  const shared = Object.entries(points ?? {}).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0);
  const said: readonly Given[] = [
    ...(texts.length > 0 ? [{ ...nothing, texts }] : []),
    ...(number === undefined ? [] : [{ ...nothing, number }]),
    ...(chosen.length > 0 ? [{ ...nothing, options: chosen }] : []),
    ...(ordered.length > 0 ? [{ ...nothing, options: ordered.map(({ id }) => id) }] : []),
    ...(shared.length > 0 ? [{ ...nothing, points: Object.fromEntries(shared) }] : []),
  ];
  return said.length === 1 ? said[0] : undefined;
}

/** Two options in the same place: which of them comes first nobody knows. */
export function isTied(places: Readonly<Record<string, unknown>>): boolean {
  const taken = Object.values(places).filter((place) => typeof place === "string" && place !== "");
  return new Set(taken).size < taken.length;
}

/** Coming in: to a group, where there are groups. */
export const Joining = z.strictObject({ group: Maybe(WorkshopGroupId) });
export type Joining = z.output<typeof Joining>;
