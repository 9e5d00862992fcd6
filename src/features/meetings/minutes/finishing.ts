/** What a body asks of its minutes. */
export type Switches = {
  readonly mandate: string | null;
  readonly isAdjusted: boolean;
  readonly hasDiary: boolean;
  readonly checksSecrecy: boolean;
};

/** What is asked of a part, and whether its bodies may decide. */
export type Asked = Omit<Switches, "mandate"> & { readonly hasMandate: boolean };

/**
 * What is asked of a part before it is final. In the common part of a joint meeting all that any of the bodies asks is
 * asked, and it decides only when every one of them may: else what they agree on is a position.
 */
export function askedOf(bodies: readonly Switches[]): Asked {
  return {
    isAdjusted: bodies.some((body) => body.isAdjusted),
    hasDiary: bodies.some((body) => body.hasDiary),
    checksSecrecy: bodies.some((body) => body.checksSecrecy),
    hasMandate: bodies.length > 0 && bodies.every((body) => body.mandate !== null),
  };
}

/** Whether enough had come, of all bodies that count: unknown where somebody has not been counted, or nobody is. */
export function enoughOf(each: readonly (boolean | null | undefined)[]): boolean | null {
  const counted = each.filter((enough) => enough !== undefined);
  if (counted.includes(false)) return false;
  return counted.length === 0 || counted.includes(null) ? null : true;
}
