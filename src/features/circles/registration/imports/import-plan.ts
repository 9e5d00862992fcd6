import type { ImportRow } from "#features/circles/registration/imports/import-row.ts";

/**
 * What a row of a file does:
 *
 * - `new`: one more application; `merges`: goes into the live application of the same person
 * - `known`: it came in before, from this file or another; `error`: something has to be put right first
 */
export const rowDeeds = ["new", "merges", "known", "error"] as const;
export type RowDeed = (typeof rowDeeds)[number];

/** A row with what it does, and the mark by which the same application is known in every file. */
export type PlannedRow = ImportRow & {
  readonly deed: RowDeed;
  readonly key: string;
  /** The line of this file it goes together with, when that is where the person's other application stands. */
  readonly withLine?: number | undefined;
};

/** What is in the round already. */
export type KnownInRound = { readonly keys: ReadonlySet<string>; readonly emails: ReadonlySet<string> };

/**
 * What each row of a file does, in the order in which the applications came in: by the time they tell, and in the order
 * of the file where that is the same. So the first of two from one person is the one that goes on. (C-16, C-19)
 */
export function planRows(rows: readonly (ImportRow & { readonly key: string })[], known: KnownInRound): PlannedRow[] {
  const keys = new Map<string, number>();
  const emails = new Map<string, number>();
  return inOrder(rows).map((row): PlannedRow => {
    const { application, key, line } = row;
    if (!application) return { ...row, deed: "error" };
    if (known.keys.has(key) || keys.has(key)) return { ...row, deed: "known", withLine: keys.get(key) };
    keys.set(key, line);
    const { email } = application;
    if (email === undefined) return { ...row, deed: "new" };
    const twin = emails.get(email);
    if (twin === undefined) emails.set(email, line);
    return twin !== undefined || known.emails.has(email)
      ? { ...row, deed: "merges", withLine: twin }
      : { ...row, deed: "new" };
  });
}

function inOrder<Row extends ImportRow>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => {
    if (!a.reachedAt || !b.reachedAt) return a.line - b.line;
    return a.reachedAt.epochMilliseconds - b.reachedAt.epochMilliseconds || a.line - b.line;
  });
}

/** How many rows do what. */
export function countsOf(rows: readonly PlannedRow[]): Record<RowDeed, number> {
  const counts: Record<RowDeed, number> = { new: 0, merges: 0, known: 0, error: 0 };
  for (const { deed } of rows) counts[deed] += 1;
  return counts;
}

/** Whether a row would bring something in. */
export function isRight({ deed }: PlannedRow): boolean {
  return deed === "new" || deed === "merges";
}

/** Where the applications of a file come to stand, one after the other, behind everyone who has a number. */
export type NewcomerState = "applied" | "placed" | "held" | "waitlisted";

/**
 * Gives those who come last in the queue what is left, in their order. Nobody in front of them is passed: `free` are the
 * places that nobody has and nobody with an earlier number has a claim on. Whoever comes in only while places are left
 * does not come in when there are none. (C-3, C-4, C-9)
 */
export function seatNewcomers(
  newcomers: readonly { readonly managerAwaited: boolean; readonly onlyWhilePlacesLeft?: boolean }[],
  { assessed, free }: { readonly assessed: boolean; readonly free: number },
): (NewcomerState | undefined)[] {
  let left = free;
  return newcomers.map(({ managerAwaited, onlyWhilePlacesLeft = false }) => {
    if (assessed) return "applied";
    if (left <= 0) return onlyWhilePlacesLeft ? undefined : "waitlisted";
    left -= 1;
    return managerAwaited ? "held" : "placed";
  });
}
