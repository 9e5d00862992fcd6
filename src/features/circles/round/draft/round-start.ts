import { z } from "zod";
import { Words } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { ProgrammeId } from "#features/circles/round/round.ts";

const Kind = z.string().regex(/^[a-z][A-Za-z]{1,39}$/u);

/** A new series. */
export const ProgrammeStart = z.strictObject({ organisationId: OrganisationId, kind: Kind, name: Words(200) });
export type ProgrammeStart = z.output<typeof ProgrammeStart>;

/** An empty round: who holds it, what kind it is and what it is called. Without a series it begins one of its own. */
export const RoundStart = z.strictObject({
  organisationId: OrganisationId,
  programmeId: ProgrammeId.nullish().transform((id) => id ?? null),
  kind: Kind,
  title: Words(200),
});
export type RoundStart = z.output<typeof RoundStart>;
