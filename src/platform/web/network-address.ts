import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";

/** Who is calling, for logs and limits: the nearest proxy's word only where the operator trusts it. */
export function networkAddress(c: Context<Environment>): string {
  const forwarded = c.var.config.trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown"; // a request made inside the process, as tests do
  }
}
