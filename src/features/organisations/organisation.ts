import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { OrganisationId, type Id } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";

/** What an organisation is. It may be several things at once: Region Gotland is a municipality and a region. */
export const organisationKinds = [
  "municipality",
  "region",
  "regionalSupportStructure",
  "rdUnit",
  "municipalFederation",
  "administration",
  "unit",
  "userOrganisation",
  "university",
  "agency",
  "association",
  "privateProvider",
  "other",
] as const;
export const OrganisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** Kinds that come with the reference data, because the country decides how many there are and what their codes are. */
const givenKinds: ReadonlySet<OrganisationKind> = new Set(["municipality", "region"]);

/** The kinds of organisation that people add themselves. */
export const addedKinds = organisationKinds.filter((kind) => !givenKinds.has(kind));

/** Whether people add organisations of a kind. Municipalities and regions are there from the start. */
export function isAddedKind(kind: OrganisationKind): boolean {
  return !givenKinds.has(kind);
}

/** How one organisation stands to another: Kungälv is `memberOf` a federation, which `owns` or is served by an R&D unit. */
export const relationKinds = ["memberOf", "owns", "serves", "partOf"] as const;
export const RelationKind = z.enum(relationKinds);
export type RelationKind = z.infer<typeof RelationKind>;

export type RelationId = Id<"organisation_relation">;

export const Name = FreeText(200).min(1);

/** Where something is written down, so that whoever doubts it can look. */
export const Source = FreeText(500);

/** An organisation that somebody adds: an R&D unit, an administration or a unit below what is there already. */
export const NewOrganisation = z.strictObject({
  kind: z.enum(addedKinds),
  name: Name,
  shortName: Name.optional(),
  parentId: OrganisationId.optional(),
  contactEmail: EmailAddress.optional(),
  validFrom: Day.optional(),
});
export type NewOrganisation = z.output<typeof NewOrganisation>;

/**
 * What an organisation is called from a day on. What it was called before stays as a way to write it. Without a day,
 * the name was only written wrong.
 */
export const NewName = z.strictObject({
  name: Name,
  shortName: Name.optional(),
  from: Day.optional(),
  source: Source.optional(),
});
export type NewName = z.output<typeof NewName>;

/** One more way to write an organisation. */
export const Writing = z.strictObject({ written: Name });

export const MailDomain = z.strictObject({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .transform((domain) =>
      domain
        .replace(/^(https?:\/\/)?(www\.)?/u, "")
        .replace(/^.*@/u, "")
        .replace(/\/.*$/u, ""),
    )
    .refine((domain) => /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u.test(domain), {
      params: { code: "organisations.not_a_domain" },
    }),
});

/** That one organisation is, for a time, a member of, an owner of, a part of or at the service of another. */
export const NewRelation = z
  .strictObject({
    fromId: OrganisationId,
    toId: OrganisationId,
    kind: RelationKind,
    validFrom: Day.optional(),
    validTo: Day.optional(),
    source: Source.optional(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || Temporal.PlainDate.compare(validFrom, validTo) <= 0, {
    path: ["validTo"],
    params: { code: "organisations.ends_before_it_begins" },
  })
  .refine(({ fromId, toId }) => fromId !== toId, {
    path: ["toId"],
    params: { code: "organisations.related_to_itself" },
  });
export type NewRelation = z.output<typeof NewRelation>;
