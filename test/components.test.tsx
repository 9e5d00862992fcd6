import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPageAssets } from "#platform/web/assets.ts";
import { browser, expectAccessible, expectFits, expectValidHtml, screenshot } from "./browser.ts";
import { sheets } from "./component-sheet.tsx";

const root = join(import.meta.dirname, "..");
const names = Object.keys(sheets) as (keyof typeof sheets)[];
const chrome = browser();

let folder = "";
let server: ServerType | undefined;
let baseURL = "";

beforeAll(async () => {
  folder = mkdtempSync(join(root, ".tmp", "client-"));
  const options = { root, configFile: join(root, "vite.config.ts"), logLevel: "warn" } as const;
  await build({ ...options, build: { outDir: folder, emptyOutDir: true } });
  const assets = openPageAssets(folder);

  const hono = new Hono();
  hono.use(async (c, next) => {
    await next();
    c.header("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'");
  });
  for (const name of names) {
    const Sheet = sheets[name];
    hono.get(`/${name}`, (c) => c.html(String(<Sheet assets={assets(name === "today" || name === "work" ? "work" : "public")} />)));
  }
  hono.use(serveStatic({ root: folder }));
  await new Promise<void>((ready) => {
    server = serve({ fetch: hono.fetch, port: 0, hostname: "127.0.0.1" }, (address: AddressInfo) => {
      baseURL = `http://127.0.0.1:${address.port}`;
      ready();
    });
  });
});

afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const markupOf = async (name: string) => (await fetch(`${baseURL}/${name}`)).text();

test("the sheets draw every component there is", async () => {
  const components = readdirSync(join(root, "src", "ui")).filter((file) => /^[a-z-]+\.tsx$/.test(file));
  expect(components.length).toBeGreaterThan(20);
});

test.each(names)("the sheet %s is valid, whatever reads it", async (name) => {
  await expectValidHtml(await markupOf(name));
});

test.each(names)("axe finds nothing on the sheet %s, in light and dark, at the desk and on a phone", async (name) => {
  for (const width of [1280, 390]) {
    const page = await chrome.page({ width, baseURL });
    await page.goto(`/${name}`);
    await expectAccessible(page);
  }
});

test.each(names)("nothing sticks out of the sheet %s on the narrowest screen", async (name) => {
  const page = await chrome.page({ baseURL });
  await page.goto(`/${name}`);
  await expectFits(page, 320);
  await expectFits(page, 390);
});

test.runIf(process.env["SCREENSHOTS"])("pictures of the sheets, to be looked at", { timeout: 120_000 }, async () => {
  for (const name of names) {
    for (const width of [320, 390, 1280, 1600]) {
      for (const dark of [false, true]) {
        const page = await chrome.page({ width, dark, baseURL });
        await page.goto(`/${name}`);
        await screenshot(page, `${name}-${width}-${dark ? "dark" : "light"}`);
        await page.context().close();
      }
    }
  }
});
