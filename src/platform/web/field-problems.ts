import type { z } from "zod";
import type { MessageKey, MessageValues } from "#kernel/messages.ts";
import type { Problem } from "#kernel/refusal.ts";

type Said = { code: MessageKey; values?: MessageValues };
type Issue = z.core.$ZodIssue;

/**
 * What a failed check means in words a person can act on.
 *
 * @param input what was checked: the check itself does not say whether a field was wrong or not there at all
 */
export function problemsOf(error: z.ZodError, input: unknown): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: "web.field_unknown" }));
    }
    return [{ path, ...said(issue, at(input, issue.path)) }];
  });
}

/** What stands in a place of the input; nothing where there is no such place. */
function at(input: unknown, path: Issue["path"]): unknown {
  return path.reduce<unknown>((inner, step) => {
    return typeof inner === "object" && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined;
  }, input);
}

function said(issue: Issue, typed: unknown): Said {
  switch (issue.code) {
    case "invalid_type":
      if (typed === undefined) return { code: "web.field_missing" };
      return { code: issue.expected === "number" || issue.expected === "int" ? "web.field_number" : "web.field_wrong" };
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) > 1)
        return { code: "web.field_too_short", values: { least: Number(issue.minimum) } };
      if (issue.origin === "string") return { code: "web.field_missing" };
      if (issue.origin === "array" || issue.origin === "set")
        return { code: "web.field_too_few", values: { least: Number(issue.minimum) } };
      return { code: "web.field_too_small", values: { least: Number(issue.minimum) } };
    case "too_big":
      if (issue.origin === "string") {
        const length = typeof typed === "string" ? typed.length : 0;
        return { code: "web.field_too_long", values: { most: Number(issue.maximum), length } };
      }
      return { code: "web.field_too_big", values: { most: Number(issue.maximum) } };
    case "invalid_format":
      if (issue.format === "email") return { code: "web.field_email" };
      if (issue.format === "date") return { code: "web.field_date" };
      if (issue.format === "time") return { code: "web.field_time" };
      if (issue.format === "url") return { code: "web.field_address" };
      return { code: "web.field_wrong" };
    case "invalid_value":
      return { code: typed === undefined ? "web.field_choose" : "web.field_wrong" };
    case "custom": {
      const { code, values, start, end } = (issue.params ?? {}) as Record<string, unknown>;
      if (typeof code !== "string") return { code: "web.field_wrong" };
      // Where something stands in a text is counted from one, as people do.
      const said = typeof start === "number" ? { start: start + 1, end } : values;
      return { code: code as MessageKey, ...(said ? { values: said as MessageValues } : {}) };
    }
    default:
      return { code: "web.field_wrong" };
  }
}
