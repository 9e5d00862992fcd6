import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { checklistsOfBody } from "#features/workshops/checklist/listing/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** The checklists that a body made at a workshop, on its page: they are published to it. (R209) */
export async function checklistsInBody(c: Context<Environment>, body: BodyFacts): Promise<Child> {
  const { t, db } = c.var;
  const checklists = await checklistsOfBody(db, body.id);
  if (checklists.length === 0) return null;
  return (
    <section class="stack" id="checklistor">
      <h2>{t("checklist.of_body")}</h2>
      <ul>
        {checklists.map(({ slug, title, versionNo, publishedAt }) => (
          <li>
            <a href={`/checklista/${slug}`}>{title}</a>{" "}
            <span class="muted">
              {t("checklist.version_of", {
                number: t("checklist.version_number", { number: versionNo }),
                day: sayDate(t.language, dateIn(publishedAt), { weekday: false }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
