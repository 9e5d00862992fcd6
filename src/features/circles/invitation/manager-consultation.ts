import type { Found, Span } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";
import type { Invitation } from "./invitation.ts";

type Consultation = NonNullable<Invitation["managerConsultation"]>;

const manager = String.raw`(?:(?:enhets|verksamhets|avdelnings|när(?:maste)?|social|område?s|ifo-|sektions|personal)?chef(?:en|er|erna|ens|ers|s)?|rektor(?:n|ns|s|er)?|arbetsledare(?:n|ns)?|arbetsgivare(?:n|ns)?|arbetsledning(?:en|ens)?|ledning(?:en|ens)?)`;
const your = String.raw`(?:(?:din|sin|er|ert|era|den|ansvarig|ansvariga|närmsta|närmaste|närmast|respektive|berörd|egen|deltagarens|sökandes|lokal)\s){0,3}`;
const who = `${your}${manager}`;

const shapes: readonly (readonly [Consultation, string])[] = [
  [
    "none",
    String.raw`(?:kräver|krävs|behövs)\s(?:inte|ej|inget|ingen)\s[^.!?\n]{0,30}${who}|(?:ingen|inget|inte)\s[^.!?\n]{0,30}(?:godkännande|avstämning|samråd|förankring)[^.!?\n]{0,20}${who}|utan\s[^.!?\n]{0,20}${who}\s?s?\s?godkännande`,
  ],
  [
    "confirmed",
    String.raw`${who}\s(?:ska|skall|måste|behöver|kommer att|får)\s(?:också |även |skriftligen |därefter |själv(?:a)? )?(?:bekräfta|intyga|godkänna|skriva under|skriva på|signera|underteckna|tillstyrka|attestera|svara|anmäla|göra anmälan)`,
  ],
  [
    "confirmed",
    String.raw`${who}\s(?:bekräftar|intygar|signerar|undertecknar|skriver under|skriver på|tillstyrker|attesterar|godkänner|anmäler|ansöker)(?!\p{L})`,
  ],
  [
    "confirmed",
    String.raw`(?:intyg|underskrift|signatur|namnteckning|bekräftelse|tillstyrkan|(?:skriftligt|undertecknat)\s(?:godkännande|medgivande|intyg))\s(?:från|av)\s${who}`,
  ],
  [
    "confirmed",
    String.raw`(?:undertecknas|signeras|bekräftas|intygas|skrivs under|tillstyrkas?|godkännas?|undertecknad|signerad|anmälan görs|ansökan görs|görs|skickas in|anmäls|anmälas|lämnas)\s(?:in\s)?(?:av|via)\s${who}`,
  ],
  ["confirmed", String.raw`${manager}(?:s|ns)?\s(?:underskrift|signatur|intyg|namnteckning|bekräftelse)`],
  [
    "declared",
    String.raw`(?:i|efter|genom)\s(?:samråd|samtal|dialog|överenskommelse|avstämning|diskussion|samförstånd|överläggning)\smed\s${who}`,
  ],
  [
    "declared",
    String.raw`(?:avstäm\p{L}*|stäm(?:t|d|ma|mer|mas|s)?(?:\s(?:gärna|först|också|alltid))?\sav|förankra\p{L}*|prata\p{L}*|tala|samråd\p{L}*|samrått|diskutera\p{L}*|kom(?:ma|mit)? överens|gjort upp|dialog|överens(?:kommelse|komna)?)\s(?:(?:detta|det|din anmälan|ditt deltagande|deltagandet|medverkan|frågan|anmälan|först|om|ditt intresse|först om detta|den|väl)\s){0,3}(?:med|hos|i)\s${who}`,
  ],
  [
    "declared",
    String.raw`(?:samtyck|godkänn|medgivand|tillåtels|tillstånd|klartecken|ok|okej|stöd|ja|mandat)\p{L}{0,6}\s(?:från|av|hos)\s${who}`,
  ],
  ["declared", String.raw`${who}\s(?:som\s)?har\s(?:godkänt|gett|sagt ja|tillstyrkt)`],
  ["declared", String.raw`(?:godkänd|godkänt|beviljad|beviljat|förankrad|förankrat|förankrats)\s(?:av|hos)\s${who}`],
  [
    "declared",
    String.raw`${manager}(?:s|ns)?\s(?:\p{L}+\s)?(?:godkännande|medgivande|tillåtelse|samtycke|tillstånd|stöd|vetskap)`,
  ],
  [
    "declared",
    String.raw`(?:förankra\p{L}*|förankring)\s[^.!?\n]{0,40}(?:hos|med|i)\s(?:${who}|(?:din|er|den egna|egna) (?:ledning|verksamhet|organisation))`,
  ],
  [
    "declared",
    String.raw`(?:behöver|ska|bör|måste)\s(?:du\s)?(?:ha\s)?[^.!?\n]{0,30}${who}\s?(?:s|ns)?\s(?:godkännande|medgivande|stöd|ok)`,
  ],
];

const compiled = shapes.map(
  ([value, shape]) => [value, new RegExp(String.raw`(?<!\p{L})(?:${shape})(?!\p{L})`, "giu")] as const,
);

/**
 * What the applicant's manager has to do with it (R115, R117): `declared` when the applicant settles it with the
 * manager, `confirmed` when the manager has to answer, sign or apply, `none` when the text says it is not needed.
 */
export function managerConsultationIn({ plain, sentences }: InvitationText): Found<Consultation> | undefined {
  const spoken = sentences
    .filter((sentence) => speaksOfManagers.test(plain.slice(...sentence)))
    .slice(0, mostSentences);
  for (const [value, pattern] of compiled) {
    const found = spoken
      .map(([start, end]) => firstIn(plain.slice(start, end), start, value, pattern))
      .find((each) => each !== undefined);
    if (found) return found;
  }
  return undefined;
}

const speaksOfManagers = /chef|rektor|arbetsled|arbetsgiv|ledning|verksamhet|organisation/iu;
const mostSentences = 200;

function firstIn(plain: string, offset: number, value: Consultation, pattern: RegExp): Found<Consultation> | undefined {
  for (const match of plain.matchAll(pattern)) {
    const at: Span = [match.index, match.index + match[0].length];
    // A letter to managers speaks of what they do at the sessions, not of a condition for taking part.
    if (value === "confirmed" && /^\s*(?:hur|att (?:leda|följa))/iu.test(plain.slice(at[1], at[1] + 20))) continue;
    return { value, at: [at[0] + offset, at[1] + offset] };
  }
  return undefined;
}
