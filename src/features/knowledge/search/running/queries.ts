import { setImmediate as pause } from "node:timers/promises";
import type { Actor } from "#kernel/actor.ts";
import type { Database } from "#platform/database/database.ts";
import type { Log } from "#platform/web/log.ts";
import type { MayRead, SearchIndex } from "#features/knowledge/searching/search-answer.ts";
import { openSearchIndex } from "#features/knowledge/searching/search-index.ts";
import type { Change, KnownDocument } from "#features/knowledge/search/found.ts";
import { changesFrom, horizonNow, type NotedChange } from "#features/knowledge/search/following/queries.ts";
import { everySort, reachedBy } from "#features/knowledge/search/kinds/every/queries.ts";
import type { Sort } from "#features/knowledge/search/kinds/queries.ts";

/** How long the index may work before it lets others in, in milliseconds; a thousand words more may come on top. */
const longestTurn = 5;
/** So many things are read from their tables at once. */
const readAtOnce = 25;
/** So many changes whoever searches waits for; more of them are left out until they have been read. */
const mostWaitedFor = 100;
const pollEvery = 1_000;
/** Notes of changes are kept for a day: an index that has not heard for so long is built anew. */
const deafAfter = 12 * 60 * 60 * 1_000;
/** So long whoever searches first waits for the index to be built, in milliseconds. */
const firstWait = 1_500;

/** The index as one person may use it at one moment. */
export type OpenIndex = {
  readonly index: SearchIndex;
  readonly mayRead: MayRead;
  /** Not everything has been read yet: what is there is answered. */
  readonly isBuilding: boolean;
  readonly document: (id: string) => KnownDocument | undefined;
  /** Leaves a document out of what is answered: the plain access filter has refused it. */
  readonly leaveOut: (id: string) => void;
};

/** The index of one process, kept as its database changes. */
type RunningSearch = {
  /** What somebody may find now. What has changed until this moment is taken in first, or left out. */
  readonly openTo: (actor: Actor, today: Temporal.PlainDate) => Promise<OpenIndex>;
  /** A notice: something has changed. */
  readonly heard: () => void;
  /** Begins to follow what changes, until it is stopped. */
  readonly follow: (log: Log) => { readonly stop: () => Promise<void> };
  /** When everything that was there to begin with can be found. */
  readonly isBuilt: () => Promise<void>;
};

const running = new WeakMap<Database, RunningSearch>();

/** The index of this process for a database; begun when it is first asked for. */
export function runningSearch(db: Database): RunningSearch {
  const known = running.get(db);
  if (known) return known;
  const made = openRunning(db);
  running.set(db, made);
  return made;
}

