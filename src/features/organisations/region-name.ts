/** A county of the reference data: "14", "Västra Götalands län", "Västra Götaland". */
export type County = { readonly code: string; readonly name: string; readonly shortName: string };

/** What the region of a county calls itself. Most are "Region" and the county; some say "län", two say it otherwise. */
export function regionName(county: County): string {
  return ownNames.get(county.code) ?? `Region ${county.shortName}`;
}

const ownNames: ReadonlyMap<string, string> = new Map([
  ["04", "Region Sörmland"],
  ["06", "Region Jönköpings län"],
  ["08", "Region Kalmar län"],
  ["14", "Västra Götalandsregionen"],
  ["18", "Region Örebro län"],
  ["23", "Region Jämtland Härjedalen"],
]);

/**
 * The ways a region is written. Regions were called landsting until 2019 at the latest, and older papers and older
 * colleagues still say so: "Landstinget i Kalmar län", "Kalmar läns landsting", "Landstinget Blekinge".
 */
export function regionWritings(county: County): string[] {
  const { name, shortName } = county;
  return [
    regionName(county),
    `Region ${shortName}`,
    `Region ${name}`,
    `Landstinget ${shortName}`,
    `Landstinget i ${shortName}`,
    `Landstinget ${name}`,
    `Landstinget i ${name}`,
    `${name.replace(/ län$/u, " läns")} landsting`,
    `${shortName} läns landsting`,
    ...(otherWritings.get(county.code) ?? []),
  ];
}

const otherWritings: ReadonlyMap<string, readonly string[]> = new Map([
  ["01", ["SLL", "Stockholms läns landsting"]],
  ["04", ["Landstinget Sörmland", "Region Södermanland"]],
  ["14", ["VGR", "Västra Götalands läns landsting"]],
  ["23", ["Region Jämtland-Härjedalen"]],
]);
