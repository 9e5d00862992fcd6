import { type Found, type Span } from "#features/circles/invitation/found.ts";
import { daysIn } from "./days.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";

export type DecidedElsewhere = { readonly by: Found<string> | undefined; readonly on: Found<string> | undefined };

const decidedBy =
  /(?<!\p{L})(?:godkän(?:des|ts|d|t|ns)|fastställ(?:des|ts|d|t|s)|antog(?:s)?|antagits|antagen|besluta(?:des|ts|d|s)|beslut(?:at)? (?:har )?(?:fattats|fattades|togs)|fattat(?:s)?|bifölls|avslogs|avslagits|tillstyrkt(?:es|s)?|klubbades|approved|adopted|decided|endorsed)\s+(?:\p{L}+\s){0,3}?(?:av|i|by)\s+(?<by>(?:the\s+)?[^,.;:()\n]{2,80}?)(?=\s+(?:den|vid|på|vid|under|i|on|at|in|för|och|med)(?!\p{L})|\s+\d|\s*[,.;:()\n]|$)/iu;
const decidesItself =
  /^(?:att\s+)?(?<by>(?-i:\p{Lu})[^,.;:()\n]{1,60}?)\s+(?:(?:har|hade)\s+(?:[^.!?;,:\n]{1,60}?\s)?|(?:den\s+)?\d{1,2}\s\p{L}+\s+)?(?:beslutat|beslutade|beslutar|beslöt|godkänt|godkände|godkänner|fastställt|fastställde|antagit|antog|ställt sig bakom|ställde sig bakom|tillstyrkt|tillstyrkte|avslagit|avslog|fattade|fattat|sa(?:de)? ja till|säger ja till|approved|decided|adopted|has approved|has decided)(?!\p{L})/iu;

/** What a meeting calls itself. */
const own =
  /^(?:mötet|vi|gruppen|deltagarna|de närvarande|samtliga|alla|man|det|detta|sammanträdet|nätverken|båda nätverken|ordföranden|the meeting|the group|we|it|everyone|participants)$/iu;
const ownNouns = [
  "nätverk",
  "råd",
  "styrgrupp",
  "utskott",
  "nämnd",
  "styrelse",
  "beredningsgrupp",
  "samverkansgrupp",
  "referensgrupp",
  "arbetsgrupp",
  "ledningsgrupp",
  "network",
  "council",
  "committee",
  "board",
  "group",
];

/** Words that make a day something else than the day of a decision. */
const otherDay =
  /(?<!\p{L})(?:från(?: och med)?|fr\.?o\.?m\.?|till(?: och med)?|t\.?o\.?m\.?|senast|inför|före|efter|gäller|start\p{L}*|träder i kraft|from|until|by|before|after)(?:\s+den)?\s*$/iu;

/**
 * By whom and when something was decided, when it was not this meeting: the council that "godkändes av
 * chefsnätverket den 3 mars" is a reference to that network's decision (R214). The meeting's own decisions give nothing.
 */
export function decidedElsewhere(text: MinutesText, span: Span, ownNames: readonly string[]): DecidedElsewhere {
  const [start, end] = span;
  const words = text.plain.slice(start, Math.min(end, start + 1_500));
  const passive = decidedBy.exec(words);
  const active = passive ? null : decidesItself.exec(words);
  const match = passive ?? active;
  const name = match?.groups?.["by"];
  if (!match || name === undefined) return { by: undefined, on: undefined };
  const offset = start + match.index + match[0].indexOf(name, passive ? match[0].search(/(?:av|i|by)\s/iu) : 0);
  const at = trimmed(text.plain, [offset, offset + name.length]);
  const by = wordsAt(text, at);
  if (by === "" || isOwn(by, ownNames) || !isBody(by)) return { by: undefined, on: undefined };
  const day = daysIn(text.plain, span).days.find(
    ({ at: place, exists }) => exists && !otherDay.test(text.plain.slice(Math.max(start, place[0] - 30), place[0])),
  );
  return { by: { value: by, at }, on: day && { value: day.written, at: day.at } };
}

function isOwn(by: string, ownNames: readonly string[]): boolean {
  const low = by.toLowerCase();
  if (own.test(low)) return true;
  const noun = ownNouns.find((each) => new RegExp(String.raw`^(?:the )?${each}(?:et|en|t|n|s)?$`, "u").test(low));
  if (noun === undefined)
    return ownNames.some((name) => name.toLowerCase() === low || (low.length > 6 && name.toLowerCase().includes(low)));
  // "Styrgruppen" in a network's notes is somebody else; without any name of the meeting it is the meeting itself.
  return (
    ownNames.length === 0 ||
    ownNames.some((name) => name.toLowerCase().includes(noun)) ||
    // A board whose name the meeting does not carry is never the meeting.
    (!/^(?:nämnd|styrelse|utskott)$/u.test(noun) &&
      !ownNames.some((name) => ownNouns.some((each) => name.toLowerCase().includes(each))))
  );
}

const bodyNoun =
  /nämnd|råd(?:et)?$|styrelse|nätverk|grupp|fullmäktige|utskott|direktör|regering|riksdag|kommun|region|myndighet|verket|förbund|chef|ledning|departement|domstol|council|board|committee|government|network|director|ministry|^[\p{Lu}\d]{2,6}$/iu;

/** A body, an authority or a role decides; a sentence's other beginnings do not. */
function isBody(by: string): boolean {
  return (
    by.split(" ").length <= 8 &&
    bodyNoun.test(by) &&
    !/\t|\||(?<!\p{L})(?:was|were|is|are|har|var|är|förslag|agenda)(?!\p{L})/iu.test(by) &&
    !/(?<!\p{L})(?:som|att|när|om|därefter|sedan|därför|mars|april|maj|juni|juli|augusti|september|oktober|november|december|januari|februari)(?!\p{L})/iu.test(
      by,
    ) &&
    /\p{L}{2}/u.test(by) &&
    !/^\d/u.test(by) &&
    !/^(?:förra|nästa|dag|går|samband|stort|princip|enlighet|efterhand)(?!\p{L})/iu.test(by)
  );
}
