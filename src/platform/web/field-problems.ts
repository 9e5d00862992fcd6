import type { z } from "zod";
import type { MessageKey, MessageValues } from "#kernel/messages.ts";
import type { Problem } from "#kernel/refusal.ts";

type Said = { code: MessageKey; values?: MessageValues };
type Issue = z.core.$ZodIssue;

/** What a failed check means in words a person can act on. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: "web.field_unknown" }));
    }
    return [{ path, ...said(issue) }];
  });
}

function said(issue: Issue): Said {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return { code: "web.field_missing" };
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
        const length = typeof issue.input === "string" ? issue.input.length : 0;
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
      return { code: issue.input === undefined ? "web.field_choose" : "web.field_wrong" };
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
