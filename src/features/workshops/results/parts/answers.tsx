import type { Translate } from "#kernel/messages.ts";
import { type Answered, type Place, type Tally, tallyOf } from "#features/workshops/results/answer-tally.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { Table } from "#ui/table.tsx";

type AnswersProps = {
  t: Translate;
  question: WorkshopQuestion;
  answers: readonly Answered[];
  /** What the heading above is: those of the groups stand one step below. */
  level: 2 | 3;
};

/** What was answered once that a question was put: words by group, and what is counted as bars with its figures. */
export function Answers({ t, question, answers, level }: AnswersProps) {
  if (answers.length === 0) return <p>{t("results.none_yet")}</p>;
  return <Tallied t={t} question={question} tally={tallyOf(question, answers)} level={level} />;
}

type TalliedProps = { t: Translate; question: WorkshopQuestion; tally: Tally; level: 2 | 3 };

function Tallied({ t, question, tally, level }: TalliedProps) {
  switch (tally.what) {
    case "said":
      return (
        <div class="said-by-group">
          {tally.groups.map(({ group, texts }) => (
            <section>
              {group === null ? null : level === 2 ? <h3>{group}</h3> : <h4>{group}</h4>}
              <ul class="said-list">
                {texts.map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      );
    case "counted":
      return (
        <BalanceBars
          t={t}
          caption={<span class="sr-only">{question.text}</span>}
          groups={t(tally.measure === "words" ? "results.word" : "results.option")}
          counted={t(`results.measure.${tally.measure}`)}
          bars={tally.bars}
        />
      );
    case "scale":
      return (
        <>
          <BalanceBars
            t={t}
            caption={<span class="sr-only">{question.text}</span>}
            groups={t("results.step")}
            counted={t("results.measure.answers")}
            bars={tally.bars.map(({ label, count }) => ({ label: stepLabel(question, label), count }))}
          />
          {tally.mean === null ? null : <p>{t("results.mean", { mean: tally.mean })}</p>}
        </>
      );
    case "ranked":
      return <Ranked t={t} question={question} places={tally.places} />;
  }
}

/** The mean places: the nearer the first, the longer the bar. */
function Ranked({ t, question, places }: { t: Translate; question: WorkshopQuestion; places: readonly Place[] }) {
  const after = places.length + 1;
  return (
    <BalanceBars
      t={t}
      caption={<span class="sr-only">{question.text}</span>}
      groups={t("results.option")}
      counted={t("results.mean_place")}
      bars={places.map(({ label, mean }) => ({ label, count: mean === null ? 0 : after - mean }))}
      say={(length) => (length === 0 ? "–" : t("results.place", { place: after - length }))}
    />
  );
}

function stepLabel({ scaleLow, scaleHigh, lowLabel, highLabel }: WorkshopQuestion, step: string): string {
  if (step === String(scaleLow) && lowLabel) return `${step} (${lowLabel})`;
  return step === String(scaleHigh) && highLabel ? `${step} (${highLabel})` : step;
}

/** What each group chose, beside each other; nothing where answers are in words or no group is told. */
export function ByGroup({ t, question, answers }: Omit<AnswersProps, "level">) {
  const groups = Map.groupBy(answers, ({ group }) => group);
  if (question.kind === "open" || groups.size < 2 || groups.has(null)) return null;
  const columns = [...groups].map(([group, own]) => ({ group: group ?? "", figures: figuresOf(t, question, own) }));
  const labels = [...new Set(columns.flatMap(({ figures }) => [...figures.keys()]))];
  return (
    <Table
      caption={t("results.by_group")}
      compared
      rows={labels}
      columns={[
        { label: t("results.option"), head: true, cell: (label) => label },
        ...columns.map(({ group, figures }) => ({
          label: group,
          numeric: true,
          cell: (label: string) => figures.get(label) ?? "0",
        })),
      ]}
    />
  );
}

function figuresOf(t: Translate, question: WorkshopQuestion, answers: readonly Answered[]): Map<string, string> {
  const tally = tallyOf(question, answers);
  if (tally.what === "ranked")
    return new Map(
      tally.places.map(({ label, mean }) => [label, mean === null ? "–" : t("results.place", { place: mean })]),
    );
  return tally.what === "said"
    ? new Map()
    : new Map(tally.bars.map(({ label, count }) => [label, String(count)]));
}
