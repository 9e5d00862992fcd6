import type { Child } from "hono/jsx";
import type { Translate } from "#kernel/messages.ts";
import type { KeptSource } from "#features/circles/round/draft/queries.ts";
import { Beside } from "#ui/beside.tsx";
import type { Filled } from "#ui/filled.ts";

/** What the fields of the comparison need: the words, and what has been typed. */
export type ReadingProps = { t: Translate; filled: Filled; source: KeptSource };

type BesideReadingProps = {
  t: Translate;
  source: KeptSource;
  /** Under which names the reading keeps the words: the first one that has any is shown. */
  read: readonly string[];
  doubt?: Child;
  children?: Child;
};

/** A field beside the words it was read from. */
export function BesideReading({ t, source, read, doubt, children }: BesideReadingProps) {
  const span = read.flatMap((path) => source.read.readFrom[path] ?? []);
  const [start, end] = span;
  const words = start === undefined || end === undefined ? undefined : squeezed(source.text.slice(start, end));
  const line = start === undefined ? undefined : source.text.slice(0, start).split("\n").length;
  return (
    <Beside
      t={t}
      words={words}
      where={line === undefined ? undefined : t("round.reading.line", { line })}
      doubt={doubt}
    >
      {children}
    </Beside>
  );
}

function squeezed(words: string): string {
  const single = words.replaceAll(/\s+/gu, " ").trim();
  return single.length > 400 ? `${single.slice(0, 397)}…` : single;
}
