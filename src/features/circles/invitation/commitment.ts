import type { Doubt, Found, Span } from "./found.ts";
import { type InvitationText, passageAt, passagesOfKind, sentenceAt, wordsAt } from "./invitation-text.ts";
import type { WarningCode } from "./invitation.ts";
import { numberOf, numberPattern } from "./number-words.ts";

export type Commitment = {
  readonly hours: Found<number> | undefined;
  readonly cost: Found<number> | undefined;
  readonly funder: Found<string> | undefined;
  readonly materialByPost: Found<boolean> | undefined;
  readonly doubts: readonly Doubt<WarningCode>[];
};

/** What taking part asks for and costs: hours in all, kronor, who pays, whether material comes by post. */
export function commitmentIn(text: InvitationText): Commitment {
  const { hours, doubts: hourDoubts } = hoursIn(text);
  const { cost, doubts: costDoubts } = costIn(text);
  return {
    hours,
    cost,
    funder: funderIn(text),
    materialByPost: materialByPostIn(text),
    doubts: [...hourDoubts, ...costDoubts],
  };
}

const hourPattern = new RegExp(
  String.raw`(?<![\p{L}\d.,:/])(?:(?<low>\d{1,3}|${numberPattern})\s*(?:-|till|–)\s*)?(?<n>\d{1,3}(?:,5)?|${numberPattern})\s*(?:arbets|klock|studie|lärar)?(?:timmar|timme|tim\.?|h)(?:s arbete)?(?!\p{L})(?=(?<tail>[^.!?\n]{0,30}))`,
  "giu",
);
const perSomething =
  /^\s*(?:per (?!deltagare|person|läsår)|i veckan|\/|varje|var(?:dera)?\b|i månaden|om dagen|och (?:tillfälle|gång)|vid varje|mellan|före|efter|innan|sedan|framåt|åt gången|lång)/iu;
const whole =
  /total|sammanlag|tidsåtgång|omfatt|avsätt|räkna med|beräkna|motsvara|arbetstid|arbetsinsats|hela (?:cirkeln|utbildningen|perioden)|(?:cirkeln|utbildningen|kursen|deltagandet) (?:tar|kräver|innebär)|timmar inklusive|krävs|läsåret|terminen/iu;

/** The hours of the whole commitment (R116). Hours per session or per week are none; a range is told, not halved. */
function hoursIn(text: InvitationText): { hours: Found<number> | undefined; doubts: Doubt<WarningCode>[] } {
  const found = [...text.plain.matchAll(hourPattern)].flatMap((match) => {
    const at: Span = [match.index, match.index + match[0].length];
    const [start, end] = sentenceAt(text, at[0]);
    const said = text.plain.slice(start, Math.min(end, start + 500));
    const before = text.plain.slice(Math.max(0, at[0] - 40), at[0]);
    const value = Number(match.groups?.["n"]?.replace(",", ".")) || numberOf(match.groups?.["n"] ?? "");
    if (
      !value ||
      perSomething.test(match.groups?.["tail"] ?? "") ||
      /(?:\sà|\sá)\s*$/iu.test(before) ||
      /(?:varje träff|per träff|träffarna är|träff(?:en)? (?:är|pågår)|möte(?:t|na) är)[^.\n]{0,20}$/iu.test(before)
    )
      return [];
    const sure = whole.test(said) || passageAt(text, at[0])?.kind === "hours";
    return sure || value >= 15
      ? [
          {
            value,
            low: numberOf(match.groups?.["low"] ?? ""),
            at,
            sure: /total|sammanlag/iu.test(before) || /^\s*(?:total|sammanlag)/iu.test(match.groups?.["tail"] ?? ""),
          },
        ]
      : [];
  });
  const best = found.find(({ sure }) => sure) ?? found[0];
  if (!best) return { hours: undefined, doubts: [] };
  if (best.low !== undefined)
    return { hours: undefined, doubts: [{ code: "unread_text", at: best.at, values: { kind: "hourRange" } }] };
  return { hours: { value: best.value, at: best.at }, doubts: [] };
}

const free =
  /(?<!\p{L})(?:kostnadsfri(?:tt|a)?|avgiftsfri(?:tt|a)?|gratis|utan kostnad|utan avgift|ingen (?:kurs|deltagar)?(?:kostnad|avgift)|inga kostnader|kostar (?:inget|ingenting|inte något)|fri entré|(?:kostnad|avgift|pris)(?:en)?\s*(?:är|:)\s*(?:0(?: kr(?:onor)?)?(?![\d\s]*\d)|ingen|kostnadsfri(?:tt)?|-))(?!\p{L})/iu;
const sum = /(?<![\d.,/-])(?<n>\d{1,3}(?:[ .]\d{3})+|\d{2,6})(?:,\d{2})?\s*(?:kr(?:onor)?\.?|sek|:-)(?!\p{L})/giu;
const priced = /kostnad|avgift|pris|kosta|betala|fakturer|per (?:person|deltagare)|exkl|moms/iu;
const penalty =
  /uteblev|uteblir|utebliven|avbok|avanmäl|no.?show|sen(?:t)? återbud|återbud|förhinder|inte kommer|ej kommer|böter|frånvaro/iu;

const forMembers = /ingår (?:utan extra kostnad )?i (?:medlemsavgift|medlemskap|serviceavgift|abonnemang)/iu;
const perSession =
  /^(?:\s(?:exkl|exklusive|plus|ex)\.?\smoms)?(?:\sper|\s?\/)\s?(?:(?:deltagare|person) och )?(?:träff|tillfälle|dag|gång|heldag|halvdag|seminarium|månad|termin)(?!\p{L})/iu;

