import type { Span } from "./found.ts";

/** Bullets that became letters when a document was pasted: "§ Lokal: …", "o 8 september". Two of a kind make a list. */
export function oddBulletsAt(text: string): number[] {
  return [/^[ \t]*(?<bullet>§)(?=[ \t]+\S)/gmu, /^[ \t]*(?<bullet>o)(?=[ \t]+\S)/gmu].flatMap((pattern) => {
    const found = [...text.matchAll(pattern)].map(({ index, 0: lead }) => index + lead.length - 1);
    return found.length > 1 ? found : [];
  });
}

/** Where a word was parted at the end of a line: "med-\narbetare". Not "barn-\noch ungdomsvården". */
export function hyphensAtLineEnd(text: string): Span[] {
  const parted = /(?<=\p{Ll}{2})-[ \t]*\n[ \t]*(?=\p{Ll}{2})(?!(?:och|eller|samt|respektive|till)(?!\p{L}))/gu;
  return [...text.matchAll(parted)].map((match) => [match.index, match.index + match[0].length]);
}

/** The marks of a quoted mail: "> > Hej". */
export function quoteMarks(text: string): Span[] {
  return [...text.matchAll(/^(?:[ \t]{0,3}>){1,5}[ \t]?/gmu)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

const labels =
  "Syfte(?: och mål)?|Mål|Målgrupp|Bakgrund|Innehåll|Upplägg|Tid och plats|Tid|Tider|Datum|Plats|Lokal|När|Var|Anmälan|Ansökan|Kostnad|Avgift|Deltagare|Antal platser|Cirkelledare|Ledare|Kursledare|Föreläsare|Kontakt|Kontaktpersoner?|Frågor|Vid frågor|Sista anmälningsdag|Upplysningar|Information|Mer information|Program|Förkunskaper";
const headInside = new RegExp(
  String.raw`(?<=[.!?]["')]?)(?: \d{1,2})?(?<before> )(?<label>${labels})(?<after>:? )(?=\p{Lu})`,
  "gdu",
);

/**
 * Where a page whose line breaks were lost has its headings: "… äldreomsorgen. Syfte Syftet med cirkeln är …". Only in
 * lines longer than any paragraph, since a sentence may begin with such a word.
 */
export function runTogetherAt(text: string): number[] {
  const at: number[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.length > 600) {
      for (const match of line.matchAll(headInside)) {
        const [before, after] = [match.indices?.groups?.["before"], match.indices?.groups?.["after"]];
        if (before) at.push(start + before[0]);
        if (after && !match.groups?.["after"]?.startsWith(":")) at.push(start + after[0]);
      }
    }
    start += line.length + 1;
  }
  return at;
}

/** The frame of a document site around a text, with the words it shows twice; its last space ends the title. */
export function documentFrame(text: string): Span[] {
  const frame =
    /\sStorlek:?\s*px\s+(?:Starta|Börja) visningen från sidan:?\s*(?:Download|Ladda ner)\s+["”“][^"”“]{0,300}["”“]\s*(?:Transkript|Avskrift|Transcript)(?:\s+\d{1,2}(?=\s\p{Lu}))?(?=\s)/gu;
  return [...text.matchAll(frame)].map((match) => [match.index, match.index + match[0].length]);
}
