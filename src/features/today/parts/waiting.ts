import type { Actor } from "#kernel/actor.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Todo } from "#ui/todo-list.tsx";

/** What a line is said with: the day in words, and the button that leads to where it is dealt with. */
export type Words = {
  readonly t: Translate;
  readonly near: (date: Temporal.PlainDate) => string;
  readonly go: (href: string, words: Child) => Child;
};

/** The lines about what waits for somebody, as soon as it is known in what words. */
export type Lines = (words: Words) => readonly Todo[];

/** Asks what waits of one kind, for whoever is signed in, and gives a line for each. */
export type Waiting = (db: Reader, actor: Actor, now: Temporal.Instant) => Promise<Lines>;

/** One kind of thing that may be forgotten: the question that finds it, and how a line about it is said. */
export function waiting<Row>(
  asked: (db: Reader, actor: Actor, now: Temporal.Instant) => Promise<readonly Row[]>,
  line: (row: Row, words: Words) => Todo,
): Waiting {
  return async (db, actor, now) => {
    const rows = await asked(db, actor, now);
    return (words) => rows.map((row) => line(row, words));
  };
}

/** Several kinds of waiting as one, in their order. */
export function together(kinds: readonly Waiting[]): Waiting {
  return async (db, actor, now) => {
    const found = await Promise.all(kinds.map((asked) => asked(db, actor, now)));
    return (words) => found.flatMap((lines) => lines(words));
  };
}
