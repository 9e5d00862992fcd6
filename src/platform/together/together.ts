/** Does one thing for a caller, together with what others want at the same moment. */
export type Together<Wish, Outcome> = (caller: string, wish: Wish) => Promise<Outcome | undefined>;

type Waiting<Wish, Outcome> = {
  readonly caller: string;
  readonly wish: Wish;
  readonly resolve: (outcome: Outcome | undefined) => void;
  readonly reject: (error: unknown) => void;
};

/** So many at once: what waits longer than that for one round is better off in the next. */
const most = 100;

/**
 * Gathers what many want in the same moment, so that one trip to the database does it for all of them. While one round is
 * under way the next one gathers: whoever comes alone does not wait. Two wishes of the same caller never stand in the
 * same round. When a round fails each of its wishes is tried alone, so that one that cannot be done spoils none.
 *
 * @param work does all of them, and gives the outcome of each in their order
 */
export function openTogether<Wish, Outcome>(
  work: (wishes: readonly Wish[]) => Promise<readonly (Outcome | undefined)[]>,
): Together<Wish, Outcome> {
  let waiting: Waiting<Wish, Outcome>[] = [];
  let isUnderWay = false;

  function next(): Waiting<Wish, Outcome>[] {
    const callers = new Set<string>();
    const round: Waiting<Wish, Outcome>[] = [];
    const later: Waiting<Wish, Outcome>[] = [];
    for (const one of waiting) {
      if (round.length === most || callers.has(one.caller)) later.push(one);
      else {
        callers.add(one.caller);
        round.push(one);
      }
    }
    waiting = later;
    return round;
  }

  async function done(round: readonly Waiting<Wish, Outcome>[]): Promise<void> {
    try {
      const outcomes = await work(round.map(({ wish }) => wish));
      for (const [at, { resolve }] of round.entries()) resolve(outcomes[at]);
    } catch (error) {
      const [only] = round;
      if (round.length === 1) only?.reject(error);
      else for (const one of round) await done([one]);
    }
  }

  async function begin(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) await done(next());
    isUnderWay = false;
  }

  return (caller, wish) =>
    new Promise((resolve, reject) => {
      waiting.push({ caller, wish, resolve, reject });
      if (!isUnderWay) void begin();
    });
}
