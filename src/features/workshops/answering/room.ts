import type { WorkshopRoundId } from "#features/workshops/answering/answer.ts";
import { grace } from "#features/workshops/answering/answer.ts";
import type {
  QuestionKind,
  Screen,
  WorkshopGroupId,
  WorkshopId,
  WorkshopState,
} from "#features/workshops/workshop/workshop.ts";

/** A question that is put to the room now. */
export type Asked = {
  readonly roundId: WorkshopRoundId;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly help: string | null;
  readonly most: number | null;
  readonly scaleLow: number | null;
  readonly scaleHigh: number | null;
  readonly lowLabel: string | null;
  readonly highLabel: string | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly closesAt: Temporal.Instant | null;
};

/** What the room sees now. The same for everybody in it. */
export type Room = {
  readonly id: WorkshopId;
  readonly title: string;
  readonly code: string | null;
  readonly device: "person" | "group";
  readonly isAnonymous: boolean;
  readonly state: WorkshopState;
  /** Raised at every change that the room must see. */
  readonly version: number;
  readonly screenShows: Screen;
  readonly groups: readonly { readonly id: WorkshopGroupId; readonly name: string }[];
  readonly asked: Asked | null;
};

/** A device in the room, as the room's page needs to know it. */
export type Device = {
  readonly groupId: WorkshopGroupId | null;
  readonly isRapporteur: boolean;
  readonly isShutOut: boolean;
  readonly answeredRound: string | null;
  readonly answered: number;
};

/** How many answers one device may give to a question: as many as the question says in words, one of every other kind. */
export function answersEach({ kind, most }: Pick<Asked, "kind" | "most">): number {
  return kind === "open" || kind === "wordList" ? (most ?? 1) : 1;
}

/** How many more answers a device may give to what is asked. */
export function answersLeft(asked: Asked, device: Pick<Device, "answeredRound" | "answered">): number {
  const given = device.answeredRound === asked.roundId ? device.answered : 0;
  return Math.max(0, answersEach(asked) - given);
}

/** Whether the time is up, with what is let be late. */
export function isOver(asked: Pick<Asked, "closesAt">, now: Temporal.Instant): boolean {
  return asked.closesAt !== null && Temporal.Instant.compare(now, asked.closesAt.add({ seconds: grace })) > 0;
}

/** Whether a device has something to answer now. Otherwise its page waits, and may be asked for again. */
export function isToAnswer({ state, asked }: Room, device: Device, now: Temporal.Instant): boolean {
  return state === "open" && asked !== null && !isOver(asked, now) && answersLeft(asked, device) > 0;
}
