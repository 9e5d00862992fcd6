import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";
import { openPageAssets } from "#platform/web/assets.ts";
import { sheets } from "./component-sheet.tsx";

const root = join(import.meta.dirname, "..");

/** The sheets that only those who are signed in would see; the others load what a public page loads. */
const work: readonly string[] = ["today", "work"];

/** Builds the client in a folder of its own and serves every sheet with it, under the product's security policy. */
export function sheetServer() {
  const made = { folder: "", baseURL: "" };
  let server: ServerType | undefined;

  beforeAll(async () => {
    mkdirSync(join(root, ".tmp"), { recursive: true });
    made.folder = mkdtempSync(join(root, ".tmp", "client-"));
    const options = { root, configFile: join(root, "vite.config.ts"), logLevel: "warn" } as const;
    await build({ ...options, build: { outDir: made.folder, emptyOutDir: true } });
    const assets = openPageAssets(made.folder);

    const hono = new Hono();
    hono.use(async (c, next) => {
      await next();
      c.header(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'",
      );
    });
    for (const [name, Sheet] of Object.entries(sheets)) {
      hono.get(`/${name}`, (c) => c.html(String(<Sheet assets={assets(work.includes(name) ? "work" : "public")} />)));
    }
    // A list that narrows down, and a form that comes in.
    hono.get("/anmalda", (c) =>
      c.html(`<!doctype html><section id="resultat">Sökte ${c.req.query("state") ?? ""}</section>`),
    );
    hono.post("/anmalan", (c) => c.html("<!doctype html><title>Tack</title><h1>Tack</h1>"));
    hono.use(serveStatic({ root: made.folder }));
    await new Promise<void>((ready) => {
      server = serve({ fetch: hono.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
        made.baseURL = `http://127.0.0.1:${port}`;
        ready();
      });
    });
  });

  afterAll(() => {
    server?.close();
    rmSync(made.folder, { recursive: true, force: true });
  });

  return made;
}
