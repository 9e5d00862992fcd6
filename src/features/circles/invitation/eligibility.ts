import { emailPattern, webPattern } from "./channels.ts";
import type { Found, Span } from "./found.ts";
import {
  type InvitationText,
  lineAt,
  passageAt,
  sentencesWithin,
  passagesOfKind,
  trimmed,
  wordsAt,
} from "./invitation-text.ts";
import type { Invitation } from "./invitation.ts";

export type Eligible = Found<Invitation["eligibility"][number]>;

const whom =
  /(?<!\p{L})(?:(?:vänder|riktar) (?:sig|vi oss)|vänder sig|riktar sig|riktad till|(?:är|öppen) (?:öppen |till |avsedd |främst |i första hand )?(?:för|till) (?:dig|er|dem|den|personal|medarbetare|chefer|alla)|för dig som|för er som|till dig som|du som (?:arbetar|är|jobbar)|inbjuds|bjuds in|(?:vi )?bjuder in (?!er|dig|till|ni)|målgrupp(?:en)?(?: för \p{L}+)?(?:\s(?:är|utgörs|består)|:)|(?:är|finns) till för|erbjud(?:s|er)(?: vi| nu)?(?: samtliga| alla| länets| våra){0,2} (?:personal|medarbetare|chefer|anställda|handläggare|socialsekreterare|enhetschefer|kommuner(?:na)?|region(?:en|erna)|socialtjänsten|verksamheter(?:na)?|omsorgen|skolor|förskolor)|\p{L}*(?:cirkel|cirkeln|utbildning|kurs|nätverk|temadag|seminarium|konferens) för (?:personal|medarbetare|chefer|anställda|dig som|er som|yrkesverksamma|handläggare|socialsekreterare|enhetschefer)|deltagarna (?:ska|bör|är)|vi söker (?:dig|er|deltagare)|välkomnar (?:dig|er)|behörig(?:a)? (?:är|att))(?!\p{L})/iu;
/** "För gruppledare." */
const forWhom = /^för \p{Ll}{3,}(?:are|arna|chefer|personal|pedagoger|kuratorer|politiker)(?:[\s,.]|$)/iu;
const must =
  /(?<!\p{L})(?:krävs|kräver|(?<!ing(?:et|a) |inte (?:ett|något) )krav(?:et)? (?:är|på)|ska (?:ha|vara|du ha|du vara|arbeta|kunna|deltagaren|deltagarna)|måste|förutsätter|förutsättning(?:en)?|förkunskap(?:er|skrav)|behörighet(?:en|skrav)?|villkor|obligatorisk|behöver (?:du )?(?:ha|vara|kunna|arbeta|själv)|förväntas)(?!\p{L})/iu;
const may =
  /(?<!\p{L})(?:rekommender\p{L}*|bra att (?:ha|kunna|känna till)|inget krav|gärna|meriterande|merit|önskvärt|önskvärd|önskas|fördel|fördelaktigt|bör|uppmuntras|ser (?:gärna|helst)|helst|lämpligt|lämpligen|underlättar)(?!\p{L})/iu;
const about =
  /(?<!\p{L})(?:du|dig|deltagar\p{L}*|er|ni|sökande|erfarenhet|utbildning|kunskap\p{L}*|studievana|examen|arbetar|anställd|anställning|yrkes\p{L}*|förkunskap\p{L}*|högskol\p{L}*|kommun\p{L}*|team\p{L}*|arbetsplats\p{L}*|målgrupp\p{L}*|legitimation)(?!\p{L})/iu;
const otherwise =
  /(?<!\p{L})(?:senast|anmäl\p{L}*|ansökan (?:ska|skickas|görs)|chef\p{L}*|rektor\p{L}*|arbetsgivar\p{L}*|tfn|telefon|kontakta|frågor|lunch|fika|allergi\p{L}*|specialkost|faktur\p{L}*|avbok\p{L}*|avsätt\p{L}*|uppgift(?:er)? mellan|mellan träffarna|urval|först till kvarn|efter (?:cirkeln|kursen|utbildningen)|material\p{L}*|dator|kamera|inloggning|länk\p{L}*|närvar\p{L}*|träffarna|samtliga (?:träffar|tillfällen)|syfte\p{L}*|målet|mål med|besked|kostnad\p{L}*|resekostnad\p{L}*|platserna|gruppen består|max(?:imalt)? (?:\d|\p{L}+ (?:deltagare|per|från))|högst (?:\d|\p{L}+ (?:deltagare|per|från))|kommuner kan delta|antal(?:et)? (?:platser|deltagare))(?!\p{L})/iu;

/** More rules than this are not read: nobody would answer them. */
const mostRules = 40;

/**
 * Whom the offer is for and what is asked of them (R113, R114). A sentence with "rekommenderas", "gärna" or
 * "meriterande" is recommended; a target group and everything else that asks is required.
 */
