import type { Context, Hono } from "hono";
import { type Problem, Refusal, refusalStatus } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { emptyForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { type Gate, keeperOf, type PageHandler, type Recognise } from "#platform/web/gate.ts";

type Page = Context<Environment>;

/** A form on an address of its own: GET draws it, POST sends it, a refusal draws it again with everything typed. */
export type Form = {
  readonly draw: (c: Page, filled: Filled) => Response | Promise<Response>;
  readonly send: (c: Page, filled: Filled) => Response | Promise<Response>;
};

type Route = (recognise: Recognise, hono: Hono<Environment>) => void;

/** The pages behind one gate. A list of routes, given to the web when it is put together. */
export type Pages = {
  readonly routes: readonly Route[];
  get(path: string, handler: PageHandler): Pages;
  post(path: string, handler: PageHandler): Pages;
  form(path: string, form: Form): Pages;
};

/**
 * Starts a list of pages behind a gate, so that a route without one cannot be written:
 *
 *     export const circlePages = pages("signedIn").get("/cirklar/:slug", …).form("/cirklar/:slug/anmalan", { draw, send });
 */
export function pages(gate: Gate, routes: readonly Route[] = []): Pages {
  const and = (route: Route) => pages(gate, [...routes, route]);
  return {
    routes,
    get: (path, handler) => and((recognise, hono) => hono.get(path, keeperOf(gate, recognise), handler)),
    post: (path, handler) => and((recognise, hono) => hono.post(path, keeperOf(gate, recognise), handler)),
    form: (path, { draw, send }) =>
      and((recognise, hono) => {
        const keeper = keeperOf(gate, recognise);
        hono.get(path, keeper, (c) => draw(c, emptyForm));
        hono.post(path, keeper, async (c) => {
          const filled = await filledFrom(c);
          try {
            return await send(c, filled);
          } catch (error) {
            if (!(error instanceof Refusal) || error.kind === "not_found") throw error;
            c.status(refusalStatus[error.kind]);
            c.set("failed", true);
            return draw(c, { ...filled, problems: problemsIn(error) });
          }
        });
      }),
  };
}

/** What a refusal says at the fields, or above them when it concerns the form as a whole. */
function problemsIn({ problems, code, details }: Refusal): readonly Problem[] {
  return problems.length > 0 ? problems : [{ path: "", code, values: details }];
}

/** Puts lists of pages on the web. */
export function mount(hono: Hono<Environment>, recognise: Recognise, lists: readonly Pages[]): void {
  for (const list of lists) for (const route of list.routes) route(recognise, hono);
}
