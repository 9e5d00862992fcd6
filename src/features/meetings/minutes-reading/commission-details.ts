import type { Found, Span } from "#features/circles/invitation/found.ts";
import { monthPattern } from "#features/circles/invitation/calendar-words.ts";
import { daysIn } from "./days.ts";
import { byAttendee, byThen, goesOnDoing, promise, withCapital } from "./item-kinds.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";

export type CommissionDetails = {
  readonly owner: Found<string> | undefined;
  readonly deliverables: readonly Found<string>[];
  readonly due: Found<string> | undefined;
};

const named =
  /(?:ansvarig(?:a)?|ansvar|owner|vem|responsible|utförare)\s*(?::|är(?=\s(?-i:\p{Lu})))\s*(?<owner>(?-i:\p{Lu})[^.;()\n|]{0,80})|(?:→|->|=>)\s*(?<arrow>(?-i:\p{Lu})[^.;()\n|]{0,80})/iu;
const given =
  /(?:^|[.:;]\s|(?<=\satt\s)|(?<=beslut(?:ar|ade)\s)|(?<!\p{L}))(?<owner>(?-i:\p{Lu}|alla|samtliga|arbetsgruppen|kansliet|kommunerna|presidiet|sekreteraren|ordföranden)[^.;:\n]{0,80}?)\s+(?:får|fick|ges|gavs|har fått|har|tar|tog|åtar|åtog|lovar|lovade|(?:is|are|was|were) (?:asked|tasked|commissioned|instructed|requested)|agreed)\s+(?:också\s|även\s|därför\s)?(?:i uppdrag|på sig|sig|uppdraget|att|to)(?!\p{L})|(?:^|[.:]\s)(?<asked>(?-i:\p{Lu})[^.;:\n]{1,80}?)\s+(?:ombads?|ombeds?)(?!\p{L})/iu;
const handed =
  /(?:ger|gav|ge|uppdra|uppdrar|uppdrog|uppdras|uppdrogs|uppdrag)\s+(?:åt\s+|till\s+)?(?<owner>(?-i:\p{L})[^.;:\n]{1,80}?)(?:\s+i uppdrag)?\s+att(?!\p{L})/iu;

/** The words after which the task itself stands. */
const taskBegins =
  /(?:i uppdrag|uppdraget|på sig|åtar sig|åtog sig|(?:uppdras?|uppdrogs|uppdrar|uppdrog|uppdrag)(?:\s+(?:åt|till)[^.;:]{1,80}?)?|ombads?|ombeds?|lov(?:ar|ade)|ansvarig(?:a)? för|ansvarar för)\s*(?:att|:|,)\s+|(?:asked|tasked|commissioned|instructed|requested|agreed)\s+to\s+|(?:ombads?|ombeds?)\s+(?:att\s+)?|(?:får|fick|ges|gavs|har|tar|ger|ge|gav)\s[^.;:]{1,60}?\si uppdrag\s+(?:att\s+)?/iu;

/** Who has it, what is to come of it, and by when (R212). What the text does not say is not made up. */
export function commissionDetails(text: MinutesText, span: Span, firstNames: ReadonlySet<string>): CommissionDetails {
  const [start, end] = span;
  const words = withCapital(text.plain.slice(start, Math.min(end, start + 1_500)), firstNames);
  const due = dueIn(text, span);
  const owner = ownerIn(text, words, start);
  const task = taskOf(text, words, start);
  return { owner, deliverables: task ? deliverablesOf(text, withoutDue(text, task, due)) : [], due };
}

function ownerIn(text: MinutesText, words: string, start: number): Found<string> | undefined {
  for (const pattern of [named, given, handed, promise, byAttendee, byThen]) {
    const match = pattern.exec(words);
    const said = match?.groups?.["owner"] ?? match?.groups?.["arrow"] ?? match?.groups?.["asked"];
    if (!match || said === undefined) continue;
    const from = start + match.index + match[0].indexOf(said);
    const at = ownerOnly(text, [from, from + said.length]);
    const value = wordsAt(text, at);
    if (value !== "" && value.split(" ").length <= 10 && !/^(?:det|den|detta|man|frågan|beslut\p{L}*)$/iu.test(value))
      return { value, at };
  }
  return undefined;
}

