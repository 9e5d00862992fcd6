import { z } from "zod";
import { OneLine } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { TermId, TermKind } from "#features/knowledge/item/item.ts";

/** An organisation's own name for a national word. */
export const LocalName = z.strictObject({ organisationId: OrganisationId, means: TermId, name: OneLine(120) });
export type LocalName = z.output<typeof LocalName>;

/** A row of the national words that come with the installation. */
export const NationalTerm = z.strictObject({
  kind: TermKind,
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
  name: OneLine(120),
});
export type NationalTerm = z.output<typeof NationalTerm>;
