import { sql, type SqlBool } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { Basis, MethodId, MethodKind } from "#features/appraisals/method/method.ts";

/** What the register is narrowed to. */
export type MethodWish = {
  readonly typed?: string | undefined;
  readonly kind?: MethodKind | undefined;
  /** Those that are withdrawn, and not those that stand. */
  readonly withdrawn?: boolean | undefined;
  /** The list goes on after this method. */
  readonly after?: MethodId | undefined;
  readonly limit: number;
};

/** A method in the register's list. */
export type ListedMethod = {
  readonly id: MethodId;
  readonly slug: string;
  readonly kind: MethodKind;
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly targetGroup: string | null;
  readonly basis: Basis | null;
  readonly organisation: string;
  /** How many organisations use it now. */
  readonly users: number;
  /** How many organisations have decided about it after weighing it. */
  readonly decided: number;
};

/** The methods in the register by name, found by any name they go by, and how many there are of those wished for. */
export async function methodsListed(
  db: Reader,
  wish: MethodWish,
): Promise<{ readonly methods: ListedMethod[]; readonly count: number; readonly after: MethodId | undefined }> {
  const pattern = `%${(wish.typed ?? "").trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wished = db
    .selectFrom("method as m")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .where(
      sql<SqlBool>`(m.name ilike ${pattern} or exists (select from unnest(m.also_called) as n where n ilike ${pattern}))`,
    )
    .where("m.withdrawn_at", wish.withdrawn === true ? "is not" : "is", null)
    .$if(wish.kind !== undefined, (qb) => qb.where("m.kind", "=", wish.kind as MethodKind));
  const [{ count }, rows] = await Promise.all([
    wished.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow(),
    wished
      .$if(wish.after !== undefined, (qb) =>
        qb.where(sql<SqlBool>`(m.name, m.id) > (
          select name, id from method where id = ${wish.after ?? null}::uuid)`),
      )
      .orderBy("m.name")
      .orderBy("m.id")
      .limit(wish.limit + 1)
      .select(["m.id", "m.slug", "m.kind", "m.name", "m.also_called as alsoCalled", "m.target_group as targetGroup"])
      .select(["m.basis", "o.name as organisation"])
      .select([
        sql<number>`(select count(*)::int from method_use u
          where u.method_id = m.id and u.to_day is null and u.phase <> 'phasedOut')`.as("users"),
        sql<number>`(select count(distinct a.organisation_id)::int from appraisal a
          where a.method_id = m.id and a.state = 'decided')`.as("decided"),
      ])
      .execute(),
  ]);
  const methods = rows.slice(0, wish.limit);
  return { methods, count, after: rows.length > wish.limit ? methods.at(-1)?.id : undefined };
}

/** The methods that can be weighed, to choose among. */
export async function methodsToWeigh(
  db: Reader,
): Promise<{ readonly id: MethodId; readonly slug: string; readonly name: string }[]> {
  return db
    .selectFrom("method")
    .where("withdrawn_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .limit(500)
    .select(["id", "slug", "name"])
    .execute();
}
