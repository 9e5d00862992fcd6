import { monthPattern, weekdayPattern } from "./calendar-words.ts";
import { emailPattern, phonePattern, webPattern } from "./channels.ts";
import type { Found, Span } from "./found.ts";
import { type InvitationText, passagesOfKind, trimmed, wordsAt } from "./invitation-text.ts";
import { labelKind } from "./passages.ts";

const activity =
  /cirk(?:el|lar)|utbildning|(?<!\p{L})kurs|nätverk|seminari|konferens|inbjudan|(?:tema|utvecklings|fou-|forskar|dialog|studie|inspirations|nätverks)dag|workshop|föreläsning|kallelse|utlysning|webbinari|träff|program|lärande|metodstöd|handledar|dialog/iu;
const greeting =
  /^(?:mvh|med vänlig(?:a)? hälsning(?:ar)?|(?:vänlig(?:a)?|varma|bästa) hälsning(?:ar)?|hälsningar|hej(?:san)?|kära|bästa|god (?:morgon|dag)|till (?:dig|er|dem|alla|socialchefer|chefer)|välkomna?!?|varmt välkom\p{L}*!?|nyhet(?:er)?|save the date|obs|påminnelse|sprid gärna|information)(?:[\s,!.:]|$)/iu;
const bareKind =
  /^(?:inbjudan|kallelse|inbjuder(?: till)?|nyhet|aktuellt|kalender(?:ium)?|evenemang|program|välkommen|information|pressmeddelande|nyhetsbrev|(?:(?:våra|alla|aktuella|kommande|kurser|utbildningar|evenemang|konferenser|seminarier|nätverk|cirklar|kalender|kalendarium|aktiviteter|kompetensutveckling|fortbildning|dagar|event)(?:,? och |, | & | )?){1,5})[\s!:]*$/iu;
const organisation =
  /^(?:region|fou|kommunförbundet|länsstyrelsen|storsthlm|\p{Lu}\p{L}+s? (?:kommun|stad|universitet|högskola|län))(?:\s\p{Lu}?[\p{L}&-]+){0,3}$/iu;
const dateLike =
  /^(?:\p{L}+dag\p{L}*\s)?(?:den\s)?\d{1,2}(?:[/.]\d|\s\p{L})|^\d{4}-\d\d|^(?:publicera|uppdatera|senast|datum|tid|plats|kl)\p{L}*/iu;

/**
 * What the offer is called: the subject of a mail, or the first line that reads as a title, preferring one that names
 * a kind of activity. A text that begins with prose has the title it names in quotation marks, or none.
 */
export function titleIn(text: InvitationText): Found<string> | undefined {
  const subject = passagesOfKind(text, "subject")[0];
  if (subject) {
    const [line] = text.plain.slice(subject.body[0], Math.min(subject.body[1], subject.body[0] + 200)).split("\n");
    const title = found(text, [subject.body[0], subject.body[0] + (line?.length ?? 0)]);
    const other = title && !activity.test(title.value) ? quoted(text) : undefined;
    if (other) return other;
    if (title) return { ...title, value: title.value.replace(/^(?:(?:sv|vb|vs|re|fw|fwd):\s*)+/iu, "") };
  }
  const first = text.lines.filter(({ text: line }) => line !== "").slice(0, 10);
  const lines = first.filter(({ text: line }) => isTitle(line));
  const prose = first.findIndex(({ text: line }) => line.length > 160);
  const early = prose < 0 ? lines : lines.filter((line) => first.indexOf(line) < prose || first.indexOf(line) < 3);
  const best =
    early.find(({ text: line }) => activity.test(line) && !bareKind.test(line)) ??
    early.find(({ text: line }) => !bareKind.test(line) && !organisation.test(line));
  if (best) return continued(text, best.span);
  return quoted(text);
}

