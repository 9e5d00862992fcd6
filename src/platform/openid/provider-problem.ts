/** What can be wrong with a provider: with how it is set up, or with what it answered about somebody. */
export const providerProblems = [
  // Reaching it
  "insecure",
  "inner_address",
  "unknown_host",
  "unreachable",
  "slow",
  "bad_certificate",
  "too_large",
  // What it says about itself
  "no_discovery",
  "wrong_issuer",
  "incomplete",
  "no_keys",
  "wrong_client",
  "secret_unreadable",
  // What it says about somebody
  "cancelled",
  "refused",
  "other_issuer",
  "no_exchange",
  "bad_signature",
  "token_issuer",
  "wrong_audience",
  "token_expired",
  "wrong_nonce",
  "bad_token",
  "no_address",
  "address_unverified",
  "foreign_domain",
  "no_account",
  "other_identity",
] as const;
export type ProviderProblemCode = (typeof providerProblems)[number];

/** A provider that cannot be asked, or whose answer is not to be trusted. */
export class ProviderProblem extends Error {
  readonly code: ProviderProblemCode;

  constructor(code: ProviderProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "ProviderProblem";
    this.code = code;
  }
}
