import { emailPattern, phonePattern, webPattern } from "./channels.ts";
import type { Doubt, Span } from "./found.ts";
import { type InvitationText } from "./invitation-text.ts";
import type { WarningCode } from "./invitation.ts";
import { numberOf, numberPattern } from "./number-words.ts";
import { peopleIn } from "./people.ts";

type Thing = "contact" | "people" | "link" | "dates" | "program";

const below = String.raw`(?:nedan(?:för|stående)?|längre ner|längst ned?|längst ner(?: på sidan)?|här under|i slutet av (?:sidan|inbjudan|texten)|följande)`;
const things: readonly (readonly [Thing, string])[] = [
  ["contact", String.raw`(?:kontakt(?:a|person(?:er(?:na)?)?|uppgifter(?:na)?)?|någon av oss|oss)`],
  [
    "people",
    String.raw`(?:medverkande|föreläsar(?:e|na)|cirkelledar(?:e|na)|forskar(?:e|na)|de som medverkar|medverka\p{L}*|presenteras|bidrar\p{L}*)`,
  ],
  [
    "link",
    String.raw`(?:länk(?:en|ar(?:na)?)?|formulär(?:et)?|anmälningslänk(?:en)?|anmäl(?:an|er|ning)?(?: dig| du| görs| gör du)?)`,
  ],
  ["dates", String.raw`(?:datum(?:en)?|tider(?:na)?|tillfällen(?:a)?)`],
  ["program", String.raw`(?:program(?:met)?|teman(?:a)?|agenda)`],
];

/** "kontaktpersonerna nedan", "nedan presenteras de som medverkar", "anmälan via länken" */
const patterns = things.map(([thing, what]) => {
  const pattern = String.raw`(?<!\p{L})(?:${what}(?:\s[^.!?\n]{0,40})?\s${below}|${below}\s(?:[^.!?\n]{0,30}\s)?${what})(?!\p{L})`;
  return [thing, new RegExp(pattern, "giu")] as const;
});
const lostLink =
  /(?:(?:anmäl|ansök|registrer)\p{L}*[^.!?\n]{0,40}(?:via|genom|på|i) (?:den här |denna |bifogad |följande )?(?:länk(?:en)?|formuläret)(?! som| skickas)|klicka(?: på länken)? här|klicka på länken|via (?:den här|denna|följande) länk(?:en)?|(?:anmäl|ansök)\p{L}*\s(?:dig |er |du )?här(?!\p{L}))/giu;

/**
 * What the text promises further down and does not give (R107): contacts, contributors, a link, dates, a program.
 * A link that was lost when a page was pasted counts too.
 */
export function announcedButMissing(text: InvitationText, datesAt: readonly Span[]): Doubt<WarningCode>[] {
  const doubts = new Map<Thing, Doubt<WarningCode>>();
  const tell = (thing: Thing, at: Span) => {
    if (!doubts.has(thing)) doubts.set(thing, { code: "announced_but_missing", at, values: { thing } });
  };
  for (const [thing, pattern] of patterns) {
    for (const match of text.plain.matchAll(pattern).take(5)) {
      const at: Span = [match.index, match.index + match[0].length];
      if (/följande/iu.test(match[0]) && thing !== "link" && thing !== "contact") continue;
      if (!follows(text, thing, at[1], datesAt)) tell(thing, at);
    }
  }
  if (text.plain.search(webPattern) < 0) {
    const match = [...text.plain.matchAll(lostLink)][0];
    if (match) tell("link", [match.index, match.index + match[0].length]);
  }
  return [...doubts.values()];
}

function follows(text: InvitationText, thing: Thing, from: number, datesAt: readonly Span[]): boolean {
  const rest = text.plain.slice(from);
  switch (thing) {
    case "contact":
      return (
        rest.search(emailPattern) >= 0 ||
        rest.search(phonePattern) >= 0 ||
        peopleIn(text, [from, text.plain.length]).length > 0
      );
    case "people":
      return peopleIn(text, [from, contactStart(text, from)]).length > 0;
    case "link":
      return text.plain.search(webPattern) >= 0;
    case "dates":
      return datesAt.some(([start]) => start >= from);
    case "program":
      return rest.split("\n").filter((line) => line.trim() !== "").length > 2;
  }
}

const sessionsSaid = new RegExp(
  String.raw`(?<!\p{L})(?<n>${numberPattern})\s(?:fysiska |digitala |cirkel|gemensamma |halvdags|heldags)?(?:träffar|gånger|tillfällen|halvdagar|heldagar|sammankomster|seminarier|möten)(?!\p{L}| (?:om|per|i) (?:året|terminen|år|termin|månaden|veckan))`,
  "giu",
);

/** "Vi träffas åtta gånger", with fewer days to be found. */
export function fewerThanAnnounced(text: InvitationText, read: number): Doubt<WarningCode>[] {
  for (const match of text.plain.matchAll(sessionsSaid)) {
    const said = numberOf(match.groups?.["n"] ?? "") ?? 0;
    const past = /(?:tidigare|senaste|förra|startades|genomfördes|minst|max|högst)[^.\n]{0,40}$/iu.test(
      text.plain.slice(Math.max(0, match.index - 60), match.index),
    );
    if (read > 0 && said > read && said <= 40 && !past) {
      return [
        {
          code: "announced_but_missing",
          at: [match.index, match.index + match[0].length],
          values: { thing: "sessions", said, read },
        },
      ];
    }
  }
  return [];
}

/** "Cirkel 1 … Cirkel 2 …": a text on several offers is read as one, which has to be told. */
export function severalOffers(text: InvitationText, datesAt: readonly Span[]): Doubt<WarningCode>[] {
  const heads = text.lines.filter(({ text: line }) =>
    /^[\s#*]*(?:cirkel|grupp|spår|kurs|omgång|alternativ)\s*(?:[1-9]|[A-F])\s*(?:[:.)|–-]|$)/iu.test(line),
  );
  const dated = heads
    .slice(0, 30)
    .filter(({ span }, at) =>
      datesAt.some(([start]) => start > span[0] && start < (heads[at + 1]?.span[0] ?? Infinity)),
    );
  return dated.length > 1 ? [{ code: "unread_text", at: dated[1]?.span ?? null, values: { kind: "several" } }] : [];
}

/** Those who answer questions are not those who contribute. */
function contactStart(text: InvitationText, from: number): number {
  return text.passages.find(({ kind, label }) => kind === "contact" && label[0] >= from)?.label[0] ?? text.plain.length;
}