function isTitle(line: string): boolean {
  const bare = line.replace(/^[#*\s]+/u, "");
  // "genom Ada Ek" under a greeting
  if (/^\p{Ll}{3,}\s\p{Lu}/u.test(bare) && !activity.test(bare)) return false;
  if (bare.length > 150 || !/\p{L}{3}/u.test(bare) || greeting.test(bare) || dateLike.test(bare)) return false;
  if (line.search(emailPattern) >= 0 || line.search(webPattern) >= 0 || line.search(phonePattern) >= 0) return false;
  const label = /^([^:]{2,40}):/u.exec(bare);
  if (label && labelKind(label[1] ?? "") !== undefined && !/inbjudan|tema/iu.test(label[1] ?? "")) return false;
  if (/[.,;]$/u.test(bare) && !bare.endsWith("m.m.")) return false;
  return !(labelKind(bare) !== undefined && labelKind(bare) !== "other") && !/^[•·-]\s/u.test(line);
}

/** "Inbjudan till lärandecirkel" says the form; what it is about stands in the next line. */
const formOnly =
  /^(?:inbjudan(?: till)?:?\s*)?(?:en |ny )?[\p{L}-]*(?:cirkel|cirklar|utbildning|kurs|nätverksträff|seminarium|konferens|temadag|workshop|webbinarium)(?: (?:hösten|våren|ht|vt)? ?\d{2,4})?!?$/iu;

/** A title that ends in a dash, a colon or a small word goes on in the next line. */
function continued(text: InvitationText, span: Span): Found<string> | undefined {
  const form = formOnly.test(text.plain.slice(...span).trim());
  const open = form || /(?:[:-]|(?<!\p{L})(?:om|för|och|i|till|med|av))$/iu.test(text.plain.slice(...span).trim());
  const next = text.lines.find((line) => line.span[0] > span[1] && line.text !== "");
  const near = next && /^\s*\n\s*$/u.test(text.plain.slice(span[1], next.span[0]));
  const goesOn =
    open &&
    near &&
    isTitle(next.text) &&
    !/(?:[:]$|(?<!\p{L})(?:omfattar|är|har|ger|riktar|vänder|består)(?!\p{L}))/iu.test(next.text) &&
    next.text.length < 120 &&
    !next.text.endsWith("!");
  return found(text, goesOn ? [span[0], next.span[1]] : span);
}

function quoted(text: InvitationText): Found<string> | undefined {
  const named =
    /(?:cirkel|utbildning|kurs|konferens|seminari|nätverk|träff|dag)\p{L}*\s(?:om\s|kring\s|med (?:titeln|temat)\s)?"(?<title>[^"\n]{4,120})"/iu.exec(
      text.plain,
    );
  const title = named?.groups?.["title"];
  if (named && title !== undefined) {
    const start = named.index + named[0].indexOf(`"${title}`) + 1;
    return found(text, [start, start + title.length]);
  }
  const said =
    /(?:inbjuder|bjuder in|välkomna|välkommen|inbjudan|anmäla (?:dig|er))[^.!?\n]{0,40}?\still\s(?:en|ett|en ny|vår|höstens|vårens|årets|den|det)?\s?(?<title>(?:[\p{L}-]+\s){0,3}?[\p{L}-]*(?:cirkel|cirkeln|utbildning|utbildningen|kurs|konferens|seminarium|nätverksträff|temadag|workshop|webbinarium|lärandecirkel)\s(?:om|kring|med tema|med temat|för)\s[^.!?,\n]{4,90})/iu.exec(
      text.plain,
    );
  const words = said?.groups?.["title"];
  if (!said || words === undefined) return undefined;
  const start = said.index + said[0].lastIndexOf(words);
  return found(text, [start, start + words.length]);
}

