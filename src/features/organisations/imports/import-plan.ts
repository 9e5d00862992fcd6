import type { OrganisationId } from "#kernel/ids.ts";
import type { Problem } from "#kernel/refusal.ts";

/** What a row would do: add something, change what is there, nothing because it is there already, or it cannot be read. */
export const rowOutcomes = ["new", "changes", "same", "wrong"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A row of the file as it would be carried out, told by the line it begins on. */
export type PlannedRow<Deed> = {
  readonly line: number;
  /** The row's own words, to be recognised by. */
  readonly shown: string;
  readonly beside: string;
  readonly outcome: RowOutcome;
  /** What is wrong, each at the column where it stands. */
  readonly problems: readonly Problem[];
  /** The columns that would change something that is there. */
  readonly changes: readonly string[];
  readonly deed: Deed | undefined;
};

/** How many rows do what. */
export function countsOf(rows: readonly PlannedRow<unknown>[]): Record<RowOutcome, number> {
  const counts = { new: 0, changes: 0, same: 0, wrong: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Whether a row does something when the file is taken in. */
export function isRight({ outcome }: PlannedRow<unknown>): boolean {
  return outcome === "new" || outcome === "changes";
}

/** An organisation in the register, as a row may refer to it. */
export type KnownOrganisation = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly shortName: string;
  readonly kinds: readonly string[];
  /** Short names from the top down to itself. */
  readonly path: readonly string[];
  readonly parentId: OrganisationId | null;
  readonly contactEmail: string | null;
  readonly validFrom: Temporal.PlainDate | null;
  readonly lastDay: Temporal.PlainDate | null;
};

/** What the register says about all that a file names. */
export type Register = {
  /** By every way to write it, folded. */
  readonly byWriting: ReadonlyMap<string, KnownOrganisation>;
  readonly byId: ReadonlyMap<OrganisationId, KnownOrganisation>;
  /** Who has a mail domain. */
  readonly domains: ReadonlyMap<string, OrganisationId>;
};

/** Whom somebody who imports looks after. */
export type ImportRights = {
  readonly everywhere: boolean;
  readonly manages: (id: OrganisationId) => boolean;
};

/** Why nothing new can be put on an organisation that has ended. */
export function endedProblem(path: string, { name, lastDay }: KnownOrganisation): Problem[] {
  if (lastDay === null) return [];
  const day = lastDay.add({ days: 1 }).toString();
  return [{ path, code: "organisations.ended_without_successor", values: { name, day } }];
}
