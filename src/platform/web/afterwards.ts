import type { Log } from "#platform/web/log.ts";

/**
 * Work that an answer does not wait for, so that how long the answer takes tells nothing about it: whether a mail was
 * posted, and so whether an address has an account. Lost if the process is killed in that moment: only for what
 * somebody asks for again when it does not come.
 */
export type Afterwards = {
  readonly start: (work: () => Promise<unknown>) => void;
  /** When everything started is done. */
  readonly settled: () => Promise<void>;
};

export function openAfterwards(log: Log): Afterwards {
  const underWay = new Set<Promise<void>>();
  return {
    start: (work) => {
      const one = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .catch((error: unknown) => log.error({ error: told(error) }, "work after an answer failed"))
        .then(() => void underWay.delete(one));
      underWay.add(one);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function told(error: unknown) {
  return error instanceof Error ? { name: error.name, stack: error.stack } : { name: "Error", stack: undefined };
}
