import type { Found, Span } from "./found.ts";
import { type InvitationText, passagesOfKind, sentenceAt } from "./invitation-text.ts";
import { type NamedPerson, namePattern, peopleIn, titleBeside, titlePattern } from "./people.ts";

export type Leader = { readonly name: Found<string>; readonly title: Found<string> | undefined };

const led =
  /(?<!\p{L})(?:leds|leder|ledas|handleds|handleder|hålls|ges)\s[^.!?\n]{0,40}?(?:av|cirkeln|cirkelträffarna|kursen|utbildningen|träffarna)(?!\p{L})|under ledning av|(?:(?:cirkel|kurs|process|utbildnings|grupp|samtals|nätverks)?ledare|(?:vetenskaplig(?:a)? )?handledare|utbildare|kursansvarig(?:a)?)\s+(?:för (?:cirkeln|kursen|utbildningen|träffarna)\s+)?(?:är|blir|och handledare är|:)|(?:är|blir)\s(?:cirkel|kurs|process)?ledare(?!\p{L})|leder (?:forsknings|utvecklings|lärande)?cirkeln/giu;

/**
 * Who leads the activity: those named under "Ledare", "Cirkelledare", or in a sentence that says who leads it.
 * Others who take part or answer questions are no leaders (R006, R007).
 */
export function leadersIn(text: InvitationText): Leader[] {
  const stretches: Span[] = passagesOfKind(text, "leader").map(({ body }) => [body[0], bodyEnd(text, body)]);
  for (const match of text.plain.matchAll(led).take(30)) {
    const [start, end] = sentenceAt(text, match.index);
    const asSubject = /^(?:är|blir|leder)/iu.test(match[0]) && !/leds/iu.test(match[0]);
    const stop = Math.min(end, match.index + 400);
    const also = /(?<!\p{L})(?:även|också|dessutom|deltar|medverkar|föreläser|gästas)(?!\p{L})/iu.exec(
      text.plain.slice(match.index + match[0].length, stop),
    );
    const until = also ? match.index + match[0].length + also.index : stop;
    stretches.push(
      asSubject ? [Math.max(start, match.index - 250), match.index] : [match.index + match[0].length, until],
    );
    if (asSubject && /^\s*(?:tillsammans|ihop) med/iu.test(text.plain.slice(match.index + match[0].length)))
      stretches.push([match.index + match[0].length, until]);
  }
  const roleBefore = new RegExp(
    String.raw`(?<!\p{L})(?:cirkelledare|kursledare|vetenskaplig handledare|processledare)(?:,|\s)?\s*(?:${titlePattern}\s)?(?<name>${namePattern})`,
    "gu",
  );
  for (const match of text.text.shown.matchAll(roleBefore).take(30))
    stretches.push([match.index, match.index + match[0].length]);
  const roleAfter = new RegExp(
    String.raw`(?<name>(?:${namePattern}(?:,| och) )?${namePattern})\s*[,(]\s*(?:(?!\n)[^.!?]){0,60}?(?<!\p{L})(?:cirkelledare|kursledare|nätverksledare|processledare|vetenskaplig handledare)(?!\p{L})`,
    "gu",
  );
  for (const match of text.text.shown.matchAll(roleAfter).take(30)) {
    const [start] = sentenceAt(text, match.index);
    const asked = /frågor|kontakta|upplysningar|information/iu.test(text.plain.slice(start, match.index));
    if (asked && /processledare/iu.test(match[0])) continue;
    stretches.push([match.index, match.index + (match.groups?.["name"]?.length ?? 0)]);
  }
  return distinct(stretches.toSorted((a, b) => a[0] - b[0]).flatMap((stretch) => peopleIn(text, stretch))).map(
    (person) => ({ name: person, title: titleBeside(text, person) ?? titleElsewhere(text, person) }),
  );
}

/** A title may stand where the person is named the first time: "tillsammans med doktorand Eva Sjö". */
function titleElsewhere(text: InvitationText, { value }: NamedPerson): Found<string> | undefined {
  return peopleIn(text, [0, text.plain.length])
    .filter((other) => other.value === value)
    .slice(0, 5)
    .map((other) => titleBeside(text, other))
    .find((title) => title !== undefined);
}

/** A passage on leaders ends at an empty line after its first names. */
function bodyEnd(text: InvitationText, [start, end]: Span): number {
  const body = text.plain.slice(start, Math.min(end, start + 800));
  const gap = /\p{L}[^\n]*\n\s*\n/u.exec(body);
  return start + (gap ? gap.index + gap[0].length : body.length);
}

function distinct(people: readonly NamedPerson[]): NamedPerson[] {
  const seen = new Set<string>();
  return people.filter(({ value }) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
