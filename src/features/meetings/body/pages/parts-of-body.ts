import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { checklistsInBody } from "#features/meetings/body/pages/checklists-of-body.tsx";
import { pastingInBody } from "#features/meetings/pasting/pages/original.tsx";
import { neverPresentInBody } from "#features/meetings/attendance/pages/presence-over-year.tsx";
import { mattersInBody } from "#features/meetings/matter/pages/matters-in-body.tsx";
import { followingOfBody } from "#features/meetings/feed/pages/addresses.tsx";
import { meetingsOfBody } from "#features/meetings/meeting/pages/meetings-of-body.tsx";
import type { Environment } from "#platform/web/environment.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";

type PartOfBody = (c: Context<Environment>, body: BodyFacts) => Promise<Child>;

/**
 * What stands on the page of a body besides its charter and its seats, in order: each from a noun of its own, which
 * draws only what whoever asks may see. `body.standing` tells how they stand to it.
 */
export const partsOfBody: readonly PartOfBody[] = [
  meetingsOfBody,
  mattersInBody,
  checklistsInBody,
  neverPresentInBody,
  followingOfBody,
  pastingInBody,
];
