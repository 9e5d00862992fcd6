import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { longest } from "#features/knowledge/item/item-words.ts";

const Name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** A public starting point that every unit needs: where it is, and what it says in our own words. */
const StartingPoint = z.strictObject({
  name: Name,
  kind: z.enum(["research", "guideline"]),
  title: z.string().min(1).max(longest.title),
  source: z.string().min(1).max(longest.source),
  year: z.int().min(1800).max(2200).nullable(),
  licence: z.string().min(1).max(longest.licence).nullable(),
  link: z.url({ protocol: /^https$/u }),
  /** The day what is said was held against its source. It is looked over a year after. */
  checkedOn: Day,
  says: z.string().min(1).max(longest.says),
  holdsFor: z.string().min(1).max(longest.holdsFor),
  use: z.string().min(1).max(longest.use),
  /** What it is about, by the slugs of the national words. */
  terms: z.array(Name).min(1),
});
export type StartingPoint = z.output<typeof StartingPoint>;

/** The file that comes with the installation. Its edition rises whenever a word in it is changed. */
export const StartingPoints = z.strictObject({ edition: z.int().min(1), points: z.array(StartingPoint).min(1) });
export type StartingPoints = z.output<typeof StartingPoints>;
