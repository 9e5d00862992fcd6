import type { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import type { Problem } from "#kernel/refusal.ts";
import type { TableRow } from "#platform/csv/table.ts";
import { hasSlipped } from "#platform/csv/columns.ts";
import type { ImportField } from "#features/circles/registration/imports/import-columns.ts";
import type { ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { readMoment } from "#features/circles/registration/imports/swedish-moment.ts";
import { readSector, saysYes } from "#features/circles/registration/imports/written-answers.ts";
import { type AskingRound, consultationOf } from "#features/circles/registration/application-questions.ts";
import { Application, PhoneNumber } from "#features/circles/registration/registration.ts";
import { wayInByStaff, type WayInRound } from "#features/circles/registration/way-in.ts";

/** An application as a file tells it: an address may be missing, and a form elsewhere may not have asked everything. */
export const ImportedApplication = Application.omit({ members: true }).extend({
  email: EmailAddress.optional(),
  phone: PhoneNumber.optional(),
});
export type ImportedApplication = z.output<typeof ImportedApplication>;

/** One row of a file, as it was understood. Without problems it is right, whatever becomes of it. */
export type ImportRow = {
  readonly line: number;
  /** As they stand in the file, to be recognised by. */
  readonly name: string;
  readonly email: string;
  readonly reachedAt: Temporal.Instant | undefined;
  readonly late: boolean;
  readonly application: ImportedApplication | undefined;
  readonly problems: readonly Problem[];
};

type RuledRound = AskingRound &
  WayInRound & { readonly rules: readonly { readonly id: string; readonly text: string; readonly strength: string }[] };

/** What rows are read by: the round, the file's header, how its columns are understood, and what time it is. */
export type Reading = {
  readonly round: RuledRound;
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
  readonly now: Temporal.Instant;
};

/**
 * Understands one row of a file as an application. What another form did not ask is not known and stays unsaid; what it
 * must say is who it is, where they work, how they are reached, when it came in and, where managers answer, whom to ask.
 * A required rule that somebody says they do not meet is said here, as on our own form. (R024)
 */
export function readRow(row: TableRow, reading: Reading): ImportRow {
  const { mapping, round, header, now } = reading;
  const cell = (field: ImportField) => row.cells[mapping.columns[field] ?? -1] ?? "";
  const said = (field: ImportField) => cell(field) || undefined;
  const name = cell("name") || [cell("firstName"), cell("lastName")].filter(Boolean).join(" ");
  const meets = round.rules.flatMap(({ id }) => {
    const answer = saysYes(row.cells[mapping.rules[id as keyof typeof mapping.rules] ?? -1] ?? "");
    return answer === undefined ? [] : [[id, answer] as const];
  });
  const sectorSaid = cell("sector");
  const result = ImportedApplication.safeParse({
    name,
    email: said("email"),
    phone: said("phone"),
    employer: cell("employer") || mapping.same.employer || "",
    workplace: cell("workplace") || mapping.same.workplace || "",
    profession: cell("profession") || mapping.same.profession || "",
    sector: readSector(sectorSaid) ?? mapping.same.sector,
    ageGroup: said("ageGroup"),
    motivation: said("motivation"),
    adaptation: said("adaptation"),
    diet: said("diet"),
    postalAddress: said("postalAddress"),
    meets: Object.fromEntries(meets),
    managerName: said("managerName"),
    managerEmail: said("managerEmail"),
    managerDeclared: consultationOf(round) === "declared" ? mapping.managerDeclared : undefined,
  });
  const reachedAt = readMoment(cell("reached"));
  const way = reachedAt && wayInByStaff(round, dateOf(reachedAt));
  const problems = [
    ...(hasSlipped(row, header) ? [problem("", "registration.import.slipped")] : []),
    ...(result.success ? [] : wrongIn(result.error)),
    ...momentProblems(cell("reached"), reachedAt, way, now),
    ...(result.success ? unfit(result.data, round) : []),
  ];
  return {
    line: row.line,
    name,
    email: cell("email"),
    reachedAt,
    late: way === "late",
    application: problems.length === 0 ? result.data : undefined,
    problems,
  };
}

const problem = (path: string, code: Problem["code"], values: NonNullable<Problem["values"]> = {}): Problem => ({
  path,
  code,
  values,
});

function dateOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
}

/** What is wrong with each answer, told by its column: a row has no fields to write at. */
function wrongIn(error: z.ZodError): Problem[] {
  const byField = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!byField.has(field)) byField.set(field, problem(field, codeOf(issue)));
  }
  return [...byField.values()];
}

function codeOf(issue: z.core.$ZodIssue): Problem["code"] {
  if (issue.code === "too_big") return "registration.import.too_long";
  if (issue.code === "too_small" || issue.code === "invalid_type" || issue.code === "invalid_value")
    return "registration.import.missing";
  const { code } = (issue.code === "custom" ? (issue.params ?? {}) : {}) as { code?: unknown };
  if (code === "kernel.personal_number") return "registration.import.personal_number";
  return code === "registration.phone_wrong" || code === "kernel.link_in_name"
    ? code
    : "registration.import.unreadable";
}

function momentProblems(
  written: string,
  reachedAt: Temporal.Instant | undefined,
  way: ReturnType<typeof wayInByStaff> | undefined,
  now: Temporal.Instant,
): Problem[] {
  if (written === "") return [problem("reached", "registration.import.missing")];
  if (!reachedAt) return [problem("reached", "registration.import.time_unreadable", { written: written.slice(0, 40) })];
  if (Temporal.Instant.compare(reachedAt, now) > 0) return [problem("reached", "registration.reached_ahead")];
  return way === "closed" || way === "notOpen" ? [problem("reached", "registration.import.after_last_day")] : [];
}

function unfit(application: ImportedApplication, round: RuledRound): Problem[] {
  const { email, phone, managerEmail, meets } = application;
  const failed = round.rules.find(
    ({ id, strength }) => strength === "required" && meets[id as keyof typeof meets] === false,
  );
  return [
    ...(email || phone ? [] : [problem("email", "registration.no_way_to_reach")]),
    ...(consultationOf(round) === "confirmed" && !managerEmail
      ? [problem("managerEmail", "registration.import.missing")]
      : []),
    ...(failed ? [problem("", "registration.import.rule_not_met", { rule: failed.text })] : []),
  ];
}
