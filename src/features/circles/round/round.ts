import { type Id, idOf } from "#kernel/ids.ts";

/** A series that is held again and again; each time it is held is a round. */
export const ProgrammeId = idOf("programme");
export type ProgrammeId = Id<"programme">;

/** One time a programme is held: a group of people who meet around a theme, from the first plan to the follow-up. */
export const RoundId = idOf("round");
export type RoundId = Id<"round">;

/** One meeting of a round ("träff"). */
export const SessionId = idOf("session");
export type SessionId = Id<"session">;

/** Order matters: this is how far a round has come. `cancelled` can come after any of them. */
export const roundStates = [
  "draft",
  "published",
  "closed",
  "allocated",
  "running",
  "followUpPending",
  "completed",
  "cancelled",
] as const;
export type RoundState = (typeof roundStates)[number];

/** The states a stranger may see. */
export const publicStates = roundStates.filter((state) => state !== "draft");

/**
 * How places are given: to whoever came first, chosen among all who applied, or chosen among teams that principals
 * (municipalities, regions) have put together.
 */
export const allocations = ["firstCome", "selection", "teamByPrincipal"] as const;
export type Allocation = (typeof allocations)[number];

/** The ways in which nothing is given before a notice date: everyone is looked at, and all get an answer at once. */
export const assessedAllocations = ["selection", "teamByPrincipal"] as const satisfies readonly Allocation[];

/** Whether applications are assessed together, each answer with a reason, and nobody is placed before the notices. */
export function isAssessed(allocation: Allocation | null): boolean {
  return (assessedAllocations as readonly (Allocation | null)[]).includes(allocation);
}

/** Whether one application is one team from one principal. */
export function takesTeams(allocation: Allocation | null): boolean {
  return allocation === "teamByPrincipal";
}

/** Whose word it takes that the manager has been consulted: nobody's, the applicant's, or the manager's own. */
export const managerConsultations = ["none", "declared", "confirmed"] as const;

export const sessionKinds = ["kickOff", "regular", "closing", "followUp"] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** How people meet. Not stated is `null`, which is not the same as on site. (R112) */
export const sessionModes = ["physical", "digital", "hybrid"] as const;
export type SessionMode = (typeof sessionModes)[number];

export const beneficiaries = ["unit", "municipality", "county"] as const;
export const writtenOutputs = ["required", "optional", "none"] as const;

/** The three sources of knowledge a guiding question may be put to. (R014, R095) */
export const knowledgeSources = ["research", "profession", "serviceUser"] as const;

/** A required rule gates; a recommended one only shows. (R114) */
export const ruleStrengths = ["required", "recommended"] as const;

/** A facilitator takes part without taking a seat, as a leader does. (R007) */
export const leaderParts = ["leader", "facilitator"] as const;
export type LeaderPart = (typeof leaderParts)[number];

/** The kinds that are a circle: people who work on a problem from practice together. (R123) */
export const circleKinds: ReadonlySet<string> = new Set([
  "researchCircle",
  "developmentCircle",
  "rdCircle",
  "learningCircle",
]);

/** A meeting as it is planned. Whatever is not decided yet is `null`. */
export type SessionPlan = {
  readonly date: Temporal.PlainDate | null;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly kind: SessionKind;
  readonly mode: SessionMode | null;
  readonly provisional: boolean;
  readonly venue: string | null;
  readonly catering: boolean | null;
  readonly theme: string | null;
  readonly audience: string | null;
};

/** A meeting that has been written down. One that was called off after publishing keeps standing, struck through. */
export type Session = SessionPlan & { readonly id: SessionId; readonly sequence: number; readonly calledOff: boolean };
