import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { foldedPhrase } from "#features/knowledge/question/client-signs.ts";

/**
 * Names that a question may hold without telling who a client is: organisations by every name they go by, counties,
 * methods, the words that knowledge is sorted by and the words of the glossary. Folded as `clientSigns` looks them up.
 */
export async function namesOfNoClient(db: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select written as name from organisation_alias
    union select name from organisation
    union select short_name from organisation
    union select name from county
    union select short_name from county
    union select name from method
    union select unnest(also_called) from method
    union select name from knowledge_term
    union select term from glossary_term
    union select unnest(also_called) from glossary_term`.execute(db);
  return new Set(rows.map(({ name }) => foldedPhrase(name)));
}