/** Without "Beslutades att" before and a day or a remark after. */
function ownerOnly(text: MinutesText, [from, to]: Span): Span {
  const words = text.plain.slice(from, to);
  const lead =
    /^(?:(?:[^.;:]{0,60}?(?:beslut\p{L}*|enades om|kom överens om|föreslår|överens om)\s+att|beslut\p{L}*|uppdrag|att)\s+)/iu.exec(
      words,
    )?.[0].length ?? 0;
  const tail = /\s*(?:,\s*(?:klart|senast|deadline|till)|\s(?:senast|klart|till den|före|due|by)\s)[^]*$/iu.exec(
    words.slice(lead),
  )?.index;
  return trimmed(text.plain, [from + lead, tail === undefined ? to : from + lead + tail]);
}

function taskOf(text: MinutesText, words: string, start: number): Span | undefined {
  const given = taskBegins.exec(words);
  const promised = given ? null : (promise.exec(words) ?? byAttendee.exec(words) ?? byThen.exec(words));
  const what = promised?.groups?.["what"];
  const bare = given || promised ? null : (/^(?:att\s+)?(?=\p{Ll})/u.exec(words) ?? beginsWithVerb.exec(words));
  const from = given
    ? given.index + given[0].length
    : promised && what !== undefined
      ? promised.index + promised[0].lastIndexOf(what, promised[0].length)
      : bare
        ? bare[0].length
        : undefined;
  if (from === undefined) return undefined;
  const rest = words.slice(from);
  const stop =
    /[.!?](?:\s|$)|;|\s\((?:ansvarig|senast|klart)|\s(?:ansvarig|ansvar|klart|deadline)\s*:|\s(?:→|->)/iu.exec(rest);
  return trimmed(text.plain, [start + from, start + from + (stop?.index ?? rest.length)]);
}

function withoutDue(text: MinutesText, [start, end]: Span, due: Found<string> | undefined): Span {
  if (!due || due.at[0] < start || due.at[0] >= end) return [start, end];
  const before = text.plain
    .slice(start, due.at[0])
    .replace(
      /(?:(?:^|[\s,(]+)(?:redan|klar[ta]?))?(?:(?:^|[\s,(]+)(?:senast|till|före|innan|inför|klart|vid|på|under|i|by|before|until))?(?:\s+den)?\s*$/iu,
      "",
    );
  // A due time in the middle leaves the task after it: "till nästa möte ta fram ett förslag".
  return before.length < 4
    ? trimmed(text.plain, [due.at[1], end])
    : trimmed(text.plain, [start, start + before.length]);
}

const delivering =
  /^(?:ska\s|skall\s|kommer att\s|behöver\s|får\s|will\s|to\s)?(?:återkomm(?:a|er) (?:till \p{L}+ )?med|ta(?:r)? fram|tar? med(?: sig)?|lämnar?|skickar? (?:ut|in|över|runt)|skickar?|mejlar? ut|mejlar?|mailar? ut|mailar?|sammanställ(?:a|er)|utarbetar?|redovisar?|presenterar?|skriv(?:a|er)|levererar?|inkomm(?:a|er) med|send|draft|prepare|write|circulate|provide|bring|compile|present|submit|return with|come back with)\s+(?=\S)/iu;
const infinitives = String.raw`(?:skicka|kontakta|kolla|maila|läsa|testa|hjälpa|höra|söka|hålla|kontrollera|undersöka|sammanställa|boka|bjuda|ta|se|ordna|skriva|återkomma|stämma|samordna|förbereda|publicera|kalla|meddela|sprida|redovisa|presentera|rapportera|utreda|inventera|kartlägga|revidera|uppdatera|bevaka|ringa|lämna|göra|planera|arrangera|mejla|utarbeta|föreslå|bereda|återkoppla|send|draft|contact|arrange|invite|report|prepare)`;
const beginsWithVerb = new RegExp(String.raw`^(?=${infinitives}(?!\p{L})|ta\s)`, "iu");
/** Pairs that are one thing. */
const onePair =
  /(?:individ- och familj|barn och unga|barn och ungdom|vård och omsorg|hälso- och sjuk|råd och stöd|vård- och|mål och (?:syfte|mått)|tid och plats|hot och våld|drift och|forskning och utveckling|vetenskap och beprövad|alkohol och|narkotika och|unga och|äldre och|in och|ut och|för- och|till och med|roller och ansvar|syfte och mål|fördelar och nackdelar)/iu;

/** "återkomma med förslag på projektledare och kostnad" is two things to deliver; "barn och unga" is one. */
function deliverablesOf(text: MinutesText, span: Span): Found<string>[] {
  const [start, end] = span;
  const words = text.plain.slice(start, end);
  if (words.length < 3 || words.length > 600) return [];
  const cuts: Span[] = [];
  for (const match of words.matchAll(
    /,?\s+(?:och|samt|och även|and|as well as)\s+(?:att\s+)?|,\s+(?:dels\s+)?(?!som\s|så\s|där\s|vilket\s|vilka\s|inte\s|men\s|t\.ex|till exempel|exempelvis|which\s|who\s)/giu,
  )) {
    const around = words.slice(Math.max(0, match.index - 24), match.index + match[0].length + 24);
    const [left, right] = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
    if (onePair.test(around) || left.endsWith("-") || /(?<!\p{L})mellan\s[^,]{1,40}$/iu.test(left)) continue;
    const sure =
      /samt|well as|,/iu.test(match[0]) ||
      new RegExp(String.raw`^${infinitives}(?!\p{L})`, "iu").test(right) ||
      goesOnDoing.test(right) ||
      /^(?:en|ett|vad|hur|vilka|vilken|när|om|dess|deras|sin|sitt|sina|a|an|the|what|how)\s/iu.test(right);
    if (sure || delivering.test(words)) cuts.push([match.index, match.index + match[0].length]);
  }
  const pieces: Span[] = [];
  let from = 0;
  for (const [cutStart, cutEnd] of cuts) {
    pieces.push([from, cutStart]);
    from = cutEnd;
  }
  pieces.push([from, words.length]);
  return pieces.flatMap(([a, b]) => {
    const lead = delivering.exec(words.slice(a, b))?.[0].length ?? 0;
    const at = trimmed(text.plain, [start + a + lead, start + b]);
    const value = wordsAt(text, at);
    // "… och mejlar ut till alla" delivers nothing more.
    const isManner =
      /^(?:(?:gör |tar reda på )?(?:dem|den|det|detta|denna|dessa)|it|them|återkomma|återkommer|återkopplar?)(?:$|\s(?:till|på|med)\s)|^(?:hon|han|hen|de)\s/iu.test(
        value,
      ) ||
      (lead > 0 && /^(?:till|på|via|med|i|per|to|by|via)\s/iu.test(value));
    return value.length >= 2 && !isManner ? [{ value, at }] : [];
  });
}

const beforeDue =
  /(?<!\p{L})(?:senast|före|innan|inför|till(?: och med)?|klar[ta]?(?: (?:till|senast))?|deadline|redovisas|återkommer|återrapporteras|återrapportering|slutdatum|förfaller|by|before|until|due|no later than|när)\s*:?\s*(?:\p{L}+dag(?:en)?\s+)?(?:den\s+)?$/iu;
const spokenDue = new RegExp(
  String.raw`(?<!\p{L})(?:(?:(?:senast|till|före|innan|inför|vid|på|by|before|until|at|klart)\s+)(?<meeting>(?:nästa|nästkommande|kommande)\s+(?:\p{L}*(?:möte|träff|sammanträde|nätverk|nätverksmöte|nätverksträff|gång|tillfälle|vecka|månad|år)\p{L}*)|(?:\p{L}+s\s)?(?:möte|mötet|träff|träffen|sammanträde|sammanträdet)(?:\s(?:i|den|under|på)\s[\p{L}\d]+(?:\s(?:${monthPattern}))?)?(?!\p{L})|(?:the )?next (?:network )?meeting)|(?:(?:senast|till|före|innan|inför|klart|by|before|until)\s+(?:i\s)?)(?<due>(?:vecka|v\.?)\s?\d{1,2}|(?:slutet av |början av |mitten av )?(?:${monthPattern})(?: \d{4})?(?!\p{L})|(?:sommaren|hösten|våren|vintern|årsskiftet|jul|påsk|semestern|terminens slut|höstens början)(?: \d{4})?|(?:the )?(?:summer|autumn|spring|end of (?:the )?(?:year|month|week))))(?!\p{L})`,
  "iu",
);

/** By when, as a day if one is said, else in its own words; nothing when the text has none. */
export function dueIn(text: MinutesText, span: Span): Found<string> | undefined {
  const days = daysIn(text.plain, span).days.filter(({ exists }) => exists);
  const day = days.find(({ at }) => beforeDue.test(text.plain.slice(Math.max(span[0], at[0] - 50), at[0])));
  if (day) return { value: day.written, at: day.at };
  const words = text.plain.slice(span[0], Math.min(span[1], span[0] + 1_500));
  const match = spokenDue.exec(words);
  const said = match?.groups?.["due"] ?? match?.groups?.["meeting"];
  if (!match || said === undefined) return undefined;
  const from = span[0] + match.index + match[0].length - said.length;
  return { value: wordsAt(text, [from, from + said.length]), at: [from, from + said.length] };
}