export function eligibilityIn(text: InvitationText): Eligible[] {
  const found: Eligible[] = [];
  for (const { kind, label, body } of passagesOfKind(text, "audience", "requirement")) {
    for (const stretch of itemsOf(text, body)) {
      const words = wordsAt(text, stretch);
      const isRule =
        (kind === "requirement" && !/kostnad|avgift|kommuner kan delta/iu.test(words)) ||
        !otherwise.test(kind === "audience" ? withoutManagers(words) : words) ||
        whom.test(words);
      if (words.length < 3 || words.length > 600 || !isRule || /^\d{4}-\d\d-\d\d|@/u.test(words)) continue;
      const softLabel = kind === "requirement" && may.test(text.plain.slice(...label));
      for (const part of partsOf(text, stretch))
        add(found, text, part.at, part.soft || softLabel ? "recommended" : "required");
    }
  }
  for (const whole of text.sentences) {
    if (found.length >= mostRules) break;
    const around = passageAt(text, whole[0]);
    const label = around && around.label[0] === whole[0] && around.body[0] < whole[1] ? around : undefined;
    const sentence: Span = label ? [label.body[0], whole[1]] : whole;
    const words = wordsAt(text, sentence);
    const isLabel = around !== undefined && around.label[0] <= sentence[0] && sentence[1] <= around.label[1];
    if (isLabel && (around.kind !== "other" || !whom.test(text.plain.slice(...sentence)))) continue;
    if (words.length > 500 || words.endsWith("?") || found.some(({ at }) => at[0] < sentence[1] && sentence[0] < at[1]))
      continue;
    if (
      ["contact", "cost", "purpose", "goal", "mail", "leader"].includes(passageAt(text, sentence[0])?.kind ?? "other")
    )
      continue;
    const bare = words.replaceAll(emailPattern, "").replaceAll(webPattern, "");
    if (
      (whom.test(bare) || (bare.length < 120 && forWhom.test(bare))) &&
      !/välkom\p{L}* att anmäla|informationsträff|sprid gärna/iu.test(bare)
    ) {
      if (!otherwise.test(bare) || /vänder sig|riktar sig|för dig som|målgrupp/iu.test(bare))
        for (const part of partsOf(text, sentence)) add(found, text, part.at, part.soft ? "recommended" : "required");
    } else if (about.test(bare) && !otherwise.test(bare) && (may.test(bare) || must.test(bare))) {
      for (const part of partsOf(text, sentence)) add(found, text, part.at, part.soft ? "recommended" : "required");
    }
  }
  return found.toSorted((a, b) => a.at[0] - b.at[0]);
}

/** Managers may be whom the offer is for; managers who agree to something are not. */
const withoutManagers = (words: string) =>
  /godkänn|samråd|avstäm|stäm|förankr|överens|tillstånd|medgiv/iu.test(words)
    ? words
    : words.replaceAll(/\p{L}*(?:chef|rektor|arbetsgivar)\p{L}*/giu, "");

function add(found: Eligible[], text: InvitationText, at: Span, strength: "required" | "recommended") {
  const stretch = trimmed(text, at);
  const words = wordsAt(text, stretch);
  if (
    words.length < 3 ||
    /^(?:inga|inget|ingen)\s[^.]{0,60}(?:krävs|behövs|krav)|(?:behöver|krävs|behövs)\s(?:du\s)?(?:inte (?:ha |några )|inga|ingen)(?!\p{L})/iu.test(
      words,
    ) ||
    found.some(({ value }) => value.text === words)
  )
    return;
  found.push({ value: { text: words, strength }, at: stretch });
}

/** The points of a passage: its bullets, or else its sentences, until an empty line after the first of them. */
function itemsOf(text: InvitationText, [start, end]: Span): Span[] {
  const items: Span[] = [];
  let empty = 0;
  for (const { span, text: line } of text.lines.slice(lineAt(text, start), lineAt(text, start) + 60)) {
    if (span[0] < start && span[1] <= start) continue;
    if (span[0] >= end) break;
    if (line === "") {
      empty += 1;
      if (items.length > 0 && empty > 1) break;
      continue;
    }
    const bullet = /^[•*·-]\s/u.test(line);
    // "Målgrupp: …" on one line ends with its line, unless a list follows.
    if (items.length > 0 && !bullet && start > (text.lines[lineAt(text, start)]?.span[0] ?? start)) break;
    if (items.length > 0 && empty > 0 && !bullet) break;
    const from = Math.max(span[0], start);
    const inside = sentencesWithin(text, [from, span[1]]);
    items.push(
      ...(bullet || inside.length === 0
        ? [[from, span[1]] as const]
        : inside.length > 0 && inside[0]?.[0] !== from
          ? [[from, inside[0]?.[0] ?? span[1]] as const, ...inside]
          : inside),
    );
  }
  return items
    .filter(
      (item) =>
        text.plain.slice(...item).trim() !== "" &&
        !text.plain
          .slice(...item)
          .trim()
          .endsWith(":"),
    )
    .slice(0, 20);
}

/** "… kräver viss studievana, högskoleutbildning rekommenderas": what must and what may are parted. */
function partsOf(text: InvitationText, [start, end]: Span): { at: Span; soft: boolean }[] {
  const words = text.plain.slice(start, end);
  if (!may.test(words)) return [{ at: [start, end], soft: false }];
  const turn = /(?:;|,\s(?:och|men|samt)\s|,\s(?=\p{Ll}{3,})|\s(?:men|och|samt)\s)/giu;
  for (const match of words.matchAll(turn)) {
    const [left, right] = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
    const parted = may.test(left) !== may.test(right);
    const hardSide = may.test(left) ? right : left;
    if (parted && (must.test(hardSide) || whom.test(hardSide)) && right.length > 10) {
      const middle = start + match.index;
      return [
        { at: [start, middle], soft: may.test(left) },
        { at: [middle + match[0].length, end], soft: may.test(right) },
      ];
    }
  }
  return [{ at: [start, end], soft: true }];
}
