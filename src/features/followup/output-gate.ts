/**
 * The one way out for figures that people have answered for. What comes out has been weighed here and is marked so that
 * nothing else passes for it: a page that draws a figure asks for a type that only this file makes.
 *
 * This is its first form, for fixed tables: each figure is published once, at a moment set in advance, and the same
 * answers are never published in two shapes. It does not stand against somebody who may ask for any table they like.
 */

declare const weighed: unique symbol;
type Weighed<Figure> = Figure & { readonly [weighed]: true };

/** Fewer answers than this could point at a person. */
export const smallestShown = 5;

/** A count, or that it is not shown. Why it is not is never said: that would be an answer too. */
export type ShownCount = number | "hidden";

/** One row of counts and their sum. */
export type GatedRow = Weighed<{ readonly cells: readonly ShownCount[]; readonly total: ShownCount }>;

/** The mean of some answers and how far from it they lie (standard deviation), to one decimal. */
export type GatedMean = Weighed<{ readonly answers: number; readonly mean: number; readonly spread: number }>;

/** How far one mean lies from another, to one decimal. */
export type GatedChange = Weighed<{ readonly change: number }>;

/** How answers that are followed from one person's first to the same person's second have changed. */
export type GatedPairs = Weighed<{ readonly pairs: number; readonly change: number; readonly spread: number }>;

/** So many who gave one value. */
export type Tallied = { readonly value: number; readonly answers: number };

/** What is known of those who are followed: how many, and the sum and the squares of their changes. */
export type PairSums = { readonly pairs: number; readonly sum: number; readonly squares: number };

/**
 * Hides the cells of one row that could point at somebody. Zero is hidden like any other small count: that nobody gave
 * an answer is also told about each of them.
 *
 * What is hidden must not come out by subtraction from the total beside it. So where something is hidden the smallest
 * count that would be shown is hidden too, with all that are as small. Whichever two of the hidden cells changed places
 * the row would be published alike, so also whoever knows this rule cannot tell which is which.
 */
export function gateRow(counts: readonly number[]): GatedRow {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const large = counts.filter((count) => !isFew(count));
  const leastShown = large.length < counts.length ? Math.min(...large) + 1 : smallestShown;
  return weigh({
    cells: counts.map((count) => (count < leastShown ? "hidden" : count)),
    total: isFew(total) ? "hidden" : total,
  });
}

/**
 * The mean of the answers and their spread; nothing below five answers, and nothing where all have answered alike, since
 * the mean is then what each of them said.
 */
export function gateMean(tally: readonly Tallied[]): GatedMean | undefined {
  const given = tally.filter((each) => each.answers > 0);
  const answers = given.reduce((sum, each) => sum + each.answers, 0);
  if (isFew(answers) || given.length < 2) return undefined;
  const sum = given.reduce((all, { value, answers: many }) => all + value * many, 0);
  const squares = given.reduce((all, { value, answers: many }) => all + value ** 2 * many, 0);
  return weigh({ answers, mean: toTenths(sum / answers), spread: toTenths(spreadOf(answers, sum, squares)) });
}

/** How far the mean has moved: counted on what is shown, so that it tells no more than the two means do. */
export function gateChange(before: GatedMean | undefined, after: GatedMean | undefined): GatedChange | undefined {
  return before && after && weigh({ change: toTenths(after.mean - before.mean) });
}

/**
 * How those who can be followed have changed. Not shown below five, nor where all have changed alike. And not where one
 * to four others answered: the change of all less the change of those followed would be the change of those few.
 */
export function gatePairs(
  { pairs, sum, squares }: PairSums,
  answers: { readonly before: number; readonly after: number },
): GatedPairs | undefined {
  const others = [answers.before - pairs, answers.after - pairs];
  if (isFew(pairs) || others.some((many) => many !== 0 && isFew(many))) return undefined;
  const spread = spreadOf(pairs, sum, squares);
  return spread === 0 ? undefined : weigh({ pairs, change: toTenths(sum / pairs), spread: toTenths(spread) });
}

function isFew(count: number): boolean {
  return count < smallestShown;
}

/** The standard deviation of a sample. */
function spreadOf(many: number, sum: number, squares: number): number {
  return Math.sqrt(Math.max(0, (many * squares - sum ** 2) / (many * (many - 1))));
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function weigh<Figure extends object>(figure: Figure): Weighed<Figure> {
  return figure as Weighed<Figure>;
}
