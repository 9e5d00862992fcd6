import type { Translate } from "#kernel/messages.ts";
import type { ListedAppraisal } from "#features/appraisals/appraisal/listed/queries.ts";
import { AppraisalList } from "#features/appraisals/appraisal/parts/appraisal-list.tsx";

type Props = { t: Translate; appraisals: readonly ListedAppraisal[]; today: Temporal.PlainDate };

/** How a method was weighed, by whom: what is decided, and what one is at work with. */
export function AppraisalsOfMethod({ t, appraisals, today }: Props) {
  return (
    <section aria-labelledby="metodbedomningar">
      <h2 id="metodbedomningar">{t("appraisal.all")}</h2>
      {appraisals.length === 0 ? (
        <p class="muted">{t("appraisal.none_of_method")}</p>
      ) : (
        <AppraisalList t={t} caption={t("appraisal.all")} captionHidden appraisals={appraisals} today={today} />
      )}
    </section>
  );
}
