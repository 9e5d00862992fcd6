import type { Reader } from "#platform/database/database.ts";

/** The addresses that begin like a wanted one and are somebody else's already. */
export async function takenSlugs(db: Reader, table: "round" | "programme", wanted: string): Promise<Set<string>> {
  const rows = await db.selectFrom(table).where("slug", "like", `${wanted}%`).select("slug").execute();
  return new Set(rows.map(({ slug }) => slug));
}
