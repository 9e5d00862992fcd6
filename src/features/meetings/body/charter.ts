import { z } from "zod";
import { MaybeCount, MaybeDay, MaybeOneOf, MaybeWords, OneLine, Ticked, Words } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { BodyKind } from "#features/meetings/body/body.ts";

/** Who is counted when it is asked whether enough have come. */
export const quorumCounts = ["persons", "municipalities"] as const;

/** How long each text of a body may be. */
export const longest = { purpose: 2_000, mandate: 1_000, substituteRule: 1_000, task: 500, goal: 300, reason: 500 };

const said = {
  kind: BodyKind,
  name: OneLine(200),
  purpose: MaybeWords(longest.purpose),
  /** What it may decide. Without it, what the body agrees on is a position. */
  mandate: MaybeWords(longest.mandate),
  quorumOf: MaybeOneOf(quorumCounts),
  quorumCount: MaybeCount(1, 1_000),
  quorumPercent: MaybeCount(1, 100),
  substituteRule: MaybeWords(longest.substituteRule),
  isAdjusted: Ticked,
  hasDiary: Ticked,
  checksSecrecy: Ticked,
};

type Quorum = {
  readonly quorumOf: string | null;
  readonly quorumCount: number | null;
  readonly quorumPercent: number | null;
};

/** Whom one counts and how many belong together: a number or a share, and neither when nobody is counted. (R058) */
const isWhole = ({ quorumOf, quorumCount, quorumPercent }: Quorum) =>
  [quorumCount, quorumPercent].filter((each) => each !== null).length === (quorumOf === null ? 0 : 1);
const halfSaid = { path: ["quorumCount"], params: { code: "body.quorum_half_said" } };

/** A body to begin with: its kind, its name and who keeps it; the rest may come. */
export const NewBody = z.strictObject({ ...said, organisationId: OrganisationId }).refine(isWhole, halfSaid);
export type NewBody = z.output<typeof NewBody>;

const version = z.coerce.number().int().min(1).max(1_000_000);

/** What a body says of itself, changed from the version that was read. */
export const BodyChange = z.strictObject({ ...said, version }).refine(isWhole, halfSaid);
export type BodyChange = z.output<typeof BodyChange>;

/** More tasks than this are more than one body has. */
export const mostTasks = 40;

/**
 * One of a body's tasks, with the goal it serves. An open one is a question the body has not settled: a list that ends
 * with "och …?" is not finished, and says so. (R060-R064)
 */
const Task = z.strictObject({ text: Words(longest.task), goal: MaybeWords(longest.goal), isOpen: Ticked });

/** The charter: the tasks in order, changed from the version that was read. */
export const Charter = z.strictObject({ version, tasks: z.array(Task).max(mostTasks).default([]) });
export type Charter = z.output<typeof Charter>;

/** That a body rests from a day on, today when none is said, and why. */
export const Rest = z.strictObject({ fromDay: MaybeDay, reason: Words(longest.reason) });
export type Rest = z.output<typeof Rest>;

/** That it starts again: the first day it does not rest, today when none is said. */
export const Restart = z.strictObject({ day: MaybeDay });
export type Restart = z.output<typeof Restart>;
