import type { ItemKind } from "#features/meetings/minutes/minutes.ts";

/** What a heading or label says of what stands below it. `sure` overrides all but a stronger outcome in the words. */
export type HeadingKind = { readonly kind: ItemKind; readonly sure: boolean };

const headings: readonly (readonly [ItemKind, boolean, RegExp])[] = [
  [
    "decision",
    true,
    /^(?:beslut(?:ades)?|mötets beslut|ställningstagande(?:n)?|(?:nämndens|rådets|styrgruppens|nätverkets) beslut|decisions?|vedtak|beslutspunkter)$/iu,
  ],
  [
    "commission",
    true,
    /^(?:uppdrag|åtgärd(?:er)?|att[ -]göra(?:[ -]lista)?|aktivitet(?:er)?|action(?: (?:points?|items?|list))?|actions?|to[ -]?do|uppgifter|ansvar och åtgärder|ap|vem gör vad.*|att göra till nästa .{1,20}|(?:det här|detta|följande) (?:ska|behöver) (?:vi )?göras?|beställning(?:ar)?)$/iu,
  ],
  [
    "parked",
    true,
    /^(?:parker(?:at|ade?|ade frågor|ad fråga|ingsplats(?:en)?|ing)|p-plats|vilande(?: frågor| ärenden)?|bordlag[dt]a?(?: ärenden| frågor)?|parked(?: items| matters)?|parking lot)$/iu,
  ],
  [
    "continued",
    true,
    /^(?:(?:tas upp|frågor) (?:på|till) nästa (?:möte|gång|träff)|till nästa (?:möte|gång|träff)|(?:att )?tas?(?: upp)?(?: igen)?(?: på| till| vid)? nästa (?:möte|gång|träff)|kvarstående(?: frågor| punkter)?|fortsätter(?: på nästa .{1,10})?|fortsatt|continued|carried forward|fortsättning)$/iu,
  ],
  [
    "referred",
    true,
    /^(?:hänskjut(?:s|na|et)(?: frågor)?|(?:att lyfta |vidare |lyfts? )?till (?:\p{L}+ )?\p{L}*(?:nätverket|gruppen|rådet|nämnden|styrelsen|chefen|cheferna)|vidare till .{2,40}|lyfts (?:vidare )?till .{2,40}|referred(?: to .{2,40})?)$/iu,
  ],
  [
    "discussion",
    false,
    /^(?:disk|diskussion(?:er|spunkt|spunkter)?|dialog|samtal|workshop|gruppdiskussion(?:er)?|grupparbete|reflektion(?:er)?|erfarenhetsutbyte|synpunkter|slutsatser|inspel|medskick|tankar|discussions?)$/iu,
  ],
  [
    "information",
    false,
    /^(?:information(?:spunkt|spunkter|er)?|info|rapport(?:er)?|läges(?:rapport|bild)(?:er)?|för kännedom|meddelanden|anmälningsärenden|presentation(?:er)?|updates?|reports?|for information|orientering(?:er)?)$/iu,
  ],
];

export function headingKind(name: string): HeadingKind | undefined {
  const bare = name.trim().replace(/[\s:.]+$/u, "");
  const found = bare.length <= 60 ? headings.find(([, , pattern]) => pattern.test(bare)) : undefined;
  return found && { kind: found[0], sure: found[1] };
}

const body = String.raw`(?:\p{L}*(?:nätverk(?:et)?|råd(?:et)?|styrgrupp(?:en)?|ledningsgrupp(?:en)?|nämnd(?:en)?|utskott(?:et)?|styrelse(?:n)?|grupp(?:en)?|direktör(?:en|erna)?|chef(?:en|er|erna)?|beredning(?:en)?|förbund(?:et)?|council|committee|network|group|board)|SKR|GR|Socialstyrelsen|regionen|kommunerna|politiken)`;
/** How those who met are called in their own notes. */
const meetingItself = String.raw`(?:vi|mötet|nätverk(?:et|en)|råd(?:et)?|\p{L}*grupp(?:en)|nämnden|utskottet)`;
const nextTime = String.raw`(?:nästa|nästkommande|kommande|nästföljande)\s+(?:\p{L}*(?:möte|träff|sammanträde|nätverk\p{L}*|gång|tillfälle))\p{L}*`;

const w = (pattern: string) => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, "iu");

