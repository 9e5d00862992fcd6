import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { newSecret } from "#platform/tokens/secret-token.ts";
import type { Environment } from "#platform/web/environment.ts";

type Page = Context<Environment>;

/** A workshop lasts a day, and some go on after a night. */
const lasts = 2 * 24 * 60 * 60;

const isSafe = (c: Page) => c.var.config.baseUrl.startsWith("https:");
const nameOf = (c: Page) => (isSafe(c) ? "__Host-delta" : "delta");

/** The secret by which a device is known in the rooms it is in; nothing for one that has never been in a room. */
export function deviceSecret(c: Page): string | undefined {
  const kept = getCookie(c, nameOf(c));
  return kept && /^[\w-]{43}$/u.test(kept) ? kept : undefined;
}

/** The secret a device comes into a room with: its own, or a new one that it is given to keep. */
export function keptSecret(c: Page): string {
  const secret = deviceSecret(c) ?? newSecret();
  setCookie(c, nameOf(c), secret, { path: "/", httpOnly: true, sameSite: "Lax", secure: isSafe(c), maxAge: lasts });
  return secret;
}
