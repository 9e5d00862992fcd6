import type { Source } from "#features/appraisals/appraisal/appraisal.ts";
import type { AllSources, AnySource, Criterion } from "#features/appraisals/sources/sources.ts";

/** One thing in a source that both may have: an outcome, a criterion, a time when service users were asked. */
export type Thing =
  | { readonly kind: "outcome"; readonly name: string }
  | { readonly kind: "criterion"; readonly name: Criterion }
  | { readonly kind: "consultation"; readonly name: string };

/** What both say of one thing. Null: it is not there. */
export type ThingCompared = { readonly thing: Thing; readonly theirs: string | null; readonly ours: string | null };

/** One source of both, side by side, with what differs. */
export type SourceCompared = {
  readonly source: Source;
  readonly theirs: AnySource;
  readonly ours: AnySource;
  readonly isSame: boolean;
  /** Only the things that differ. */
  readonly things: readonly ThingCompared[];
};

/**
 * Holds the three sources of an appraisal against those of the one it was taken from, as that is now. Always all three, in
 * one order, those that are the same as well: what one of them says is never shown without the others. References are not
 * compared, since what is taken over says where it is from in one. (R065)
 */
export function comparedSources(theirs: AllSources, ours: AllSources): readonly SourceCompared[] {
  return theirs.map((original, at) => {
    const own = ours[at] as AnySource;
    const things = comparedThings(thingsIn(original), thingsIn(own));
    const isSaidAlike =
      original.standing === own.standing && original.summary === own.summary && original.speaks === own.speaks;
    return {
      source: original.source,
      theirs: original,
      ours: own,
      things,
      isSame: isSaidAlike && things.length === 0,
    };
  });
}

type Told = { readonly thing: Thing; readonly says: string };

/** What a source holds, each thing with what is said of it in a word that can be compared and shown. */
function thingsIn(source: AnySource): Told[] {
  if (source.source === "research")
    return source.outcomes.map(({ outcome, judged }) => ({
      thing: { kind: "outcome", name: outcome },
      says: judged.level,
    }));
  if (source.source === "profession")
    return source.profile.flatMap(({ criterion, score }) =>
      score === null ? [] : [{ thing: { kind: "criterion", name: criterion } as const, says: String(score) }],
    );
  return source.consultations.map(({ who, participation }) => ({
    thing: { kind: "consultation", name: who },
    says: participation,
  }));
}

function comparedThings(theirs: readonly Told[], ours: readonly Told[]): ThingCompared[] {
  const names = [...new Set([...theirs, ...ours].map(({ thing }) => thing.name))];
  return names.flatMap((name) => {
    const [original, own] = [theirs, ours].map((told) => told.filter(({ thing }) => thing.name === name));
    const thing = (original?.[0] ?? own?.[0])?.thing;
    const [said, here] = [original, own].map(
      (told) =>
        told
          ?.map(({ says }) => says)
          .toSorted()
          .join(" ") || null,
    );
    if (!thing || said === here) return [];
    return [{ thing, theirs: original?.[0]?.says ?? null, ours: own?.[0]?.says ?? null }];
  });
}
