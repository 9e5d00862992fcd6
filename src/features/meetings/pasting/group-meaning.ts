import type { BodyId } from "#features/meetings/body/body.ts";

type Named = { readonly id: BodyId; readonly name: string };

/**
 * Which body a heading in the text means, if it is one of those that met: "IFO" means "Nätverket för individ- och
 * familjeomsorg". A proposal that a person confirms. Nothing when none is meant, or when it may be two.
 */
export function bodyMeant(heading: string | null, bodies: readonly Named[]): BodyId | null {
  if (heading === null) return null;
  const said = wordsOf(heading);
  if (said.length === 0) return null;
  const meant = bodies.filter(({ name }) => {
    const own = wordsOf(name);
    return said.every((word) => own.includes(word)) || (own.length > 0 && own.every((word) => said.includes(word)));
  });
  return meant.length === 1 ? (meant[0]?.id ?? null) : null;
}

/** How the fields of social services are shortened. */
const spelledOut: ReadonlyMap<string, string> = new Map([
  ["ifo", "individ familjeomsorg"],
  ["äo", "äldreomsorg"],
  ["vo", "vård omsorg"],
  ["lss", "funktionsstöd"],
  ["oof", "funktionsstöd"],
  ["funktionshinder", "funktionsstöd"],
  ["bou", "barn unga"],
]);

/** Words that many headings have, and that tell no body from another. */
const common = new Set(["nätverk", "råd", "grupp", "styrgrupp", "för", "och", "i", "samt", "network", "the", "tid"]);

function wordsOf(name: string): string[] {
  return name
    .toLocaleLowerCase("sv")
    .replaceAll(/(?<=\p{L})s?-?nätverket?(?!\p{L})/gu, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .flatMap((word) => (spelledOut.get(word) ?? word).split(" "))
    .map((word) => (word.endsWith("et") && common.has(word.slice(0, -2)) ? word.slice(0, -2) : word))
    .filter((word) => word !== "" && !common.has(word));
}