/** Words that deny, wait for or prepare an outcome: nothing has come of it yet. */
const noDecision = w(
  "inga? (?:formella |egna )?beslut(?: \\p{L}+){0,2}|(?:inget|inte|ej) (?:\\p{L}+ )?(?:beslut(?:at|ades|ade)?|bestäm\\p{L}*|godkän\\p{L}*)|utan beslut|besluts(?:underlag\\p{L}*|ärende\\p{L}*|process\\p{L}*|stöd\\p{L}*|fattar\\p{L}*)|(?:inför|väntar på|invänta\\p{L}*|avvaktar|i väntan på|underlag (?:för|till)|förslag till) (?:ett |det )?beslut\\p{L}*|beslut (?:väntas|fattas|tas|kommer|ska|kan|planeras)(?: \\p{L}+)*|(?:ska|skall|kommer att|kan|behöver|måste|får) (?:\\p{L}+ )?(?:besluta\\p{L}*|godkänna\\p{L}*|fastställa\\p{L}*|anta|fatta beslut)|no decision|to be decided|(?:antas|godkänns|fastställs|beslutas) (?:när|om|först|senare|efter)|not (?:yet )?(?:decided|approved)",
);

const outcomes: readonly (readonly [ItemKind, RegExp])[] = [
  [
    "continued",
    w(
      String.raw`(?:bordlägg\p{L}*|skjuts (?:upp|fram)?|skjuts|flyttas|ajournera\p{L}*|tas|lyfts|kommer|återkommer|återupptas|följs upp|fortsätter|hänskjuts|förs|tas vidare|sparas|postponed|deferred|carried over|continues?|continued)(?:\s[^.!?;]{0,40})?\s(?:till|på|vid|under|to|at|until)\s(?:${nextTime}|(?:the )?next (?:network )?meeting)|(?:tas|får tas|lyfts|fortsätter|återkommer)(?: upp)?(?: igen)? ${nextTime}|tar? (?:vi|det|den|detta|upp)(?: (?:vi|det|den|detta|upp|igen|på|vid)){0,3} ${nextTime}|(?:får|ska) (?:bli|vänta|anstå|stå över)(?: till| på| vid)? ${nextTime}|(?:vi|gruppen|mötet|nätverket) hann (?:inte|aldrig|ej)|hann (?:vi|gruppen|mötet|nätverket) (?:inte|aldrig|ej)|(?:bordlägg|skjut|flytta|ajournera|återremittera)\p{L}*(?:\s[^.!?;]{0,40})?\still\s\p{L}*(?:möte|träff|sammanträde)(?:t|en|et)?`,
    ),
  ],
  [
    "parked",
    w(
      "parkera(?:s|des|d|t|de|r|ts)?|parkeras|bordläg(?:gs|ger|ga|gas)|bordla(?:des|de|gd|gt|gts)|läg(?:ger|gs|ga|gas|ges)(?:\\s\\p{L}+){0,3}?\\s(?:på is|åt sidan|i malpåse)|lades på is|ligger på is|(?:är|blir|läggs|ligger) vilande|vilar (?:tills|i väntan|till)|(?:får|ska|kan) (?:vila|anstå|stå över|ligga(?: \\p{L}+){0,2}? (?:tills|i väntan|till)|vänta till[s]?)|(?:vi|gruppen|nätverket|rådet) (?:väntar|avvaktar) med|vilandeförklara\\p{L}*|pausas?|pausades|skjuts på (?:framtiden|obestämd tid)|skjuts upp|sköts upp|tills vidare|avvaktas|(?:att|får|ska) avvakta|^avvakta(?:r|s)?|(?:vi|gruppen|nätverket|rådet|styrgruppen|frågan|ärendet|punkten|det|detta|spåret) (?:\\p{L}+ )?avvaktar|parked|on hold|shelved|until further notice|deferred|postponed",
    ),
  ],
  [
    "commission",
    w(
      "(?:får|fick|ges|gavs|har fått|har|tar|tog|ger|gav|få|ge|lämnar)(?:\\s[^.!?;]{1,60})?\\s(?:i uppdrag|på sig)(?!\\s(?:av|från))|(?:uppdras?|uppdrogs|uppdrar|uppdrog)(?:\\s[^.!?;]{1,60})?\\s(?:åt|till)|uppdras att|(?:nytt )?uppdrag till|åtar sig|åtog sig|(?:är|blir) ansvarig(?:a)? för att|ansvarar för att|(?:is|are|was|were) (?:asked|tasked|commissioned|instructed|requested) to|takes on|agreed to (?:draft|send|write|prepare|contact|bring|collect|check|arrange|circulate)|action(?= ?[:-])|ombads?(?: att)?|ombeds?(?: att)?|fick frågan att|lov(?:ar|ade) att",
    ),
  ],
  [
    "referred",
    w(
      String.raw`hänskjut(?:s|er|en|it|na|ande|a|as)|hänsköts?|(?:åter)?remittera(?:s|r|des|de)?|överlämna(?:s|des|r|de)?|(?:lyfts?|lyftes|lyfter|lyfta|skickas|skickar|förs|lämnas|lämnar|tas|tar|går|föras|lyftas|tas upp)(?:\s\p{L}+){0,3}?\s(?:vidare\s)?(?:till|i|med)\s(?:\p{L}+\s){0,2}${body}|hänvisas till|vidarebefordra(?:s|des)|(?:skickas|lämnas|lyfts|förs) dit|bollas (?:vidare )?till|eskalera(?:s|des)(?: till)?|referred to|passed (?:on )?to|forwarded to|escalated to`,
    ),
  ],
  [
    "decision",
    w(
      String.raw`beslut(?:ar|ade|ades|at|ats|as|en fattades)|bestäm(?:mer|de|des|ts|t)|(?:sa|sade|säger) (?:ja|nej) till|${meetingItself} (?:rekommenderar|förordar)|beslut(?= ?:)|beslöt(?:s)?|fattade(?:s)? beslut|fatta[st]? beslut|beslut (?:fattades|togs) (?:om )?att|tog(?:s)? beslut|fastställ(?:er|de|des|ts|t|s)|godkän(?:ner|de|des|ns|ts|t|d)|antog(?:s)?|antogs|antas|antar|antagit|antagits|bifaller|bifölls?|avsl(?:og|ogs|år|ås)|(?:man |vi |nätverket |gruppen |mötet |alla )?(?:enades|enas|enats|(?:\p{L}+ )?(?:är|var) enig(?:a|t)?|blev överens|är överens|var överens) (?:om|att)|kom överens|överenskoms?|(?:utsågs?|utses|utser|valdes|väljs|väljer|omvaldes)|tillstyrk(?:er|te|tes|s)|(?:ställ(?:er|de)|ställt) sig bakom|lägg(?:s|er) till handlingarna|lades till handlingarna|lade till handlingarna|klubba(?:des|de|t|ts)|it was (?:decided|agreed|resolved)|decided|(?:agreed|resolved|approved|adopted|endorsed)|elected|vedtok|besluttet`,
    ),
  ],
  [
    "continued",
    w(
      "(?:dialog|diskussion|samtal|fråga|punkt|ärende|arbete)(?:en|et|n|t)?(?:\\s[^.!?;]{1,60})?\\s(?:får fortsätta|fortsätter|ska fortsätta|behöver fortsätta|tas vidare|återupptas|kvarstår|kommer tillbaka)|(?:får|ska|behöver|kommer att) (?:fortsätta|återupptas|diskuteras vidare|följas upp)(?! som)|fortsatt (?:dialog|diskussion)(?: (?:behövs|krävs|följer|om|kring))?|fortsätter (?:diskutera|dialogen|samtalet|diskussionen)|(?:vi|nätverket|gruppen) återkommer till|återkommer till (?:frågan|punkten|detta|det)|diskuteras vidare|diskussionen (?:är inte klar|fortsätter)|fortsättning följer|stående punkt|to be continued|will continue|continues",
    ),
  ],
];

