import type { z } from "zod";
import type { ItemJson, ListedItemJson, VersionJson } from "#features/knowledge/item/item-json.ts";
import type { ListedItem } from "#features/knowledge/item/listing/queries.ts";
import type { PublishedItem, VersionFacts } from "#features/knowledge/item/queries.ts";

const said = (day: Temporal.PlainDate | Temporal.Instant | null) => day?.toString() ?? null;

export function listedAsJson({ retiredAt, ...item }: ListedItem): z.input<typeof ListedItemJson> {
  const { reviewDue, publishedAt } = item;
  return { ...item, reviewDue: said(reviewDue), publishedAt: said(publishedAt), isRetired: retiredAt !== null };
}

export function versionAsJson(version: VersionFacts): z.input<typeof VersionJson> {
  const { id: _id, citation: _citation, writtenAt: _at, ...rest } = version;
  return {
    ...rest,
    authors: [...rest.authors],
    linkCheckedOn: said(rest.linkCheckedOn),
    askedOn: said(rest.askedOn),
    followedFrom: said(rest.followedFrom),
    followedTo: said(rest.followedTo),
    publishedAt: said(rest.publishedAt),
  };
}

export function itemAsJson({ item, version, terms, methods }: PublishedItem): z.input<typeof ItemJson> {
  const { replacedBy, retiredAt: _at, createdAt: _created, version: itemVersion, reviewDue, ...facts } = item;
  return {
    ...facts,
    reviewDue: said(reviewDue),
    readInstead: replacedBy?.slug ?? null,
    itemVersion,
    version: versionAsJson(version),
    terms: [...terms],
    methods: [...methods],
  };
}
