import { Hono } from "hono";
import { expect, test } from "vitest";
import { grants } from "#kernel/actor.ts";
import { type Gate, keeperOf, type Recognise } from "#platform/web/gate.ts";
import { webApp, type WebAppParts } from "../src/web-app.ts";

type Route = { method: string; path: string; handler: { gate?: Gate } };
type Guarded = { route: string; gate: Gate | undefined };

/**
 * Each route with the gate that stands first on it. What runs before every route (headers, limits, language) is
 * registered on all paths and all methods, answers nothing by itself, and needs no gate.
 */
function guards(routes: readonly Route[]): Guarded[] {
  const first = new Map<string, Guarded>();
  for (const { method, path, handler } of routes) {
    if (method === "ALL" && path === "/*") continue;
    const route = `${method} ${path}`;
    if (!first.has(route)) first.set(route, { route, gate: handler.gate });
  }
  return [...first.values()];
}

const ungated = (routes: readonly Route[]) => guards(routes).filter(({ gate }) => gate === undefined);

const nobodyKnown: Recognise = { session: async () => undefined, token: async () => undefined };

// Only what is needed to put the routes together: nothing is asked of them here.
const parts = { config: { baseUrl: "http://localhost" }, recognise: nobodyKnown } as unknown as WebAppParts;
const routes = webApp(parts).routes as Route[];

test("the product's routes were found", () => {
  const found = guards(routes).map(({ route }) => route);
  expect(found).toContain("GET /health");
  expect(found).toContain("GET /api/v1/openapi.json");
  expect(found.length).toBeGreaterThan(20);
});

test("a gate stands over every route", () => {
  expect(ungated(routes)).toEqual([]);
});

test("the gates are those we know", () => {
  const known: readonly string[] = ["open", "anybody", "mailedLink", "signedIn", "token", ...grants];
  expect(guards(routes).filter(({ gate }) => !known.includes(gate ?? ""))).toEqual([]);
});

test("a route without a gate is caught, also behind another handler and under another application", () => {
  const inner = new Hono().get("/naked", (c) => c.text("hello"));
  const planted = new Hono()
    .use((_, next) => next())
    .get("/guarded", keeperOf("signedIn", nobodyKnown), (c) => c.text("hello"))
    .post("/late", (c) => c.text("hello"), keeperOf("signedIn", nobodyKnown))
    .all("/any", (c) => c.text("hello"))
    .route("/inner", inner);
  expect(ungated(planted.routes as Route[]).map(({ route }) => route)).toEqual([
    "POST /late",
    "ALL /any",
    "GET /inner/naked",
  ]);
});
