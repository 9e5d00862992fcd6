import { z } from "zod";
import { Day, Maybe, MaybeCount, MaybeDay, MaybeLine, MaybeWords, OneLine, Ticked } from "#kernel/answers.ts";
import { PersonId } from "#kernel/ids.ts";
import { CoreComponentId, Phase } from "#features/appraisals/method/method.ts";
import { Fidelity, StepKind } from "#features/appraisals/introduction/introduction.ts";

/** How long each text of an introduction may be. */
export const longest = { training: 2_000, note: 1_000 };

/** More people than this are not trained in one introduction. */
const mostPeople = 100_000;

const said = {
  /** The role stays when the person changes. (R207) */
  responsibleRole: OneLine(200),
  responsibleId: Maybe(PersonId),
  training: MaybeWords(longest.training),
  toTrain: MaybeCount(0, mostPeople),
  trained: MaybeCount(0, mostPeople),
};

/** An introduction to begin: how far it has come, since when, and who is responsible. */
export const NewIntroduction = z.strictObject({ ...said, phase: Phase, fromDay: MaybeDay });
export type NewIntroduction = z.output<typeof NewIntroduction>;

const version = z.coerce.number().int().min(1).max(1_000_000);

/** Who is responsible, and how the training goes, changed from the version that was read. */
export const IntroductionChange = z.strictObject({ ...said, version });
export type IntroductionChange = z.output<typeof IntroductionChange>;

/** That an introduction has come to a phase, on a day. */
export const PhaseEntered = z.strictObject({ phase: Phase, fromDay: MaybeDay, note: MaybeWords(longest.note) });
export type PhaseEntered = z.output<typeof PhaseEntered>;

/** Something to do, or to stop doing: by which role, and when. */
export const IntroductionStep = z.strictObject({
  kind: z
    .preprocess((sent) => (sent === "" ? undefined : sent), StepKind.nullish())
    .transform((kind) => kind ?? "step"),
  text: OneLine(300),
  role: MaybeLine(200),
  dueOn: MaybeDay,
});
export type IntroductionStep = z.output<typeof IntroductionStep>;

export const StepDone = z.strictObject({ isDone: Ticked });
export type StepDone = z.output<typeof StepDone>;

const Checked = z.strictObject({ id: CoreComponentId, fidelity: Fidelity, note: MaybeWords(longest.note) });

/** Whether the core components are used as intended, looked at on a day. */
export const FidelityCheck = z.strictObject({ checkedOn: Day, components: z.array(Checked).min(1).max(30) });
export type FidelityCheck = z.output<typeof FidelityCheck>;
