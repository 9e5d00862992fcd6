import type { Span } from "#features/circles/invitation/found.ts";

/**
 * The cells of a row that tabs, bars or wide gaps divide. An empty cell between two tabs or bars is a cell, or what
 * stands after it would be read in the column before: "Boka lokal, nobody, 3 May".
 */
export function tableCells(plain: string, [start, end]: Span): Span[] {
  const stretch = plain.slice(start, end);
  const from = /^[ |]*/u.exec(stretch)?.[0].length ?? 0;
  const until = stretch.replace(/[ \t|]*$/u, "").length;
  const signs = /[\t|]/u.test(stretch.slice(from, until)) ? / *[\t|] */gu : / {3,}/gu;
  const cuts = [...stretch.matchAll(signs)].filter(({ index }) => index >= from && index < until);
  return [...cuts, undefined].map((cut, at): Span => {
    const before = cuts[at - 1];
    return [
      start + (before ? before.index + before[0].length : from),
      start + (cut ? cut.index : Math.max(from, until)),
    ];
  });
}

/** How the rows of a table are cut: as its head is, where people have put several tabs to make columns stand straight. */
export function cellsLike(plain: string, head: Span): (row: Span) => Span[] {
  const isExact = tableCells(plain, head).every(([start, end]) => end > start);
  return (row) => (isExact ? tableCells(plain, row) : tableCells(plain, row).filter(([start, end]) => end > start));
}
