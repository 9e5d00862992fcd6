import type { Doubt, Found, Span } from "./found.ts";
import { type InvitationText, passagesOfKind } from "./invitation-text.ts";
import type { InvitedCapacity, WarningCode } from "./invitation.ts";
import { numberOf, numberPattern } from "./number-words.ts";

const number = numberPattern;
const about = String.raw`(?:ca\.?|cirka|c:a|omkring|ungefär|runt|uppskattningsvis|preliminärt)`;
const most = String.raw`(?:max(?:imalt|imum|\.)?|högst|som mest|upp till|inte fler än|ej fler än|begränsa(?:t|d|de|s) till|begränsat antal platser[,:(]?)`;
const people = String.raw`(?:(?:stycken|st\.?)\s)?(?:kurs|cirkel|utbildnings|konferens)?(?:deltagare|deltagarplatser|personer|platser|team|arbetslag|arbetsgrupper|medarbetare|medverkande|socialsekreterare|chefer|skolor|förskolor|arbetsplatser|enheter)`;

/** Words after or before a number that make it another number than the circle's places. */
const otherAfter =
  /^\s*(?:[^.,;\n]{0,20})(?:per (?:kommun|arbetsplats|enhet|team|arbetslag|huvudman|skola|verksamhet|förvaltning|län|organisation|region|stadsdel|förskola|medlem|ort)|från (?:varje|samma|respektive)|i varje|per ort|vardera|och (?:kommun|arbetsplats|enhet|verksamhet|team|huvudman)(?!\p{L}))|^\s*(?:är )?(?:kvar|lediga)(?!\p{L})|^\s*(?:deltog|deltagit|har (?:redan )?(?:deltagit|gått|anmält)|som deltog|i (?:en )?första)/iu;
const otherBefore =
  /(?:arbetslaget|teamet|(?:ett|era?t?) team|gruppen från varje \p{L}+|varje grupp)\s(?:(?:ska|bör|kan|får|måste)\s(?:ha|bestå av|innehålla|vara)|består av|omfattar)\s[^.\n]{0,25}$|(?:varje (?:team|arbetslag|kommun|grupp|huvudman|skola)|teamen|arbetslagen|team|arbetslag|arbetsgrupper|grupper|grupp)\s(?:om|på|med|bestående av|består av|ska bestå av|bör bestå av|kan bestå av)?\s?[^.\n]{0,20}$|(?:varje|respektive|er|samma) (?:arbetsplats|enhet|kommun|verksamhet|förvaltning|skola|huvudman|organisation)\s(?:deltar|delta|representeras|anmäler|anmäla|får|kan|bör|ska|bidrar|utser)\s[^.\n]{0,30}$|minst\s+(?:\p{L}+\s)?$|(?:tidigare|förra|hittills|genomfördes|deltog|sedan start)[^.\n]{0,60}$/iu;

const shapes = [
  // minst 8 och högst 12 deltagare · mellan 8 och 12 deltagare · 8-12 deltagare
  String.raw`(?:mellan\s+|minst\s+)?(?<about1>${about}\s+)?(?<low>${number})\s*(?:-|till|och(?: högst| max(?:imalt)?| som mest)?|,?\s*(?:högst|max(?:imalt)?))\s*(?<high>${number})\s+${people}`,
  // max ca 12 deltagare · högst tolv platser · begränsat till 12 · max 12 (where people stand in the label)
  String.raw`(?<most>${most})\s+(?:antal(?:et)?\s+(?:är\s+)?)?(?:till\s+)?(?<about2>${about}\s+)?(?<n>${number})(?:\s+${people})?`,
  // cirka 12 platser · 12 deltagare · plats för 12
  String.raw`(?<about3>${about}\s+)?(?<n>${number})\s+${people}`,
  String.raw`(?:plats(?:er)? (?:finns )?(?:för|till)|utrymme för|rymmer)\s+(?<about4>${about}\s+)?(?<n>${number})(?!\s*(?:timmar|dagar|kr|träffar|(?:-|till)\s*${number}))`,
  // antal platser: 12 · antalet deltagare är begränsat till 12
  String.raw`(?:antal(?:et)?\s+(?:platser|deltagare)|platser|deltagarantal(?:et)?|gruppstorlek(?:en)?|gruppen(?:s storlek)?|cirkeln)\s*(?::|är|begränsas till|om|på|består av|omfattar)\s*(?<most2>${most}\s+)?(?<about5>${about}\s+)?(?:(?<low>${number})\s*(?:-|till)\s*(?<high>${number})|(?<n>${number}))(?!\s*(?:träff|timm|dag|möt|tillfäll|kr|gång|/|%|\p{L}*(?:seminar|heldag|halvdag)))`,
  // sex kommuner kan delta
  String.raw`(?<n>${number})\s+(?:kommuner|verksamheter|arbetsplatser|enheter|team|arbetslag|skolor)\s(?:kan|får|har möjlighet att|ges möjlighet att)\s(?:delta|vara med)`,
  // 3 platser kvar (av 12)
  String.raw`platser kvar,?\s\(?av (?:totalt )?(?<n>${number})`,
  // ett tjugotal deltagare · ett dussin platser
  String.raw`ett\s+(?<dozen>tiotal|tjugotal|trettiotal|dussin)\s+${people}`,
].map((shape) => new RegExp(String.raw`(?<![\p{L}\d/:.-])${shape}(?![\p{L}\d])`, "giu"));

