import type { Context, Handler, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { type Actor, type Grant, linkHolder, nobody } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment, SignedInPerson } from "#platform/web/environment.ts";

/**
 * Who may come in on a route at all. What they may see and do there is decided by the query's scope and the
 * command's policy.
 *
 * - `open`: anyone; the page holds nothing about a person and may be cached whole
 * - `anybody`: anyone, and whoever is signed in is known, so that they see what they may do there
 * - `mailedLink`: whoever holds the link; the route checks it
 * - `signedIn`: somebody with a session
 * - `token`: a bearer token, whatever it carries; for what is one's own
 * - a grant: a bearer token that carries it
 */
export type Gate = "open" | "anybody" | "mailedLink" | "signedIn" | "token" | Grant;

/** A middleware that guards one route, and says which gate it is so that a test can ask. */
export type Keeper = MiddlewareHandler<Environment> & { readonly gate: Gate };

/** Finds out who a request comes from. Given by the composition root: sign-in knows sessions, organisations know roles. */
export type Recognise = {
  readonly session: (c: Context<Environment>) => Promise<{ actor: Actor; person: SignedInPerson } | undefined>;
  readonly token: (c: Context<Environment>) => Promise<Actor | undefined>;
};

/** The address somebody is sent back to after signing in; the form they were on keeps what they typed. */
export function signInAddress(c: Context): string {
  const url = new URL(c.req.url);
  return `/logga-in?till=${encodeURIComponent(url.pathname + url.search)}`;
}

/** The keeper of one gate. */
export function keeperOf(gate: Gate, recognise: Recognise): Keeper {
  const keeper = createMiddleware<Environment>(async (c, next) => {
    if (gate === "open") {
      c.set("actor", nobody);
    } else if (gate === "anybody") {
      const known = await recognise.session(c);
      c.set("actor", known?.actor ?? nobody);
      c.set("person", known?.person);
    } else if (gate === "mailedLink") {
      c.set("actor", linkHolder);
    } else if (gate === "signedIn") {
      const known = await recognise.session(c);
      if (!known) {
        if (c.req.method === "GET") return c.redirect(signInAddress(c), 303);
        throw new Refusal("forbidden", "web.signed_out");
      }
      c.set("actor", known.actor);
      c.set("person", known.person);
    } else {
      const actor = await recognise.token(c);
      if (!actor) throw new Refusal("forbidden", "web.no_token");
      if (gate !== "token" && !actor.reach.has(gate))
        throw new Refusal("forbidden", "web.scope_missing", { scope: gate });
      c.set("actor", actor);
    }
    return next();
  });
  return Object.assign(keeper, { gate });
}

export type PageHandler = Handler<Environment>;
