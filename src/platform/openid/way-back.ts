import {
  authorizationCodeGrant,
  type Configuration,
  fetchUserInfo,
  genericGrantRequest,
  ResponseBodyError,
} from "openid-client";
import { asProviderProblem, type Client, clientAt, isUnknownClient } from "#platform/openid/client.ts";
import type { Discovered } from "#platform/openid/discovery.ts";
import type { Reach } from "#platform/openid/guarded-request.ts";
import { ProviderProblem } from "#platform/openid/provider-problem.ts";
import { bindingOf, type Ties } from "#platform/openid/way-out.ts";

/** What a provider says about somebody. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** How old a provider's word about somebody may be, in seconds, even if it says itself that it lasts longer. */
const oldest = 10 * 60;

/**
 * What a provider says about whoever came back, if its word is its own, meant for us, fresh, and the answer to what
 * this browser asked.
 *
 * @param answered the address they came back on, as the browser asked for it
 */
export async function claimsIn(
  provider: Discovered,
  client: Client,
  { ties, answered }: { ties: Ties; answered: URL },
  reach: Reach,
): Promise<Claims> {
  const { nonce, verifier } = bindingOf(ties);
  const configuration = clientAt(provider, client, reach);
  const tokens = await authorizationCodeGrant(configuration, new URL(answered.search, client.returnAddress), {
    expectedState: ties.state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  }).catch((problem: unknown) => {
    throw asProviderProblem(problem);
  });
  const claims = tokens.claims();
  if (!claims || claims.sub === "" || claims.sub.length > 255) throw new ProviderProblem("bad_token");
  if (claims.iat < Date.now() / 1_000 - oldest) throw new ProviderProblem("token_expired");
  // The library asks who the word was given to only when it is meant for several.
  if (claims["azp"] !== undefined && claims["azp"] !== client.id) throw new ProviderProblem("wrong_audience");
  return { ...(await toldAbout(configuration, provider, tokens.access_token, claims.sub)), ...claims };
}

/** What more the provider tells when asked, about the one it has just vouched for. It need not answer. */
async function toldAbout(
  configuration: Configuration,
  { userinfo_endpoint }: Discovered,
  accessToken: string,
  sub: string,
): Promise<Record<string, unknown>> {
  if (userinfo_endpoint === undefined) return {};
  return fetchUserInfo(configuration, accessToken, sub).catch((problem: unknown) => {
    asProviderProblem(problem);
    return {};
  });
}

/** Whether the provider knows us by our secret: it is given a code that it never made, and must complain of that. */
export async function knowsClient(provider: Discovered, client: Client, reach: Reach): Promise<boolean> {
  try {
    await genericGrantRequest(clientAt(provider, client, reach), "authorization_code", {
      code: "a-code-that-tries-the-connection",
      redirect_uri: client.returnAddress,
      code_verifier: "a".repeat(43),
    });
    return true;
  } catch (problem) {
    if (problem instanceof ResponseBodyError) return !isUnknownClient(problem);
    throw asProviderProblem(problem);
  }
}
