import type { BodyId } from "#features/meetings/body/body.ts";
import type { MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import type { AgendaItemId, AgendaReason } from "#features/meetings/meeting/meeting.ts";

/** What is to be talked about at a meeting. */
export type AgendaEntry = {
  /** Null: it comes back by itself and is not yet written down. */
  readonly id: AgendaItemId | null;
  /** Whose part of the meeting. Null: the common part of a joint one. */
  readonly bodyId: BodyId | null;
  readonly title: string;
  readonly text: string | null;
  readonly comesFrom: AgendaReason;
  readonly matter: AgendaMatter | null;
  /** What brought it back, for the words that say so. Null: somebody put it there. */
  readonly because: Because | null;
  readonly minutes: number | null;
  readonly presenter: string | null;
  readonly position: number;
};

/** The matter that an entry is about. */
export type AgendaMatter = {
  readonly id: MatterId;
  readonly slug: string;
  readonly title: string;
  readonly state: MatterState;
  /** The bodies it concerns: those who sit in one of them may open it. */
  readonly concerns: readonly BodyId[];
};

/** Why something has come back, as far as it is known. */
export type Because =
  | { readonly why: "parkedUntil"; readonly day: Temporal.PlainDate }
  | { readonly why: "eventCame"; readonly event: string }
  | { readonly why: "parkedLong" }
  | { readonly why: "continued"; readonly since: Temporal.PlainDate }
  | { readonly why: "commissionDue"; readonly day: Temporal.PlainDate }
  | { readonly why: "commissionWithoutDay" }
  | { readonly why: "commissionReported" }
  | { readonly why: "commissionDeclined" }
  | { readonly why: "commissionOver" }
  | { readonly why: "referred"; readonly from: string; readonly since: Temporal.PlainDate }
  | { readonly why: "review"; readonly day: Temporal.PlainDate | null }
  | { readonly why: "raised"; readonly since: Temporal.PlainDate };
