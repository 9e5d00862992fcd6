import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "#kernel/messages.ts";
import { packageRoot } from "#platform/package-root.ts";
import { translators } from "#platform/web/translate.ts";
import { readReference } from "#features/organisations/reference/reference-rows.ts";
import { type KnownOrganisation, type OrganisationLookup, organisationLookup } from "./known-organisations.ts";
import { en } from "./messages.en.ts";
import { sv } from "./messages.sv.ts";
import { type MinutesReading, minutesReading } from "./minutes-reading.ts";
import type { Minutes } from "./minutes.ts";

/** How to read: `organisations` whose names are known, besides the country's; `language` is that of warnings. */
export type MinutesOptions = { readonly organisations?: readonly KnownOrganisation[]; readonly language?: Language };

const say = translators({ sv, en });
let country: { readonly organisations: readonly KnownOrganisation[]; readonly lookup: OrganisationLookup } | undefined;

/** Minutes beside the words they were read from, for a person to compare and confirm. Writes nothing, asks no clock. */
export function readMinutes(
  text: string,
  { organisations = [], language = "sv" }: MinutesOptions = {},
): MinutesReading {
  country ??= known(countryOrganisations());
  const lookup =
    organisations.length === 0 ? country.lookup : known([...country.organisations, ...organisations]).lookup;
  return minutesReading(text, { organisations: lookup, say: say[language] });
}

/** The contract's JSON of minutes in plain text, and nothing else. */
export function parseMinutes(text: string, options: MinutesOptions = {}): Minutes {
  return readMinutes(text, options).minutes;
}

function known(organisations: readonly KnownOrganisation[]) {
  return { organisations, lookup: organisationLookup(organisations) };
}

/** The municipalities, regions and national bodies of the reference files, with every way they are written. */
function countryOrganisations(): KnownOrganisation[] {
  const file = (name: string) => readFileSync(join(packageRoot, "reference", `${name}.csv`), "utf8");
  const { organisations } = readReference({
    counties: file("counties"),
    municipalities: file("municipalities"),
    organisations: file("organisations"),
    memberships: file("memberships"),
  });
  return organisations.map(({ writings, municipalityCode }) => ({ writings, municipalityCode }));
}
