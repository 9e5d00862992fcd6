import { z } from "zod";
import { ask, mayBeAsked, type Reach } from "#platform/openid/guarded-request.ts";
import { ProviderProblem } from "#platform/openid/provider-problem.ts";

const Document = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/** What a provider says about itself, checked. */
export type Discovered = z.output<typeof Document>;

/**
 * Asks a provider about itself. It must call itself exactly what is written here, and everything it names must be as
 * safe to ask. Asked by ourselves: the client library lets Entra ID answer for all its tenants at once, and any of
 * those may claim any address.
 */
export async function discover(issuer: string, reach: Reach): Promise<Discovered> {
  const { status, text } = await ask(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, reach);
  const written = status === 200 ? jsonIn(text) : undefined;
  if (typeof written !== "object" || written === null) throw new ProviderProblem("no_discovery");
  const { success, data } = Document.safeParse(written);
  if (!success) throw new ProviderProblem("incomplete");
  if (data.issuer !== issuer) throw new ProviderProblem("wrong_issuer");
  for (const endpoint of [data.authorization_endpoint, data.token_endpoint, data.jwks_uri]) mayBeAsked(endpoint, reach);
  return data;
}

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Whether a provider shows a key that its word can be checked with. */
export async function showsKeys({ jwks_uri }: Discovered, reach: Reach): Promise<boolean> {
  const { status, text } = await ask(jwks_uri, reach);
  const { data } = Keys.safeParse(status === 200 ? jsonIn(text) : undefined);
  return data?.keys.some(({ kty }) => ["RSA", "EC", "OKP"].includes(kty)) === true;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
