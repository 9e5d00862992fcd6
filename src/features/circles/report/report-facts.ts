import type { AttendanceState } from "#features/circles/attendance/attendance.ts";
import type { ProposalState } from "#features/circles/proposal/proposal.ts";
import type { RegistrationId, RegistrationState, Sector } from "#features/circles/registration/registration.ts";
import type { CostId } from "#features/circles/report/cost.ts";
import type { RoundId, RoundState, Session, SessionId } from "#features/circles/round/round.ts";

/** A round that is reported. */
export type ReportedRound = {
  readonly id: RoundId;
  readonly slug: string;
  readonly title: string;
  readonly state: RoundState;
  readonly hours: number | null;
  readonly sessions: readonly Session[];
  readonly leaders: readonly { readonly part: "leader" | "facilitator" }[];
};

/** A municipality by its code; another employer has none. */
export type Home = { readonly code: string | null; readonly name: string };

/** An application that was confirmed, whatever became of it. Who it was plays no part in a report. */
export type ReportedApplication = {
  readonly id: RegistrationId;
  readonly roundId: RoundId;
  readonly state: RegistrationState;
  /** How many people it is for: one, or a whole team. */
  readonly seats: number;
  readonly sector: Sector;
  readonly home: Home;
  /** Tells one person from another over several rounds; not known of those whose data are erased. */
  readonly person: string | null;
};

/** Everything that is known about some rounds. */
export type ReportFacts = {
  readonly rounds: readonly ReportedRound[];
  readonly applications: readonly ReportedApplication[];
  readonly marks: readonly {
    readonly registrationId: RegistrationId;
    readonly sessionId: SessionId;
    readonly state: AttendanceState;
  }[];
  readonly guests: number;
  readonly proposals: readonly {
    readonly id: string;
    readonly roundId: RoundId;
    readonly registrationId: RegistrationId | null;
    readonly title: string;
    readonly owner: string | null;
    readonly state: ProposalState;
    readonly isPublic: boolean;
  }[];
  readonly told: readonly { readonly registrationId: RegistrationId; readonly reached: number }[];
  readonly targets: readonly { readonly registrationId: RegistrationId; readonly colleagues: number }[];
  readonly costs: readonly {
    readonly id: CostId;
    readonly roundId: RoundId;
    readonly funder: string;
    readonly purpose: string;
    readonly amount: number;
  }[];
  /** What assignments and reading are thought to take, each; null where nobody has said. */
  readonly between: readonly { readonly minutes: number | null }[];
  /** The municipalities a circle here is for. */
  readonly territory: readonly { readonly code: string; readonly name: string }[];
};
