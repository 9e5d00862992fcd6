import type { MessageKey, MessageValues } from "#kernel/messages.ts";

/** How a "no" is told: 422, 403, 404, 409, 429. */
export type RefusalKind = "invalid" | "forbidden" | "not_found" | "conflict" | "too_many";

export const refusalStatus = { invalid: 422, forbidden: 403, not_found: 404, conflict: 409, too_many: 429 } as const;

/** What is wrong with one field, and in which words to say it. `path` is the field's name in the form. */
export type Problem = { readonly path: string; readonly code: MessageKey; readonly values?: MessageValues };

/**
 * A "no" of the domain, said to a person. Thrown by commands; turned once per door into a page, a problem+json
 * or a sentence on the command line. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: MessageKey;
  readonly details: MessageValues;
  readonly problems: readonly Problem[];

  constructor(kind: RefusalKind, code: MessageKey, details: MessageValues = {}, problems: readonly Problem[] = []) {
    super(code);
    this.name = "Refusal";
    this.kind = kind;
    this.code = code;
    this.details = details;
    this.problems = problems;
  }
}
