/** Why an address outside gave no answer, by names that a page has sentences for. */
export const outsideProblems = [
  "not_an_address",
  "inner_address",
  "unknown_host",
  "bad_certificate",
  "slow",
  "unreachable",
  "too_large",
  "too_many_redirects",
] as const;
export type OutsideProblemCode = (typeof outsideProblems)[number];

/** An address outside did not answer, or must not be asked. */
export class OutsideProblem extends Error {
  readonly code: OutsideProblemCode;

  constructor(code: OutsideProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "OutsideProblem";
    this.code = code;
  }
}
