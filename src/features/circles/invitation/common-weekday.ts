import { weekdayOf, weekdayPattern } from "./calendar-words.ts";
import type { InvitationText } from "./invitation-text.ts";

const all = String.raw`(?:(?:alla|samtliga)\s(?:(?:\p{L}+\s)?(?:dagar|dagarna|träffar|träffarna|datum|tillfällen|tillfällena|möten|mötena)\s)?(?:är|infaller|hålls|ligger|sker|äger rum)\s(?:på\s)?(?:en\s)?|(?:träffarna|cirkelträffarna|mötena|tillfällena|dagarna|vi (?:träffas|ses|möts)|träffas|ses)\s(?:är|infaller|hålls|ligger|sker|äger rum|alltid|vi)?\s?(?:alltid\s)?(?:på\s)?|(?:sex|fem|fyra|tre|sju|åtta|\d)\s)`;
const said = new RegExp(
  String.raw`(?<!\p{L})${all}(?<weekday>(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)s?(?:eftermiddagar|förmiddagar|kvällar|morgnar)|${weekdayPattern})(?!\p{L})(?<tail>[^.!?\n]{0,3})`,
  "giu",
);

/** The weekday of all sessions, when the text says that they share one: "Alla dagar är fredagar". */
export function commonWeekday({ plain }: InvitationText): number | undefined {
  for (const match of plain.matchAll(said)) {
    const word = match.groups?.["weekday"] ?? "";
    const plural = /ar(?:na)?$/iu.test(word);
    // "vi ses fredagen den 3 mars" speaks of one day.
    if (plural || /^(?:alla|samtliga)/iu.test(match[0])) return weekdayOf(word);
  }
  return undefined;
}
