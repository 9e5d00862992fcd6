import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import type { Problem } from "#kernel/refusal.ts";
import { type Columns, hasSlipped } from "#platform/csv/columns.ts";
import type { TableRow } from "#platform/csv/table.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { kindWritten, type OrganisationColumn, severalIn } from "#features/organisations/imports/import-columns.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { MailDomain, Name, OrganisationKind } from "#features/organisations/organisation.ts";

const Organisation = z.object({
  name: Name,
  shortName: Name.optional(),
  kind: OrganisationKind.optional(),
  parent: z.string().max(400),
  contactEmail: EmailAddress.optional(),
  writings: z.array(Name).max(20),
  domains: z.array(MailDomain.shape.domain).max(20),
  validFrom: Day.optional(),
});
export type Read = z.output<typeof Organisation>;

/** A row with what it says, or what is wrong with it. */
export type ReadRow = { readonly line: number; readonly shown: string; readonly beside: string } & (
  | { readonly read: Read; readonly problems?: undefined }
  | { readonly read?: undefined; readonly problems: readonly Problem[] }
);

/** What a row of a file of organisations says, each value checked by itself. */
export function readRow(row: TableRow, header: readonly string[], columns: Columns<OrganisationColumn>): ReadRow {
  const value = (column: OrganisationColumn) => columns.value(row, column);
  const input = {
    name: value("name"),
    shortName: value("shortName") || undefined,
    kind: value("kind") === "" ? undefined : (kindWritten(value("kind")) ?? value("kind")),
    parent: value("parent"),
    contactEmail: value("contactEmail") || undefined,
    writings: severalIn(value("writings")),
    domains: severalIn(value("domains").replaceAll(",", "|")),
    validFrom: value("validFrom") || undefined,
  };
  const told = { line: row.line, shown: value("name").slice(0, 100), beside: value("parent").slice(0, 100) };
  if (hasSlipped(row, header)) return { ...told, problems: [{ path: "", code: "organisations.import.slipped" }] };
  const result = Organisation.safeParse(input);
  if (!result.success) {
    return { ...told, problems: problemsOf(result.error, input).map(atColumn) };
  }
  if (foldName(result.data.name) === "")
    return { ...told, problems: [{ path: "name", code: "organisations.name_without_letters" }] };
  return { ...told, read: result.data };
}

/** Told at the column, whichever of its several values it was; a kind has its own words. */
function atColumn(problem: Problem): Problem {
  const path = problem.path.split(".")[0] ?? "";
  return path === "kind" ? { path, code: "organisations.import.kind_unknown" } : { ...problem, path };
}
