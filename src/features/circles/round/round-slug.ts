/**
 * The readable address of a round or a series: its title in lower case without signs, and when it is held, because
 * the same title comes back every year. Cut at a word so that it can be said aloud.
 */
export function slugOf(title: string, when?: string): string {
  const words = folded(title);
  const base = atAWord(words, 60) || "omgang";
  return when && !base.endsWith(`-${when}`) ? `${base}-${when}` : base;
}

/** A slug nobody has taken: itself, or with the first free number after it. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/æ/gu, "a")
    .replaceAll(/ø/gu, "o")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
}

function atAWord(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1);
  const end = cut.lastIndexOf("-");
  return end > 20 ? cut.slice(0, end) : slug.slice(0, most);
}