/** Sentences in which somebody promises to do something, without the word commission. */
const doing =
  "(?:skickar|mejlar|mailar|kontaktar|undersöker|kollar|sammanställer|bokar|bjuder in(?!\\s+till)|tar fram|ser över|ordnar|skriver|återkommer med|hör av sig|tar kontakt|återkopplar|stämmer av|samordnar|förbereder|delar|lägger upp|lägger ut|publicerar|kallar|tar med|meddelar|håller i|håller kontakten|sprider|(?:redovisar|presenterar) (?:på|vid|till) nästa|rapporterar (?:på|vid|till) nästa|tar reda på|utreder|inventerar|kartlägger|reviderar|uppdaterar|bevakar|ansvarar för|lyfter detta|ringer|inhämtar|frågar|lämnar (?:ett )?förslag)";
/** A clause that goes on with another thing somebody does: "… och presenterar ett förslag". */
export const goesOnDoing = new RegExp(String.raw`^${doing}(?!\p{L})`, "iu");
const infinitive =
  "(?:skicka|mejla|maila|kontakta|undersöka|kolla|sammanställa|boka|bjuda in|ta fram|se över|ordna|skriva|återkomma|höra av sig|ta kontakt|återkoppla|stämma av|samordna|förbereda|dela|lägga upp|lägga ut|publicera|kalla|ta med|meddela|hålla i|sprida|redovisa|presentera|rapportera|ta reda på|utreda|inventera|kartlägga|revidera|uppdatera|bevaka|ansvara|ringa|inhämta|fråga|lämna|tillfråga|göra en|bereda|arrangera|planera)";