/** What the activity is about: "Tema: …", "på temat …", or what stands after "om" or a colon in the title. */
export function themeIn(text: InvitationText, title: Found<string> | undefined): Found<string> | undefined {
  for (const { body, label } of passagesOfKind(text, "theme")) {
    if (!/^[\s•*#]*(?:cirkelns )?tema(?:t)?[\s:]*$/iu.test(text.plain.slice(...label))) continue;
    const lead = text.plain.slice(body[0], body[1]);
    const indent = lead.length - lead.trimStart().length;
    const [line = ""] = lead.slice(indent).split("\n");
    const theme = found(text, [body[0] + indent, body[0] + indent + line.length]);
    if (theme && theme.value.length <= 200) return { ...theme, value: unquoted(theme.value).replace(/\.$/u, "") };
  }
  const said =
    /(?<!\p{L})(?:på|med|har) temat?\s+"?(?<theme>[^".!?\n]{4,120})|(?<!\p{L})temat? (?:för (?:cirkeln|dagen|träffen|träffarna|året|utbildningen)\s)?(?:är|blir)\s+"?(?<theme2>[^".!?\n]{4,120})/iu.exec(
      text.plain,
    );
  const words = said?.groups?.["theme"] ?? said?.groups?.["theme2"];
  if (said && words !== undefined) {
    const start = said.index + said[0].lastIndexOf(words);
    const whole =
      text.plain
        .slice(start, start + words.length)
        .split(/\s(?:som|där|och (?:vi|du|leds|riktar)|vänder|riktar)\s|,\s(?:som|där|med)/u)[0] ?? words;
    return found(text, [start, start + whole.length]);
  }
  return title && themeOfTitle(text, title);
}

/** "… om brukarinflytande 11 mars", "… om våld den 3/4 kl 9" */
const dateAtEnd = new RegExp(
  String.raw`[\s,–-]+(?:${weekdayPattern}\s)?(?:den\s)?\d{1,2}(?:\s?[–-]\s?\d{1,2})?(?:\s${monthPattern}(?!\p{L})|/\d{1,2}(?!\d)).*$`,
  "iu",
);

function themeOfTitle(text: InvitationText, { value, at }: Found<string>): Found<string> | undefined {
  const [first, second] = text.text.shown
    .slice(...at)
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (first !== undefined && second !== undefined && formOnly.test(first.trim())) {
    const from = at[0] + text.text.shown.slice(...at).lastIndexOf(second);
    return found(text, [from, from + second.length]);
  }
  const named =
    /^[^"”“»]*(?:cirkel|utbildning|kurs|konferens|seminari|dag)\p{L}*\s+["”“»](?<theme>[^"”“»«]{4,120})["”“»«]/iu.exec(
      value,
    );
  const turn =
    named ??
    /(?:cirkel|cirkeln|cirklar|utbildning|kurs|nätverk|nätverksträff|seminarium|dag|konferens|workshop|webbinari|träff)\p{L}*\s*(?:(?:\d{4}|ht|vt|hösten|våren|läsåret)[\s\d/-]*)?(?:\s(?:om|kring|med tema|på temat)\s|(?<=utbildning|kurs)\si\s|\s?[:–—]\s|\s-\s)"?(?<theme>.{4,})$/iu.exec(
      value,
    );
  const theme = turn?.groups?.["theme"];
  if (theme === undefined) return undefined;
  const shown = text.text.shown.slice(...at);
  const start = shown.lastIndexOf(theme.slice(0, 12));
  const bare = unquoted(theme.replace(/\s(?:är|har) (?:nu )?öpp(?:en|et|nat).*$/iu, ""))
    .replace(/\s[–-]\s(?:sista |nystart|(?:en )?ny omgång|anmäl|ansök|inbjudan|påminnelse|nu |välkom).*$/iu, "")
    .replace(dateAtEnd, "")
    .replace(/[\s,–-]+20\d\d(?:\s?[–/-]\s?(?:20)?\d\d)?$/u, "")
    .replace(/[\s,–-]+(?:hösten|våren|ht|vt)\s?\d{2,4}.*$/iu, "")
    .replace(/[.!]+$/u, "");
  if (
    /^(?:hösten|våren|ht|vt|inbjudan|anmäl|ansök|\d{4}|en inbjudan|(?:en )?ny(?:a|tt)? omgång|sista|välkom|start|grundkurs|steg|del |program|nu )/iu.test(
      bare,
    )
  )
    return undefined;
  return { value: bare, at: start < 0 ? at : [at[0] + start, at[0] + start + bare.length] };
}

const unquoted = (words: string) => words.replaceAll(/^["”“»]+|["”“»]+$/gu, "").trim();

function found(text: InvitationText, at: Span): Found<string> | undefined {
  const stretch = trimmed(text, at);
  const value = wordsAt(text, stretch).replace(/^#+\s*/u, "");
  return value.length >= 3 ? { value: value.slice(0, 300), at: stretch } : undefined;
}
