import type { Span } from "#features/circles/invitation/found.ts";
import { type LineAround, type Part, partsOf } from "./attendance-parts.ts";
import { type MinutesText, trimmed } from "./minutes-text.ts";
import {
  bodyWords,
  excusedWords,
  guestWords,
  isFullName,
  isLooseName,
  isOneName,
  isTitle,
  mannerWords,
  speaksFor,
  standsInFor,
  titleLength,
} from "./person-words.ts";

/** One person as a line tells it, before the heading above is added. */
export type ListedPerson = {
  readonly name: Span;
  organisation: Span | undefined;
  title: Span | undefined;
  represents: Span | undefined;
  substituteFor: Span | undefined;
  guest: boolean;
  excused: boolean;
};

type Sort = "name" | "organisation" | "title" | "body" | "substitute" | "remark" | "unknown";

/**
 * Reads the people of one line of an attendance list: "Anna Ek, Ale", "Anna Ek och Bo Al, GR", "Ale: Anna Ek, Bo Al",
 * "Anna Ek (Ale), Bo Al (Lerum)", "Anna Ek, enhetschef, Ale (nätverk Äldre)" (R169, R171).
 *
 * An organisation belongs to every name before it that has none yet; in parentheses only to the name just before,
 * unless it is the only one and closes the line. A first part that is an organisation belongs to all names after it.
 */
export function peopleOfLine(text: MinutesText, span: Span, around: LineAround): ListedPerson[] {
  const parts = partsOf(text, span, around);
  const sorts = sortsOf(parts, around);
  const people: ListedPerson[] = [];
  let waiting: ListedPerson[] = [];
  let leading: Span | undefined;
  let lastOutside: Span | undefined;
  const closing = parts.findLastIndex(({ inside }, at) => inside && sorts[at] === "organisation");
  let titleBefore: Span | undefined;
  const pairs = new Map<ListedPerson, number>();
  const onlyClosing =
    parts.filter(({ inside }, at) => inside && sorts[at] === "organisation").length === 1 &&
    closing === parts.length - 1;

  for (const [at, part] of parts.entries()) {
    const last = people.at(-1);
    switch (sorts[at]) {
      case "name": {
        const person: ListedPerson = {
          name: part.at,
          organisation: leading,
          title: titleBefore,
          represents: undefined,
          substituteFor: undefined,
          guest: false,
          excused: false,
        };
        titleBefore = undefined;
        pairs.set(person, part.pair);
        people.push(person);
        if (!leading) waiting.push(person);
        break;
      }
      case "organisation": {
        if (!last) leading = part.at;
        else if (part.inside && !(onlyClosing && at === closing)) {
          const pair = waiting.filter((person) => pairs.get(person) === pairs.get(last));
          for (const person of pair) person.organisation ??= part.at;
          waiting = waiting.filter((person) => !pair.includes(person));
        } else if (waiting.length > 0) {
          for (const person of waiting) person.organisation = part.at;
          waiting = [];
          lastOutside = part.at;
        } else if (last.organisation && lastOutside === last.organisation && !part.inside) {
          // "Göteborgs Stad, Socialförvaltning Centrum" is one organisation.
          const joined: Span = [last.organisation[0], part.at[1]];
          for (const person of people) if (person.organisation === lastOutside) person.organisation = joined;
          lastOutside = joined;
        }
        break;
      }
      case "title": {
        if (part.opens || (isName(sorts[at + 1]) && parts[at + 1]?.pair === part.pair)) {
          titleBefore = part.at;
          break;
        }
        if (!last || last.title) break;
        const length = titleLength(part.words) ?? part.words.length;
        const rest = trimmed(text.plain, [part.at[0] + length, part.at[1]]);
        last.title = part.at;
        const organisation = afterSmallWord(text, rest);
        if (organisation && around.lookup.recognise(text.plain.slice(...organisation)).known) {
          last.title = [part.at[0], part.at[0] + length];
          for (const person of waiting) person.organisation = organisation;
          waiting = [];
        }
        break;
      }
      case "body": {
        if (!last) break;
        const said = speaksFor.exec(part.words)?.groups?.["body"];
        last.represents = said === undefined ? part.at : [part.at[1] - said.length, part.at[1]];
        break;
      }
      case "substitute": {
        const whom = standsInFor.exec(part.words)?.groups?.["person"];
        if (last && whom !== undefined) last.substituteFor = [part.at[1] - whom.length, part.at[1]];
        break;
      }
      default:
        break;
    }
    if (last && sorts[at] !== "name") {
      last.excused ||= excusedWords.test(part.words);
      last.guest ||= guestWords.test(part.words);
    }
  }
  return people;
}

/** "vid Ale kommun" is Ale kommun. */
function afterSmallWord({ plain }: MinutesText, [start, end]: Span): Span | undefined {
  const small = /^(?:i|på|vid|för|inom|från|of|at|in)\s+/iu.exec(plain.slice(start, end))?.[0].length ?? 0;
  return end > start + small ? [start + small, end] : undefined;
}

const isName = (sort: Sort | undefined) => sort === "name";

