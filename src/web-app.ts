import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { apiApp, type ApiDocument, documentOf } from "#api-app.ts";
import { apiDocumentPage } from "#features/site/pages/api-document.tsx";
import { brokenPage, refusedPage } from "#features/site/pages/refusals.tsx";
import { renderer } from "#page-renderer.tsx";
import { pageLists } from "#page-routes.ts";
import { packageRoot } from "#platform/package-root.ts";
import type { PageAssets } from "#platform/web/assets.ts";
import type { Environment } from "#platform/web/environment.ts";
import { keeperOf, type Recognise } from "#platform/web/gate.ts";
import { healthOf } from "#platform/web/health.ts";
import { type Metrics, watchedBy } from "#platform/web/metrics.ts";
import { mount } from "#platform/web/pages.ts";
import { openWeb, type PageParts, type WebParts } from "#platform/web/web.ts";

export type WebAppParts = Omit<WebParts, "pages"> & {
  readonly authentication: PageParts["authentication"];
  readonly metrics: Metrics;
  readonly recognise: Recognise;
  readonly assets: PageAssets;
  readonly version: string;
  readonly jobsAreWell: () => boolean;
};

/** The whole web: every page and every operation of the API, each behind its gate. */
export function webApp(parts: WebAppParts): Hono<Environment> {
  const { authentication, recognise, assets, version, jobsAreWell, ...rest } = parts;
  const pages = { authentication, render: renderer(assets), refused: refusedPage, broken: brokenPage };
  const hono = openWeb({ ...rest, pages });
  const open = keeperOf("open", recognise);

  const files = serveStatic<Environment>({
    root: join(packageRoot, "dist/client"),
    precompressed: true,
    onFound: (path, c) => {
      // Names under assets/ hold a hash of the content: what they name never changes.
      const lasts = path.includes("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
      c.header("Cache-Control", lasts);
    },
  });
  for (const path of [
    "/assets/*",
    "/favicon.svg",
    "/favicon.ico",
    "/touch-icon.png",
    "/app.webmanifest",
    "/robots.txt",
  ]) {
    hono.get(path, open, files);
  }

  hono.get("/health", open, async (c) => {
    const health = await healthOf(c.var.db, version, jobsAreWell);
    return c.json(health, health.status === "ok" ? 200 : 503);
  });
  hono.get("/metrics", open, async (c) => {
    if (!watchedBy(c)) return c.notFound();
    return c.body(await parts.metrics.text(), 200, { "content-type": parts.metrics.contentType });
  });

  mount(hono, recognise, pageLists);

  const api = apiApp(recognise);
  let document: ApiDocument | undefined;
  const described = () => (document ??= documentOf(api, version));
  hono.route("/api/v1", api);
  hono.get("/api/v1/openapi.json", open, (c) => c.json(described()));
  hono.get("/api/docs", open, (c) => apiDocumentPage(c, described()));
  return hono;
}
