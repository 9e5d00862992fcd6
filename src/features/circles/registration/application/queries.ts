import { sql, type SqlBool } from "kysely";
import { inSwedishOrder, type Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";

/** The names of those who employ most applicants, to choose from while typing: every municipality and region. (R117) */
export async function commonEmployers(db: Reader, today: Temporal.PlainDate): Promise<string[]> {
  const rows = await db
    .selectFrom("organisation as o")
    .where(sql<SqlBool>`o.kinds && array['municipality', 'region']`)
    .where(validOn(today, "o"))
    .orderBy(inSwedishOrder(sql.ref("o.name")))
    .select("o.name")
    .execute();
  return rows.map(({ name }) => name);
}
