import {
  allowInsecureRequests,
  AuthorizationResponseError,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  Configuration,
  customFetch,
  type CustomFetchOptions,
  enableNonRepudiationChecks,
  ResponseBodyError,
  type ServerMetadata,
} from "openid-client";
import type { Discovered } from "#platform/openid/discovery.ts";
import { ask, type Reach } from "#platform/openid/guarded-request.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";

/** Who we are to a provider. */
export type Client = { readonly id: string; readonly secret: string; readonly returnAddress: string };

/** How much the provider's clock and ours may differ, in seconds. */
const tolerance = 60;

/**
 * A certified client of a provider, which asks nothing but through our own guarded requests, and believes no word
 * whose signature it has not checked.
 */
export function clientAt(provider: Discovered, { id, secret }: Client, reach: Reach): Configuration {
  const methods = provider.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const authentication = methods.includes("client_secret_basic") ? ClientSecretBasic(secret) : ClientSecretPost(secret);
  const configuration = new Configuration(
    provider as ServerMetadata,
    id,
    { [clockTolerance]: tolerance },
    authentication,
  );
  configuration[customFetch] = (address, options) => guardedFetch(address, options, reach);
  enableNonRepudiationChecks(configuration);
  // oxlint-disable-next-line typescript/no-deprecated -- so marked to be seen; our guarded request decides what is asked
  if (reach.loopback) allowInsecureRequests(configuration);
  return configuration;
}

async function guardedFetch(address: string, options: CustomFetchOptions, reach: Reach): Promise<Response> {
  const { method, headers, body } = options;
  const { status, type, text } = await ask(address, reach, {
    method: method === "POST" ? "POST" : "GET",
    headers,
    ...(body instanceof URLSearchParams ? { body: body.toString() } : {}),
  });
  return new Response(status === 204 ? null : text, { status, headers: { "content-type": type } });
}

/** What went wrong between us and a provider, in words that have a sentence. */
export function asProviderProblem(problem: unknown): ProviderProblem {
  if (problem instanceof ProviderProblem) return problem;
  // Our own, thrown while asking, comes wrapped.
  if (problem instanceof Error && problem.cause instanceof ProviderProblem) return problem.cause;
  return new ProviderProblem(codeOf(problem), { cause: problem });
}

function codeOf(problem: unknown): ProviderProblemCode {
  if (problem instanceof AuthorizationResponseError) return problem.error === "access_denied" ? "cancelled" : "refused";
  if (problem instanceof ResponseBodyError) return isUnknownClient(problem) ? "wrong_client" : "no_exchange";
  if (!(problem instanceof ClientError)) throw problem;
  const { message, cause } = problem.cause instanceof Error ? problem.cause : { message: "", cause: undefined };
  switch (problem.code) {
    case "OAUTH_JWT_TIMESTAMP_CHECK_FAILED":
      return "token_expired";
    case "OAUTH_JWT_CLAIM_COMPARISON_FAILED":
      return codeOfClaim((cause as { claim?: unknown } | undefined)?.claim);
    case "OAUTH_KEY_SELECTION_FAILED":
    case "OAUTH_UNSUPPORTED_OPERATION":
      return "bad_signature";
    case "OAUTH_RESPONSE_IS_NOT_CONFORM":
    case "OAUTH_RESPONSE_IS_NOT_JSON":
      return "no_exchange";
    default:
      if (/signature|"alg"/.test(message)) return "bad_signature";
      return message.includes('"nonce"') ? "wrong_nonce" : "bad_token";
  }
}

function codeOfClaim(claim: unknown): ProviderProblemCode {
  if (claim === "iss") return "token_issuer";
  if (claim === "aud" || claim === "azp") return "wrong_audience";
  return claim === "nonce" ? "wrong_nonce" : "bad_token";
}

/** Whether a provider says that it does not know us, or not our secret. */
export function isUnknownClient({ status, error }: ResponseBodyError): boolean {
  return status === 401 || error === "invalid_client" || error === "unauthorized_client";
}
