import type { OrganisationId } from "#kernel/ids.ts";
import type { Problem } from "#kernel/refusal.ts";
import type { Columns } from "#platform/csv/columns.ts";
import type { TableRow } from "#platform/csv/table.ts";
import type { OrganisationColumn } from "#features/organisations/imports/import-columns.ts";
import {
  endedProblem,
  type ImportRights,
  type KnownOrganisation,
  type PlannedRow,
  type Register,
} from "#features/organisations/imports/import-plan.ts";
import { type Read, type ReadRow, readRow } from "#features/organisations/imports/organisation-row.ts";
import { isAnybodys } from "#features/organisations/mail-domain.ts";
import { foldName, writingsOf } from "#features/organisations/organisation-name.ts";
import { isAddedKind, type OrganisationKind } from "#features/organisations/organisation.ts";

/** Where a new organisation is put: at the top, below one that is there, or below one on another line of the file. */
type Place = { readonly parentId: OrganisationId | null; readonly parentLine: number | null };

export type OrganisationDeed =
  | ({
      readonly what: "add";
      readonly kind: OrganisationKind;
      readonly name: string;
      readonly shortName: string;
      readonly contactEmail: string | null;
      readonly validFrom: Temporal.PlainDate | null;
    } & Place &
      Additions)
  | ({
      readonly what: "change";
      readonly id: OrganisationId;
      readonly shortName: string | null;
      readonly contactEmail: string | null;
      readonly validFrom: Temporal.PlainDate | null;
    } & Additions);

type Additions = {
  /** Folded writing → how it was written. */
  readonly writings: ReadonlyMap<string, string>;
  readonly domains: readonly string[];
};

export type PlannedOrganisation = PlannedRow<OrganisationDeed>;

/** Names are held one above another this many times at most; more is a ring, or a mistake. */
const deepest = 12;

/**
 * What each row of a file of organisations would do. A row is one that is there when it is written like one, and then
 * only adds or corrects; else it is a new one. It may lie below another row of the same file, above or below it.
 * What is wrong is told at its column, and takes nothing else with it but the rows that lie below it.
 *
 * A file may be long: the work is given up for a moment after each row, for whoever has it done.
 */
export function* planOrganisations(
  rows: readonly TableRow[],
  header: readonly string[],
  columns: Columns<OrganisationColumn>,
  register: Register,
  rights: ImportRights,
): Generator<void, PlannedOrganisation[]> {
  const read: ReadRow[] = [];
  for (const row of rows) {
    read.push(readRow(row, header, columns));
    yield;
  }
  const planned = new Map<number, PlannedOrganisation>();
  const claims: Claims = { writings: new Map(), domains: new Map() };
  const inFile = new Map<string, Placed>();
  let waiting: readonly ReadRow[] = read;
  for (let depth = 0; depth < deepest && waiting.length > 0; depth += 1) {
    const still: ReadRow[] = [];
    for (const row of waiting) {
      yield;
      if (row.read === undefined) {
        planned.set(row.line, wrong(row, row.problems));
        continue;
      }
      const place = placeOf(row.read.parent, register, inFile);
      if (place === undefined) still.push(row);
      else planned.set(row.line, planRow({ ...row, read: row.read }, place, register, rights, claims, inFile));
    }
    if (still.length === waiting.length) break;
    waiting = still;
  }
  for (const row of waiting) {
    const values = { written: row.read?.parent.slice(0, 100) ?? "" };
    if (!planned.has(row.line))
      planned.set(row.line, wrong(row, [{ path: "parent", code: "organisations.import.parent_unknown", values }]));
  }
  return read.flatMap(({ line }) => planned.get(line) ?? []);
}

/** What the file itself has claimed so far, and on which line. */
type Claims = { readonly writings: Map<string, number>; readonly domains: Map<string, number> };

type Placed = {
  readonly id: OrganisationId | null;
  readonly line: number | null;
  readonly path: readonly string[];
  readonly isRight: boolean;
  readonly known?: KnownOrganisation | undefined;
  /** Whether one may add below it. */
  readonly mayAdd: boolean;
};

const top: Placed = { id: null, line: null, path: [], isRight: true, mayAdd: false };

/** Where a row lies. Undefined as long as nothing is written so, in the register or on a line read so far. */
function placeOf(parent: string, register: Register, inFile: ReadonlyMap<string, Placed>): Placed | undefined {
  if (parent === "") return top;
  const folded = foldName(parent);
  const known = register.byWriting.get(folded);
  if (known) return { id: known.id, line: null, path: known.path, isRight: true, known, mayAdd: false };
  return inFile.get(folded);
}

function wrong(row: Omit<ReadRow, "read" | "problems">, problems: readonly Problem[]): PlannedOrganisation {
  const { line, shown, beside } = row;
  return { line, shown, beside, outcome: "wrong", problems, changes: [], deed: undefined };
}

