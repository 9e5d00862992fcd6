import type { Span } from "#features/circles/invitation/found.ts";
import { type ListedPerson, peopleOfLine } from "./attendance-line.ts";
import type { LineAround } from "./attendance-parts.ts";
import type { MinutesText } from "./minutes-text.ts";
import { cellsLike, tableCells } from "./table-cells.ts";
import { bodyWords, excusedWords, guestWords, isFullName, isOneName } from "./person-words.ts";

type Column = "name" | "organisation" | "title" | "body" | "presence" | "other";

const columnNames: readonly (readonly [Column, RegExp])[] = [
  [
    "name",
    /^(?:namn|name|deltagare|person|participant|förnamn och efternamn|för- och efternamn|ledamot|representant|navn)$/iu,
  ],
  [
    "organisation",
    /^(?:kommun(?:\s?\/.*)?|organisation(?:\s?\/.*)?|arbetsplats|hemkommun|verksamhet|förvaltning|organisation.*|municipality|organi[sz]ation|employer|kommune|från)$/iu,
  ],
  ["title", /^(?:funktion|titel|roll|befattning|title|role|position|uppdrag)$/iu],
  ["body", /^(?:nätverk|grupp|råd|network|group|representerar|represents)$/iu],
  ["presence", /^(?:närvaro|närvarande|status|deltog|present|attended|anmärkning|not|kommentar)$/iu],
];

/** The column names a row holds, when it is the head of an attendance table. */
export function headColumns(cells: readonly string[]): Column[] | undefined {
  if (cells.length < 2) return undefined;
  const columns = cells.map((cell) => columnNames.find(([, pattern]) => pattern.test(cell.trim()))?.[0] ?? "other");
  return columns.includes("name") && columns.some((column) => column !== "name" && column !== "other")
    ? columns
    : undefined;
}

/**
 * The people of a table with a head ("Namn | Kommun | Funktion"), row by row; nothing when there is no head. The row
 * of the head itself, and rows of lines only, hold nobody.
 */
export function tablePeople(
  text: MinutesText,
  rows: readonly Span[],
  around: LineAround,
): (ListedPerson[] | undefined)[] | undefined {
  const namesIn = (cells: readonly Span[]) => headColumns(cells.map((cell) => text.plain.slice(...cell)));
  const head = rows.findIndex((row) => namesIn(tableCells(text.plain, row)));
  const headRow = rows[head];
  if (!headRow) return undefined;
  const cellsOf = cellsLike(text.plain, headRow);
  const columns = namesIn(cellsOf(headRow)) ?? [];
  return rows.map((row, at) => {
    if (at < head) return undefined;
    if (at === head) return [];
    const cells = cellsOf(row);
    return cells.length < 2 ? undefined : personOfRow(text, cells, columns, around);
  });
}

function personOfRow(
  text: MinutesText,
  cells: readonly Span[],
  columns: readonly Column[],
  around: LineAround,
): ListedPerson[] | undefined {
  const cell = (column: Column): Span | undefined => {
    const at = columns.indexOf(column);
    const found = at < 0 ? undefined : cells[at];
    return found && found[1] > found[0] ? found : undefined;
  };
  const name = cell("name");
  if (!name) return undefined;
  const words = text.plain.slice(...name);
  const listed = isFullName(words) || isOneName(words) ? undefined : peopleOfLine(text, name, around);
  if (listed?.length === 0) return undefined;
  const presence = cell("presence");
  const said = presence ? text.plain.slice(...presence) : "";
  const title = cell("title");
  const role = title ? text.plain.slice(...title) : "";
  const body = cell("body");
  const blank: ListedPerson = {
    name,
    organisation: undefined,
    title: undefined,
    represents: undefined,
    substituteFor: undefined,
    guest: false,
    excused: false,
  };
  return (listed ?? [blank]).map((person) => ({
    ...person,
    organisation: person.organisation ?? cell("organisation"),
    title: person.title ?? (guestWords.test(role) ? undefined : cell("title")),
    represents: person.represents ?? (body && bodyWords.test(text.plain.slice(...body)) ? body : undefined),
    guest: person.guest || guestWords.test(said) || guestWords.test(role),
    excused: person.excused || excusedWords.test(said) || /^(?:nej|no|f|-)$/iu.test(said.trim()),
  }));
}
