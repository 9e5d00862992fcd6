import { z } from "zod";
import { FreeText } from "#kernel/personal-number.ts";

export const managerWordStates = ["declared", "waiting", "yes", "no", "question"] as const;
export type ManagerWordState = (typeof managerWordStates)[number];

/** What a manager says: yes, no, or a question to the round's contact first. */
export const ManagerAnswer = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("yes") }),
  z.strictObject({ answer: z.literal("no") }),
  z.strictObject({ answer: z.literal("ask"), question: FreeText(2_000).min(1) }),
]);
export type ManagerAnswer = z.output<typeof ManagerAnswer>;

/**
 * What a manager has before their eyes when answering, kept with the answer: the round's version, its dates, the
 * hours, the purpose and the mandate to develop at home. A question about what was said yes to has an answer. (R115)
 */
export type Shown = {
  readonly version: number;
  readonly dates: readonly (string | null)[];
  readonly hours: number | null;
  readonly purpose: string | null;
  /** The sentence about the mandate stands in the catalogue under this name. */
  readonly mandate: "developAtHome";
};

export type ManagerWord = {
  readonly form: "declared" | "confirmed";
  readonly state: ManagerWordState;
  readonly addressKnown: boolean;
};

/** How a manager's word reads: settled, waited for, or refused. */
export type ManagerWordReads =
  | "notAsked"
  | "declared"
  | "waiting"
  | "question"
  | "confirmed"
  | "confirmedUnverified"
  | "refused";

/** How far the manager's word has come, as it is shown. A yes from an address we cannot place says so. */
export function managerWordReads(word: ManagerWord | undefined): ManagerWordReads {
  if (!word) return "notAsked";
  switch (word.state) {
    case "declared":
      return "declared";
    case "yes":
      return word.addressKnown ? "confirmed" : "confirmedUnverified";
    case "no":
      return "refused";
    case "waiting":
    case "question":
      return word.state;
  }
}

/** Whether a place has to wait for the manager: only where the round wants a confirmed word and has none yet. */
export function isManagerAwaited(word: Pick<ManagerWord, "state"> | undefined): boolean {
  return word !== undefined && word.state !== "declared" && word.state !== "yes";
}
