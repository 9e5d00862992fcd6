import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Problem } from "#kernel/refusal.ts";
import { type Columns, hasSlipped } from "#platform/csv/columns.ts";
import type { TableRow } from "#platform/csv/table.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { type MembershipColumn, relationWritten } from "#features/organisations/imports/import-columns.ts";
import {
  endedProblem,
  type ImportRights,
  type KnownOrganisation,
  type PlannedRow,
  type Register,
} from "#features/organisations/imports/import-plan.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { type RelationId, type RelationKind, Source } from "#features/organisations/organisation.ts";
import { isBefore, overlap, type Validity } from "#features/organisations/validity.ts";

/** How two organisations stand to each other in the register, or by an earlier row of the file. */
export type KnownRelation = Validity & {
  readonly id: RelationId | null;
  readonly fromId: OrganisationId;
  readonly toId: OrganisationId;
  readonly kind: RelationKind;
  readonly source: string | null;
};

export type MembershipDeed =
  | ({ readonly what: "add" } & KnownRelation)
  | ({ readonly what: "change"; readonly id: RelationId; readonly source: string | null } & Validity);

export type PlannedMembership = PlannedRow<MembershipDeed>;

const Dates = z
  .object({ validFrom: Day.optional(), validTo: Day.optional(), source: Source.optional() })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || !isBefore(validTo, validFrom), {
    path: ["validTo"],
    params: { code: "organisations.ends_before_it_begins" },
  });

/**
 * What each row of a file of memberships would do: a new one, the missing dates or source of one that is there, or
 * nothing. Two of the same kind between the same two never hold on the same day, in the register or in the file.
 */
export function* planMemberships(
  rows: readonly TableRow[],
  header: readonly string[],
  columns: Columns<MembershipColumn>,
  register: Register & { readonly relations: readonly KnownRelation[] },
  rights: ImportRights,
): Generator<void, PlannedMembership[]> {
  const between = Map.groupBy(register.relations, keyOf);
  const planned: PlannedMembership[] = [];
  for (const row of rows) {
    planned.push(planRow(row, header, columns, register, rights, between));
    yield;
  }
  return planned;
}

/** Notes what the row adds among what is between the two, for the rows after it. */
function planRow(
  row: TableRow,
  header: readonly string[],
  columns: Columns<MembershipColumn>,
  register: Register,
  rights: ImportRights,
  between: Map<string, KnownRelation[]>,
): PlannedMembership {
  const value = (column: MembershipColumn) => columns.value(row, column);
  const told = { line: row.line, shown: value("member").slice(0, 100), beside: value("body").slice(0, 100) };
  const wrong = (problems: readonly Problem[]): PlannedMembership => ({
    ...told,
    outcome: "wrong",
    problems,
    changes: [],
    deed: undefined,
  });
  if (hasSlipped(row, header)) return wrong([{ path: "", code: "organisations.import.slipped" }]);

  const input = {
    validFrom: value("validFrom") || undefined,
    validTo: value("validTo") || undefined,
    source: value("source") || undefined,
  };
  const dates = Dates.safeParse(input);
  const [member, body] = [named(register, value("member")), named(register, value("body"))];
  const kind = relationWritten(value("relation"));
  const problems: Problem[] = [
    ...(dates.success ? [] : problemsOf(dates.error, input)),
    ...(member ? [] : [unknown("member", value("member"))]),
    ...(body ? [] : [unknown("body", value("body"))]),
    ...(kind ? [] : [{ path: "relation", code: "organisations.import.relation_unknown" as const }]),
  ];
  if (!dates.success || !member || !body || !kind) return wrong(problems);

  const { validFrom = null, validTo = null, source = null } = dates.data;
  const wish = { id: null, fromId: member.id, toId: body.id, kind, validFrom, validTo, source };
  const refused = problemsBetween(member, body, wish, rights);
  if (refused.length > 0) return wrong(refused);

  const key = keyOf(wish);
  const others = between.get(key) ?? [];
  const met = others.filter((each) => overlap(each, wish));
  if (met.length === 0) {
    between.set(key, [...others, wish]);
    return { ...told, outcome: "new", problems: [], changes: [], deed: { what: "add", ...wish } };
  }
  const [known] = met;
  const filled = met.length === 1 && known ? filledIn(known, wish) : undefined;
  if (!known || !filled) return wrong([{ path: "validFrom", code: "organisations.related_already" }]);
  if (filled.changes.length === 0) return { ...told, outcome: "same", problems: [], changes: [], deed: undefined };
  if (known.id === null) return wrong([{ path: "member", code: "organisations.related_already" }]);
  const { changes, ...values } = filled;
  between.set(key, [...others.filter((each) => each !== known), { ...known, ...values }]);
  return { ...told, outcome: "changes", problems: [], changes, deed: { what: "change", id: known.id, ...values } };
}

/** By municipality code, region code, or any way to write it. */
function named(register: Register, written: string): KnownOrganisation | undefined {
  return written === "" ? undefined : register.byWriting.get(/^\d+$/u.test(written) ? written : foldName(written));
}

function unknown(path: string, written: string): Problem {
  if (written === "") return { path, code: "web.field_missing" };
  return { path, code: "organisations.not_written", values: { written: written.slice(0, 100) } };
}

function problemsBetween(
  member: KnownOrganisation,
  body: KnownOrganisation,
  { validTo }: Validity,
  rights: ImportRights,
): Problem[] {
  const outlived = ({ lastDay }: KnownOrganisation) =>
    lastDay !== null && !(validTo !== null && !isBefore(lastDay, validTo));
  return [
    ...(member.id === body.id ? [{ path: "member", code: "organisations.related_to_itself" as const }] : []),
    ...(outlived(member) ? endedProblem("member", member) : []),
    ...(outlived(body) ? endedProblem("body", body) : []),
    ...(rights.manages(member.id) || rights.manages(body.id)
      ? []
      : [{ path: "body", code: "organisations.import.not_yours" as const }]),
  ];
}

/**
 * What a row adds to a membership that is there: a day or a source that was not known. Undefined when it says
 * something else than what is known: that is for a person to decide.
 */
function filledIn(
  known: KnownRelation,
  wish: KnownRelation,
): (Validity & { source: string | null; changes: string[] }) | undefined {
  const contradicts = (is: Temporal.PlainDate | null, says: Temporal.PlainDate | null) =>
    is !== null && says !== null && !is.equals(says);
  if (contradicts(known.validFrom, wish.validFrom) || contradicts(known.validTo, wish.validTo)) return undefined;
  const validFrom = known.validFrom ?? wish.validFrom;
  const validTo = known.validTo ?? wish.validTo;
  if (validTo && isBefore(validTo, validFrom ?? validTo)) return undefined;
  const source = wish.source ?? known.source;
  const changes = [
    ...(known.validFrom === null && validFrom !== null ? ["validFrom"] : []),
    ...(known.validTo === null && validTo !== null ? ["validTo"] : []),
    ...(source === known.source ? [] : ["source"]),
  ];
  return { validFrom, validTo, source, changes };
}

function keyOf({ fromId, toId, kind }: Pick<KnownRelation, "fromId" | "toId" | "kind">): string {
  return `${fromId} ${toId} ${kind}`;
}
