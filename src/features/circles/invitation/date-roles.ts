import { type DateMention, dateMentions } from "./date-mentions.ts";
import { type Span, words } from "./found.ts";
import { type InvitationText, lineAt, passageAt, sentenceAt } from "./invitation-text.ts";
import { type PassageKind, labelKind } from "./passages.ts";
import { maskedText } from "./masked-text.ts";
import type { TimeMention } from "./times.ts";

/** What a date in an invitation is there for. `unclear` is told to the person who pasted the text. */
export type DateRole =
  | "session"
  | "deadline"
  | "notice"
  | "opens"
  | "written"
  | "past"
  | "cancelled"
  | "other"
  | "unclear";

export type RoledDate = DateMention & { readonly role: DateRole };

/** Finds every date of the text and says what it is there for. */
export function roledDates(text: InvitationText, times: readonly TimeMention[]): RoledDate[] {
  const masked = maskedText(
    text.plain,
    times.map(({ at }) => at),
  );
  const dates = stretched(dateMentions(masked), text.plain);
  const roled: RoledDate[] = [];
  for (const [at, date] of dates.entries()) {
    roled.push({
      ...date,
      role: date.period ? periodRole(text, date, dates[at + 1]) : roleOf(text, date, roled.at(-1), dates, at),
    });
  }
  const settled = closedPeriods(roled, dates);
  // A text whose only free date is unclear speaks of that day.
  const anySession = settled.some(({ role }) => role === "session");
  return anySession ? settled : settled.map((date) => (date.role === "unclear" ? { ...date, role: "session" } : date));
}

type Stretched = DateMention & { readonly period?: "from" | "to" };

const upTo = /^\s*(?:-|till(?: och med)?|t\.?\s?o\.?\s?m\.?)\s*(?:(?:och med )?den\s+)?$/iu;

/** "30 januari - 1 februari" is each of its days when it is at most five; a longer stretch is a period. */
function stretched(dates: readonly DateMention[], plain: string): Stretched[] {
  const all: Stretched[] = [];
  for (const date of dates) {
    const before = all.at(-1);
    const joined = before !== undefined && upTo.test(plain.slice(before.at[1], date.at[0]));
    const days = joined ? daysBetween(before, date) : 0;
    if (joined && days > 4) {
      all[all.length - 1] = { ...before, period: "from" };
      all.push({ ...date, period: "to" });
      continue;
    }
    for (let day = 1; joined && day < days; day += 1) {
      const each = asDate(before, date.year).add({ days: day });
      all.push({ ...date, day: each.day, month: each.month, weekday: undefined });
    }
    all.push(date);
  }
  return all;
}

function daysBetween(from: DateMention, to: DateMention): number {
  if (!from.exists || !to.exists) return 0;
  const start = asDate(from, from.year ?? to.year);
  const end = asDate(to, to.year ?? from.year);
  const days = start.until(end).days;
  return days >= 0 ? days : days + 365;
}

function asDate(date: DateMention, year: number | undefined): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: date.year ?? year ?? 2001, month: date.month, day: date.day });
}

const registration =
  /anmäl|ansök|osa(?!\p{L})|o\.s\.a|intresse|registrer|svarsdatum|svara|svar (?:senast|till|önskas)|platser|inkom|tillhanda|vara med|(?:vill|önskar) (?:du |ni )?delta|hör av (?:dig|er)|mejla (?:mig|oss|till)|maila|boka (?:din )?plats/iu;
const contribution = /bidrag|abstract|abstrakt|poster|manus|motion|underlag|material|uppgift|rapport/iu;
const deadlineBefore =
  /(?:senast|sista (?:anmälnings|ansöknings|svars)?(?:dag|datum)(?:en|et)?|sista dag|deadline|osa|o\.s\.a\.?|före|innan|t\.?\s?o\.?\s?m\.?|till och med|fram till|stänger|löper ut|går ut|håller öppe[tn]|öppen till|öppe[tn] (?:till|t\.?o\.?m)|anmälningstid(?:en)?|ansökningstid(?:en)?|förläng\p{L}*(?: \p{L}+){0,3} till|anmälan (?:är )?till|svar(?:a)? )[^.!?\n]{0,50}$|sista (?:anmälnings|ansöknings)?(?:dag|datum)(?:en|et)? (?:att|för)[^.!?\n]{0,120}$/iu;
