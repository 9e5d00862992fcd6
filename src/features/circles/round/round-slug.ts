import { slugOf } from "#kernel/slug.ts";

/**
 * The readable address of a round or a series: its title, and when it is held, because the same title comes back
 * every year.
 */
export function roundSlug(title: string, when?: string): string {
  const base = slugOf(title) || "omgang";
  return when && !base.endsWith(`-${when}`) ? `${base}-${when}` : base;
}
