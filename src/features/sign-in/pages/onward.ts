import type { Context } from "hono";
import { ownAddress } from "#features/sign-in/sign-in.ts";
import type { Environment } from "#platform/web/environment.ts";

/** To where somebody wanted, by way of the app's code if they have asked for one. */
export function goOn(c: Context<Environment>, outcome: "in" | "second", till: string | undefined): Response {
  const next = ownAddress(till);
  return c.redirect(outcome === "second" ? `/logga-in/kod?till=${encodeURIComponent(next)}` : next, 303);
}