const noticeWords =
  /besked|(?:plats|antagna|sökande) (?:meddelas|kontaktas)|får (?:du |ni )?(?:svar|veta)|meddelas (?:om|vilka|senast)|antagna (?:meddelas|kontaktas)|(?:svar|återkoppling) (?:lämnas|ges|kommer)|bekräftelse (?:om plats|skickas)|beslut om (?:plats|antagning|vilka)|meddelar vi (?:vilka|vem|om)|urval(?:et)? (?:görs|sker|är klart)/iu;
const opensBefore =
  /(?:öppnar|öppen från|öppnas|startar anmälan|anmälan startar|från och med|fr\.?o\.?m\.?|börjar anmälan)[^.!?\n]{0,30}$/iu;
const writtenBefore =
  /(?:publicera|uppdatera|ändra|granska|skapad|skriven|daterad|reviderad|version|skickat|sent|utskrift|skribent|hämtad)\p{L}*[^.!?\n]{0,40}$/iu;
const pastWords = words(
  "startade(?:s)?|beslutade(?:s)?|trädde|pågick|hölls|genomfördes|antogs|infördes|ägde rum|började|undertecknades|arrangerades|anordnades|deltog|avslutades|har (?:genomförts|hållits|beslutat|antagits|funnits)|förra (?:omgången|cirkeln|året)|tidigare (?:omgång|cirkel|omgångar)|fram till nu|utsågs|samlades|träffades|presenterades|bildades",
  "iu",
);
const otherWords =
  /(?:träder|trätt)[^.!?\n]{0,40} i kraft|gäller (?:från|från och med)|inlämning|lämnas? in|skickas? (?:ut|in)|mejlas ut|avbok|återbud|förhinder|faktur|hotell|boka (?:rum|resa)|betal|telefontid|nås (?:jag|vi)?|semester|rapport(?:en|eras)? (?:senast|klar)|enkät(?:en)? (?:stänger|besvaras)|redovisas (?:till|för) (?:regeringen|nämnden)|informationsträff|informationsmöte|informationstillfäll|frågestund|läs(?:as|er)? (?:till|inför)|förbered|programmet (?:läggs|publiceras)|material(?:et)? (?:skickas|läggs)/iu;
const sessionWords =
  /träff|tillfäll|möte|sammankomst|kick-?\s?off|uppstart|start|seminari|workshop|utbildning|kurs|föreläsning|konferens|dagar|dagen|cirkel|nätverk|webbinari|äger rum|hålls|genomförs|program|datum|tid(?:er)?\b|välkom|ses vi|vi ses|upptakt|avslut|uppfölj|slut|tema|föreläs|heldag|halvdag|lunch|plats|save the date|boka in|hearing|arrangera|anordna|bjuder in|inbjud|evenemang|samling|frukost|mingel|rundabord|kallelse|kallas|sammanträd|återsamling/iu;

const sessionPassages: ReadonlySet<PassageKind> = new Set(["time", "timeAndPlace", "program", "place"]);

