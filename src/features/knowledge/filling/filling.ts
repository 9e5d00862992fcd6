import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** An archive that an organisation harvests from. */
export const HarvestSourceId = idOf("harvest_source");
export type HarvestSourceId = Id<"harvest_source">;

/** Something that was brought in, until somebody has said what becomes of it. */
export const CandidateId = idOf("knowledge_candidate");
export type CandidateId = Id<"knowledge_candidate">;

/** How often an archive is asked. */
export const paces = ["day", "week", "month"] as const;
export const Pace = z.enum(paces);
export type Pace = z.infer<typeof Pace>;

/** What has become of a candidate: nobody has said yet, an item was begun of it, or it was left out. */
export const candidateStandings = ["new", "taken", "leftOut"] as const;
export const CandidateStanding = z.enum(candidateStandings);
export type CandidateStanding = z.infer<typeof CandidateStanding>;

/** More references than this are not taken from one file. */
export const mostReferences = 2_000;

/** How long each part of a reference may be; what comes from outside is cut there. */
export const longest = {
  title: 300,
  author: 200,
  authors: 100,
  source: 500,
  licence: 200,
  link: 2_000,
  doi: 300,
  abstract: 20_000,
  identifier: 500,
} as const;

/** What is known of a text from outside: what stands on its title page. What nobody has said is null. */
export type Reference = {
  readonly title: string;
  /** Family name first, as in a list of references: "Berg, Asta". */
  readonly authors: readonly string[];
  /** Who has published it, or in what it stands. */
  readonly source: string | null;
  readonly year: number | null;
  readonly licence: string | null;
  readonly link: string | null;
  readonly doi: string | null;
  readonly abstract: string | null;
};

/** A reference as far as it could be read: a web page may say everything but its title. */
export type PartOfReference = {
  readonly [Part in keyof Reference]: Reference[Part] | (Part extends "title" ? null : never);
};
