import type { Span } from "#features/circles/invitation/found.ts";
import { type ListedPerson, peopleOfLine } from "./attendance-line.ts";
import { leadingName, type LineAround } from "./attendance-parts.ts";
import type { OrganisationLookup } from "./known-organisations.ts";
import { type MinutesText, trimmed } from "./minutes-text.ts";
import { isFullName } from "./person-words.ts";

/** Places that are surnames as often. */
const surname = /^(?:berg|lund)$/iu;

/** "Anna Ek Ale, Bo Al Lerum, Cia Dahl (Partille)": the comma holds people apart, and no sign their places. */
export function namesThenPlaces(text: MinutesText, [start, end]: Span, around: LineAround): ListedPerson[] {
  const cuts = [...text.plain.slice(start, end).matchAll(/[,;](?=\s)(?![^(]*\))/gu)];
  const pieces = [...cuts, undefined].map((cut, at): Span => {
    const before = cuts[at - 1];
    return [start + (before ? before.index + before[0].length : 0), cut ? start + cut.index : end];
  });
  const placed = pieces.map((piece) => nameThenPlace(text, piece, around.lookup));
  if (placed.filter(({ length }) => length > 0).length < 2) return [];
  return pieces.flatMap((piece, at) => (placed[at]?.length ? placed[at] : peopleOfLine(text, piece, around)));
}

/** "Anna Ek Göteborgs Stad", with no sign between. */
export function nameThenPlace({ plain }: MinutesText, span: Span, lookup: OrganisationLookup): ListedPerson[] {
  const [start, end] = trimmed(plain, span);
  const words = plain.slice(start, end);
  const name = words.length < 120 ? leadingName(words) : undefined;
  if (name === undefined) return [];
  for (const count of [2, 3, 4]) {
    const first = words.split(" ").slice(0, count).join(" ");
    const rest = words.slice(first.length).trim();
    if (/^\p{L}/u.test(rest) && !surname.test(rest) && isFullName(first) && lookup.recognise(rest).known) {
      const at: Span = [start, start + first.length];
      return [
        {
          name: at,
          organisation: [end - rest.length, end],
          title: undefined,
          represents: undefined,
          substituteFor: undefined,
          guest: false,
          excused: false,
        },
      ];
    }
  }
  return [];
}
