import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { slugOf } from "#kernel/slug.ts";
import { municipalityName } from "#features/organisations/municipality-name.ts";
import { OrganisationKind } from "#features/organisations/organisation.ts";
import { type County, regionName, regionWritings } from "#features/organisations/region-name.ts";
import { recordsOf } from "#features/organisations/reference/separated-values.ts";

/** The texts of the files in reference/. */
export type ReferenceTexts = Readonly<Record<"counties" | "municipalities" | "organisations" | "memberships", string>>;

/** An organisation that every installation begins with. */
export type ReferenceOrganisation = {
  /** Says which one it is from one version of the files to the next; it is also the address of its page. */
  readonly slug: string;
  readonly kinds: readonly OrganisationKind[];
  readonly name: string;
  readonly shortName: string;
  readonly municipalityCode: string | null;
  /** The county it answers for as a region. */
  readonly regionCountyCode: string | null;
  readonly countyCode: string | null;
  readonly writings: readonly string[];
};

export type ReferenceMembership = {
  readonly body: string;
  readonly municipalityCode: string;
  readonly validFrom: Temporal.PlainDate | null;
  readonly validTo: Temporal.PlainDate | null;
  readonly source: string;
};

export type Reference = {
  readonly counties: readonly County[];
  readonly organisations: readonly ReferenceOrganisation[];
  readonly memberships: readonly ReferenceMembership[];
};

/**
 * What the reference files say, as the organisations of the country: 290 municipalities, 21 regions and those that
 * everyone works with (R137, R139, R170).
 *
 * Gotland's municipality is also its region, one organisation found by both names: so there are 310 for the 311.
 * Two municipalities whose addresses would be the same (Håbo and Habo) both carry their code in them.
 */
export function readReference(texts: ReferenceTexts): Reference {
  const counties = z.array(CountyRow).parse(recordsOf(texts.counties));
  const rows = z.array(MunicipalityRow).parse(recordsOf(texts.municipalities));
  const sharing = Map.groupBy(rows, ({ shortName }) => slugOf(shortName));

  const municipalities = rows.map((row) => {
    const slug = slugOf(row.shortName);
    const alone = sharing.get(slug)?.length === 1;
    const county = counties.find(({ code }) => code === row.countyCode);
    return municipality(row, alone ? slug : `${slug}-${row.code}`, county);
  });
  const regionsAlready = new Set(municipalities.map(({ regionCountyCode }) => regionCountyCode));
  return {
    counties,
    organisations: [
      ...municipalities,
      ...counties.filter(({ code }) => !regionsAlready.has(code)).map(region),
      ...z.array(OrganisationRow).parse(recordsOf(texts.organisations)),
    ],
    memberships: z.array(MembershipRow).parse(recordsOf(texts.memberships)),
  };
}

function municipality(row: MunicipalityRow, slug: string, county: County | undefined): ReferenceOrganisation {
  const name = municipalityName(row.shortName);
  const isRegion = county !== undefined && regionName(county) === name;
  return {
    slug,
    kinds: isRegion ? ["municipality", "region"] : ["municipality"],
    name,
    shortName: row.shortName,
    municipalityCode: row.code,
    regionCountyCode: isRegion ? county.code : null,
    countyCode: row.countyCode,
    writings: [name, row.shortName, row.longName, ...(isRegion ? regionWritings(county) : [])],
  };
}

function region(county: County): ReferenceOrganisation {
  const name = regionName(county);
  return {
    slug: slugOf(name),
    kinds: ["region"],
    name,
    shortName: name,
    municipalityCode: null,
    regionCountyCode: county.code,
    countyCode: county.code,
    writings: regionWritings(county),
  };
}

const CountyRow = z
  .object({
    county_code: z.string().regex(/^\d{2}$/u),
    county_name: z.string().min(1),
    county_name_short: z.string().min(1),
  })
  .transform((row): County => ({ code: row.county_code, name: row.county_name, shortName: row.county_name_short }));

const MunicipalityRow = z
  .object({
    municipality_code: z.string().regex(/^\d{4}$/u),
    municipality_name: z.string().min(1),
    municipality_name_short: z.string().min(1),
    county_code: z.string().regex(/^\d{2}$/u),
  })
  .transform((row) => ({
    code: row.municipality_code,
    longName: row.municipality_name,
    shortName: row.municipality_name_short,
    countyCode: row.county_code,
  }));
type MunicipalityRow = z.output<typeof MunicipalityRow>;

const OrganisationRow = z
  .object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
    kind: OrganisationKind,
    name: z.string().min(1),
    short_name: z.string().min(1),
    aliases: z.string().transform((aliases) => aliases.split("|").filter(Boolean)),
  })
  .transform((row): ReferenceOrganisation => ({
    slug: row.slug,
    kinds: [row.kind],
    name: row.name,
    shortName: row.short_name,
    municipalityCode: null,
    regionCountyCode: null,
    countyCode: null,
    writings: [row.name, row.short_name, ...row.aliases],
  }));

const DayOrUnknown = z.union([z.literal("").transform(() => null), Day]);

const MembershipRow = z
  .object({
    organisation: z.string().min(1),
    municipality_code: z.string().regex(/^\d{4}$/u),
    valid_from: DayOrUnknown,
    valid_to: DayOrUnknown,
    source: z.string().min(1),
  })
  .transform((row): ReferenceMembership => ({
    body: row.organisation,
    municipalityCode: row.municipality_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
  }));
