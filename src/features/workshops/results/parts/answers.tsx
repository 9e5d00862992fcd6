import type { Translate } from "#kernel/messages.ts";
import { type Answered, type Place, type Tally, tallyOf } from "#features/workshops/results/answer-tally.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { Table } from "#ui/table.tsx";

type AnswersProps = {
  t: Translate;
  question: WorkshopQuestion;
  answers: readonly Answered[];
  /** The level of the groups' headings. */
  level: 2 | 4;
};

/** What was answered once that a question was put: words by group, and what is counted as bars with its figures. */
export function Answers({ t, question, answers, level }: AnswersProps) {
  if (answers.length === 0) return <p>{t("results.none_yet")}</p>;
  return <Tallied t={t} question={question} tally={tallyOf(question, answers)} level={level} />;
}

type TalliedProps = { t: Translate; question: WorkshopQuestion; tally: Tally; level: 2 | 4 };

function Tallied({ t, question, tally, level }: TalliedProps) {
  switch (tally.what) {
    case "said":
      return (
        <div class="said-by-group">
          {tally.groups.map(({ group, texts }) => (
            <section>
              {group === null ? null : level === 2 ? <h2>{group}</h2> : <h4>{group}</h4>}
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

/** A step of a scale, the first and the last with what they mean. */
export function stepLabel({ scaleLow, scaleHigh, lowLabel, highLabel }: WorkshopQuestion, step: string): string {
  if (step === String(scaleLow) && lowLabel) return `${step} (${lowLabel})`;
  return step === String(scaleHigh) && highLabel ? `${step} (${highLabel})` : step;
}

/** What each group chose, beside each other; nothing where answers are in words or no group is told. */
export function ByGroup({ t, question, answers }: Omit<AnswersProps, "level">) {
  const groups = Map.groupBy(answers, ({ group }) => group);
  if (question.kind === "open" || groups.size < 2 || groups.has(null)) return null;
  const columns = [...groups].map(([group, own]) => ({ group: group ?? "", figures: figuresOf(t, question, own) }));
  const labels = [...figuresOf(t, question, answers).values()].map(({ label }) => label);
  return (
    <Table
      caption={t("results.by_group")}
      rows={labels}
      columns={[
        { label: t("results.option"), head: true, cell: (label) => label },
        ...columns.map(({ group, figures }) => ({
          label: group,
          numeric: true,
          cell: (label: string) => figures.get(keyOf(label))?.said ?? "0",
        })),
      ]}
    />
  );
}

/** Words are the same whatever their capitals, in every group. */
const keyOf = (label: string) => label.toLocaleLowerCase("sv");

function figuresOf(t: Translate, question: WorkshopQuestion, answers: readonly Answered[]) {
  const tally = tallyOf(question, answers);
  const rows = tally.what === "said" ? [] : tally.what === "ranked" ? tally.places : tally.bars;
  return new Map(
    rows.map((row) => {
      const place = "mean" in row ? (row.mean === null ? "–" : t("results.place", { place: row.mean })) : undefined;
      return [keyOf(row.label), { label: row.label, said: place ?? ("count" in row ? String(row.count) : "") }];
    }),
  );
}
