import { slugOf } from "#kernel/slug.ts";

/** Where somebody in a circle works, as they wrote it themselves. */
export type WhereSomebodyWorks = { readonly workplace: string; readonly employer: string };

/** A workplace in a circle: the key that stands in its address, and what it is called. */
export type Workplace = { readonly key: string; readonly name: string; readonly employer: string };

/**
 * What makes two who work at one place to one workplace: the same name and the same employer, whatever the letters'
 * size and the signs between them. Nothing for one whose name is no longer kept.
 */
export function workplaceOf({ workplace, employer }: WhereSomebodyWorks): Workplace | undefined {
  if (!/[\p{L}\p{N}]/u.test(workplace)) return undefined;
  return { key: `${part(employer)}--${part(workplace)}`, name: workplace, employer };
}

/** The workplaces of a circle by employer and name: those of its people and those that have answered. */
export function workplacesIn(people: readonly WhereSomebodyWorks[], answering: readonly Workplace[]): Workplace[] {
  const byKey = new Map<string, Workplace>();
  for (const each of [...answering, ...people.map(workplaceOf)])
    if (each && !byKey.has(each.key)) byKey.set(each.key, each);
  return [...byKey.values()].toSorted(
    (a, b) => a.employer.localeCompare(b.employer, "sv") || a.name.localeCompare(b.name, "sv"),
  );
}

// Letters that no address holds become their numbers, so that two such names are still two.
const part = (text: string) =>
  slugOf(text, 180) ||
  Array.from(text)
    .map((sign) => sign.codePointAt(0)?.toString(36))
    .join("")
    .slice(0, 180);
