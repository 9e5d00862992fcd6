import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Environment, PublicCache } from "#platform/web/environment.ts";
import type { Metrics } from "#platform/web/metrics.ts";

/** The web as a server: kept public pages are answered at once, and all else by the app. Not listening yet. */
export function webServer(app: Pick<Hono<Environment>, "fetch">, cache: PublicCache, metrics: Metrics): Server {
  const listener = getRequestListener(app.fetch);
  return createServer((asked, answer) => {
    if (cache.answer(asked, answer)) metrics.answered("GET", 200, 0);
    else void listener(asked, answer);
  });
}