function planRow(
  row: ReadRow & { read: Read },
  place: Placed,
  register: Register,
  rights: ImportRights,
  claims: Claims,
  inFile: Map<string, Placed>,
): PlannedOrganisation {
  const { read, line } = row;
  const path = [...place.path, read.shortName ?? read.name];
  const inPlace = writingsOf(read.name, path).map((written) => [foldName(written), written] as const);
  const there = [...new Set(inPlace.flatMap(([folded]) => register.byWriting.get(folded) ?? []))];
  const [existing] = there;
  const writings = new Map([
    ...(existing ? [] : inPlace),
    ...read.writings.map((each) => [foldName(each), each] as const),
  ]);
  const mayAdd = place.id !== null ? rights.manages(place.id) : rights.everywhere || place.mayAdd;

  const problems = [
    ...(there.length > 1
      ? [{ path: "name", code: "organisations.import.means_two" as const, values: namesOf(there) }]
      : existing
        ? problemsWithExisting(read, place, existing, rights)
        : problemsWithNew(read, place, mayAdd)),
    ...claimProblems(writings, read.domains, existing?.id, register, claims),
    ...(existing ? inPlace.flatMap(([folded]) => twice(claims.writings.get(folded))).slice(0, 1) : []),
  ];
  const isRight = problems.length === 0;
  const placed = { id: existing?.id ?? null, line, path: existing?.path ?? path, isRight, mayAdd };
  for (const [folded] of inPlace) if (!inFile.has(folded)) inFile.set(folded, { ...placed, known: existing });
  if (!isRight) return wrong(row, problems);

  for (const [folded] of [...inPlace, ...writings]) claims.writings.set(folded, line);
  for (const domain of read.domains) claims.domains.set(domain, line);
  const newWritings = new Map([...writings].filter(([folded]) => folded !== "" && !register.byWriting.has(folded)));
  const domains = read.domains.filter((domain) => !register.domains.has(domain));
  return existing ? changed(row, existing, newWritings, domains) : added(row, place, newWritings, domains);
}

function problemsWithNew(read: Read, place: Placed, mayAdd: boolean): Problem[] {
  if (!place.isRight) {
    return [{ path: "parent", code: "organisations.import.parent_wrong", values: { line: place.line ?? 0 } }];
  }
  return [
    ...(read.kind === undefined ? [{ path: "kind", code: "organisations.import.kind_missing" as const }] : []),
    ...(read.kind && !isAddedKind(read.kind) ? [{ path: "name", code: "organisations.import.is_given" as const }] : []),
    ...(place.known ? endedProblem("parent", place.known) : []),
    ...(mayAdd ? [] : [{ path: "parent", code: "organisations.import.not_yours_there" as const }]),
  ];
}

function problemsWithExisting(read: Read, place: Placed, existing: KnownOrganisation, rights: ImportRights): Problem[] {
  const { name } = existing;
  const movesTo = read.parent !== "" && place.id !== existing.parentId;
  const began = read.validFrom && existing.validFrom && !existing.validFrom.equals(read.validFrom);
  return [
    ...endedProblem("name", existing),
    ...(rights.manages(existing.id) ? [] : [{ path: "name", code: "organisations.import.not_yours" as const }]),
    ...(movesTo ? [{ path: "parent", code: "organisations.import.lies_elsewhere" as const, values: { name } }] : []),
    ...(read.kind !== undefined && !existing.kinds.includes(read.kind)
      ? [{ path: "kind", code: "organisations.import.other_kind" as const, values: { name } }]
      : []),
    ...(began
      ? [
          {
            path: "validFrom",
            code: "organisations.import.began_otherwise" as const,
            values: { day: existing.validFrom?.toString() ?? "" },
          },
        ]
      : []),
  ];
}

/** A writing and a mail domain mean one organisation, in the register and in the file. */
function claimProblems(
  writings: ReadonlyMap<string, string>,
  domains: readonly string[],
  own: OrganisationId | undefined,
  register: Register,
  claims: Claims,
): Problem[] {
  const problems: Problem[] = [];
  for (const [folded, written] of writings) {
    const owner = register.byWriting.get(folded);
    if (owner && owner.id !== own)
      problems.push({ path: "writings", code: "organisations.name_taken", values: { written, name: owner.name } });
    problems.push(...twice(claims.writings.get(folded)));
  }
  for (const domain of domains) {
    const owner = register.domains.get(domain);
    if (isAnybodys(domain))
      problems.push({ path: "domains", code: "organisations.anybodys_domain", values: { domain } });
    else if ((owner && owner !== own) || claims.domains.has(domain))
      problems.push({ path: "domains", code: "organisations.domain_taken", values: { domain } });
  }
  return problems.slice(0, 3);
}

function twice(line: number | undefined): Problem[] {
  return line === undefined ? [] : [{ path: "name", code: "organisations.import.twice", values: { line } }];
}

function namesOf(organisations: readonly KnownOrganisation[]) {
  return { names: organisations.map(({ name }) => name).join(", ") };
}

function added(
  { line, shown, beside, read }: ReadRow & { read: Read },
  place: Placed,
  writings: ReadonlyMap<string, string>,
  domains: readonly string[],
): PlannedOrganisation {
  const { name, shortName = name, kind = "other", contactEmail = null, validFrom = null } = read;
  const where = { parentId: place.id, parentLine: place.id === null ? place.line : null };
  const deed = { what: "add" as const, kind, name, shortName, contactEmail, validFrom, writings, domains, ...where };
  return { line, shown, beside, outcome: "new", problems: [], changes: [], deed };
}

function changed(
  { line, shown, beside, read }: ReadRow & { read: Read },
  existing: KnownOrganisation,
  writings: ReadonlyMap<string, string>,
  domains: readonly string[],
): PlannedOrganisation {
  const differs = <T>(wish: T | undefined, is: T | null): T | null => (wish === undefined || wish === is ? null : wish);
  const shortName = differs(read.shortName, existing.shortName);
  const contactEmail = differs(read.contactEmail, existing.contactEmail);
  const validFrom = existing.validFrom === null ? (read.validFrom ?? null) : null;
  const deed = { what: "change" as const, id: existing.id, shortName, contactEmail, validFrom, writings, domains };
  const changes = Object.entries({ shortName, contactEmail, validFrom })
    .filter(([, value]) => value !== null)
    .map(([column]) => column);
  if (writings.size > 0) changes.push("writings");
  if (domains.length > 0) changes.push("domains");
  const outcome = changes.length > 0 ? ("changes" as const) : ("same" as const);
  return { line, shown, beside, outcome, problems: [], changes, deed: outcome === "same" ? undefined : deed };
}
