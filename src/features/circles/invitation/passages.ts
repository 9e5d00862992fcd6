import type { Span } from "./found.ts";

/** What a headed part of an invitation is about. */
export const passageKinds = [
  "subject",
  "timeAndPlace",
  "time",
  "place",
  "purposeAndGoal",
  "purpose",
  "goal",
  "theme",
  "requirement",
  "audience",
  "leader",
  "contact",
  "cost",
  "funder",
  "capacity",
  "hours",
  "notice",
  "deadline",
  "registration",
  "program",
  "mail",
  "other",
] as const;
export type PassageKind = (typeof passageKinds)[number];

/** A label or heading, and what stands under it until the next one. Text before the first heading has no passage. */
export type Passage = { readonly kind: PassageKind; readonly label: Span; readonly body: Span };

/** The first pattern that fits a label decides its kind; patterns fit the whole label. */
const labels: readonly (readonly [PassageKind, string])[] = [
  ["mail", "från|from|till|to|kopia|cc|skickat|sent|avsändare|bilag(?:a|or)"],
  ["subject", "ämne|subject|rubrik|ärende"],
  [
    "timeAndPlace",
    "(?:dag|datum|tid(?:er)?|dag och tid|när)(?:,| och| &| &amp;|\\/| samt)+ ?(?:plats|lokal|var)|plats(?: och| &) tid(?:er)?|praktisk(?:t| information)",
  ],
  [
    "time",
    "(?:preliminära |planerade )?(?:tid(?:er|punkt(?:er)?)?|klockslag|datum|när|dag(?:ar)?|träffar(?:na)?|träfftillfällen|cirkelträffar(?:na)?|nätverksträffar|tillfällen|kursdatum|kursdagar|utbildningsdagar|utbildningstillfällen|mötestider|mötesdatum|träffdatum|schema|tidsplan|tidsschema|datum för (?:träffarna|cirkeln|utbildningen|träffar)|(?:dag|datum)(?: och| &|\\/) tid(?:er)?|tid(?: och| &|\\/) dag|när träffas vi|träffar och tider|viktiga datum|datum och tider|kursstart|start|(?:när|var och när|när och var)[^?]{0,25}\\?)(?: (?:våren|hösten|vt|ht|läsåret)?[ -]?(?:\\d{2,4}(?:[-/]\\d{2,4})?)?)?",
  ],
  ["place", "plats(?:en)?|lokal(?:en)?|var|adress|mötesplats|var (?:träffas|ses|är|håller|hålls)[^?]{0,30}\\??"],
  ["purposeAndGoal", "(?:cirkelns |övergripande )?(?:syfte(?:t)?(?: och|\\/| &) mål|mål(?: och|\\/| &) syfte)(?:t)?"],
  [
    "purpose",
    "(?:övergripande |cirkelns |utbildningens )?syfte(?:t)?(?: med .{3,40})?|varför(?: en (?:ny )?\\p{L}*cirkel)?",
  ],
  [
    "goal",
    "(?:cirkelns |utbildningens |övergripande |läro?)?mål(?:et|en)?(?: med .{3,40})?|målsättning(?:en)?|lärandemål|förväntade (?:resultat|läranderesultat)|kursmål",
  ],
  ["theme", "tema(?:t)?|teman|cirkelns tema|tema för (?:dagen|cirkeln|träffen)"],
  [
    "requirement",
    "förkunskap(?:er|skrav)|behörighet(?:skrav)?|krav(?: (?:på|för) .{3,40})?|förutsättningar(?: för .{3,40})?|villkor|antagningskrav|vad krävs.{0,40}",
  ],
  [
    "audience",
    "vem|vilka|(?:primär )?målgrupp(?:er|en)?|för vem\\??|vem (?:kan|får|bör) (?:delta|söka|vara med|anmäla sig|ansöka).{0,20}|(?:vem|vilka) (?:riktar|vänder) sig.{0,60}|(?:vem|vilka) är .{3,40} (?:till )?för\\??|deltagare|vem riktar sig .{3,40}",
  ],
  [
    "leader",
    "(?:(?:cirkel|kurs|process|forsknings|grupp|utbildnings|samtals|seminarie)?ledare(?:n|na)?|(?:vetenskaplig(?:a)? )?handledare|(?:kurs|utbildnings)ansvarig(?:a)?|utbildare|leds av|under ledning av|forskare|ledning|vem (?:är det som )?leder(?: .{3,40})?|cirkeln leds av)",
  ],
  [
    "contact",
    "kontakt(?:a oss|person(?:er|en)?|uppgifter|information)?|(?:vid |har du |för |övriga |eventuella )?frågor(?: och (?:kontakt|information|anmälan))?\\??|frågor besvaras av|(?:för )?(?:mer|ytterligare|vidare) (?:information|upplysningar|info)|upplysningar|information(?: lämnas av)?|kontakta|kontakt och information|mer information och kontakt|arrangör(?:er)? och kontakt|vill du veta mer\\??",
  ],
  ["cost", "kostnad(?:er)?|avgift(?:er)?|pris|kurs(?:avgift|kostnad)|deltag(?:ar|ande)avgift|vad kostar .{3,30}"],
  ["funder", "finansi(?:är|ering|eras av)"],
  [
    "capacity",
    "(?:max(?:imalt)? )?antal(?:et)? (?:platser|deltagare)|(?:platser|deltagarantal|gruppstorlek|antal)|hur många(?: .{3,30})?",
  ],
  ["hours", "tidsåtgång|omfattning|arbetsinsats|tid(?:såtgång)? för deltagande|beräknad tid(?:såtgång)?"],
  ["notice", "(?:antagnings)?besked(?: om plats)?|urval och besked|antagning(?: och besked)?|urval"],
  [
    "deadline",
    "sista (?:anmälnings|ansöknings|svars)?(?:dag|datum)(?:en|et)?(?: för (?:anmälan|ansökan))?|sista datum(?: för (?:anmälan|ansökan))?|(?:anmäl dig )?senast|osa|o\\.s\\.a\\.?|deadline|(?:anmälan|ansökan|anmälnings(?:tid|dag)|ansökningstid)(?: är öppen)?(?: senast)?",
  ],
  [
    "registration",
    "anmälan(?: och .{3,30}| till .{3,40})?|(?:intresse|person|grupp)anmälan|anmäl dig(?: här| nu| via.{0,30})?|anmäl (?:ert|ditt) intresse|(?:så|hur) (?:här )?(?:anmäler|ansöker|söker) (?:du|ni|man).{0,20}|ansökan(?: och .{3,30})?|ansökningsförfarande|hur går (?:anmälan|ansökan) till\\??|hur anmäler .{3,20}",
  ],
  [
    "program",
    "(?:preliminärt )?(?:program|agenda|dagordning|innehåll|upplägg|kursinnehåll|kursupplägg|arbetsform(?:er)?|dagens program|genomförande|moment)(?: .{0,30})?",
  ],
];

