import { type Problem, Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { clientSigns, type SignKind } from "#features/knowledge/question/client-signs.ts";
import { namesOfNoClient } from "#features/knowledge/question/guard/queries.ts";

/**
 * Refuses texts in which something may tell who a client is, unless whoever writes has said of that very thing that it is
 * of no client. What has changed since is shown anew.
 *
 * @param texts by the name of their field
 * @param confirmed what was shown, in the words it was shown in
 */
export async function mustNameNoClient(
  db: Reader,
  texts: Readonly<Record<string, string | null>>,
  confirmed: readonly string[],
  { but = [] }: { readonly but?: readonly SignKind[] } = {},
): Promise<void> {
  const known = await namesOfNoClient(db);
  const isConfirmed = new Set(confirmed);
  const problems = Object.entries(texts).flatMap(([path, text]) =>
    clientSigns(text ?? "", known).flatMap(({ kind, found, start, end }): Problem[] =>
      isConfirmed.has(found) || but.includes(kind)
        ? []
        : // Where something stands in a text is counted from one, as people do.
          [{ path, code: `ask.sign.${kind}`, values: { found, start: start + 1, end } }],
    ),
  );
  if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
}
