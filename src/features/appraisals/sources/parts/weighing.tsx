import type { Translate } from "#kernel/messages.ts";
import type { AppraisalFacts } from "#features/appraisals/appraisal/queries.ts";
import { Facts } from "#ui/facts.tsx";

type WeighingProps = { t: Translate; appraisal: AppraisalFacts; address: string; mayWrite: boolean };

/** How the three sources are weighed against each other, with the reason when one of them weighs more. */
export function Weighing({ t, appraisal, address, mayWrite }: WeighingProps) {
  const { disagreement, outweighing, outweighingMotive } = appraisal;
  const isEmpty = disagreement === null && outweighing === null;
  return (
    <section class="stack" id="vagning">
      <h3>{t("source.weighing")}</h3>
      {isEmpty ? <p class="muted">{t("source.weighing_none")}</p> : null}
      {isEmpty ? null : (
        <Facts
          items={[
            ...(disagreement === null ? [] : [{ term: t("source.disagreement"), value: disagreement }]),
            {
              term: t("source.outweighing"),
              value:
                outweighing === null
                  ? t("source.outweighing_none")
                  : t("source.outweighing_said", { source: t(`source.${outweighing}`) }),
              note: outweighingMotive ? t("source.motive_said", { motive: outweighingMotive }) : null,
            },
          ]}
        />
      )}
      {mayWrite ? (
        <p>
          <a href={`${address}/vagning`}>{t("source.weighing_change")}</a>
        </p>
      ) : null}
    </section>
  );
}
