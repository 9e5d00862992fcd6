import { z } from "zod";

import { Maybe, MaybeDay, MaybeEmail, MaybeOneOf, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { OrganisationId, PersonId } from "#kernel/ids.ts";
import { DeliverableId } from "#features/meetings/matter/matter.ts";

export const longest = { about: 4_000, reason: 1_000, report: 4_000, part: 500 };

export const origins = ["local", "regional", "national"] as const;
export const sizes = ["small", "medium", "large"] as const;
export const priorities = ["high", "normal", "low"] as const;

/** How much of a full post something takes: 0,25 as it is written in Swedish, or 0.25. */
export const MaybeFte = z.preprocess(
  (sent) => {
    if (typeof sent !== "string") return sent;
    const written = sent.trim().replace(",", ".");
    if (written === "") return null;
    return /^\d(?:\.\d{1,3})?$/u.test(written) ? Number(written) : sent;
  },
  z
    .number()
    .gt(0)
    .max(5)
    .nullish()
    .transform((fte) => fte ?? null),
);

/** Who is to do it, in one field: somebody known here, or an organisation or a name as it is written. */
const owner = {
  ownerPerson: Maybe(PersonId),
  ownerName: MaybeWords(200),
};
const oneOwner = ({ ownerPerson, ownerName }: { ownerPerson: string | null; ownerName: string | null }) =>
  ownerPerson === null || ownerName === null;
const ownerProblem = { path: ["ownerName"], params: { code: "commission.one_owner" } };

/** One part a line: what is to come, as somebody lists it. */
export const PartLines = Words(10_000)
  .nullish()
  .transform((text, context) => {
    const lines = (text ?? "").split(/\r?\n/u).flatMap((line) => line.replace(/^[-–•*]\s*/u, "").trim() || []);
    if (lines.length > 30 || lines.some((line) => line.length > longest.part))
      context.addIssue({ code: "custom", params: { code: "commission.parts_too_long" } });
    return lines;
  });

/** Giving a commission in a matter outside a meeting. */
export const NewCommission = z
  .strictObject({ title: OneLine(300), ...owner, dueOn: MaybeDay, parts: PartLines })
  .refine(oneOwner, ownerProblem);
export type NewCommission = z.output<typeof NewCommission>;

/** Something that somebody outside asks the support unit to do. (R163) */
export const ReceivedCommission = z.strictObject({
  organisation: OrganisationId,
  title: OneLine(300),
  about: MaybeWords(longest.about),
  requester: OneLine(200),
  requesterEmail: MaybeEmail,
  origin: z.enum(origins),
  size: MaybeOneOf(sizes),
  fte: MaybeFte,
  priority: MaybeOneOf(priorities),
  dueOn: MaybeDay,
});
export type ReceivedCommission = z.output<typeof ReceivedCommission>;

export const answers = ["assess", "accept", "decline", "wait"] as const;

/** What whoever asked is answered: yes, no or not yet, the two last with a reason. Weighing it first is no answer. */
export const CommissionAnswer = z
  .strictObject({
    answer: z.enum(answers),
    reason: MaybeWords(longest.reason),
    size: MaybeOneOf(sizes),
    fte: MaybeFte,
    priority: MaybeOneOf(priorities),
    dueOn: MaybeDay,
    ...owner,
  })
  .refine(oneOwner, ownerProblem)
  .refine(({ answer, reason }) => (answer !== "decline" && answer !== "wait") || reason !== null, {
    path: ["reason"],
    params: { code: "commission.reason_missing" },
  });
export type CommissionAnswer = z.output<typeof CommissionAnswer>;

/** The days of a commission and of its parts, by the part's id. Nothing in a field: no day is set. */
export const CommissionDays = z.strictObject({
  dueOn: MaybeDay,
  parts: z.record(DeliverableId, MaybeDay).default({}),
});
export type CommissionDays = z.output<typeof CommissionDays>;

/** Who is to take over a commission. Somebody does: that nobody is named is no way to hand it on. */
export const HandedOn = z
  .strictObject(owner)
  .refine(oneOwner, ownerProblem)
  .refine(({ ownerPerson, ownerName }) => ownerPerson !== null || ownerName !== null, {
    path: ["ownerPerson"],
    params: { code: "commission.owner_missing" },
  });
export type HandedOn = z.output<typeof HandedOn>;

export const partOutcomes = ["reported", "dropped"] as const;

/** What came of one part: told in words, or that it will not come and why. */
export const PartReport = z.strictObject({
  outcome: z.enum(partOutcomes).default("reported"),
  text: Words(longest.report),
});
export type PartReport = z.output<typeof PartReport>;

/** Asking for one more thing of whoever has a commission. */
export const MorePart = z.strictObject({ text: OneLine(longest.part), dueOn: MaybeDay });
export type MorePart = z.output<typeof MorePart>;

export const ClosedCommission = z.strictObject({ text: MaybeWords(longest.reason) });
export type ClosedCommission = z.output<typeof ClosedCommission>;
