import { z } from "zod";
import { Maybe, MaybeWords, OneLine, Ticked } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { ChecklistVersionId, KnownFact } from "#features/workshops/checklist/checklist.ts";
import { Dimension } from "#features/workshops/checklist/dimensions.ts";

export const longest = { title: 200, purpose: 2_000, text: 300, help: 1_000, note: 1_000 };

const version = z.coerce.number().int().min(1).max(1_000_000);
const about = { title: OneLine(longest.title), purpose: MaybeWords(longest.purpose) };

/** A checklist made of the questions that a workshop came to. (R209) */
export const NewChecklist = z.strictObject(about);
export type NewChecklist = z.output<typeof NewChecklist>;

/** What a checklist says of itself, from the version that was read. */
export const ChecklistChange = z.strictObject({ ...about, version });
export type ChecklistChange = z.output<typeof ChecklistChange>;

/** A copy for an organisation to adapt. */
export const ChecklistCopy = z.strictObject({ organisationId: OrganisationId, title: OneLine(longest.title) });
export type ChecklistCopy = z.output<typeof ChecklistCopy>;

/** A question of a draft. */
export const DraftQuestion = z.strictObject({
  version,
  text: OneLine(longest.text),
  help: MaybeWords(longest.help),
  dimension: Maybe(Dimension),
  answeredBy: Maybe(KnownFact),
  isShort: Ticked,
});
export type DraftQuestion = z.output<typeof DraftQuestion>;

export const directions = ["up", "down"] as const;

/** A question of a draft one step up or down. */
export const MovedQuestion = z.strictObject({ version, direction: z.enum(directions) });
export type MovedQuestion = z.output<typeof MovedQuestion>;

/** What is done from the version that was read, and says no more. */
export const FromVersion = z.strictObject({ version });
export type FromVersion = z.output<typeof FromVersion>;

/** Publishing a draft: what is new in it. */
export const Publishing = z.strictObject({ version, note: MaybeWords(longest.note) });
export type Publishing = z.output<typeof Publishing>;

/** The newer version of the original that a copy has been held against. */
export const SeenOriginal = z.strictObject({ versionId: ChecklistVersionId });
export type SeenOriginal = z.output<typeof SeenOriginal>;
