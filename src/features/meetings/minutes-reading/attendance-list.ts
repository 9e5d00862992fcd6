import type { Span } from "#features/circles/invitation/found.ts";
import { headColumns } from "./attendance-table.ts";
import type { OrganisationLookup } from "./known-organisations.ts";
import type { MinutesLine, MinutesText } from "./minutes-text.ts";
import { isFullName, isLooseName, isOneName, titleLength } from "./person-words.ts";
import { withoutCount } from "./section-labels.ts";

/** A short line without a full stop, which may name a group. */
export function isGroupHeading(plain: string, line: MinutesLine): boolean {
  const [start, end] = withoutCount(plain, line.body);
  const words = plain.slice(start, end);
  return (
    words.length >= 2 &&
    words.length <= 70 &&
    line.cells.length === 1 &&
    /^[\p{Lu}\d]/u.test(words) &&
    !/[.!?;]$|,|:\s/u.test(words) &&
    !/\d{3}|@/u.test(words)
  );
}

/** A list that runs over several lines: "…, Timrå kommun, Lova" and "Wiberg, Härnösand" below. */
export function goesOnRow(plain: string, line: MinutesLine, rows: readonly Span[]): boolean {
  const row = rows.at(-1);
  if (!row || line.gap || line.bullet || line.number !== undefined || line.hashes > 0) return false;
  const words = plain.slice(...row);
  const last = words.slice(words.lastIndexOf("\n") + 1);
  if (/[,&]$|\s(?:och|samt|and)$/u.test(last)) return true;
  return (
    last.length >= 50 &&
    (last.match(/,/gu)?.length ?? 0) >= 3 &&
    !/[.)]$/u.test(last) &&
    (line.words.match(/,/gu)?.length ?? 0) >= 1
  );
}

/** A line that cannot be read but stands inside the list: "samt ytterligare två", "cirka 30 deltagare". */
export function staysInList(line: MinutesLine, rows: readonly Span[]): boolean {
  if (line.gap && rows.length > 0) return false;
  if (line.words.length > 160 || line.hashes > 0 || line.number?.startsWith("§") === true) return false;
  if (!line.gap && rows.length > 0 && line.words.length <= 80 && !/[.!?]$/u.test(line.words)) return true;
  return (
    line.bullet ||
    line.number !== undefined ||
    rows.length === 0 ||
    /^[\p{Ll}(]/u.test(line.words) ||
    /^(?:cirka|ca|c:a|samt|ytterligare|totalt)\s/iu.test(line.words)
  );
}

/** A list begins where two lines follow each other that both name a person and a known organisation. */
export function startsList(
  text: MinutesText,
  line: MinutesLine,
  after: MinutesLine | undefined,
  lookup: OrganisationLookup,
  people: (line: MinutesLine | undefined) => boolean,
): boolean {
  const columns = headColumns(line.cells.map((cell) => text.plain.slice(...cell)));
  if (columns) return people(after);
  return isListed(line, lookup) && isListed(after, lookup) && people(line) && people(after);
}

function isListed(line: MinutesLine | undefined, lookup: OrganisationLookup): boolean {
  if (!line || line.words.length > 120) return false;
  const parts = line.words.split(/[,;(\t|]|\s-\s|:\s/u).map((part) => part.replace(/\).*$/u, "").trim());
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.some((part) => isFullName(part) || (isLooseName(part) && !lookup.isName(part))) &&
    parts.some((part) => lookup.isName(part)) &&
    parts.every((part) => part.split(" ").length <= 5)
  );
}

/** The first part of the line is a person, an organisation or a title: no sentence that happens to hold a name. */
export function startsWithPeople(plain: string, line: MinutesLine, lookup: OrganisationLookup): boolean {
  const first =
    plain
      .slice(...line.body)
      .split(/[,;(:\t|]|\s-\s|\s{3,}|\s+(?:och|samt|and|&)\s+/u)[0]
      ?.trim() ?? "";
  return (
    isFullName(first) ||
    lookup.recognise(first).known ||
    (isOneName(first) && (!line.gap || line.bullet)) ||
    titleLength(first) === first.length ||
    (isLooseName(first) &&
      line.words.split(/[,;(\t|]/u).some((part) => lookup.isName(part.replace(/\).*$/u, "").trim()))) ||
    (first.length <= 60 && /^[\p{Lu}]/u.test(first) && (line.bullet || !line.gap) && !/[.!?]\s/u.test(line.words)) ||
    [2, 3].some(
      (count) =>
        isFullName(first.split(" ").slice(0, count).join(" ")) &&
        lookup.recognise(first.split(" ").slice(count).join(" ")).known,
    )
  );
}
