import type { Problem } from "#kernel/refusal.ts";

/** A form as a person left it: what they typed, and what needs correcting. Empty the first time it is drawn. */
export type Filled = {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly Problem[];
};

/** A form nobody has written in. */
export const unfilled: Filled = { values: {}, problems: [] };

/** Whether somebody has sent the form once: from then on, an absent box is a box left empty. */
export function isFilled(filled: Filled | undefined): filled is Filled {
  return filled !== undefined && Object.keys(filled.values).length > 0;
}

/** What stands in a field: what the person typed, else what it starts with. */
export function textIn(filled: Filled | undefined, name: string, start: string | number | undefined | null): string {
  const typed = filled?.values[name];
  if (typed !== undefined) return typeof typed === "string" ? typed : (typed[0] ?? "");
  return start === undefined || start === null ? "" : String(start);
}

/** Which boxes are ticked: those the person ticked, else those ticked from the start. */
export function tickedIn(filled: Filled | undefined, name: string, start: readonly string[] = []): readonly string[] {
  if (!isFilled(filled)) return start;
  const ticked = filled.values[name] ?? [];
  return typeof ticked === "string" ? [ticked] : ticked;
}

/** The problems of one field. */
export function problemsAt(filled: Filled | undefined, name: string): readonly Problem[] {
  return filled?.problems.filter((problem) => problem.path === name) ?? [];
}

/** The address of a field on its page, so that a list of problems can lead to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}
