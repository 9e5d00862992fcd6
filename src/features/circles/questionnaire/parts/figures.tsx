import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { GatedMean, GatedRow } from "#features/followup/output-gate.ts";
import type { QuestionnaireFigures } from "#features/circles/questionnaire/queries.ts";
import { BeforeAfter } from "#ui/before-after.tsx";
import { Notice } from "#ui/notice.tsx";

type FiguresProps = { t: Translate; figures: QuestionnaireFigures };

/** What the answers show. Every figure has come through the gate; what it holds back is said to be held back. */
export function Figures({ t, figures: { statements, yesNo } }: FiguresProps) {
  const said = (question: string) => t(`questionnaire.question.${question}` as "questionnaire.question.findsResearch");
  const hidden = <span class="muted">{t("questionnaire.hidden")}</span>;
  const isAnsweredTwice = yesNo.some(({ after }) => after !== undefined);
  const followed = statements.filter(({ pairs }) => pairs !== undefined);
  return (
    <section class="stack">
      <h2>{t("questionnaire.figures")}</h2>
      {isAnsweredTwice ? (
        <Notice t={t} heading={t("questionnaire.not_effect")}>
          <p>{t("questionnaire.not_effect_lead")}</p>
        </Notice>
      ) : (
        <p>{t("questionnaire.only_before")}</p>
      )}
      <h3>{t("questionnaire.group")}</h3>
      <p class="muted">
        {t("questionnaire.group_lead")} {t("questionnaire.hidden_why")}
      </p>
      <BeforeAfter
        caption={<span class="sr-only">{t("questionnaire.group")}</span>}
        about={t("questionnaire.statement")}
        columns={[
          t("questionnaire.occasion.before"),
          ...(isAnsweredTwice ? [t("questionnaire.occasion.after"), t("questionnaire.change")] : []),
        ]}
        least={1}
        most={5}
        movements={statements.map(({ statement, before, after, change }) => ({
          label: said(statement),
          from: before?.mean,
          to: after?.mean,
          cells: [
            meanWords(t, before, hidden),
            ...(isAnsweredTwice
              ? [meanWords(t, after, hidden), change ? t("questionnaire.change_by", { change: change.change }) : hidden]
              : []),
          ],
        }))}
      />
      {followed.length > 0 ? (
        <>
          <h3>{t("questionnaire.followed")}</h3>
          <p class="muted">{t("questionnaire.followed_lead")}</p>
          <BeforeAfter
            caption={<span class="sr-only">{t("questionnaire.followed")}</span>}
            about={t("questionnaire.statement")}
            columns={[t("questionnaire.followed_count"), t("questionnaire.change")]}
            least={-4}
            most={4}
            movements={followed.map(({ statement, pairs }) => ({
              label: said(statement),
              from: 0,
              to: pairs?.change,
              cells: [
                pairs?.pairs,
                pairs ? (
                  <>
                    {t("questionnaire.change_by", { change: pairs.change })}
                    <span class="under">{t("questionnaire.spread", { spread: pairs.spread })}</span>
                  </>
                ) : (
                  hidden
                ),
              ],
            }))}
          />
        </>
      ) : null}
      <h3>{t("questionnaire.workplaces")}</h3>
      <BeforeAfter
        caption={<span class="sr-only">{t("questionnaire.workplaces")}</span>}
        about={t("questionnaire.question")}
        columns={[t("questionnaire.occasion.before"), ...(isAnsweredTwice ? [t("questionnaire.occasion.after")] : [])]}
        least={0}
        most={1}
        movements={yesNo.map(({ question, before, after }) => ({
          label: said(question),
          from: shareOfYes(before),
          to: shareOfYes(after),
          cells: [yesWords(t, before, hidden), ...(isAnsweredTwice ? [yesWords(t, after, hidden)] : [])],
        }))}
      />
    </section>
  );
}

function meanWords(t: Translate, shown: GatedMean | undefined, hidden: Child): Child {
  if (!shown) return hidden;
  return (
    <>
      {t("questionnaire.mean", { mean: shown.mean })}
      <span class="under">{t("questionnaire.spread", { spread: shown.spread })}</span>
      <span class="under">{t("questionnaire.answers", { answers: shown.answers })}</span>
    </>
  );
}

function yesWords(t: Translate, row: GatedRow | undefined, hidden: Child): Child {
  const [yes] = row?.cells ?? [];
  if (row === undefined || typeof yes !== "number" || row.total === "hidden") return hidden;
  return t("questionnaire.yes_of", { yes, all: row.total });
}

/** Yes as a share of all who said yes or no, where both are shown. */
function shareOfYes(row: GatedRow | undefined): number | undefined {
  const [yes] = row?.cells ?? [];
  return row && typeof yes === "number" && typeof row.total === "number" ? yes / row.total : undefined;
}
