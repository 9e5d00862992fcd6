import type { PublicCache } from "#platform/web/environment.ts";

type Kept = { readonly body: string; readonly type: string; readonly until: number };

/** How long a page may be shown after the notice that something changed has been missed, in milliseconds. */
const timeToLive = 1_000;
const mostPages = 2_000;

/**
 * Whole public pages, kept per process by language and address. Dropped by a database notice sent from the
 * transaction that changed something, and after one second in any case. Safe to lose; holds nothing about a person.
 */
export function publicCache(): PublicCache {
  const kept = new Map<string, Kept>();
  /** Raised by every drop, so that a page drawn from older rows is not kept after it. */
  let generation = 0;

  return {
    drop: () => {
      generation += 1;
      kept.clear();
    },

    page: async (c, draw) => {
      const key = `${c.var.t.language} ${c.req.url}`;
      const found = kept.get(key);
      if (found && found.until > performance.now()) return c.body(found.body, 200, { "content-type": found.type });

      const before = generation;
      const response = await draw();
      if (response.status !== 200) return response;
      const body = await response.clone().text();
      const type = response.headers.get("content-type") ?? "text/html; charset=UTF-8";
      if (kept.size >= mostPages) kept.clear();
      if (before === generation) kept.set(key, { body, type, until: performance.now() + timeToLive });
      return response;
    },
  };
}