const kindOf = labels.map(([kind, pattern]) => [kind, new RegExp(String.raw`^(?:${pattern})\??$`, "iu")] as const);

/** The kind a label stands for, or nothing when it is no label known here. */
export function labelKind(label: string): PassageKind | undefined {
  const bare = label
    .trim()
    .replace(/^[\s•*·#>-]+/u, "")
    .replace(/[\s:*_-]+$/u, "");
  if (bare.length < 2 || bare.length > 70) return undefined;
  return kindOf.find(([, pattern]) => pattern.test(bare))?.[0];
}

type Line = { readonly span: Span; readonly text: string };

/**
 * Divides a text by its labels ("Tid: fredag 3 mars") and headings ("ANMÄLAN" on a line of its own). An unknown
 * heading ends the passage before it and begins one of kind "other".
 */
export function passagesOf(text: string, lines: readonly Line[]): Passage[] {
  const heads: { kind: PassageKind; label: Span; bodyStart: number }[] = [];
  for (const [at, { span, text: line }] of lines.entries()) {
    // A question in a list is one to think about, no heading.
    if (line === "" || /^[•*·-].*\?$/u.test(line)) continue;
    const inline =
      capitalLabel.exec(line) ?? /^[\s•*·#>_-]*(\p{Lu}[^:\n\t|]{1,60}?|osa)[*_ ]*(?::|\t|\s\|| {2,})[*_]*/iu.exec(line);
    const inlineKind = inline && !/\s(?:är|ska|har|var)\s/iu.test(inline[1] ?? "") && labelKind(inline[1] ?? "");
    if (inline && inlineKind) {
      const end = span[0] + inline[0].length;
      heads.push({ kind: inlineKind, label: [span[0], end], bodyStart: end });
      continue;
    }
    const kind = labelKind(line) ?? (isHeading(line, lines[at - 1]?.text, lines[at + 1]?.text) ? "other" : undefined);
    if (kind) heads.push({ kind, label: span, bodyStart: Math.min(span[1] + 1, text.length) });
  }
  return heads.map(({ kind, label, bodyStart }, at) => ({
    kind,
    label,
    body: [bodyStart, Math.max(bodyStart, heads[at + 1]?.label[0] ?? text.length)],
  }));
}

/** "TID Fredag 6 november", "KOSTNAD 450 kr": a label in capitals needs no colon. */
const capitalLabel = /^(\p{Lu}{3,}(?: (?:OCH|&) \p{Lu}{3,})?) (?=\d|\p{Lu}\p{Ll})/u;

/** A short line without a full stop, on its own or in capitals, that starts something new. */
function isHeading(line: string, before = "", after: string | undefined): boolean {
  const short = line.length <= 70 && !/[.,;:!]$/u.test(line) && /^\p{Lu}/u.test(line);
  if (!short || after === undefined || /@|https?:|\d{3}|\d{1,2}[/.:]\d{1,2}/u.test(line)) return false;
  const capitals = /\p{Lu}{4}/u.test(line) && !/\p{Ll}/u.test(line);
  return capitals || (before === "" && !/[\d]/u.test(line) && /^[^•*·-]/u.test(line) && line.split(" ").length <= 8);
}
