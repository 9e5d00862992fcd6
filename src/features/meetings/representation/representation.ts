import { z } from "zod";
import { MaybeDay, MaybeWords, OneLine, Words } from "#kernel/answers.ts";
import { type Id, idOf, OrganisationId } from "#kernel/ids.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { isSomeone, nobodySaid, someone } from "#features/meetings/body/seats/seat.ts";

/** That somebody represents an organisation somewhere: in a body here or at a place outside. (R156) */
export const RepresentationId = idOf("representation");
export type RepresentationId = Id<"representation">;

export const representationLevels = ["local", "regional", "national"] as const;
export const RepresentationLevel = z.enum(representationLevels);
export type RepresentationLevel = z.infer<typeof RepresentationLevel>;

/** How long each text may be. */
export const longest = { mandate: 1_000, report: 4_000 };

/** Who sits where for whom, at which level, with what mandate and for which time. */
export const NewRepresentation = z
  .strictObject({
    ...someone,
    organisationId: OrganisationId,
    /** Who keeps the register it stands in. */
    keptBy: OrganisationId,
    bodyId: BodyId.optional(),
    /** Where the body is not here: "Nationella gruppen för kunskapsstyrning". */
    place: OneLine(200).optional(),
    level: RepresentationLevel,
    mandate: MaybeWords(longest.mandate),
    validFrom: MaybeDay,
    validTo: MaybeDay,
  })
  .refine(isSomeone, nobodySaid)
  .refine(({ bodyId, place }) => (bodyId === undefined) !== (place === undefined), {
    path: ["place"],
    params: { code: "representation.one_place" },
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || Temporal.PlainDate.compare(validFrom, validTo) <= 0, {
    path: ["validTo"],
    params: { code: "body.ends_before_it_begins" },
  });
export type NewRepresentation = z.output<typeof NewRepresentation>;

/** What came of sitting there, told back at home: on which day, today when none is said. */
export const Report = z.strictObject({ day: MaybeDay, text: Words(longest.report) });
export type Report = z.output<typeof Report>;
