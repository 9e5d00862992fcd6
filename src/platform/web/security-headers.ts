import { randomUUID } from "node:crypto";
import type { Context } from "hono";

/** What every answer says to browsers, before a page has said anything of its own. */
export function securityHeaders({ https }: { https: boolean }): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": policy(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** Lets a page hold style elements of its own: those that carry the nonce that is given back. */
export function styleNonce(c: Context): string {
  const nonce = randomUUID();
  c.header("Content-Security-Policy", policy(`'nonce-${nonce}'`));
  return nonce;
}

/** Shuts in a document that others have written, such as a mail shown in a frame of ours. */
export function confine(c: Context, whatItMay: string): void {
  c.header("Content-Security-Policy", whatItMay);
  c.header("X-Frame-Options", "SAMEORIGIN");
}

/** Everything from our own address, and nothing written into a page. */
function policy(style = ""): string {
  return [
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    `style-src 'self' ${style}`.trimEnd(),
  ].join("; ");
}
