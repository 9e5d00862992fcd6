import { z } from "zod";
import { Count, MaybeCount, MaybeLine, MaybeOneOf, MaybeWords, Several } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { fingerprint } from "#features/circles/round/section-values.ts";

/** Something a circle goes through ("tema"). Each is to have its meeting. (R105) */
export const ThemeId = idOf("circle_theme");
export type ThemeId = Id<"circle_theme">;

/** The usual course of a meeting, in its order: what has happened since last, the assignment, reading, work, what is next. */
export const planParts = ["sinceLast", "assignment", "reading", "work", "next"] as const;
export type PlanPart = (typeof planParts)[number];

/** From where somebody who contributes sees the theme; `own` is said in a word of its own. (R106) */
export const perspectives = [
  "research",
  "law",
  "organisation",
  "collaboration",
  "profession",
  "serviceUser",
  "nationalProgramme",
  "own",
] as const;
export type Perspective = (typeof perspectives)[number];

export const mostThemes = 30;
export const mostItems = 20;
const mostContributors = 20;

/** A theme of a circle. */
export type Theme = { readonly id: ThemeId; readonly name: string };

/** One piece of a meeting's plan. */
export type PlanItem = {
  readonly part: PlanPart | null;
  readonly heading: string;
  readonly minutes: number | null;
  readonly text: string | null;
};

/** Somebody who contributes to a meeting without leading it. */
export type Contributor = {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly perspective: Perspective;
  /** The perspective in a word of its own; only for `own`. */
  readonly ownWord: string | null;
};

/**
 * A short mark of what stands written. A form carries the one it was opened with, so that two who plan the same thing
 * do not write over each other unseen.
 */
export function markOf(written: unknown): string {
  return fingerprint(JSON.stringify(written));
}

/** The mark of a circle's themes, whichever meetings take them up. */
export function themesMark(themes: readonly Theme[]): string {
  return markOf(themes.map(({ id, name }) => [id, name]));
}

const Mark = z
  .string()
  .regex(/^[0-9a-z]{1,20}$/u)
  .optional()
  .describe("The mark of what was read: if it has changed since, nothing is written");
const Place = Count(1, 999).optional();
const problem = (path: (string | number)[], code: string) => ({ code: "custom" as const, path, params: { code } });

/** What a circle goes through: a lower place comes first, no name takes a theme away. */
export const ThemesWish = z
  .strictObject({
    themes: z
      .array(z.strictObject({ id: ThemeId.optional(), name: MaybeLine(200), place: Place }))
      .max(mostThemes + 3)
      .default([]),
    mark: Mark,
  })
  .superRefine(({ themes }, context) => {
    const names = themes.map(({ name }) => name?.toLocaleLowerCase("sv"));
    for (const [row, name] of names.entries())
      if (name && names.indexOf(name) < row) context.addIssue(problem(["themes", row, "name"], "plan.theme_twice"));
  });
export type ThemesWish = z.output<typeof ThemesWish>;

/** The plan of a meeting: the themes it takes up, and what is done in which order. */
export const SessionPlanWish = z
  .strictObject({
    themes: Several(ThemeId, mostThemes),
    items: z
      .array(
        z.strictObject({
          part: MaybeOneOf(planParts),
          heading: MaybeLine(120),
          minutes: MaybeCount(1, 600),
          text: MaybeWords(2_000),
          place: Place,
        }),
      )
      .max(mostItems + 3)
      .default([]),
    mark: Mark,
  })
  .superRefine(({ items }, context) => {
    for (const [row, { heading, text }] of items.entries())
      if (text && !heading) context.addIssue(problem(["items", row, "heading"], "plan.heading_missing"));
  });
export type SessionPlanWish = z.output<typeof SessionPlanWish>;

/** Who contributes to a meeting. Somebody no name is written for is nobody. */
export const ContributorsWish = z
  .strictObject({
    contributors: z
      .array(
        z.strictObject({
          name: MaybeLine(200),
          role: MaybeLine(200),
          organisation: MaybeLine(200),
          perspective: MaybeOneOf(perspectives),
          ownWord: MaybeLine(80),
        }),
      )
      .max(mostContributors + 2)
      .default([]),
    mark: Mark,
  })
  .superRefine(({ contributors }, context) => {
    for (const [row, { name, role, organisation, perspective, ownWord }] of contributors.entries()) {
      const tell = (field: string, code: string) => context.addIssue(problem(["contributors", row, field], code));
      if (!name && (role || organisation || ownWord)) tell("name", "plan.contributor_name_missing");
      if (!name) continue;
      if (!perspective && !ownWord) tell("perspective", "plan.perspective_missing");
      if (perspective === "own" && !ownWord) tell("ownWord", "plan.own_word_missing");
      if (perspective && perspective !== "own" && ownWord) tell("ownWord", "plan.own_word_beside");
    }
  });
export type ContributorsWish = z.output<typeof ContributorsWish>;

/** Those who are named, with their perspective. */
export function namedContributors({ contributors }: ContributorsWish): Contributor[] {
  return contributors.flatMap(({ name, perspective, ...rest }) =>
    name
      ? [
          {
            name,
            role: rest.role,
            organisation: rest.organisation,
            perspective: perspective ?? "own",
            ownWord: rest.ownWord,
          },
        ]
      : [],
  );
}

/** Rows in the order that was asked for: a lower place first, rows without one last, as they came. */
export function inPlace<Row extends { readonly place?: number | undefined }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.place ?? 1_000) - (b.place ?? 1_000));
}
