import { createHash, createHmac } from "node:crypto";
import type { Discovered } from "#platform/openid/discovery.ts";

/**
 * What ties an answer to the browser that asked for it. Both are made from the browser's own secret and the state, so
 * that neither has to be kept: whoever reads our database can finish nobody's sign-in.
 */
export function bindingOf(browser: string, state: string): { nonce: string; verifier: string } {
  const made = (what: string) => createHmac("sha256", browser).update(`${what} ${state}`).digest("base64url");
  return { nonce: made("nonce"), verifier: made("verifier") };
}

export type WayOut = {
  readonly clientId: string;
  readonly returnAddress: string;
  readonly state: string;
  readonly browser: string;
  /** The address somebody wrote, so that they need not write it again there. */
  readonly address: string;
};

/** Where somebody goes to sign in at the provider: code flow, with PKCE, state and nonce. */
export function wayOut({ authorizationEndpoint }: Discovered, wish: WayOut): string {
  const { nonce, verifier } = bindingOf(wish.browser, wish.state);
  const url = new URL(authorizationEndpoint);
  const asked = {
    response_type: "code",
    client_id: wish.clientId,
    redirect_uri: wish.returnAddress,
    scope: "openid email profile",
    state: wish.state,
    nonce,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    login_hint: wish.address,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}