/** Who can promise: a name, an abbreviation, "alla", "arbetsgruppen"; "vi" promises for everyone. */
const actor = String.raw`(?:(?-i:\p{Lu}[\p{L}'’-]*)(?:\s(?-i:\p{Lu})[\p{L}'’-]*){0,3}(?:(?:,| och| samt| and| &)\s(?-i:\p{Lu})[\p{L}'’-]*(?:\s(?-i:\p{Lu})[\p{L}'’-]*){0,2}){0,4}(?:\s\([^()]{1,40}\))?|alla(?:\s\p{L}+)?|samtliga(?:\s\p{L}+)?|var och en|respektive \p{L}+|kommunerna|varje kommun|vi|the \p{L}+(?:\s\p{L}+)?)`;

export const promise = new RegExp(
  String.raw`^(?:[-–•]\s*)?(?:att\s+)?(?<owner>${actor})\s+(?:(?:också|även|då|sedan|därefter|därför)\s+)?(?<what>${doing}(?!\p{L})|(?:ska|skall|behöver|kommer att|får|ombeds(?: att)?|uppmanas(?: att)?)\s+(?:\p{L}+\s){0,2}?${infinitive}(?!\p{L})|(?:will|shall|to|is to|are to)\s+(?:send|draft|write|prepare|contact|bring|collect|check|arrange|circulate|invite|report|share|compile|book|ask|follow up|look into|provide|update|organi[sz]e|set up|submit|revise|present))`,
  "iu",
);
/** What somebody who was there does next, in words that others' everyday work is told in too. */
export const byAttendee =
  /^(?<owner>(?:\p{L}+ och )?\p{L}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}) (?<what>pratar med|hör med|gör (?:detta|det)|fixar|granskar|söker (?:upp|medel)|beställer|tar upp|tar hand om|letar (?:upp|fram)|formulerar|anmäler|gör klart|sätter ihop|planerar|tipsar)(?!\p{L})/u;
const bareTask = new RegExp(
  String.raw`^(?:att\s+)?${infinitive}(?!\p{L})|^(?:skicka|mejla|kontakta|sammanställ|boka|ta|bjud|undersök)\s(?:ut|fram|in|med|reda)?|(?:ansvarig(?:a)?|ansvar|owner|vem|responsible)\s*:|(?:→|->|=>)\s*\p{Lu}`,
  "iu",
);

const discussed = w(
  "pratar|pratade[s]?|pratat|diskut\\p{L}*|diskussion(?:en|er|erna)?|dialog(?:en|er)?|samtal(?:et|ade|as|ar)?|resonera\\p{L}*|grupparbete\\p{L}*|gruppsamtal\\p{L}*|workshop(?:en|pen)?|reflekt\\p{L}*|utbyt(?:te|er|es)(?: \\p{L}+)? (?:erfarenheter|tankar)|erfarenhetsutbyte\\p{L}*|laget runt|menade|menar|ansåg(?:s)?|anser|tyckte|tycker|höll med|kommenterade|framför(?:des|de| att)|går isär|olika (?:syn|bedömning\\p{L}*|uppfattning\\p{L}*)|delade meningar|synpunkter(?= ?:)|lyfte(?:s)?(?: fram)?|lyfter (?:fram )?(?:att|vikten|behovet|frågan om)|betona(?:de|r|des)|påpeka(?:de|r|des)|undra(?:de|r)|ifrågas\\p{L}*|(?:många|olika|flera|följande) synpunkter|synpunkter(?:na)? (?:kom|framför\\p{L}*|var|från)|åsikter(?:na)?|tankar(?:na)? (?:om|kring|från)|funderingar|(?:många|flera|alla|några|de flesta) (?:\\p{L}+ )?(?:ser|upplever|tycker|efterlyser|önskar|vill|vittnar|har svårt|beskriver|konstaterar)|(?:frågor|frågorna|samtalet|diskussionen) (?:\\p{L}+ ){0,3}(?:handlade|kretsade|rörde)|oro för|brainstorm\\p{L}*|discuss(?:ed|ion|ions|es)?|debate[d]?|exchanged (?:views|experiences)|felt that|raised (?:the|concerns)|argued",
);
const informed = w(
  "informera\\p{L}*|information(?:en)?|presentera\\p{L}*|presentation(?:en)?|berättar?|berättade|redogör(?:s|de|des)?|redogjorde[s]?|rapportera\\p{L}*|redovisa\\p{L}*|visar|visade[s]?|gick igenom|går igenom|genomgång(?:en)?|föredra(?:r|gs|gning\\p{L}*)|föreläs\\p{L}*|är inskickad|har (?:skickats|startat|börjat|kommit|publicerat\\p{L}*)|presented|informed|reported|gave an update|told",
);