function roleOf(
  text: InvitationText,
  date: DateMention,
  previous: RoledDate | undefined,
  dates: readonly Stretched[],
  at: number,
): DateRole {
  const { plain } = text;
  const sentence = sentenceAt(text, date.at[0]);
  const passage = passageAt(text, date.at[0]);
  const [start, end] = sentence[1] > sentence[0] ? sentence : [Math.max(0, date.at[0] - 80), date.at[1] + 80];
  const said = plain.slice(Math.max(start, date.at[0] - 400), Math.min(end, date.at[1] + 300));
  const label = passage && date.at[0] - passage.label[1] < 80 ? plain.slice(...passage.label) : "";
  const before = `${passage && passage.body[0] <= date.at[0] && start >= passage.body[0] ? label : ""} ${plain.slice(Math.max(start, date.at[0] - 160), date.at[0])}`;
  const after = plain.slice(date.at[1], Math.min(end, date.at[1] + 60));
  const sameSentence = previous !== undefined && previous.at[0] >= start;
  // What stands before an earlier date of the sentence was said about that one.
  const own = sameSentence ? plain.slice(Math.max(previous.at[1], start), date.at[0]) : before;
  const listed =
    sameSentence &&
    /^[\s¤]*(?:,|och|samt|&|;|eller|-)[\s¤]*(?:den )?$/iu.test(own.replaceAll(/\p{L}+dag(?:en)?|kl[\s.\d:-]*/giu, ""));

  if (
    /^[\s,]{0,2}(?:är |blir |har |har blivit )?(?:inställ|ställs in|utgår)/iu.test(after) ||
    /flytta(?:s|d|ts|t)?\s+från\s*(?:den\s)?(?:\p{L}+dag\p{L}*\s)?(?:den\s)?$/iu.test(own)
  )
    return "cancelled";
  if (/^\s*(?:har |är |blir )?flytta\p{L}*\s+till/iu.test(after)) return "cancelled";
  if (isWritten(text, date, own, passage?.kind)) return "written";
  // "Den 1 januari 2024 ändrades reglerna"
  if (/^[\s,]{0,2}\p{L}{3,}(?:ades|rdes|ddes)(?!\p{L})/iu.test(after)) return "past";
  if (listed && previous.role !== "deadline" && previous.role !== "notice") return previous.role;
  if (noticeWords.test(said) && contribution.test(said) && !deadlineOwn(own, said, passage?.kind)) return "other";
  if (noticeWords.test(own) && !/anmäl\p{L}* (?:dig |er )?senast|sista (?:anmälnings|ansöknings)dag/iu.test(own))
    return "notice";
  if (opensAfter.test(after)) return "opens";
  if (noticeAfter.test(after)) return "notice";
  if (
    noticeWords.test(said) &&
    !contribution.test(said) &&
    !/anmäl\p{L}* (?:dig |er )?senast|sista anmälningsdag/iu.test(own) &&
    (noticeWords.test(before) || noticeWords.test(after)) &&
    !deadlineOwn(own, said, passage?.kind)
  )
    return "notice";
  if (
    /(?:tidigare|ursprunglig(?:a|t)|gamla|förra) (?:datum(?:et)?|sista \p{L}*dag(?:en)?|\p{L}*dag(?:en)?)\s[^.!?\n]{0,20}$/iu.test(
      own,
    )
  )
    return "past";
  if (/(?:föregående|förra|senaste) (?:möte|protokoll|träff|anteckningar)\p{L}*[^.!?\n]{0,40}$/iu.test(own))
    return "past";
  if (passage?.kind === "program" && /(?:kommande|nästa) möte/iu.test(said)) return "other";
  if (opensBefore.test(own) && registration.test(own + after)) return "opens";
  if (pastWords.test(said) && !/välkom/iu.test(said)) return "past";
  if (deadlineOwn(own, said, passage?.kind) || deadlineAfter.test(after))
    return otherDeadline.test(own) ? "other" : "deadline";
  if (passage?.kind === "deadline" && !listed) return "deadline";
  if (passage?.kind === "notice") return "notice";
  if (/(?:senast|sista dag\p{L}*|före|innan)\s[^.!?\n]{0,30}$/iu.test(own))
    return contribution.test(said) ? "other" : "unclear";
  if (otherWords.test(own) || (otherWords.test(said) && !sessionWords.test(own))) return "other";
  return isSession(text, date, said, passage?.kind, dates, at) ? "session" : "unclear";
}

const otherDeadline =
  /(?:lämnas? in|skickas? (?:ut|in)|avbok\p{L}*|återbud|betal\p{L}*|material\p{L}*|faktur\p{L}*|läs \p{L}*)[^.!?\n]{0,60}(?:senast|före|innan)/iu;
const opensAfter =
  /^[\s,:|-]*(?:(?:anmälan|ansökan|utlysningen|ansökningstiden|anmälningstiden)\s)?öppnar?(?:s|\s(?:anmälan|ansökan|utlysningen))?(?!\p{L})/iu;
const noticeAfter = /^[\s,:|-]*(?:antagnings)?besked(?!\p{L}*\s(?:till|från) (?:regeringen|nämnden))/iu;
const deadlineAfter =
  /^[\s,:|-]*(?:är|var)?\s*(?:sista (?:anmälnings|ansöknings)?(?:dag|datum)|stänger (?:anmälan|ansökan)|går (?:anmälnings|ansöknings)tiden ut)/iu;

function deadlineOwn(own: string, said: string, kind: PassageKind | undefined): boolean {
  const about =
    (registration.test(said) &&
      !/(?:skicka|lämna|sänd)\p{L}*\s(?:in\s)?(?:ditt|era?|ert|din|sitt)?\s?(?:bidrag|abstract|abstrakt|poster|manus)/iu.test(
        said,
      )) ||
    kind === "registration" ||
    kind === "deadline";
  return about && deadlineBefore.test(own);
}

