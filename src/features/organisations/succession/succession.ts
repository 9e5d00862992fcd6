import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Name, Source } from "#features/organisations/organisation.ts";

/** Merged: all of it went into one other. Split: parts of it, or all, became others. */
export const successionKinds = ["merged", "split"] as const;
export type SuccessionKind = (typeof successionKinds)[number];

const MunicipalityCode = z.string().regex(/^\d{4}$/u);

/** Who takes over: an organisation that is there already, or one that begins that day. */
export const Successor = z
  .strictObject({
    organisationId: OrganisationId.optional(),
    name: Name.optional(),
    shortName: Name.optional(),
    /** A new municipality has a code of its own. */
    municipalityCode: MunicipalityCode.optional(),
  })
  .refine(({ organisationId, name }) => (organisationId === undefined) !== (name === undefined), {
    path: ["name"],
    params: { code: "organisations.successor_one_or_new" },
  });
export type Successor = z.output<typeof Successor>;

/** One or several organisations go into another, which goes on; they end the day before. */
export const Merger = z.strictObject({
  fromIds: z.array(OrganisationId).min(1).max(50),
  into: Successor,
  day: Day,
  source: Source.optional(),
});
export type Merger = z.output<typeof Merger>;

/** An organisation is divided. It ends the day before, or goes on as a smaller one. */
export const Split = z
  .strictObject({
    parts: z
      .array(z.strictObject({ successor: Successor, inherits: z.boolean().default(false) }))
      .min(1)
      .max(30),
    ends: z.boolean(),
    day: Day,
    source: Source.optional(),
  })
  .refine(({ parts, ends }) => !ends || parts.length > 1, {
    path: ["parts"],
    params: { code: "organisations.split_in_two" },
  })
  .refine(({ parts, ends }) => parts.filter(({ inherits }) => inherits).length <= (ends ? 1 : 0), {
    path: ["parts"],
    params: { code: "organisations.one_heir" },
  });
export type Split = z.output<typeof Split>;

const Lines = z
  .string()
  .max(10_000)
  .transform((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
const whenAndWhy = {
  fresh: z.literal("on").optional(),
  municipalityCode: MunicipalityCode.optional(),
  day: Day,
  source: Source.optional(),
};

/** A merger as its form asks for it: organisations by their names, a line each. */
export const MergerForm = z.strictObject({ into: Name, others: Lines.optional(), ...whenAndWhy });

/** A split as its form asks for it. */
export const SplitForm = z.strictObject({
  parts: Lines,
  after: z.enum(["ends", "goesOn"]),
  heir: Name.optional(),
  ...whenAndWhy,
});

/** An organisation that became another, on a day. */
export type Succession<Id extends string = OrganisationId> = {
  readonly fromId: Id;
  readonly toId: Id;
  readonly inherits: boolean;
};

/**
 * Where what was written on an organisation is counted now: at its heir, at that one's heir, and so on to one that has
 * none. Everything written is counted in exactly one place, then as now, because an organisation has at most one heir
 * and a succession always leads to one that lives on a later day: there are no rings. One that was split without a
 * stated heir keeps its own, since nobody but people could say how it is to be divided. (Rules O-5 and O-6.)
 */
export function countedNowAt<Id extends string>(id: Id, successions: readonly Succession<Id>[]): Id {
  const heir = successions.find(({ fromId, inherits }) => fromId === id && inherits);
  return heir === undefined ? id : countedNowAt(heir.toId, successions);
}

export type FormerName = {
  readonly name: string;
  readonly shortName: string;
  readonly lastDay: Temporal.PlainDate;
  readonly source: string | null;
};

type Named = { readonly name: string; readonly shortName: string };

/** What an organisation was called on a day: the first of its former names that had not ended, or today's. */
export function nameOn(day: Temporal.PlainDate, now: Named, formerNames: readonly FormerName[]): Named {
  const former = formerNames
    .filter(({ lastDay }) => Temporal.PlainDate.compare(day, lastDay) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.lastDay, b.lastDay))[0];
  const { name, shortName } = former ?? now;
  return { name, shortName };
}
