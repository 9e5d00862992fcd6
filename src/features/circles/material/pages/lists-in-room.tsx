import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Room } from "#features/circles/room/queries.ts";
import { listsOfRound } from "#features/knowledge/reading/queries.ts";

/** The lists in the knowledge base that the circle reads; nothing when it has none. (R104) */
export async function listsOfRoom(c: Context<Environment>, { round }: Room): Promise<Child> {
  const { t, db } = c.var;
  const lists = await listsOfRound(db, round.id);
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="ur-kunskapsbasen">
      <h2 id="ur-kunskapsbasen">{t("material.from_knowledge")}</h2>
      <ul>
        {lists.map(({ slug, title }) => (
          <li>
            <a href={`/laslista/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
