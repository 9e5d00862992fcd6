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

/**
 * How the rows of a table are cut: as its head is. Several tabs in the head make columns stand straight and hold no
 * empty cells; wide gaps hold them where a row's words stand below another column of the head.
 */
export function cellsLike(plain: string, head: Span): (row: Span) => Span[] {
  const heads = tableCells(plain, head);
  const filled = (cells: Span[]) => cells.filter(([start, end]) => end > start);
  if (heads.some(([start, end]) => end === start)) return (row) => filled(tableCells(plain, row));
  if (/[\t|]/u.test(plain.slice(...head))) return (row) => tableCells(plain, row);
  const column = ([start]: Span) => start - (plain.lastIndexOf("\n", start - 1) + 1);
  return (row) => {
    const cells = filled(tableCells(plain, row));
    const places = cells.map((cell) => heads.findLastIndex((each) => column(each) <= column(cell) + 1));
    if (cells.length >= heads.length || new Set(places).size < cells.length) return cells;
    return heads.map((_, at) => cells[places.indexOf(at)] ?? [row[1], row[1]]);
  };
}
