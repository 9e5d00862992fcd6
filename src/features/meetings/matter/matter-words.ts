import { z } from "zod";
import { Maybe, MaybeDay, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { DecidedDay } from "#features/meetings/matter/decided-day.ts";

/** How long each text may be. */
export const longest = { about: 4_000, outcome: 4_000, reason: 1_000, event: 300, text: 4_000 };

/** Raising a matter outside a meeting: what it is called and what it is about. */
export const RaisedMatter = z.strictObject({ title: OneLine(200), about: MaybeWords(longest.about) });
export type RaisedMatter = z.output<typeof RaisedMatter>;

/** Changing what it says, with the version that was read, so that nobody writes over what they have not seen. */
export const MatterChange = z.strictObject({
  title: OneLine(200),
  about: MaybeWords(longest.about),
  version: z.coerce.number().int().min(1).max(1_000_000),
});
export type MatterChange = z.output<typeof MatterChange>;

export const parkedKinds = ["day", "event", "open"] as const;

/** Parking: why, and until when. A day, something that is to happen, or neither. (R213) */
export const ParkedMatter = z
  .strictObject({
    until: z.enum(parkedKinds),
    parkedUntil: MaybeDay,
    parkedEvent: MaybeWords(longest.event),
    reason: Words(longest.reason),
  })
  .superRefine(({ until, parkedUntil, parkedEvent }, context) => {
    const missing = until === "day" && parkedUntil === null ? "parkedUntil" : undefined;
    const path = missing ?? (until === "event" && parkedEvent === null ? "parkedEvent" : undefined);
    if (path) context.addIssue({ code: "custom", path: [path], params: { code: "web.field_missing" } });
  })
  .transform(({ until, parkedUntil, parkedEvent, reason }) => ({
    reason,
    parkedUntil: until === "day" ? parkedUntil : null,
    parkedEvent: until === "event" ? parkedEvent : null,
  }));
export type ParkedMatter = z.output<typeof ParkedMatter>;

/** What a parked matter waited for has happened; today when no day is said. */
export const EventCame = z.strictObject({ day: MaybeDay });
export type EventCame = z.output<typeof EventCame>;

export const ReferredMatter = z.strictObject({ to: BodyId, text: MaybeWords(longest.text) });
export type ReferredMatter = z.output<typeof ReferredMatter>;

export const TakenUp = z.strictObject({ text: MaybeWords(longest.text) });
export type TakenUp = z.output<typeof TakenUp>;

export const DroppedMatter = z.strictObject({ reason: Words(longest.reason) });
export type DroppedMatter = z.output<typeof DroppedMatter>;

/**
 * What was decided, and by whom: a body here, or somebody else as it is written. The day may lack its year ("3 mars"),
 * and stays without it. (R214)
 */
export const DecidedMatter = z
  .strictObject({
    outcome: Words(longest.outcome),
    decidedBy: Maybe(BodyId),
    decidedByName: MaybeWords(200),
    decidedOn: MaybeDay,
    decidedDay: DecidedDay,
    reviewOn: MaybeDay,
  })
  .superRefine(({ decidedBy, decidedByName, decidedOn, decidedDay }, context) => {
    if (decidedBy !== null && decidedByName !== null)
      context.addIssue({ code: "custom", path: ["decidedByName"], params: { code: "matter.one_decider" } });
    if (decidedOn !== null && decidedDay !== null)
      context.addIssue({ code: "custom", path: ["decidedDay"], params: { code: "matter.one_day" } });
  });
export type DecidedMatter = z.output<typeof DecidedMatter>;

export const reviewVerdicts = ["keep", "change"] as const;

/** How it turned out: what was decided stands, or the matter is taken up again to change it. */
export const ReviewedMatter = z.strictObject({
  verdict: z.enum(reviewVerdicts),
  text: Words(longest.text),
});
export type ReviewedMatter = z.output<typeof ReviewedMatter>;

export const applicationStates = ["planned", "submitted", "granted", "rejected"] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** An application for money from outside. (R215) */
export const Application = z.strictObject({
  funder: OneLine(200),
  title: MaybeWords(300),
  state: z.enum(applicationStates),
  since: MaybeDay,
});
export type Application = z.output<typeof Application>;

export const commitmentAnswers = ["in", "out", "undecided"] as const;
export const CommitmentAnswer = z.enum(commitmentAnswers);
export type CommitmentAnswer = z.infer<typeof CommitmentAnswer>;

/** What the member municipalities have said: one of them, or all at once when none is named. (R215) */
export const Commitment = z.strictObject({
  organisation: z.preprocess((sent) => (sent === "" ? null : sent), z.uuidv7().nullish()).transform((id) => id ?? null),
  answer: CommitmentAnswer,
  day: MaybeDay,
});
export type Commitment = z.output<typeof Commitment>;