function sortsOf(parts: readonly Part[], around: LineAround): Sort[] {
  const sorts = parts.map((part) => sortOf(part, around));
  const named = sorts.filter(isName).length;
  const outside = parts.filter(({ inside }) => !inside).length;
  // A list where an organisation follows each name: what follows here is one too, though nobody knows it.
  if (around.organisationFollows && named === 2 && outside === 2 && isName(sorts[0]) && isName(sorts[1]))
    sorts[1] = "organisation";
  for (const [at, sort] of sorts.entries()) {
    if (sort !== "unknown") continue;
    const part = parts[at];
    if (!part || part.words.length > 120) sorts[at] = "remark";
    else if (named > 0 && sorts.slice(0, at).some(isName))
      sorts[at] = /^\p{Lu}|\d/u.test(part.words) ? "organisation" : "remark";
    else if (part.opens && sorts.slice(at).some(isName)) sorts[at] = "organisation";
    else sorts[at] = "remark";
  }
  // "Anna Ek, Ale, Bo Al, Okänd Omsorg": name and organisation take turns.
  const odd = sorts.filter((_, at) => at % 2 === 1);
  if (
    outside === parts.length &&
    outside >= 4 &&
    outside % 2 === 0 &&
    sorts.every((sort, at) => at % 2 === 1 || sort === "name") &&
    odd.filter((sort) => sort === "organisation").length * 2 > odd.length
  )
    for (const at of sorts.keys()) if (at % 2 === 1) sorts[at] = "organisation";
  if (around.organisationLeads && named >= 2 && isName(sorts[0]) && parts[0]?.opens === true) sorts[0] = "organisation";
  // "Kerstin och Ahmed från Ale": what comes before "från" is a person.
  for (const [at, part] of parts.entries()) {
    const mate = parts.findIndex(
      (other, index) => index !== at && other.pair === part.pair && sorts[index] === "organisation",
    );
    if (mate > at && sorts[at] !== "organisation" && sorts[at] !== "title" && isOneName(part.words)) sorts[at] = "name";
  }
  // "anna ek, lerum" and "ANNA EK, LERUM": the organisation beside it says that it is a name.
  if (named === 0 && sorts.includes("organisation")) {
    for (const [at, part] of parts.entries())
      if (
        (sorts[at] === "remark" || sorts[at] === "organisation") &&
        !around.lookup.recognise(part.words).known &&
        isLooseName(part.words) &&
        !part.opens &&
        parts.some((other, place) => place > at && around.lookup.isName(other.words)) &&
        !parts.some(({ opens }) => opens)
      )
        sorts[at] = "name";
  }
  // "Alfons (Motala), Birgitta (Mjölby)": an organisation in parentheses follows a person.
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    if (
      next?.inside === true &&
      sorts[at + 1] === "organisation" &&
      !part.inside &&
      isOneName(part.words) &&
      !around.lookup.isName(part.words)
    )
      sorts[at] = "name";
  }
  // First names only: "Anna, Bo och Cia", or "Anna, Ale" in a list that gives organisations.
  if (!sorts.some(isName)) {
    const ones = parts.filter(
      (part, at) => isOneName(part.words) && !part.colon && !around.lookup.isName(part.words) && sorts[at] !== "title",
    );
    const others = sorts.filter((sort) => sort === "organisation").length;
    const told = parts.filter(({ words }) => mannerWords.test(words) || excusedWords.test(words)).length;
    if (ones.length > 0 && (ones.length + others + told === parts.length || others > 0)) {
      for (const [at, part] of parts.entries())
        if (ones.includes(part) && !(around.organisationFollows && at > 0)) sorts[at] = "name";
    }
  }
  return sorts;
}

function sortOf({ words, inside }: Part, { lookup, groups }: LineAround): Sort {
  if (standsInFor.test(words)) return "substitute";
  if (speaksFor.test(words)) return "body";
  if (
    inside &&
    (groups.has(words.toLowerCase()) || (bodyWords.test(words) && !isTitle(words) && !lookup.isName(words)))
  )
    return "body";
  if (lookup.isName(words)) return "organisation";
  if (excusedWords.test(words) || guestWords.test(words)) return "remark";
  if (isTitle(words)) return "title";
  if (isFullName(words)) return "name";
  if (mannerWords.test(words)) return "remark";
  if (lookup.recognise(words).known) return "organisation";
  if (organisationWords.test(words)) return "organisation";
  if (bodyWords.test(words)) return "body";
  return "unknown";
}

const organisationWords =
  /(?<!\p{L})(?:\p{L}*(?:kommun|förbund|förvaltning|universitet|högskola|myndighet|nämnd|institut|förening|verket|regionen|förbundet|styrelsen|akademi|sjukhus)(?:en|et|s)?|stad|region|FoU\p{L}*|RSS|AB|stiftelsen|council|university|agency|city of|municipality)(?!\p{L})|^[\p{Lu}\d&-]{2,6}$|^\p{Lu}{2,6}(?:\s\p{Lu}\p{Ll}[\p{L}-]*)+$/u;
