import { foldName } from "#features/organisations/organisation-name.ts";
import { soundOf } from "#features/circles/invitation/people.ts";
import type { Doubt, Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import { numberOf, numberPattern } from "#features/circles/invitation/number-words.ts";
import { type ListedPerson, peopleOfLine } from "./attendance-line.ts";
import type { LineAround } from "./attendance-parts.ts";
import type { OrganisationLookup } from "./known-organisations.ts";
import type { MinutesWarningCode } from "./minutes.ts";
import { type MinutesText, wordsAt } from "./minutes-text.ts";
import { isFullName, userAssociation, userRepresentative } from "./person-words.ts";
import { nameThenPlace, namesThenPlaces } from "./name-then-place.ts";
import { tablePeople } from "./attendance-table.ts";
import type { AttendanceBlock, BodyLine } from "./sections.ts";

/** A row of the attendance, and where its parts stand. */
export type AttendanceRow = {
  readonly group: Span | undefined;
  readonly name: Span;
  readonly organisation: Span | undefined;
  readonly municipality: string | null;
  readonly title: Span | undefined;
  readonly represents: Span | undefined;
  readonly substituteFor: Span | undefined;
  readonly guest: boolean | null;
  readonly excused: boolean;
};

export type ReadAttendance = {
  readonly rows: readonly AttendanceRow[];
  readonly persons: number;
  readonly municipalities: number;
  readonly approximate: number | null;
  readonly doubts: readonly Doubt<MinutesWarningCode>[];
};

/** More rows than this are no attendance list. */
export const mostRows = 10_000;

/** Headings that gather people who sit in no body here. */
export const restGroup =
  /^(?:övriga?|andra|gäst|inbjud|others?|guests?|tjänste|föredrag|ersättare|ledamöter|ordinarie|adjunger|myndighet|samverkanspart|besökare|från\s|också|also|närvarande|deltagare|presidium)/iu;

/**
 * Who was there, group by group, as the text lists them (R168-R172). Rows are what is written; nobody is made up out of
 * "cirka 30 deltagare", and an organisation nobody knows stays as written and is asked about.
 */
export function attendanceIn(
  text: MinutesText,
  { blocks, body }: { blocks: readonly AttendanceBlock[]; body: readonly BodyLine[] },
  lookup: OrganisationLookup,
): ReadAttendance {
  const groups = new Set(blocks.flatMap(({ group }) => (group ? [wordsAt(text, group).toLowerCase()] : [])));
  const doubts: Doubt<MinutesWarningCode>[] = [];
  const rows: AttendanceRow[] = [];
  let approximate: number | null = null;
  for (const block of blocks) {
    const organisationFollows = followsName(text, block, lookup);
    const around = { lookup, groups, organisationFollows, organisationLeads: leadsNames(text, block, lookup) };
    const table = tablePeople(text, block.rows, around);
    for (const [at, row] of block.rows.entries()) {
      const people = table?.[at] ?? peopleOfRow(text, row, around);
      if (people.length > 0) {
        for (const person of people) rows.push(rowOf(text, person, block, lookup));
        continue;
      }
      const about = approximateIn(text.plain.slice(...row));
      if (about !== undefined) {
        approximate = (approximate ?? 0) + about;
        doubts.push({ code: "approximate_attendance", at: row, values: { count: about } });
      } else if (!table || table[at] === undefined) {
        const words = text.plain.slice(...row);
        if (!isRemark(words) && !(block.kind === "excused" && isPlaces(words, lookup)))
          doubts.push({ code: "unread_text", at: row, values: { kind: "attendance" } });
      }
    }
  }
  if (approximate === null && rows.length === 0) {
    const told = toldNumber(text, body);
    if (told) {
      approximate = told.count;
      doubts.push({ code: "approximate_attendance", at: told.at, values: { count: told.count } });
    }
  }
  const kept = withGuests(text, rows.slice(0, mostRows), { groups, lookup });
  const { persons, doubts: same } = counted(text, kept);
  const present = kept.filter(({ excused }) => !excused);
  return {
    rows: kept,
    persons,
    municipalities: new Set(present.flatMap(({ municipality }) => municipality ?? [])).size,
    approximate,
    doubts: [...doubts, ...unknownOrganisations(text, kept, lookup), ...same, ...userRepresentatives(text, kept)],
  };
}

/** A row may hold several cells, each with a person of its own, or one person over all its cells. */
function peopleOfRow(text: MinutesText, row: Span, around: LineAround): ListedPerson[] {
  const placed = namesThenPlaces(text, row, around);
  if (placed.length > 0) return placed;
  const people = peopleOfLine(text, row, around);
  if (people.length > 0) return people;
  return nameThenPlace(text, row, around.lookup);
}

/** In most of the lines the second part is an organisation, so it is in the others too. */
function followsName(text: MinutesText, { rows }: AttendanceBlock, lookup: OrganisationLookup): boolean {
  const second = rows.flatMap((row) => {
    const parts = text.plain.slice(...row).split(/[,;(\t|]|\s-\s/u);
    return parts.length >= 2 && parts.length <= 4 && isFullName((parts[0] ?? "").trim())
      ? [(parts[1] ?? "").replace(/\).*$/u, "").trim()]
      : [];
  });
  return second.length > 0 && second.filter((part) => lookup.recognise(part).known).length * 2 >= second.length;
}

/** In most of the lines an organisation stands first, with a colon or in a cell of its own. */
function leadsNames(text: MinutesText, { rows }: AttendanceBlock, lookup: OrganisationLookup): boolean {
  const first = rows.flatMap(
    (row) =>
      /^(?<first>[^:\t|\n]{2,60}?)[ ]*(?::\s|\t|\||\s{3})/u.exec(text.plain.slice(...row))?.groups?.["first"] ?? [],
  );
  return first.length > 1 && first.filter((part) => lookup.recognise(part).known).length * 2 >= first.length;
}

function rowOf(
  text: MinutesText,
  person: ListedPerson,
  block: AttendanceBlock,
  lookup: OrganisationLookup,
): AttendanceRow {
  const organisation = person.organisation && wordsAt(text, person.organisation);
  const group = block.group && wordsAt(text, block.group);
  return {
    group: block.group,
    name: person.name,
    organisation: person.organisation,
    municipality: organisation === undefined ? null : lookup.recognise(organisation).municipality,
    title: person.title,
    represents: person.represents,
    substituteFor: person.substituteFor,
    guest: person.guest || block.kind === "guests" ? true : group === undefined || restGroup.test(group) ? null : false,
    excused: person.excused || block.kind === "excused",
  };
}

/** Another city's research unit visits: its place is not among those of the networks (R172). */
function withGuests(
  text: MinutesText,
  rows: readonly AttendanceRow[],
  { groups, lookup }: { groups: ReadonlySet<string>; lookup: OrganisationLookup },
): AttendanceRow[] {
  const homes = rows
    .filter(({ guest }) => guest !== true)
    .flatMap(({ organisation, municipality }) =>
      organisation && municipality !== null ? [foldName(wordsAt(text, organisation))] : [],
    );
  const places = new Set(homes);
  return rows.map((row) => {
    if (row.guest !== null || !row.organisation || groups.size === 0) return row;
    const words = wordsAt(text, row.organisation);
    const place = /^(?:FoU\p{L}*|R&D|FoU-\p{L}+)[\s,-]+(?:i\s|in\s)?(?<place>\p{Lu}.*)$/u.exec(words)?.groups?.[
      "place"
    ];
    return place !== undefined && lookup.isMunicipality(place) && !places.has(foldName(place))
      ? { ...row, guest: true }
      : row;
  });
}

/** Everybody once. The same name from two municipalities is two people; the same name otherwise is one. */
function counted(
  text: MinutesText,
  rows: readonly AttendanceRow[],
): { persons: number; doubts: Doubt<MinutesWarningCode>[] } {
  const doubts: Doubt<MinutesWarningCode>[] = [];
  const byName = Map.groupBy(rows, ({ name }) => wordsAt(text, name).toLocaleLowerCase("sv").normalize("NFC"));
  let persons = 0;
  for (const same of byName.values()) {
    const homes = new Set(same.flatMap(({ municipality }) => municipality ?? []));
    const people = Math.max(1, homes.size);
    const absent = same.every(({ excused }) => excused);
    const presentHomes = new Set(
      same.filter(({ excused }) => !excused).flatMap(({ municipality }) => municipality ?? []),
    );
    persons += absent ? 0 : Math.max(1, presentHomes.size);
    const second = same[1];
    if (!second) continue;
    const name = wordsAt(text, second.name);
    doubts.push(
      people > 1
        ? { code: "similar_names", at: second.name, values: { kind: "homes", one: name, other: name } }
        : { code: "duplicate_person", at: second.name, values: { name, count: same.length } },
    );
  }
  const bySound = Map.groupBy(byName.keys(), (name) => soundOf(name));
  for (const [one, ...others] of bySound.values()) {
    for (const other of others) {
      const row = byName.get(other)?.[0];
      const first = byName.get(one ?? "")?.[0];
      if (row && first)
        doubts.push({
          code: "similar_names",
          at: row.name,
          values: { kind: "spelling", one: wordsAt(text, first.name), other: wordsAt(text, row.name) },
        });
    }
  }
  return { persons, doubts };
}

function unknownOrganisations(
  text: MinutesText,
  rows: readonly AttendanceRow[],
  lookup: OrganisationLookup,
): Doubt<MinutesWarningCode>[] {
  const asked = new Set<string>();
  return rows.flatMap(({ organisation }) => {
    if (!organisation) return [];
    const words = wordsAt(text, organisation);
    const key = foldName(words);
    if (asked.has(key) || lookup.recognise(words).known) return [];
    asked.add(key);
    return [{ code: "unknown_organisation" as const, at: organisation, values: { name: words } }];
  });
}

function userRepresentatives(text: MinutesText, rows: readonly AttendanceRow[]): Doubt<MinutesWarningCode>[] {
  return rows.flatMap(({ name, title, organisation, group }) =>
    [title, organisation, group].some((span) => span && userRepresentative.test(wordsAt(text, span))) ||
    (organisation && userAssociation.test(wordsAt(text, organisation)))
      ? [{ code: "user_representative" as const, at: name, values: { name: wordsAt(text, name) } }]
      : [],
  );
}

const about = new RegExp(
  String.raw`(?:(?:cirka|ca\.?|c:a|omkring|runt|ungefär|drygt|knappt|totalt|sammanlagt|samt|ytterligare|about|around|approximately|some|roughly)\s+)*(?<count>${numberPattern}|ett (?:trettiotal|tjugotal|tiotal|fyrtiotal|femtiotal))(?:\s*-\s*\d{1,4})?\s+(?:\p{L}+\s+){0,2}?(?:deltagare|personer|närvarande|studenter|åhörare|medlemmar|kollegor|medarbetare|chefer|representanter|people|persons|participants|attendees)`,
  "iu",
);

function approximateIn(line: string): number | undefined {
  const count = about.exec(line.slice(0, 300))?.groups?.["count"];
  if (count === undefined) return undefined;
  const round = /ett (tio|tjugo|trettio|fyrtio|femtio)tal/iu.exec(count)?.[1];
  return round === undefined ? numberOf(count) : numberOf(round);
}

/** "Det var cirka 30 deltagare" among the first lines of running text. */
function toldNumber(text: MinutesText, body: readonly BodyLine[]): { count: number; at: Span } | undefined {
  for (const { at } of body.slice(0, 12)) {
    for (const span of sentencesIn(text.plain, [at[0], Math.min(at[1], at[0] + 2_000)])) {
      const words = text.plain.slice(...span);
      const count =
        /(?<!\p{L})(?:det var|vi var|deltog|deltagare|deltagande|närvarande|samlade|kom|på plats|attended|participants)(?!\p{L})/iu.test(
          words,
        ) &&
        /(?:cirka|ca|c:a|omkring|runt|ungefär|drygt|knappt|det var|vi var|tal|about|around|approximately)/iu.test(words)
          ? approximateIn(words)
          : undefined;
      if (count !== undefined) return { count, at: span };
    }
  }
  return undefined;
}

/** "Mariestad, Töreboda och Vara", "Lund hade förhinder": who is not there is nobody by name. */
function isPlaces(line: string, lookup: OrganisationLookup): boolean {
  return line
    .replace(/\s(?:hade|har|anmälde|kunde|fick)\s.*$/u, "")
    .split(/[,;]\s*|\s(?:och|samt)\s/u)
    .every((part) => lookup.recognise(part.replace(/[.\s]+$/u, "")).known);
}

function isRemark(line: string): boolean {
  return (
    /^[^\p{L}]*$/u.test(line) ||
    /^\(?(?:se |enligt |via |digitalt|på plats|namn|deltagarlista|närvarolista|ingen|inga|-)/iu.test(line.trim())
  );
}
