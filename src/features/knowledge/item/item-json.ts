import { z } from "zod";
import { OrganisationId } from "#kernel/ids.ts";
import { MethodId } from "#features/appraisals/method/method.ts";
import { Participation } from "#features/appraisals/sources/sources.ts";
import { experienceStages } from "#features/knowledge/item/experience-lifecycle.ts";
import { ItemId, ItemKind, TermId, TermKind } from "#features/knowledge/item/item.ts";
import { versionStates } from "#features/knowledge/item/version-lifecycle.ts";

const Text = z.string().nullable();
const Day = z.string().nullable();

/** An item in a list, as the API tells it. */
export const ListedItemJson = z.object({
  id: ItemId,
  slug: z.string(),
  kind: ItemKind,
  title: z.string(),
  says: Text,
  source: Text,
  year: z.int().nullable(),
  organisation: Text.describe("Who keeps it true; null: it came with the installation"),
  stage: z.enum(experienceStages).nullable().describe("How far an experience has come; null for other kinds"),
  reviewDue: Day,
  isRetired: z.boolean().describe("It can be read, and is not to be followed any more"),
  publishedAt: Text,
  state: z.enum(versionStates),
});

/** What an item says in one version, as the API tells it. */
export const VersionJson = z.object({
  versionNo: z.int(),
  rowVersion: z.int().describe("Sent back with a change, so that nothing is changed that one has not read"),
  state: z.enum(versionStates),
  title: z.string(),
  says: Text.describe("What it says, in plain words"),
  holdsFor: Text,
  use: Text,
  body: Text,
  authors: z.array(z.string()),
  source: Text,
  year: z.int().nullable(),
  licence: Text,
  link: Text,
  doi: Text,
  linkCheckedOn: Day,
  linkIsBroken: z.boolean(),
  attribution: Text,
  askedWho: Text,
  askedHow: Text,
  askedCount: z.int().nullable(),
  askedOn: Day,
  missing: Text.describe("Who was not asked or did not answer"),
  participation: Participation.nullable(),
  followedCount: z.int().nullable(),
  followedFrom: Day,
  followedTo: Day,
  spread: Text,
  note: Text,
  publishedAt: Text,
});

const TermJson = z.object({ id: TermId, kind: TermKind, slug: z.string(), name: z.string(), means: Text });

/** An item with what it says, as the API tells it. */
export const ItemJson = z.object({
  id: ItemId,
  slug: z.string(),
  kind: ItemKind,
  organisationId: OrganisationId.nullable(),
  organisation: Text,
  stage: z.enum(experienceStages).nullable(),
  reviewDue: Day,
  retiredReason: Text.describe("Null: it stands"),
  readInstead: Text.describe("The address of what to read instead"),
  itemVersion: z.int().describe("Sent back with a step or a judgement of an experience"),
  version: VersionJson,
  terms: z.array(TermJson),
  methods: z.array(z.object({ id: MethodId, slug: z.string(), name: z.string() })),
});