/** How strongly a sentence says its kind: an outcome, a promise, talk, or nothing of the sort. */
export type SentenceKind = { readonly kind: ItemKind; readonly outcome: boolean; readonly said: boolean };

/** "bo ringer tingsrätten" where Bo was there: the first letter is read as a capital. */
export function withCapital(sentence: string, firstNames: ReadonlySet<string>): string {
  const first = /^\p{Ll}[\p{L}'’-]*/u.exec(sentence)?.[0];
  return first !== undefined && firstNames.has(first) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

/** Somebody does something by a day or by the next meeting: "Alla testar mallen till nästa gång". */
export const byThen = new RegExp(
  String.raw`^(?<owner>${actor})\s(?<what>\p{Ll}+r)\s(?:[^.!?;]{2,120}\s)?(?:(?:till|inför) nästa (?:gång|möte|träff|\p{L}*möte|\p{L}*träff)|senast (?:den )?\d)`,
  "iu",
);

/** Where somebody who was there takes over in the middle of a sentence: "…, Sofie tar kontakt med Britta". */
export function clausesOf(sentence: string, firstNames: ReadonlySet<string>): number[] {
  return [...sentence.slice(0, 1_500).matchAll(/(?:,|\s-)\s+(?:och\s+)?(?=(?<name>\p{L}[\p{L}'’-]*)\s)/gu)].flatMap(
    (match) => {
      const from = match.index + match[0].length;
      return firstNames.has((match.groups?.["name"] ?? "").toLocaleLowerCase("sv")) &&
        promise.test(withCapital(sentence.slice(from), firstNames))
        ? [from]
        : [];
    },
  );
}

/** The kind a sentence proposes by its own words (R211-R218). Outcomes go before talk, talk before information. */
export function sentenceKind(sentence: string, firstNames: ReadonlySet<string>): SentenceKind {
  const own = kindOfClause(sentence, firstNames);
  const label = own.outcome ? 0 : labelLength(sentence);
  const below = label > 0 ? kindOfClause(sentence.slice(label), firstNames) : own;
  return below.outcome ? below : own;
}

/** "Demensteam: Jonas skickar …": how much of the sentence is the topic before it. */
export function labelLength(sentence: string): number {
  return /^\p{Lu}[^:.!?\n]{1,50}:\s+(?=\S)/u.exec(sentence)?.[0].length ?? 0;
}

function kindOfClause(sentence: string, firstNames: ReadonlySet<string>): SentenceKind {
  const words = withCapital(sentence.slice(0, 1_500), firstNames);
  const denied = noDecision.test(words);
  for (const [kind, pattern] of outcomes) {
    if (kind === "decision" && denied) continue;
    if (kind === "parked" && /avvakta/iu.test(words) && promise.test(words)) continue;
    if (pattern.test(words)) return { kind, outcome: true, said: true };
  }
  // A question asks; it promises nothing.
  if (/\?["')]?\s*$/u.test(words)) return { kind: "discussion", outcome: false, said: true };
  if (byThen.test(words)) return { kind: "commission", outcome: true, said: true };
  if (promise.test(words) && !/^vi\s(?:delar|ser över)?\s?(?:upp|in)/iu.test(words))
    return { kind: "commission", outcome: true, said: true };
  if (byAttendee.test(words) && firstNames.has((/^\p{L}[\p{L}'’-]*/u.exec(words)?.[0] ?? "").toLocaleLowerCase("sv")))
    return { kind: "commission", outcome: true, said: true };
  if (discussed.test(words)) return { kind: "discussion", outcome: false, said: true };
  return { kind: "information", outcome: false, said: informed.test(words) };
}

/** Whether words below "Uppdrag" or with a person named after them are a task. */
export function isTask(words: string): boolean {
  return bareTask.test(words.slice(0, 600));
}
