import { z } from "zod";
import { MaybeAddress, MaybeDay, MaybeOneOf, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { bases, CoreComponentId, MethodKind, Phase } from "#features/appraisals/method/method.ts";

/** How long each text about a method may be. */
export const longest = {
  alsoCalled: 1_000,
  targetGroup: 1_000,
  purpose: 2_000,
  use: 4_000,
  training: 2_000,
  licence: 1_000,
  cost: 1_000,
  why: 2_000,
  replaces: 1_000,
  component: 300,
  reason: 500,
};

const mostNames = 20;
export const mostComponents = 30;

/** Other names and short forms, on a line each or with commas between. */
const OtherNames = MaybeWords(longest.alsoCalled).transform((text, context) => {
  const names = (text ?? "").split(/[\r\n,;]+/u).flatMap((name) => name.trim() || []);
  if (names.length > mostNames) context.addIssue({ code: "custom", params: { code: "method.too_many_names" } });
  return [...new Set(names)];
});

const said = {
  kind: MethodKind,
  name: OneLine(200),
  alsoCalled: OtherNames,
  targetGroup: MaybeWords(longest.targetGroup),
  purpose: MaybeWords(longest.purpose),
  use: MaybeWords(longest.use),
  training: MaybeWords(longest.training),
  licence: MaybeWords(longest.licence),
  cost: MaybeWords(longest.cost),
  /** Why we do so, and what it rests on: that it is a tradition, or that nobody knows, are answers too. (R019) */
  why: MaybeWords(longest.why),
  basis: MaybeOneOf(bases),
  replaces: MaybeWords(longest.replaces),
  link: MaybeAddress,
};

/** A method or a way of working for the register. Kind and name are enough to begin with. */
export const NewMethod = z.strictObject({ ...said, organisationId: OrganisationId });
export type NewMethod = z.output<typeof NewMethod>;

const version = z.coerce.number().int().min(1).max(1_000_000);

/** What is said of a method, changed from the version that was read. */
export const MethodChange = z.strictObject({ ...said, version });
export type MethodChange = z.output<typeof MethodChange>;

/** A core component: one that was there before keeps its identity, so that what was followed of it is still of it. */
const Component = z.strictObject({
  id: z.preprocess((sent) => (sent === "" ? undefined : sent), CoreComponentId.nullish()).transform((id) => id ?? null),
  text: Words(longest.component),
});

/** What must be there for it to be this method, in order, changed from the version that was read. */
export const CoreComponents = z.strictObject({
  version,
  components: z.array(Component).max(mostComponents).default([]),
});
export type CoreComponents = z.output<typeof CoreComponents>;

/** That an organisation uses a method, how far it has come, and from when as far as that is known. */
export const MethodUse = z.strictObject({ organisationId: OrganisationId, phase: Phase, fromDay: MaybeDay });
export type MethodUse = z.output<typeof MethodUse>;

export const MethodWithdrawal = z.strictObject({ reason: Words(longest.reason) });
export type MethodWithdrawal = z.output<typeof MethodWithdrawal>;
