import { z } from "zod";
import { Count, Maybe, MaybeCount, MaybeDay, MaybeWords, OneLine, Several } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { findPersonalNumber } from "#kernel/personal-number.ts";
import { MethodId } from "#features/appraisals/method/method.ts";
import { Participation } from "#features/appraisals/sources/sources.ts";
import { ItemKind, TermId } from "#features/knowledge/item/item.ts";

/** How long each text of an item may be. */
export const longest = {
  title: 300,
  says: 4_000,
  holdsFor: 2_000,
  use: 2_000,
  body: 40_000,
  source: 500,
  licence: 200,
  link: 2_000,
  attribution: 500,
  askedWho: 500,
  askedHow: 500,
  missing: 500,
  spread: 500,
  note: 1_000,
};

const mostNames = 200;
const mostTerms = 30;
const mostMethods = 20;

/** Who wrote it, one a line, or with semicolons between. In JSON a list. */
const Authors = z.preprocess(
  (sent) => (typeof sent === "string" ? sent.split(/[\r\n;]+/u).flatMap((name) => name.trim() || []) : (sent ?? [])),
  z.array(OneLine(200)).max(mostNames),
);

/** The identity of a text in the registers of publishers, however it was pasted: `10.1000/182`. */
export const MaybeDoi = z.preprocess(
  (sent) => {
    const written = typeof sent === "string" ? sent.trim() : (sent ?? null);
    if (typeof written !== "string") return written;
    return written.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, "") || null;
  },
  z
    .string()
    .max(300)
    .regex(/^10\.\S+\/\S+$/u)
    .nullable(),
);

/** A web address a reader can follow, as long as registers write them. */
export const MaybeLongAddress = z.preprocess(
  (sent) => (typeof sent === "string" ? sent.trim() || null : (sent ?? null)),
  z
    .url({ protocol: /^https?$/u })
    .max(longest.link)
    .nullable(),
);

/** What was read from a register or a reference file, as CSL-JSON. It holds no personal identity numbers either. */
const MaybeCitation = Maybe(
  z
    .record(z.string(), z.unknown())
    .refine((read) => JSON.stringify(read).length <= 20_000, { params: { code: "item.citation_too_long" } })
    .refine((read) => !findPersonalNumber(JSON.stringify(read)), { params: { code: "item.citation_personal_number" } }),
);

/** Titles come from registers with line breaks in them. */
function onOneLine(sent: unknown): unknown {
  return typeof sent === "string" ? sent.replaceAll(/\s+/gu, " ") : sent;
}

/** What an item says: nothing but its title is needed to begin with. */
const saying = {
  title: z.preprocess(onOneLine, OneLine(longest.title)),
  says: MaybeWords(longest.says),
  holdsFor: MaybeWords(longest.holdsFor),
  use: MaybeWords(longest.use),
  body: MaybeWords(longest.body),
  authors: Authors,
  source: MaybeWords(longest.source),
  year: MaybeCount(1800, 2200),
  licence: MaybeWords(longest.licence),
  link: MaybeLongAddress,
  doi: MaybeDoi,
  /** The day somebody saw where the link leads. */
  linkCheckedOn: MaybeDay,
  attribution: MaybeWords(longest.attribution),
  askedWho: MaybeWords(longest.askedWho),
  askedHow: MaybeWords(longest.askedHow),
  askedCount: MaybeCount(0, 1_000_000),
  askedOn: MaybeDay,
  missing: MaybeWords(longest.missing),
  participation: Maybe(Participation),
  followedCount: MaybeCount(0, 1_000_000),
  followedFrom: MaybeDay,
  followedTo: MaybeDay,
  spread: MaybeWords(longest.spread),
  note: MaybeWords(longest.note),
  terms: Several(TermId, mostTerms),
  methods: Several(MethodId, mostMethods),
};

type Followed = { readonly followedFrom: Temporal.PlainDate | null; readonly followedTo: Temporal.PlainDate | null };

function daysInOrder({ followedFrom, followedTo }: Followed, context: z.RefinementCtx): void {
  if (followedFrom && followedTo && Temporal.PlainDate.compare(followedFrom, followedTo) > 0)
    context.addIssue({ code: "custom", path: ["followedTo"], params: { code: "item.ends_before_it_begins" } });
}

/** A new item, as a draft. Its kind is settled when it is published: what it rests on is another with another kind. */
export const NewItem = z
  .strictObject({ ...saying, kind: ItemKind, organisationId: OrganisationId, citation: MaybeCitation })
  .superRefine(daysInOrder);
export type NewItem = z.output<typeof NewItem>;

/** What an item says, changed from the version that was read. */
export const ItemChange = z
  .strictObject({
    ...saying,
    citation: MaybeCitation.optional(),
    /** Another kind, while nothing of it is published. */
    kind: ItemKind.optional(),
    versionNo: Count(1, 100_000),
    rowVersion: Count(1, 1_000_000),
  })
  .superRefine(daysInOrder);
export type ItemChange = z.output<typeof ItemChange>;

/** What is said in a version, without what it is about. */
export type Saying = Omit<ItemChange, "terms" | "methods" | "citation" | "kind" | "versionNo" | "rowVersion">;
