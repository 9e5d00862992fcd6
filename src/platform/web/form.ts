import type { Context } from "hono";
import type { z } from "zod";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { problemsOf } from "#platform/web/field-problems.ts";

/** What somebody has typed in a form, and what was wrong with it. Drawn back into the fields, so that nothing is lost. */
export type Filled = {
  readonly values: Readonly<Record<string, string | string[]>>;
  readonly problems: readonly Problem[];
  readonly files: Readonly<Record<string, File>>;
};

export const emptyForm: Filled = { values: {}, problems: [], files: {} };

/** A form that already holds values: the one to change something that exists. */
export function filledWith(values: Readonly<Record<string, string | string[] | null | undefined>>): Filled {
  const known = Object.entries(values).filter((entry): entry is [string, string | string[]] => entry[1] != null);
  return { ...emptyForm, values: Object.fromEntries(known) };
}

/** Reads a sent form, whatever its encoding. A field that comes several times is a list. */
export async function filledFrom(c: Context<Environment>): Promise<Filled> {
  const body = await c.req.parseBody({ all: true });
  const values: Record<string, string | string[]> = {};
  const files: Record<string, File> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof File) {
      if (value.size > 0) files[name] = value;
    } else if (Array.isArray(value)) {
      values[name] = value.filter((part): part is string => typeof part === "string");
    } else {
      values[name] = value;
    }
  }
  return { values, problems: [], files };
}

type Nested = { [name: string]: unknown };

/**
 * The typed values as the schema wants them: empty fields left out, `sessions.0.date` turned into lists and
 * objects. A name may hold letters, digits, `_` and `-`; anything else stays as it is and is refused as unknown.
 */
export function nested(values: Filled["values"]): Nested {
  const root: Nested = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === "" || (Array.isArray(value) && value.length === 0)) continue;
    const steps = name.split(".");
    if (steps.some((step) => !/^[A-Za-z0-9_-]+$/.test(step) || step === "__proto__") || steps.length > 6) {
      root[name.slice(0, 40)] = value;
      continue;
    }
    let at = root;
    for (const step of steps.slice(0, -1)) {
      const next = at[step];
      at = (typeof next === "object" && next !== null ? next : (at[step] = {})) as Nested;
    }
    at[steps.at(-1) ?? name] = value;
  }
  return withLists(root) as Nested;
}

/** Objects whose names are all numbers become lists in that order: rows may be missing after a removal. */
function withLists(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withLists(inner)] as const);
  if (entries.length > 0 && entries.every(([name]) => /^\d{1,4}$/.test(name))) {
    return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

/** Checks input against its schema; what does not fit is told at the fields. */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalidInput(result.error, input);
}

/** What is wrong with an input, as one refusal. */
export function invalidInput(error: z.ZodError, input: unknown): Refusal {
  const problems = problemsOf(error, input);
  return new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
}

/** A sent form checked against its schema. */
export function checkedForm<Schema extends z.ZodType>(schema: Schema, filled: Filled): z.output<Schema> {
  return checked(schema, nested(filled.values));
}
