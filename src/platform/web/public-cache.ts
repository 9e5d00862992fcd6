import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Environment, PublicCache } from "#platform/web/environment.ts";
import { rememberedLanguage } from "#platform/web/language.ts";

type Page = Context<Environment>;
type Kept = {
  readonly body: Buffer;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly until: number;
};

/** How long a page may be shown after the notice that something changed has been missed, in milliseconds. */
const timeToLive = 1_000;
const mostPages = 2_000;
/** What belongs to one answer, and not to the page. */
const ofOneAnswer = new Set(["x-request-id", "content-length", "date", "connection"]);

/**
 * Whole public pages, kept per process by language and address. Dropped by a database notice sent from the
 * transaction that changed something, and after one second in any case. Safe to lose; holds nothing about a person.
 */
export function publicCache(): PublicCache {
  const kept = new Map<string, Kept>();
  /** Pages being drawn: whoever asks meanwhile waits for the same one. */
  const underWay = new Map<string, Promise<Kept | undefined>>();
  /** Reads under way: whoever needs the same meanwhile waits for it. */
  const reads = new Map<string, Promise<unknown>>();
  /** Raised by every drop, so that a page drawn from older rows is not kept after it. */
  let generation = 0;

  const freshly = (key: string) => {
    const found = kept.get(key);
    return found && found.until > performance.now() ? found : undefined;
  };

  function keep(key: string, page: Kept): void {
    if (kept.size >= mostPages) kept.clear();
    kept.set(key, page);
  }

  return {
    drop: () => {
      generation += 1;
      kept.clear();
      underWay.clear();
      reads.clear();
    },

    shared: <T>(what: string, read: () => Promise<T>): Promise<T> => {
      const known = reads.get(what) as Promise<T> | undefined;
      if (known) return known;
      const reading = read().finally(() => {
        if (reads.get(what) === reading) reads.delete(what);
      });
      reads.set(what, reading);
      return reading;
    },

    page: async (c, draw) => {
      const key = keyOf(c.var.t.language, pathOf(c));
      const known = freshly(key) ?? (await underWay.get(key));
      if (known) return answerWith(c, known);

      const before = generation;
      const { promise, resolve } = Promise.withResolvers<Kept | undefined>();
      underWay.set(key, promise);
      let page: Kept | undefined;
      try {
        const response = await draw();
        const markup = c.get("markup");
        if (markup !== undefined && response.status === 200 && !response.headers.has("set-cookie"))
          page = pageOf(markup, response.headers);
        if (page && before === generation) keep(key, page);
        return response;
      } finally {
        if (underWay.get(key) === promise) underWay.delete(key);
        resolve(page);
      }
    },

    answer: (asked, answer) => {
      if (asked.method !== "GET" || asked.url === undefined) return false;
      const page = freshly(keyOf(rememberedLanguage(asked.headers.cookie), asked.url));
      if (!page) return false;
      answer.writeHead(200, [...page.headers.flat(), "X-Request-Id", randomUUID()]);
      answer.end(page.body);
      return true;
    },
  };
}

const keyOf = (language: string, path: string) => `${language} ${path}`;

/** The address as it was asked for, without the host. */
function pathOf({ req: { url } }: Page): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

function pageOf(markup: string, given: Headers): Kept {
  const body = Buffer.from(markup);
  const headers = [...given].filter(([name]) => !ofOneAnswer.has(name));
  const length = ["Content-Length", String(body.length)] as const;
  return { body, headers: [...headers, length], until: performance.now() + timeToLive };
}

/** The page, with what the context says of this one answer: its number, a language that is to be remembered. */
function answerWith(c: Page, { body, headers }: Kept): Response {
  for (const [name, value] of headers) c.header(name, value);
  return c.body(new Uint8Array(body), 200);
}
