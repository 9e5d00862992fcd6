import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { apiDocumentPage } from "#features/site/pages/api-document.tsx";
import { brokenPage, refusedPage } from "#features/site/pages/refusals.tsx";
import { renderer } from "#page-renderer.tsx";
import { packageRoot } from "#platform/package-root.ts";
import { apiApplication } from "#platform/web/api.ts";
import type { PageAssets } from "#platform/web/assets.ts";
import type { Environment } from "#platform/web/environment.ts";
import { keeperOf, type Recognise } from "#platform/web/gate.ts";
import { healthOf } from "#platform/web/health.ts";
import { watchedBy } from "#platform/web/metrics.ts";
import { mount } from "#platform/web/pages.ts";
import { openWeb, type WebParts } from "#platform/web/web.ts";
import { apiRoutes, pageLists } from "#web-routes.ts";

export type WebAppParts = Omit<WebParts, "render" | "refused" | "broken"> & {
  readonly recognise: Recognise;
  readonly assets: PageAssets;
  readonly version: string;
  readonly jobsAreWell: () => boolean;
};

/** The whole web: every page and every operation of the API, each behind its gate. */
export function webApp(parts: WebAppParts): Hono<Environment> {
  const { recognise, assets, version, jobsAreWell, ...rest } = parts;
  const hono = openWeb({ ...rest, render: renderer(assets), refused: refusedPage, broken: brokenPage });
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

  const api = gathered(recognise);
  let document: ApiDocument | undefined;
  const described = () => (document ??= documentOf(api, version));
  hono.route("/api/v1", api);
  hono.get("/api/v1/openapi.json", open, (c) => c.json(described()));
  hono.get("/api/docs", open, (c) => apiDocumentPage(c, described()));
  return hono;
}

/** The API's description, without anybody to ask it. */
export function apiDocument(version: string): ApiDocument {
  return documentOf(gathered({ session: async () => undefined, token: async () => undefined }), version);
}

type Api = ReturnType<typeof apiApplication>;
type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

function gathered(recognise: Recognise): Api {
  const api = apiApplication();
  for (const route of apiRoutes) route(recognise, api);
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  return api;
}

function documentOf(api: Api, version: string): ApiDocument {
  return api.getOpenAPI31Document(openApiHead(version));
}

function openApiHead(version: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Sammanvägt",
      version,
      description: "Everything the pages can do, by the same commands. Errors are RFC 9457 problems.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/api/v1" }],
  };
}
