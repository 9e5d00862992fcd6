/** A stretch of a text: `text.slice(start, end)`. */
export type Span = readonly [start: number, end: number];

/** A value and the words it was read from. */
export type Found<Value> = { readonly value: Value; readonly at: Span };

/** A warning before it is worded: `values` fill the sentence. */
export type Doubt<Code extends string = string> = {
  readonly code: Code;
  readonly at: Span | null;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Whether a position or a whole stretch lies inside another. */
export function within([start, end]: Span, [outerStart, outerEnd]: Span): boolean {
  return start >= outerStart && end <= outerEnd;
}

/** A pattern for whole Swedish words: what stands around is no letter and no digit. Case does not matter. */
export function words(pattern: string, flags = "giu"): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, flags);
}
