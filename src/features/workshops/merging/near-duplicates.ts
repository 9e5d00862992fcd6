import { stemOf, tellingWords } from "#features/workshops/merging/swedish-stem.ts";

type Answer<Id extends string> = { readonly id: Id; readonly text: string };

/** Answers that seem to say the same, as they came, and how alike the least alike of them are, from 0 to 1. */
export type Alike<Id extends string> = { readonly ids: readonly Id[]; readonly likeness: number };

/** How alike two answers must be to be proposed as one. Measured on pairs of our own, see the test. */
export const likeEnough = 0.45;

/** More answers than this are not compared at once: those that are left are, when the first are dealt with. */
export const mostCompared = 800;

/**
 * Groups of answers that seem to say the same: proposals, never a verdict. Two answers are alike by the words they share,
 * whatever their endings, where words that many answers have weigh less; and by runs of letters, which sees through
 * compounds and slips of the hand. An answer joins a group only when it is alike the group as a whole, so that no chain
 * of neighbours ties together what is far apart. (R183)
 */
export function nearDuplicates<Id extends string>(answers: readonly Answer<Id>[], least = likeEnough): Alike<Id>[] {
  const compared = answers.slice(0, mostCompared);
  const words = vectorsOf(compared.map(({ text }) => tellingWords(text).map(stemOf)));
  const letters = vectorsOf(compared.map(({ text }) => tellingWords(text).map(stemOf).flatMap(runsOf)));
  const likeness = (a: number, b: number) => alike(words[a], words[b], letters[a], letters[b]);

  const pairs: { a: number; b: number; like: number }[] = [];
  for (let a = 0; a < compared.length; a += 1)
    for (let b = a + 1; b < compared.length; b += 1) {
      const like = likeness(a, b);
      if (like >= least) pairs.push({ a, b, like });
    }
  pairs.sort((one, other) => other.like - one.like || one.a - other.a || one.b - other.b);

  const groupOf = new Map<number, number[]>();
  for (const { a, b } of pairs) {
    const one = groupOf.get(a) ?? [a];
    const other = groupOf.get(b) ?? [b];
    if (one === other || meanOf(one, other, likeness) < least) continue;
    const joined = [...one, ...other].toSorted((x, y) => x - y);
    for (const member of joined) groupOf.set(member, joined);
  }
  return [...new Set(groupOf.values())]
    .toSorted(([a = 0], [b = 0]) => a - b)
    .map((members) => ({
      ids: members.flatMap((member) => compared[member]?.id ?? []),
      likeness: Math.min(...pairsIn(members).map(([a, b]) => likeness(a, b))),
    }));
}

/** By words or by letters, whichever sees it, and more when both do. */
function alike(words1: Vector, words2: Vector, letters1: Vector, letters2: Vector): number {
  const words = cosine(words1, words2);
  const letters = cosine(letters1, letters2);
  return 0.55 * Math.max(words, letters) + 0.45 * ((words + letters) / 2);
}

type Vector = ReadonlyMap<string, number> | undefined;

/** Each text as its parts, weighed by how few texts have them; as long as one. */
function vectorsOf(texts: readonly (readonly string[])[]): ReadonlyMap<string, number>[] {
  const having = new Map<string, number>();
  for (const parts of texts) for (const part of new Set(parts)) having.set(part, (having.get(part) ?? 0) + 1);
  return texts.map((parts) => {
    const weights = [...new Set(parts)].map((part): [string, number] => [
      part,
      Math.log(1 + texts.length / (having.get(part) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([part, weight]) => [part, weight / length]));
  });
}

function cosine(one: Vector, other: Vector): number {
  if (!one || !other) return 0;
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [part, weight] of short) sum += weight * (long.get(part) ?? 0);
  return Math.min(1, sum);
}

/** The runs of three letters in a word, with its edges. */
function runsOf(word: string): string[] {
  const edged = `_${word}_`;
  return Array.from({ length: Math.max(1, edged.length - 2) }, (_, at) => edged.slice(at, at + 3));
}

function meanOf(one: readonly number[], other: readonly number[], likeness: (a: number, b: number) => number): number {
  const across = one.flatMap((a) => other.map((b) => likeness(a, b)));
  return across.reduce((sum, like) => sum + like, 0) / across.length;
}

function pairsIn(members: readonly number[]): [number, number][] {
  return members.flatMap((a, at) => members.slice(at + 1).map((b): [number, number] => [a, b]));
}
