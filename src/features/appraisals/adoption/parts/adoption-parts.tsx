import type { Translate } from "#kernel/messages.ts";
import type { Origin, TakenOver } from "#features/appraisals/adoption/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

type OriginPartProps = { t: Translate; inside: AppraisalInside; origin: Origin };

/** Where an appraisal was taken from, and the way to see what differs. */
export function OriginPart({ t, inside, origin }: OriginPartProps) {
  const { organisation, title, slug } = origin;
  return (
    <Notice
      t={t}
      heading={t("adoption.taken_from", { organisation })}
      action={
        slug ? (
          <LinkButton href={`/metodbedomning/${inside.appraisal.slug}/jamfor`} quiet small>
            {t("adoption.see_difference")}
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        {slug ? <a href={`/metodbedomning/${slug}`}>{title}</a> : title}. {t("adoption.taken_from_text")}{" "}
        {slug ? null : t("adoption.weighed_again")}
      </p>
    </Notice>
  );
}

type TakingOverProps = { t: Translate; inside: AppraisalInside; mayTake: boolean; taken: readonly TakenOver[] };

/** Who has taken an appraisal over, and the way to do it. */
export function TakingOverPart({ t, inside, mayTake, taken }: TakingOverProps) {
  if (!mayTake && taken.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("adoption.title")}</h2>
      {taken.length > 0 ? (
        <ul>
          {taken.map(({ slug, organisation, decision }) => (
            <li>
              <a href={`/metodbedomning/${slug}`}>{organisation}</a>:{" "}
              {decision ? t(`appraisal_decision.word.${decision}`) : t("adoption.is_weighed")}
            </li>
          ))}
        </ul>
      ) : null}
      {mayTake ? (
        <>
          <p class="muted">{t("adoption.take_text")}</p>
          <p>
            <LinkButton href={`/metodbedomning/${inside.appraisal.slug}/ta-over`} quiet>
              {t("adoption.take")}
            </LinkButton>
          </p>
        </>
      ) : null}
    </section>
  );
}
