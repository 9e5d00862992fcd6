/** The part of an address that stands for a text: lower case, no signs, cut at a word so that it can be said aloud. */
export function slugOf(text: string, most = 60): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/æ/gu, "a")
    .replaceAll(/ø/gu, "o")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  if (slug.length <= most) return slug;
  const end = slug.slice(0, most + 1).lastIndexOf("-");
  return end > most / 3 ? slug.slice(0, end) : slug.slice(0, most);
}

/** A slug nobody has taken: itself, or with the first free number after it. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
