type Values = Readonly<Record<string, string | readonly string[]>>;

/** How many rows a form shows at first where a team may be very large; more are asked for with a button. */
const firstRows = 6;
const moreRows = 5;

/** Up to this many are shown all at once. */
const fewEnough = 10;

/**
 * The people of a team as they were typed, row after row without gaps: somebody who leaves a row empty between two has
 * named two people, and what is wrong with the second is said at the second.
 */
export function withoutGaps<Typed extends Values>(values: Typed): Typed {
  const rows = new Map<number, [string, string | readonly string[]][]>();
  const rest: [string, string | readonly string[]][] = [];
  for (const [name, value] of Object.entries(values)) {
    const [, row, field] = /^members\.(\d{1,3})\.(name|email|title)$/u.exec(name) ?? [];
    if (row === undefined || field === undefined) rest.push([name, value]);
    else if (String(value).trim() !== "") rows.set(Number(row), [...(rows.get(Number(row)) ?? []), [field, value]]);
  }
  const inOrder = [...rows].toSorted(([a], [b]) => a - b);
  return Object.fromEntries([
    ...rest,
    ...inOrder.flatMap(([, fields], index) =>
      fields.map(([field, value]): [string, string | readonly string[]] => [`members.${index}.${field}`, value]),
    ),
  ]) as Typed;
}

/** How many people stand in a form. */
export function rowsTyped(values: Values): number {
  const rows = Object.keys(withoutGaps(values)).map((name) => /^members\.(\d+)\./u.exec(name)?.[1]);
  return new Set(rows.filter((row) => row !== undefined)).size;
}

/** How many rows to show: all where a team is small, else enough for those typed and, when asked for, a few more. */
export function rowsShown(limits: { readonly least: number; readonly most: number }, values: Values): number {
  if (limits.most <= fewEnough) return limits.most;
  const typed = rowsTyped(values);
  const wanted = asksMoreRows(values) ? typed + moreRows : typed;
  return Math.min(limits.most, Math.max(limits.least, firstRows, wanted));
}

/** Whether the button for more rows was pressed, rather than the one that sends. */
export function asksMoreRows(values: Values): boolean {
  return values["fler"] !== undefined;
}
