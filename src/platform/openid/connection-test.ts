import type { Client } from "#platform/openid/client.ts";
import { discover, showsKeys } from "#platform/openid/discovery.ts";
import type { Reach } from "#platform/openid/guarded-request.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";
import { knowsClient } from "#platform/openid/way-back.ts";

/** What is wrong with a provider as it is set up now; nothing when somebody could sign in through it. */
export async function problemWith(
  issuer: string,
  client: Client,
  reach: Reach,
): Promise<ProviderProblemCode | undefined> {
  try {
    const provider = await discover(issuer, reach);
    if (!(await showsKeys(provider, reach))) return "no_keys";
    return (await knowsClient(provider, client, reach)) ? undefined : "wrong_client";
  } catch (problem) {
    if (problem instanceof ProviderProblem) return problem.code;
    throw problem;
  }
}
