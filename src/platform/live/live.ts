import type { Translate } from "#kernel/messages.ts";

/** How something that many watch stands now. */
export type Standing<What> = {
  /** Another whenever there is something new to tell. */
  readonly mark: string;
  readonly what: What;
  /** What is told of it, as JSON; made once for each language, however many hear it. */
  readonly told: (t: Translate) => unknown;
};

/** Something that many watch at once, such as a room. */
export type Topic<What = unknown> = {
  readonly key: string;
  /** What a notice of a change says, for it to be read anew. */
  readonly about: string;
  /** Reads how it stands, once for everybody in this process; nothing when it is no more. */
  readonly read: () => Promise<Standing<What> | undefined>;
  /** How often it is looked at besides, in milliseconds: for what no notice tells of. */
  readonly every?: number;
};

/**
 * What many watch, as it changes. Each process reads a topic once for all who watch it there: when a notice says that it
 * has changed, never more often than its pause, and now and then in case a notice was missed.
 */
export type Live = {
  /** A stream of server-sent events: how the topic stands, unless the watcher has that already, and every change of it. */
  stream(topic: Topic, t: Translate, has: string | undefined): ReadableStream<Uint8Array>;
  /** How it stands, for those who ask instead of watching. Kept fresh for a while, so that many may ask. */
  standing<What>(topic: Topic<What>): Promise<Standing<What> | undefined>;
  /** A notice: what it is about has changed. Undefined: notices may have been missed. */
  heard(about: string | undefined): void;
  /** How many are watching. */
  watching(): number;
  /** Ends every stream, and takes no more: the process is about to stop. */
  stop(): void;
};

type Watcher = {
  readonly t: Translate;
  mark: string | undefined;
  readonly stream: ReadableStreamDefaultController<Uint8Array>;
};

type Watched = {
  readonly topic: Topic;
  readonly watchers: Set<Watcher>;
  standing: Standing<unknown> | undefined;
  /** Why it could not be read, when it could not. */
  failure: Error | undefined;
  /** Everybody who waits for it to be read. */
  reading: Promise<void> | undefined;
  /** Something has happened since the reading began. */
  again: boolean;
  readAt: number;
  /** Until when it is kept although nobody watches. */
  until: number;
};

const heartbeat = 15_000;
const round = 200;
/** What was read is not read again sooner than this, in milliseconds. */
const pause = 200;
/** How long it may take until a change is seen of which the notice was missed. */
const atLeastEvery = 10_000;
const keptFor = 30_000;
/** How much may lie unread before whoever watches is taken to have gone. */
const mostUnread = 64;
/** A device that lost us comes back after two to five seconds, so that a whole room does not come at once. */
const comeBack = () => 2_000 + Math.floor(Math.random() * 3_000);

/**
 * @param broken told of a reading that failed; it is tried again
 */
export function openLive(broken: (error: unknown) => void): Live {
  const watched = new Map<string, Watched>();
  const encoder = new TextEncoder();
  let stopped = false;

  function entered(topic: Topic): Watched {
    const known = watched.get(topic.key);
    if (known) return known;
    const one: Watched = {
      topic,
      watchers: new Set(),
      standing: undefined,
      failure: undefined,
      reading: undefined,
      again: false,
      readAt: 0,
      until: 0,
    };
    watched.set(topic.key, one);
    return one;
  }

  /** Reads a topic, or joins those who wait for the reading that has begun. */
  function read(one: Watched): Promise<void> {
    return (one.reading ??= (async () => {
      try {
        one.again = false;
        one.readAt = performance.now();
        one.standing = await one.topic.read();
        one.failure = undefined;
        tell(one);
      } catch (error) {
        one.again = true;
        one.failure = error instanceof Error ? error : new Error(String(error));
        broken(error);
      } finally {
        one.reading = undefined;
      }
    })());
  }

  function tell(one: Watched): void {
    const { standing } = one;
    const drawn = new Map<string, Uint8Array>();
    for (const watcher of one.watchers) {
      if (standing?.mark === watcher.mark && standing !== undefined) continue;
      const { language } = watcher.t;
      let event = drawn.get(language);
      if (!event) {
        event = standing
          ? eventOf("now", standing.mark, { mark: standing.mark, now: Date.now(), told: standing.told(watcher.t) })
          : eventOf("gone", "", {});
        drawn.set(language, event);
      }
      watcher.mark = standing?.mark;
      push(one, watcher, event);
      if (!standing) end(one, watcher);
    }
  }

  function eventOf(event: string, id: string, said: object): Uint8Array {
    return encoder.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(said)}\n\n`);
  }

  function push(one: Watched, watcher: Watcher, bytes: Uint8Array): void {
    try {
      if ((watcher.stream.desiredSize ?? 0) < -mostUnread) end(one, watcher);
      else watcher.stream.enqueue(bytes);
    } catch {
      one.watchers.delete(watcher); // gone in this moment
    }
  }

  function end(one: Watched, watcher: Watcher): void {
    one.watchers.delete(watcher);
    try {
      watcher.stream.close();
    } catch {
      // gone already
    }
  }

  const looks = setInterval(() => {
    const now = performance.now();
    for (const [key, one] of watched) {
      if (one.watchers.size === 0 && one.until < now) {
        watched.delete(key);
        continue;
      }
      const sinceRead = now - one.readAt;
      const due = one.again ? pause : (one.topic.every ?? atLeastEvery);
      if (!one.reading && sinceRead >= due) void read(one);
    }
  }, round).unref();

  const beat = setInterval(() => {
    const bytes = encoder.encode(": here\n\n");
    for (const one of watched.values()) for (const watcher of one.watchers) push(one, watcher, bytes);
  }, heartbeat).unref();

  return {
    stream: (topic, t, has) => {
      const one = entered(topic);
      let watcher: Watcher | undefined;
      return new ReadableStream<Uint8Array>({
        start(stream) {
          stream.enqueue(encoder.encode(`retry: ${comeBack()}\n\n`));
          if (stopped) return stream.close();
          watcher = { t, mark: has, stream };
          one.watchers.add(watcher);
          if (one.standing) tell(one);
          else void read(one);
        },
        cancel() {
          if (watcher) one.watchers.delete(watcher);
        },
      });
    },

    standing: async <What>(topic: Topic<What>) => {
      const one = entered(topic);
      one.until = performance.now() + keptFor;
      if (!one.standing || one.again) await read(one);
      if (!one.standing && one.failure) throw one.failure;
      return one.standing as Standing<What> | undefined; // read by the topic of this key
    },

    heard: (about) => {
      const now = performance.now();
      for (const one of watched.values()) {
        if (about !== undefined && one.topic.about !== about) continue;
        one.again = true;
        if (!one.reading && now - one.readAt >= pause) void read(one);
      }
    },

    watching: () => [...watched.values()].reduce((sum, { watchers }) => sum + watchers.size, 0),

    stop: () => {
      stopped = true;
      clearInterval(looks);
      clearInterval(beat);
      for (const one of watched.values()) for (const watcher of one.watchers) end(one, watcher);
    },
  };
}