/**
 * How many take part. "max 12" is a hard limit, "max ca 12" and "cirka 12" a target (R118, R025), "8-12" a hard limit
 * of 12. What is said per municipality or per team is not the circle's size.
 */
export function capacityIn(text: InvitationText): {
  capacity: Found<InvitedCapacity> | undefined;
  doubts: Doubt<WarningCode>[];
} {
  const found = [...labelled(text), ...shapes.flatMap((shape) => readings(text, shape))];
  const limits = found.filter(({ value }) => value.hard !== null).toSorted((a, b) => a.at[0] - b.at[0]);
  const targets = found.filter(({ value }) => value.target !== null).toSorted((a, b) => a.at[0] - b.at[0]);
  const [limit, target] = [limits[0], targets[0]];
  if (!limit && !target) return { capacity: undefined, doubts: [{ code: "capacity_missing", at: null }] };
  const first = limit && target ? (limit.at[0] < target.at[0] ? limit : target) : (limit ?? target);
  // "ca 10, högst 12" is one statement; two unrelated figures far apart are not.
  const both =
    limit &&
    target &&
    Math.abs(limit.at[0] - target.at[0]) < 80 &&
    (limit.value.hard ?? 0) >= (target.value.target ?? 0) &&
    !overlaps(limit.at, target.at);
  const value = both
    ? { target: target.value.target, hard: limit.value.hard, approximate: true }
    : (first?.value ?? { target: null, hard: null, approximate: false });
  return { capacity: { value, at: first?.at ?? [0, 0] }, doubts: [] };
}

const overlaps = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];

function readings({ plain }: InvitationText, shape: RegExp): Found<InvitedCapacity>[] {
  return [...plain.matchAll(shape)].flatMap((match) => {
    const groups = match.groups ?? {};
    const at: Span = [match.index, match.index + match[0].length];
    const before = plain.slice(Math.max(0, at[0] - 60), at[0]);
    const after = plain.slice(at[1], at[1] + 40);
    const sure = /max|högst|begränsa/iu.test(match[0]);
    if (otherAfter.test(after) || otherBefore.test(before)) return [];
    // "upp till 5 mars", "max 500 kr", and numbers of people nobody said were to take part.
    if (groups["most"] !== undefined && !peopleSaid(match[0], before, after)) return [];
    if (!sure && /(?:stad|kommuner|region\p{L}*|län\p{L}*)\s*$/iu.test(before)) return [];
    const value = numberOf(groups["high"] ?? groups["n"] ?? groups["dozen"] ?? "");
    const approximate = ["about1", "about2", "about3", "about4", "about5", "dozen"].some(
      (name) => groups[name] !== undefined && groups[name] !== "dussin",
    );
    if (value === undefined || value < 2 || value > 2_000) return [];
    return [
      {
        value: approximate ? { target: value, hard: null, approximate } : { target: null, hard: value, approximate },
        at,
      },
    ];
  });
}

function peopleSaid(match: string, before: string, after: string): boolean {
  if (/deltag|person|plats|team|arbetslag|medarbetare|grupper|skolor|chefer|socialsekr/iu.test(match)) return true;
  if (
    /^\s*(?:\/|kr|:-|%|timm|dag|min|sid|ord|tecken|mars|maj|jan|feb|apr|jun|jul|aug|sep|okt|nov|dec|mb|år|poäng|hp|\.\d|:\d)/iu.test(
      after,
    )
  )
    return false;
  return /(?:deltag|plats|grupp|anmäl|person)\p{L}*[^.!?\n]{0,50}$/iu.test(before);
}

/** Under the label "Antal platser" a bare number is enough. */
function labelled(text: InvitationText): Found<InvitedCapacity>[] {
  return passagesOfKind(text, "capacity").flatMap(({ body }) => {
    const words = text.plain.slice(body[0], Math.min(body[1], body[0] + 60));
    const match = new RegExp(
      String.raw`^[\s:]*(?<about>(?:${most}\s+)?${about}\s+)?(?:${most}\s+)?(?:(?<low>${number})\s*-\s*)?(?<n>${number})(?!\d)`,
      "iu",
    ).exec(words);
    const value = numberOf(match?.groups?.["n"] ?? "");
    if (!match || value === undefined) return [];
    const approximate = match.groups?.["about"] !== undefined;
    const start = body[0] + match[0].search(/\S/u);
    return [
      {
        value: approximate ? { target: value, hard: null, approximate } : { target: null, hard: value, approximate },
        at: [start, body[0] + match[0].length] as const,
      },
    ];
  });
}
