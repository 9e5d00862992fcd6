import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { type Discovered, jsonIn, keysOf } from "#platform/openid/discovery.ts";
import { ask, type Reach } from "#platform/openid/guarded-request.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";

/** Who we are to a provider. */
export type Client = { readonly id: string; readonly secret: string; readonly returnAddress: string };

export type Tokens = { readonly idToken: string; readonly accessToken: string | undefined };

const Answer = z.object({ id_token: z.string(), access_token: z.string().optional() });

/** Gives the provider its code back and gets its word about somebody, directly from it. */
export async function exchange(
  provider: Discovered,
  client: Client,
  { code, verifier }: { code: string; verifier: string },
  reach: Reach,
): Promise<Tokens> {
  const { status, text } = await askForTokens(provider, client, { code, verifier }, reach);
  if (isUnknownClient(status, text)) throw new ProviderProblem("wrong_client");
  const { data } = Answer.safeParse(status === 200 ? jsonIn(text) : undefined);
  if (!data) throw new ProviderProblem("no_exchange");
  return { idToken: data.id_token, accessToken: data.access_token };
}

/** Whether the provider knows us by our secret: it is given a code that it never made, and must complain of that. */
export async function knowsClient(provider: Discovered, client: Client, reach: Reach): Promise<boolean> {
  const made = { code: "a-code-that-tries-the-connection", verifier: "a".repeat(43) };
  const { status, text } = await askForTokens(provider, client, made, reach);
  return !isUnknownClient(status, text);
}

async function askForTokens(
  provider: Discovered,
  { id, secret, returnAddress }: Client,
  { code, verifier }: { code: string; verifier: string },
  reach: Reach,
) {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: returnAddress,
    code_verifier: verifier,
  });
  const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
  if (provider.clientAuthentication === "basic") {
    const pair = [id, secret].map(formEncoded).join(":");
    headers["authorization"] = `Basic ${Buffer.from(pair).toString("base64")}`;
  } else {
    body.set("client_id", id);
    body.set("client_secret", secret);
  }
  return ask(provider.tokenEndpoint, reach, { method: "POST", headers, body: body.toString() });
}

/** As RFC 6749 wants both halves of the pair: encoded as in a form. */
function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice("text=".length);
}

function isUnknownClient(status: number, text: string): boolean {
  const said = z.object({ error: z.string() }).safeParse(jsonIn(text));
  return status === 401 || (said.success && ["invalid_client", "unauthorized_client"].includes(said.data.error));
}

/** Only signatures made with a key that the provider alone has: never "none", never a shared secret. */
const algorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

/** How much the provider's clock and ours may differ, and how old its word may be. */
const clockTolerance = 60;
const maxTokenAge = 10 * 60;

/**
 * What a provider says about somebody, if its word is its own, meant for us, fresh, and the answer to what this
 * browser asked.
 */
export async function claimsIn(
  provider: Discovered,
  { idToken, accessToken }: Tokens,
  expected: { readonly clientId: string; readonly nonce: string; readonly now: Temporal.Instant },
  reach: Reach,
): Promise<JWTPayload & { sub: string }> {
  const keys = createLocalJWKSet(await keysOf(provider, reach));
  const { payload } = await jwtVerify(idToken, keys, {
    algorithms,
    issuer: provider.issuer,
    audience: expected.clientId,
    clockTolerance,
    maxTokenAge,
    requiredClaims: ["sub", "exp", "iat"],
    currentDate: new Date(expected.now.epochMilliseconds),
  }).catch((problem: unknown) => {
    throw new ProviderProblem(codeOf(problem), { cause: problem });
  });
  if (payload["nonce"] !== expected.nonce) throw new ProviderProblem("wrong_nonce");
  const party = payload["azp"] ?? (Array.isArray(payload.aud) && payload.aud.length > 1 ? undefined : expected.clientId);
  if (party !== expected.clientId) throw new ProviderProblem("wrong_audience");
  if (typeof payload.sub !== "string" || payload.sub === "" || payload.sub.length > 255)
    throw new ProviderProblem("bad_token");
  const more = accessToken ? await toldAbout(provider, accessToken, payload.sub, reach) : {};
  return { ...more, ...payload, sub: payload.sub };
}

/** What more the provider tells when asked. Only about the one it has just vouched for. */
async function toldAbout(
  { personEndpoint }: Discovered,
  accessToken: string,
  sub: string,
  reach: Reach,
): Promise<Record<string, unknown>> {
  if (personEndpoint === undefined) return {};
  const { status, text } = await ask(personEndpoint, reach, { headers: { authorization: `Bearer ${accessToken}` } });
  const { data } = z.looseObject({ sub: z.string() }).safeParse(status === 200 ? jsonIn(text) : undefined);
  return data?.sub === sub ? data : {};
}

function codeOf(problem: unknown): ProviderProblemCode {
  if (problem instanceof errors.JWTExpired) return "token_expired";
  if (problem instanceof errors.JWTClaimValidationFailed) {
    if (problem.claim === "iss") return "token_issuer";
    if (problem.claim === "aud") return "wrong_audience";
    return problem.claim === "iat" || problem.claim === "nbf" ? "token_expired" : "bad_token";
  }
  const unsigned = [
    errors.JOSEAlgNotAllowed,
    errors.JWSSignatureVerificationFailed,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
    errors.JOSENotSupported,
  ];
  return unsigned.some((kind) => problem instanceof kind) ? "bad_signature" : "bad_token";
}