function openRunning(db: Database): RunningSearch {
  let index = openSearchIndex();
  const known = new Map<string, KnownDocument>();
  const madeOf = new Map<string, Set<string>>();
  let horizon = 0n;
  const seen = new Map<string, bigint>();
  let isBuilding = true;
  let followedAt = performance.now();
  let turn: Promise<unknown> = Promise.resolve();
  let built: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  let isWoken = false;

  /** One at a time: what is read later is never overwritten by what was read before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function forget(id: string): void {
    index.remove(id);
    forgetParts(id);
  }

  function forgetParts(id: string): void {
    for (const key of known.get(id)?.madeOf ?? []) {
      const parts = madeOf.get(key);
      parts?.delete(id);
      if (parts?.size === 0) madeOf.delete(key);
    }
    known.delete(id);
  }

  /** A long text is taken in by steps; until the last of them nobody may read it, neither as it was nor as it is. */
  async function keepAll(documents: readonly KnownDocument[]): Promise<void> {
    let began = performance.now();
    for (const document of documents) {
      forgetParts(document.id);
      for (const steps = index.putInSteps(document); !steps.next().done;) began = await pausedAfter(began);
      known.set(document.id, document);
      for (const key of document.madeOf) {
        const parts = madeOf.get(key);
        if (parts) parts.add(document.id);
        else madeOf.set(key, new Set([document.id]));
      }
      began = await pausedAfter(began);
    }
  }

  /** Reads everything there is. What changes meanwhile is noted, and read after. */
  async function build(): Promise<void> {
    isBuilding = true;
    index = openSearchIndex();
    known.clear();
    madeOf.clear();
    seen.clear();
    horizon = await horizonNow(db);
    for (const { all, changedBy, documents } of everySort) {
      const [readBy] = Object.values(changedBy);
      const ids = readBy ? await all(db) : [];
      for (let from = 0; readBy && from < ids.length; from += readAtOnce)
        await keepAll(await documents(db, readBy(ids.slice(from, from + readAtOnce))));
    }
    await takeIn();
    isBuilding = false;
  }

  /** Reads again what has been noted since the last time. */
  async function takeIn(): Promise<void> {
    const { changes, below } = await changesFrom(db, horizon);
    const fresh = changes.filter(({ no }) => !seen.has(no));
    await readAgain(fresh);
    for (const { no, writtenIn } of fresh) seen.set(no, writtenIn);
    horizon = below;
    for (const [no, writtenIn] of seen) if (writtenIn < below) seen.delete(no);
    followedAt = performance.now();
  }

  async function readAgain(changes: readonly Change[]): Promise<void> {
    for (const [kind, each] of Map.groupBy(changes, (change) => change.kind)) {
      const ids = [...new Set(each.map(({ id }) => id))];
      for (let from = 0; from < ids.length; from += readAtOnce)
        for (const sort of everySort) await readPart(sort, kind, ids.slice(from, from + readAtOnce));
    }
  }

  async function readPart({ sorts, changedBy, documents }: Sort, kind: string, ids: readonly string[]): Promise<void> {
    const readBy = changedBy[kind];
    if (!readBy) return;
    const was = ids
      .flatMap((id) => [...(madeOf.get(`${kind}:${id}`) ?? [])])
      .filter((id) => sorts.some((sort) => id.startsWith(`${sort}:`)));
    const found = await documents(db, readBy(ids));
    const still = new Set(found.map(({ id }) => id));
    for (const id of was) if (!still.has(id)) forget(id);
    await keepAll(found);
  }

  const isBuilt = () =>
    (built ??= inTurn(build).catch((problem: unknown) => {
      built = undefined;
      throw problem;
    }));

  /** What is not taken in yet. Of a few, whoever asks waits until they are. */
  async function waiting(): Promise<readonly NotedChange[]> {
    const { changes } = await changesFrom(db, horizon);
    const fresh = changes.filter(({ no }) => !seen.has(no));
    if (fresh.length === 0 || isBuilding || fresh.length > mostWaitedFor) return fresh;
    await inTurn(takeIn);
    return [];
  }

  async function openTo(actor: Actor, today: Temporal.PlainDate): Promise<OpenIndex> {
    if (isBuilding) await soon(isBuilt(), firstWait);
    const [fresh, reached] = await Promise.all([waiting(), reachedBy(db, actor, today)]);
    const unread = new Set(fresh.map(({ kind, id }) => `${kind}:${id}`));
    const leftOut = new Set<string>();
    const mayRead: MayRead = (id) => {
      const document = known.get(id);
      if (!document || leftOut.has(id)) return false;
      if (unread.size > 0 && document.madeOf.some((key) => unread.has(key))) return false;
      const { readers } = document;
      if (readers === "everybody") return true;
      if (readers === "signedIn") return reached.isSignedIn;
      return readers === "asked" ? reached.asked.has(id) : readers.reached.some((body) => reached.bodies.has(body));
    };
    return {
      index,
      mayRead,
      isBuilding,
      document: (id) => known.get(id),
      leaveOut: (id) => leftOut.add(id),
    };
  }

  return {
    openTo,
    isBuilt,
    heard: () => {
      isWoken = true;
      wake?.();
    },
    follow: (log) => {
      let isStopped = false;
      const loop = (async () => {
        while (!isStopped) {
          try {
            if (performance.now() - followedAt > deafAfter) built = undefined;
            await isBuilt();
            await inTurn(takeIn);
          } catch (problem) {
            const { name, message } = problem as Error;
            log.error({ error: { name, message } }, "search does not hear what changes");
          }
          if (isStopped) break;
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, isWoken ? 0 : pollEvery).unref();
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
          wake = undefined;
          isWoken = false;
        }
      })();
      return {
        stop: async () => {
          isStopped = true;
          wake?.();
          await loop;
        },
      };
    },
  };
}

/** Lets others in when this turn has been long enough; gives when the turn began that one is in then. */
async function pausedAfter(began: number): Promise<number> {
  if (performance.now() - began < longestTurn) return began;
  await pause();
  return performance.now();
}

async function soon(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
