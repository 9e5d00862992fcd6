import { createHmac } from "node:crypto";
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from "openid-client";
import { type Client, clientAt } from "#platform/openid/client.ts";
import type { Discovered } from "#platform/openid/discovery.ts";
import type { Reach } from "#platform/openid/guarded-request.ts";

/** The secrets that tie an answer to what was asked, and to the browser that asked it. */
export type Ties = { readonly state: string; readonly browser: string };

/**
 * What ties an answer to the browser that asked for it. Both are made from the browser's own secret and the state, so
 * that neither has to be kept: whoever reads our database can finish nobody's sign-in.
 */
export function bindingOf({ state, browser }: Ties): { nonce: string; verifier: string } {
  const made = (what: string) => createHmac("sha256", browser).update(`${what} ${state}`).digest("base64url");
  return { nonce: made("nonce"), verifier: made("verifier") };
}

/**
 * Where somebody goes to sign in at the provider: code flow, with PKCE, state and nonce.
 *
 * @param address what they wrote as their address, so that they need not write it again there
 */
export async function wayOut(
  provider: Discovered,
  client: Client,
  { ties, address }: { ties: Ties; address: string },
  reach: Reach,
): Promise<string> {
  const { nonce, verifier } = bindingOf(ties);
  const url = buildAuthorizationUrl(clientAt(provider, client, reach), {
    redirect_uri: client.returnAddress,
    scope: "openid email profile",
    state: ties.state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    login_hint: address,
  });
  return url.href;
}