/** A date line of a letter, "Publicerad 2019-06-11", or an e-mail's own date. */
function isWritten(text: InvitationText, date: DateMention, own: string, kind: PassageKind | undefined): boolean {
  if (writtenBefore.test(own) || kind === "mail") return true;
  const row = lineAt(text, date.at[0]);
  const line = text.lines[row];
  if (!line || row > 5 || date.year === undefined || date.weekday !== undefined) return false;
  const rest = line.text.replace(text.plain.slice(...date.at), "").replaceAll(/[\s,.|]/gu, "");
  const above = text.lines.slice(0, row).findLast(({ text: other }) => other !== "")?.text ?? "";
  const below = text.lines.slice(row + 1).find(({ text: other }) => other !== "")?.text ?? "";
  const headed = ["time", "timeAndPlace", "place"].includes(labelKind(above) ?? "");
  const nextLabel = labelKind(below.split(":")[0] ?? "") ?? "other";
  if (
    headed &&
    (["time", "timeAndPlace", "place", "deadline"].includes(nextLabel) || /^(?:kl\.?\s*)?\d{1,2}[.:]\d\d/u.test(below))
  )
    return false;
  const labelledDay = /^datum:?$/iu.test(rest) && /^(?:tid|kl|plats|lokal)/iu.test(text.lines[row + 1]?.text ?? "");
  if (labelledDay) return false;
  const alone = /^(?:\p{Lu}\p{Ll}+)?(?:den)?$/u.test(rest) || /^datum:?$/iu.test(rest);
  // A letterhead's date has another date in full, or sessions, further down.
  return (
    alone &&
    !/program|träff/iu.test(text.lines[row - 1]?.text ?? "") &&
    /\d/u.test(text.plain.slice(line.span[1])) &&
    /(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|\d{1,2}\/\d{1,2}|20\d\d-\d\d-\d\d)/iu.test(
      text.plain.slice(line.span[1]),
    )
  );
}

function isSession(
  text: InvitationText,
  date: DateMention,
  said: string,
  kind: PassageKind | undefined,
  dates: readonly Stretched[],
  at: number,
): boolean {
  if (kind !== undefined && sessionPassages.has(kind)) return true;
  const line = text.lines[lineAt(text, date.at[0])];
  const isRow = line !== undefined && date.at[0] - line.span[0] <= 24 && line.text.length <= 160;
  const near = [dates[at - 1], dates[at + 1]].some((other) => other && Math.abs(other.at[0] - date.at[0]) < 60);
  const timed = /^[^.!?\n]{0,40}(?:kl(?:ockan)?[.\s]|\d{1,2}[.:]\d\d)/iu.test(
    text.plain.slice(date.at[1], date.at[1] + 60),
  );
  return date.weekday !== undefined || timed || near || sessionWords.test(said) || (isRow && kind !== "contact");
}

function periodRole(text: InvitationText, date: Stretched, next: Stretched | undefined): DateRole {
  const [start] = sentenceAt(text, date.at[0]);
  const before = text.plain.slice(Math.max(0, start - 80), Math.max(date.at[1], next?.at[1] ?? 0) + 40);
  const asks =
    registration.test(before) ||
    passageAt(text, date.at[0])?.kind === "registration" ||
    passageAt(text, date.at[0])?.kind === "deadline";
  if (!asks) return "other";
  return date.period === "from" ? "opens" : "deadline";
}

/** A registration period has one last day. */
function closedPeriods(roled: readonly RoledDate[], dates: readonly Stretched[]): RoledDate[] {
  return roled.map((date, at) =>
    dates[at]?.period === "to" && roled[at - 1]?.role === "other" ? { ...date, role: "other" } : date,
  );
}

/** Weeks ("v. 40", "vecka 36-38, 41") with the stretch of each number. */
export function weeksIn(text: InvitationText): Span[] {
  const weeks: Span[] = [];
  for (const match of text.plain.matchAll(
    /(?<![\p{L}\d])(?:v\.?|veckorna|vecka)\s?\d{1,2}(?:\s*(?:,|och|-|samt|&)\s*(?:v\.?\s?)?\d{1,2}(?![\d/:.]\d))*(?!\d)/giu,
  )) {
    for (const number of match[0].matchAll(/\d{1,2}/gu)) {
      if (Number(number[0]) < 1 || Number(number[0]) > 53) continue;
      const at = match.index + number.index;
      weeks.push([at, at + number[0].length]);
    }
    if (weeks.length > 60) break;
  }
  return weeks;
}