/** What it costs to take part. Free is 0 (R008); a fee for not coming is no price; two prices are told, not chosen from. */
function costIn(text: InvitationText): { cost: Found<number> | undefined; doubts: Doubt<WarningCode>[] } {
  const isFree = free.exec(text.plain);
  const prices = [...text.plain.matchAll(sum)].flatMap((match) => {
    const at: Span = [match.index, match.index + match[0].length];
    const [start, end] = sentenceAt(text, at[0]);
    const said = text.plain.slice(Math.max(start, at[0] - 200), Math.min(end, at[1] + 100));
    const passage = passageAt(text, at[0])?.kind === "cost";
    if (
      penalty.test(said) ||
      !(passage || priced.test(said)) ||
      /bidrag|miljoner|mkr|medel|stipendi|budget|ersättning/iu.test(said)
    )
      return [];
    return [{ value: Number(match.groups?.["n"]?.replaceAll(/[ .]/gu, "")), at }];
  });
  const different = new Set(prices.map(({ value }) => value));
  const price = prices[0];
  if (price && !isFree && forMembers.test(text.plain)) different.add(0);
  if (price && different.size === 1 && perSession.test(text.plain.slice(price.at[1], price.at[1] + 40)))
    return { cost: undefined, doubts: [{ code: "unread_text", at: price.at, values: { kind: "priceEach" } }] };
  if (
    isFree &&
    price &&
    !/(?:lunch|fika|bok|litteratur|resa|boende|logi)/iu.test(
      text.plain.slice(Math.max(0, price.at[0] - 60), price.at[1] + 30),
    )
  )
    different.add(0);
  if (different.size > 1)
    return { cost: undefined, doubts: [{ code: "unread_text", at: price?.at ?? null, values: { kind: "prices" } }] };
  if (isFree) return { cost: { value: 0, at: [isFree.index, isFree.index + isFree[0].length] }, doubts: [] };
  return { cost: price, doubts: [] };
}

const funded = new RegExp(
  String.raw`(?<!\p{L})(?:(?:del|sam|hel)?finansiera(?:s|d|t|de|ts)\s(?:helt\s|delvis\s|gemensamt\s)?(?:av|via|genom|med (?:stöd|medel) från|inom(?: ramen för)?)|bekosta(?:s|d|t|ts)\s(?:helt\s)?(?:av|via|genom)|betala(?:s|t|ts)\sav|(?:med|tack vare|genom|via) (?:finansiering|finansiellt stöd|ekonomiskt stöd|medel) (?:från|av)|tack vare (?:stöd|bidrag) från|finansiär(?:er)?\s*(?:är|:)|finansiering\s*:|kostnad(?:en|erna)(?:\sför\s\p{L}+)?\s(?:tas|täcks|står)(?:\sav)?|kostnaderna\sbärs\sav)\s*(?<who>[^.;:()\n]{3,120})`,
  "iu",
);
const funds =
  /(?<who>\p{Lu}[\p{L}&-]*(?: (?:\p{Lu}[\p{L}&-]*|och|för|i|av|kommun|län|region)){0,6})\s(?:finansierar|bekostar|står för (?:kostnaden|kostnaderna|finansieringen|alla kostnader))(?!\p{L})/u;

/** Who pays for the activity itself, as named in the text. */
function funderIn(text: InvitationText): Found<string> | undefined {
  const labelled = passagesOfKind(text, "funder")[0];
  const [lead] = labelled
    ? text.plain.slice(labelled.body[0], Math.min(labelled.body[1], labelled.body[0] + 160)).split("\n")
    : [];
  if (labelled && lead !== undefined && lead.trim() !== "" && !funded.test(lead)) {
    const end = labelled.body[0] + lead.replace(/\.\s*$/u, "").length;
    return { value: wordsAt(text, [labelled.body[0], end]), at: [labelled.body[0], end] };
  }
  const match = funded.exec(text.plain) ?? funds.exec(text.plain);
  const who = match?.groups?.["who"];
  if (!match || who === undefined) return undefined;
  const name =
    who
      .split(
        /,\s|\s(?:och (?=(?:är|ger|kostar|deltagandet|riktar|vänder|leds|genomförs|utan|därför|kräver|ingår|arrangeras|drivs|det|du|ni|vi)(?!\p{L}))|men|vilket|som|så|därför|under|medan|inklusive|för (?:att|dig|deltagar))/u,
      )[0]
      ?.trim() ?? "";
  if (!/\p{L}{3}/u.test(name) || /^(?:dig|deltagaren|arbetsgivaren|respektive|varje|er|den egna)(?!\p{L})/iu.test(name))
    return undefined;
  const start = match.index + match[0].lastIndexOf(who);
  return { value: wordsAt(text, [start, start + name.length]), at: [start, start + name.length] };
}

const byPost =
  /(?<![\p{L}-])(?:(?:skickas?|sänds?|skickar vi|skickar|distribueras|kommer|levereras|hemskicka\p{L}*)\s(?:[^.!?\n]{0,50}\s)?(?:med|per|via|i)\s(?:vanlig\s)?(?:post|posten|brev)|postas|på posten|hemskickat?|hem i brevlådan|per post|postledes)(?!\p{L})/iu;
const byMail =
  /(?:material|litteratur|artiklar|texter|underlag|bok|böcker)\p{L}*\s[^.!?\n]{0,60}(?:e-?post|mejl|mail|digitalt|lärplattform|webb|nätet|elektroniskt)/iu;

/** Whether material comes on paper by post (R110); false only when the text says that it comes another way. */
function materialByPostIn({ plain }: InvitationText): Found<boolean> | undefined {
  const post = byPost.exec(plain);
  if (post) return { value: true, at: [post.index, post.index + post[0].length] };
  const mail = byMail.exec(plain);
  return mail ? { value: false, at: [mail.index, mail.index + mail[0].length] } : undefined;
}
