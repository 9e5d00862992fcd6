import { z } from "zod";
import { type Id, idOf, type PersonId } from "#kernel/ids.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import type { AgendaItemId } from "#features/meetings/meeting/meeting.ts";

/** What was said in one part of a meeting: the common part of a joint one, or a body's own. */
export const MinutesPartId = idOf("minutes_part");
export type MinutesPartId = Id<"minutes_part">;

/** Something that was talked about. */
export const MinutesItemId = idOf("minutes_item");
export type MinutesItemId = Id<"minutes_item">;

/** A text that does not stand in the minutes: it came beside another's, or it was written over. */
export const MinutesTextId = idOf("minutes_other_text");
export type MinutesTextId = Id<"minutes_other_text">;

/** Working: for those who sit in the body only. Adjusting: somebody goes through it. Final: what it says has happened. */
export const minutesStates = ["working", "adjusting", "final"] as const;
export type MinutesState = (typeof minutesStates)[number];

/** What came of an item. In a body without mandate a decision is a position. (R218) */
export const itemKinds = [
  "information",
  "discussion",
  "decision",
  "commission",
  "parked",
  "continued",
  "referred",
] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;

/** Somebody as they may be shown: without a name who is a user representative and has not agreed to be named. */
export type PersonShown = {
  readonly id: PersonId;
  readonly name: string | null;
  /** The organisation they sit for, where the name is not shown. */
  readonly organisation: string | null;
};

/** Something a commission is to give. Without a day, nobody has said when. */
export type Deliverable = { readonly text: string; readonly dueOn: Temporal.PlainDate | null };

/** An item of minutes. */
export type MinutesItem = {
  readonly id: MinutesItemId;
  readonly agendaItemId: AgendaItemId | null;
  readonly heading: string;
  readonly body: string;
  readonly kind: ItemKind | null;
  readonly outcome: string | null;
  readonly matter: { readonly id: MatterId; readonly slug: string; readonly title: string } | null;
  /** Another body, or somebody else by name. Null: the bodies of the part. */
  readonly decidedBy: string | null;
  readonly decidedByBody: BodyId | null;
  readonly decidedOn: Temporal.PlainDate | null;
  /** A day without a year: `--03-03`. */
  readonly decidedDay: string | null;
  readonly reviewOn: Temporal.PlainDate | null;
  /** Who has the commission, as it may be shown; somebody who is not named stands in `ownerPerson`. */
  readonly owner: string | null;
  readonly ownerPerson: PersonShown | null;
  readonly ownerOrganisation: string | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly deliverables: readonly Deliverable[];
  readonly reason: string | null;
  /** Parked with neither a day nor an event: until further notice. */
  readonly parkedUntil: Temporal.PlainDate | null;
  readonly parkedEvent: string | null;
  readonly referTo: string | null;
  readonly referToBody: BodyId | null;
  /** What somebody who says something else of what came of it is to have seen. Empty: nobody has said. */
  readonly outcomeMark: string;
  /** What a text that is sent is to be based on. */
  readonly version: number;
  readonly savedBy: PersonShown | null;
  readonly savedAt: Temporal.Instant | null;
  readonly writer: PersonShown | null;
  readonly writingUntil: Temporal.Instant | null;
  /** Texts that stand beside this one until somebody has compared them. */
  readonly unsettled: number;
};

/** Something added when the minutes were final, to an item or to the whole. */
export type Addition = {
  readonly id: string;
  readonly itemId: MinutesItemId | null;
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writer: PersonShown;
  readonly writtenAt: Temporal.Instant;
};

/** A part of the minutes of a meeting, as somebody may read it. */
export type MinutesPart = {
  readonly id: MinutesPartId;
  /** Null: the common part of a joint meeting. */
  readonly bodyId: BodyId | null;
  readonly state: MinutesState;
  readonly finishedAt: Temporal.Instant | null;
  readonly finishedBy: PersonShown | null;
  readonly diaryNumber: string | null;
  readonly secrecyCheckedAt: Temporal.Instant | null;
  readonly secrecyCheckedBy: PersonShown | null;
  /** Whether enough had come, and whether the bodies may decide, when it became final. Null: not final, or nobody is counted. */
  readonly hadQuorum: boolean | null;
  readonly hadMandate: boolean | null;
  readonly version: number;
  readonly noteTakers: readonly (string | null)[];
  readonly takers: readonly PersonShown[];
  readonly adjusters: readonly (PersonShown & { readonly adjustedAt: Temporal.Instant | null })[];
  /** None: nothing was noted. */
  readonly items: readonly MinutesItem[];
  readonly additions: readonly Addition[];
};
