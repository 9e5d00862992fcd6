import type { Context } from "hono";
import type { ProviderId } from "#features/sign-in/providers/provider.ts";
import { sealedClient } from "#features/sign-in/providers/queries.ts";
import type { Client } from "#platform/openid/client.ts";
import { type Reach, reachOf } from "#platform/openid/guarded-request.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";
import { opened } from "#platform/openid/sealed-secret.ts";
import type { Environment } from "#platform/web/environment.ts";

type Page = Context<Environment>;

/** Where every provider sends people back, and what is registered there. */
export const returnPath = "/logga-in/organisation/svar";

export function returnAddress(c: Page): string {
  return c.var.config.baseUrl + returnPath;
}

export function reachIn(c: Page): Reach {
  return reachOf(c.var.config);
}

/** Who we are to a provider, with the secret opened. */
export function clientOf(c: Page, { id, clientId, box }: { id: ProviderId; clientId: string; box: Buffer }): Client {
  return { id: clientId, secret: opened(box, c.var.secret, id), returnAddress: returnAddress(c) };
}

/** Tries a provider as it is set up now, and gives what is wrong with it. */
export async function connectionProblem(c: Page, id: ProviderId): Promise<ProviderProblemCode | undefined> {
  // Loaded when a provider is asked: most processes never do.
  const { problemWith } = await import("#platform/openid/connection-test.ts");
  const provider = await sealedClient(c.var.db, id);
  try {
    return await problemWith(provider.issuer, clientOf(c, provider), reachIn(c));
  } catch (problem) {
    if (problem instanceof ProviderProblem) return problem.code;
    throw problem;
  }
}
