import type { Found, Span } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";
import type { Invitation } from "./invitation.ts";

type Allocation = NonNullable<Invitation["allocation"]>;

const team = [
  String.raw`huvudman(?:nen|nens|s)?\s[^.!?\n]{0,40}(?:ansöker|söker|anmäler|ansökan|gör anmälan|anmälan)`,
  String.raw`(?:(?:varje|er|din|respektive|en) kommun|kommunen|kommunerna|förvaltningen|verksamheten|arbetsgivaren|skolan|enheten|organisationen|regionen|ni)\s[^.!?\n]{0,30}(?:anmäler|ansöker med|söker med)\s(?:(?:ett|en|sina?|sitt|era?|ert|hela)\s)?(?:[\p{L}/]{0,20}\s)?(?:team|arbetslag|arbetsgrupp|grupp)`,
  String.raw`(?:en|1)\s(?:gemensam\s)?(?:anmälan|ansökan)\s(?:görs\s)?(?:per|för hela|från varje)\s(?:team|arbetslag|kommun|arbetsgrupp|huvudman|grupp|enhet|verksamhet|skola)`,
  String.raw`(?:anmälan|ansökan)\s(?:görs|sker|gäller|lämnas|skickas)[^.!?\n]{0,40}\s(?:av huvudman|av skolhuvudman|gemensamt (?:för|av) (?:hela )?(?:teamet|arbetslaget|arbetsgruppen|gruppen)|som team|teamvis|gruppvis|per team|per arbetslag|för hela (?:teamet|arbetslaget|gruppen))`,
  String.raw`(?:anmäl(?:er)?|ansök(?:er)?)(?:\s\p{L}+){0,3}\s(?:som|i|ert|hela|era)\s(?:team|arbetslag|arbetsgrupp(?:en)?|hela arbetslaget)`,
  String.raw`(?:kommun(?:en|er)?|förvaltning(?:en)?|verksamhet(?:en)?|arbetsplats(?:en)?|huvudman(?:nen)?|skola(?:n)?|enhet(?:en)?)\s(?:\p{L}+\s)?(?:deltar|delta|medverkar)\s(?:\p{L}+\s)?med (?:ett|hela|sitt|sina) (?:team|arbetslag|arbetsgrupp)`,
  String.raw`(?:teamanmälan|teamansökan|gruppanmälan|(?:enbart|endast|bara) team(?:et)? kan (?:söka|anmäla|delta))`,
  String.raw`(?:anmäler|anmäla)\s(?:teamet|arbetslaget|arbetsgruppen|hela teamet|hela arbetslaget)`,
];
const first = [
  String.raw`först till kvarn`,
  String.raw`först till mölla`,
  String.raw`plats(?:er|erna)? (?:fördelas|tillsätts|ges) löpande`,
  String.raw`(?:i|efter|utifrån|enligt)\s(?:den\s)?(?:turordning|anmälningsordning(?:en)?|(?:den\s)?ordning(?:en)?\s(?:som\s)?(?:anmälning|ni anmäl|de anmäl|anmälan|de kommer|deltagar))`,
  String.raw`(?:platserna|plats(?:er)?)\s[^.!?\n]{0,40}(?:i turordning|efter när anmälan|efter anmälningsdatum|i den ordning|efter ordning|anmälningsordning)`,
  String.raw`(?:de|den|dom)\s(?:som\s)?(?:\d{1,3}\s|\p{L}{3,8}\s)?(?:först\s(?:anmäl\p{L}*|som anmäler)|som\s(?:anmäler sig|anmält sig|söker)\sförst|som är först (?:att|med))`,
  String.raw`(?:de|dom)\s(?:\d{1,3}|\p{L}{2,8})\sförsta\s(?:som\s)?(?:anmäl|sök)\p{L}*`,
  String.raw`(?:de|dom)\sförsta\s(?:\d{1,3}|\p{L}{2,8})?\s?(?:som\s)?anmäl\p{L}*`,
  String.raw`först\s(?:anmälda|anmäld|inkomna|som anmäler|att anmäla|in)\b`,
  String.raw`(?:först|tidigast)\sinkomna anmälning`,
];
const selection = [
  String.raw`(?:ett\s|gör\s|görs\s|sker\s)?urval(?:et)?(?:\p{L}{0,10})?(?!\p{L}| av (?:metoder|artiklar|litteratur|forskning|insatser|texter|material))`,
  String.raw`besked\s(?:om|kring)\s(?:plats|antagning|vilka|du)`,
  String.raw`antagningsbesked`,
  String.raw`besked\s?:\s?(?:senast|ges|lämnas|den|vecka|v\.|\d|i\s)`,
  String.raw`(?:antagna|antagning(?:en)?|antas)(?!\p{L}| (?:bidrag|abstract|abstrakt))`,
  String.raw`(?:erbjuds|erbjudna|erbjuden|tilldelas|får erbjudande om|beviljas)\s(?:en\s)?plats`,
  String.raw`(?:väljs|väljer vi|kommer vi att välja|vi väljer)\sut`,
  String.raw`(?:vid många|om fler|om vi får fler|vid fler|vid för många|vid överteckning|blir fler)[^.!?\n]{0,80}(?:prioriter|välj|fördel|urval|lott)`,
  String.raw`(?:ansökningar(?:na)?|intresseanmälningar(?:na)?)\s[^.!?\n]{0,30}(?:bedöms|prioriteras|granskas|behandlas|väljs)`,
  String.raw`platserna\s(?:fördelas|lottas|tilldelas)`,
  String.raw`(?:får|får ni|får du)\s(?:ett\s)?(?:slutgiltigt\s|definitivt\s)?besked`,
  String.raw`(?:veta|besked|svar)\s(?:om|ifall)\s(?:du|ni|man)\s(?:har\s)?(?:fått|får|kommit|blivit)\s(?:en\s)?(?:plats|med|antag\p{L}*)`,
  String.raw`får\s(?:svar|veta)\s(?:senast|den \d|under)`,
  String.raw`eftersträva[rs]\s[^.!?\n]{0,60}(?:spridning|fördelning|bredd)`,
  String.raw`lottning`,
  String.raw`(?:sökande|kommuner|enheter|verksamheter|deltagare|medlemmar|de som|den som|personer)\s[^.!?\n]{0,60}(?:prioriteras|har företräde|ges företräde)`,
];

const compiled: readonly (readonly [Allocation, RegExp])[] = [
  ["teamByPrincipal", patternOf(team)],
  ["firstCome", patternOf(first)],
  ["selection", patternOf(selection)],
];

function patternOf(parts: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${parts.join("|")})`, "giu");
}

/**
 * How places are given. A team that its principal applies for comes before everything (R121), words for first come
 * before words for selection (R119): "de som anmäler sig först får plats om de uppfyller kraven" is first come,
 * and so is a text that also promises a notice. A denied one ("inte först till kvarn") is the opposite.
 */
export function allocationIn({ plain }: InvitationText): Found<Allocation> | undefined {
  for (const [value, pattern] of compiled) {
    for (const match of plain.matchAll(pattern)) {
      const at: Span = [match.index, match.index + match[0].length];
      const denied = /(?<!\p{L})(?:inte|ej|ingen|inget|ingenting)\s(?:\p{L}+\s){0,2}$/iu.test(
        plain.slice(Math.max(0, at[0] - 30), at[0]),
      );
      if (denied && value === "firstCome") return { value: "selection", at };
      if (!denied) return { value, at };
    }
  }
  return undefined;
}
