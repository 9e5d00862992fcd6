import type { Translate } from "#kernel/messages.ts";
import { type Refusal, refusalStatus } from "#kernel/refusal.ts";

/** RFC 9457: what the API answers when it says no. */
export type ProblemJson = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
};

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  422: "Invalid input",
  429: "Too many requests",
  500: "Something went wrong",
};

export function problemJson(
  status: number,
  code: string,
  detail: string,
  errors: ProblemJson["errors"] = [],
): ProblemJson {
  return { type: `/api/docs#${code}`, title: titles[status] ?? "Error", status, detail, errors };
}

/** A refusal in the API's words. A missing or bad token is 401, as HTTP has it. */
export function problemOf(refusal: Refusal, t: Translate): ProblemJson {
  const status = refusal.code === "web.no_token" ? 401 : refusalStatus[refusal.kind];
  const errors = refusal.problems.map(({ path, code, values }) => ({ path, message: t(code, values) }));
  return problemJson(status, refusal.code, t(refusal.code, refusal.details), errors);
}
