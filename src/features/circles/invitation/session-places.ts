import type { Span } from "./found.ts";
import { type InvitationText, lineAt, passageAt } from "./invitation-text.ts";

/** Something of which there may be several in a text, standing at its date (or its week). */
export type Standing = { readonly at: Span };

/**
 * The words that belong to one date: `before` it and `after` it on its line, split from its neighbours' at the last
 * comma or "och" between them; `heading` above its list; `block` the short lines directly around it when the date
 * stands alone on its line.
 */
export type Surroundings = {
  readonly before: Span;
  readonly after: Span;
  readonly heading: Span | undefined;
  readonly block: readonly Span[];
};

/** The surroundings of every standing, in their order. All dates of the text divide lines, whatever they are for. */
export function surroundings(
  text: InvitationText,
  standings: readonly Standing[],
  dividers: readonly Span[],
): Surroundings[] {
  const layout = blocksStandAbove(text, standings) ? "above" : "below";
  return standings.map(({ at }) => {
    const row = lineAt(text, at[0]);
    const line = text.lines[row]?.span ?? at;
    const previous = dividers.findLast((other) => other[1] <= at[0] && other[0] >= line[0]);
    const next = dividers.find((other) => other[0] >= at[1] && other[1] <= line[1]);
    const heading = headingOf(text, at);
    return {
      before: [previous ? splitAt(text.plain, previous[1], at[0]) : line[0], at[0]],
      after: [at[1], next ? splitAt(text.plain, at[1], next[0]) : ownEnd(text, at, line)],
      heading,
      block: previous || next ? [] : blockOf(text, row, layout, dividers),
    };
  });
}

/** Between two dates, the words after the last separator belong to the later one. */
function splitAt(plain: string, from: number, to: number): number {
  const gap = plain.slice(from, to);
  const separators = [
    ...gap
      .replaceAll(/\([^()]*\)/gu, (inside) => "¤".repeat(inside.length))
      .matchAll(/[;,]|\s(?:och|samt|men|därefter|sedan)(?=\s)|[.]\s/gu),
  ];
  const last = separators.at(-1);
  return last ? from + last.index : to;
}

function ownEnd(text: InvitationText, at: Span, line: Span): number {
  if (line[1] - line[0] <= 200) return line[1];
  const stop = text.sentences.find((sentence) => sentence[0] <= at[0] && sentence[1] > at[0]);
  return Math.min(line[1], stop?.[1] ?? line[1]);
}

/** The unknown heading or label a date stands under, when it is near: "Digitala träffar", "Kick-off". */
function headingOf(text: InvitationText, at: Span): Span | undefined {
  const passage = passageAt(text, at[0]);
  return passage && at[0] - passage.label[1] < 600 ? passage.label : undefined;
}

const sessionName =
  /^(?:[\s•*·-]*)(?:träff|tillfälle|kick|upp(?:start|takt|följ)|dag|modul|avslut|slut|seminari|workshop|start|introduktion|steg|del|möte|återträff|cirkelträff)/iu;

/** Whether names of sessions stand on the line above their date ("Träff 1" / "3 mars") rather than below it. */
function blocksStandAbove(text: InvitationText, standings: readonly Standing[]): boolean {
  const first = standings[0];
  if (!first) return false;
  const above = text.lines[lineAt(text, first.at[0]) - 1]?.text ?? "";
  return above.length > 0 && above.length <= 60 && sessionName.test(above);
}

function blockOf(text: InvitationText, row: number, layout: "above" | "below", dividers: readonly Span[]): Span[] {
  const hasDate = (span: Span) => dividers.some((other) => other[0] >= span[0] && other[1] <= span[1]);
  const block: Span[] = [];
  const own = text.lines[row];
  if (!own || own.text.length > 90) return block;
  const above = text.lines[row - 1];
  if (layout === "above" && above && above.text !== "" && above.text.length <= 60 && !hasDate(above.span))
    block.push(above.span);
  for (let next = row + 1; next <= row + 3; next += 1) {
    const line = text.lines[next];
    const follower = text.lines[next + 1];
    if (!line || line.text === "" || line.text.length > 120 || hasDate(line.span)) break;
    if (layout === "above" && follower && hasDate(follower.span)) break;
    block.push(line.span);
  }
  return block;
}
