import { z } from "zod";
import { Count, MaybeLine, MaybeWords, OneLine, Several, Words } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { CandidateId, longest, Pace } from "#features/knowledge/filling/filling.ts";
import { MaybeDoi, MaybeLongAddress, NewItem } from "#features/knowledge/item/item-words.ts";

/** An archive to harvest: where it answers, which part of it, and how often. */
const archive = {
  name: OneLine(200),
  address: z.preprocess(
    (sent) => (typeof sent === "string" ? sent.trim() : sent),
    z.url({ protocol: /^https?$/u }).max(longest.link),
  ),
  setSpec: MaybeLine(200),
  every: Pace,
};

export const NewHarvestSource = z.strictObject({ ...archive, organisationId: OrganisationId });
export type NewHarvestSource = z.output<typeof NewHarvestSource>;

/** What is said of an archive, changed from the version that was read. */
export const HarvestSourceChange = z.strictObject({ ...archive, version: Count(1, 1_000_000) });
export type HarvestSourceChange = z.output<typeof HarvestSourceChange>;

/** What stands on the title page, as a person writes it. */
const titlePage = {
  title: NewItem.shape.title,
  authors: NewItem.shape.authors,
  source: MaybeWords(longest.source),
  year: NewItem.shape.year,
  licence: MaybeWords(longest.licence),
  link: MaybeLongAddress,
  doi: MaybeDoi,
};

/** A reference filled in by hand, when nothing could be read. */
export const WrittenReference = z.strictObject({ ...titlePage, organisationId: OrganisationId });
export type WrittenReference = z.output<typeof WrittenReference>;

/** An address or a DOI that somebody has pasted. */
export const PastedAddress = z.strictObject({
  organisationId: OrganisationId,
  address: Words(longest.link),
});

/** Which kind of knowledge a candidate is, and what its title page says where that is to be put right. */
export const Taking = z.strictObject({
  kind: NewItem.shape.kind,
  title: titlePage.title.optional(),
  authors: titlePage.authors.optional(),
  source: titlePage.source.optional(),
  year: titlePage.year.optional(),
  licence: titlePage.licence.optional(),
  link: titlePage.link.optional(),
  doi: titlePage.doi.optional(),
});
export type Taking = z.output<typeof Taking>;

/** Some candidates, ticked in a list. */
export const SomeCandidates = z.strictObject({ candidates: Several(CandidateId, 200, 1) });
