type Part<PartId, BodyId> = {
  readonly id: PartId;
  /** Null: the common part. */
  readonly bodyId: BodyId | null;
  readonly state: string;
};
type WithAdditions<PartId, BodyId> = Part<PartId, BodyId> & { readonly additionIds: readonly string[] };

/** What somebody has been sent before. */
export type Sent = { readonly partIds: ReadonlySet<string>; readonly additionIds: ReadonlySet<string> };

export const nothingSent: Sent = { partIds: new Set(), additionIds: new Set() };

/**
 * The parts of a meeting's minutes that somebody gets: the common one and those of their own bodies, never another
 * body's, and only what is final. Working notes are sent to nobody. (W-1)
 */
export function partsFor<PartId, BodyId, Each extends Part<PartId, BodyId>>(
  parts: readonly Each[],
  bodyIds: readonly BodyId[],
): Each[] {
  return parts.filter(
    ({ bodyId, state }) => state === "final" && (bodyId === null || bodyIds.some((id) => id === bodyId)),
  );
}

/** What is new to somebody: whole parts, and additions to parts they have; with nothing in it there is no mail. */
export type Unsent<PartId> = { readonly partIds: readonly PartId[]; readonly additionIds: readonly string[] };

/**
 * What somebody is to be sent now, of the parts they get: those they have not had, and what was added since to those they
 * have. Sent again it is nothing, so that the same content goes to the same receiver once. (W-2)
 *
 * The additions of a new part come with it and count as sent with it.
 */
export function unsentTo<PartId extends string, BodyId>(
  parts: readonly WithAdditions<PartId, BodyId>[],
  bodyIds: readonly BodyId[],
  sent: Sent,
): Unsent<PartId> {
  const theirs = partsFor<PartId, BodyId, WithAdditions<PartId, BodyId>>(parts, bodyIds);
  return {
    partIds: theirs.filter(({ id }) => !sent.partIds.has(id)).map(({ id }) => id),
    additionIds: theirs.flatMap(({ additionIds }) => additionIds).filter((id) => !sent.additionIds.has(id)),
  };
}

export function isNothing({ partIds, additionIds }: Unsent<unknown>): boolean {
  return partIds.length === 0 && additionIds.length === 0;
}
