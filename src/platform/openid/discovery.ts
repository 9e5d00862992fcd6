import { type JSONWebKeySet } from "jose";
import { z } from "zod";
import { ask, mayBeAsked, type Reach } from "#platform/openid/guarded-request.ts";
import { ProviderProblem } from "#platform/openid/provider-problem.ts";

const Document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/** What a provider says about itself, checked. */
export type Discovered = {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
  readonly personEndpoint: string | undefined;
  /** How it wants to be told who we are. */
  readonly clientAuthentication: "basic" | "post";
  /** Whether its answers always name it (RFC 9207). */
  readonly namesItself: boolean;
};

/** Asks a provider about itself. It must be who we think it is, and everything it names must be as safe to ask. */
export async function discover(issuer: string, reach: Reach): Promise<Discovered> {
  const { status, text } = await ask(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, reach);
  const written = status === 200 ? jsonIn(text) : undefined;
  if (typeof written !== "object" || written === null) throw new ProviderProblem("no_discovery");
  const { success, data } = Document.safeParse(written);
  if (!success) throw new ProviderProblem("incomplete");
  if (data.issuer !== issuer) throw new ProviderProblem("wrong_issuer");
  const endpoints = [data.authorization_endpoint, data.token_endpoint, data.jwks_uri];
  for (const endpoint of endpoints) mayBeAsked(endpoint, reach);
  const methods = data.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  return {
    issuer,
    authorizationEndpoint: data.authorization_endpoint,
    tokenEndpoint: data.token_endpoint,
    keysAddress: data.jwks_uri,
    personEndpoint: data.userinfo_endpoint,
    clientAuthentication: methods.includes("client_secret_basic") ? "basic" : "post",
    namesItself: data.authorization_response_iss_parameter_supported === true,
  };
}

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The keys a provider signs with: public ones only, and at least one. */
export async function keysOf({ keysAddress }: Discovered, reach: Reach): Promise<JSONWebKeySet> {
  const { status, text } = await ask(keysAddress, reach);
  const { data } = Keys.safeParse(status === 200 ? jsonIn(text) : undefined);
  const keys = data?.keys.filter(({ kty }) => ["RSA", "EC", "OKP"].includes(kty)) ?? [];
  if (keys.length === 0) throw new ProviderProblem("no_keys");
  return { keys };
}

/** Text as JSON; nothing when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
