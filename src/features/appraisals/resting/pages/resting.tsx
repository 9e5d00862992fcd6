import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { itemsUnderAppraisal } from "#features/knowledge/lineage/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { Tag, Tags } from "#ui/tag.tsx";

/** What in the knowledge base an appraisal rests on, and what of it has changed since its authors looked. (R103) */
export async function knowledgeUnderAppraisal(
  c: Context<Environment>,
  { appraisal, can }: AppraisalInside,
): Promise<Child> {
  const { t, db } = c.var;
  const under = await itemsUnderAppraisal(db, appraisal.id);
  const isTheirs = can.tell || can.keep;
  if (under.length === 0 && !isTheirs) return null;
  return (
    <section aria-labelledby="bygger-pa">
      <h2 id="bygger-pa">{t("lineage.under_appraisal")}</h2>
      {under.length > 0 ? (
        <ul class="lineage-list">
          {under.map(({ slug, title, kind, year, note, isRetired, isChanged }) => (
            <li>
              <a href={`/kunskap/${slug}`}>{title}</a>{" "}
              <span class="muted">{[t(`item.kind.${kind}`), year].filter(Boolean).join(", ")}</span>{" "}
              {isRetired || isChanged ? (
                <Tags>
                  {isRetired ? <Tag tone="error">{t("item.retired")}</Tag> : null}
                  {isChanged ? <Tag tone="open">{t("lineage.is_changed")}</Tag> : null}
                </Tags>
              ) : null}
              {note ? <p class="muted">{note}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("lineage.nothing_under_appraisal")}</p>
      )}
      {isTheirs ? (
        <p>
          <a href={`/metodbedomning/${appraisal.slug}/kunskap`}>{t("lineage.say_under_appraisal")}</a>
        </p>
      ) : null}
    </section>
  );
}
