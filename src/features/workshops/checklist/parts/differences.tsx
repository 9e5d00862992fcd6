import type { Translate } from "#kernel/messages.ts";
import type { Difference } from "#features/workshops/checklist/differences.ts";
import { QuestionTags } from "#features/workshops/checklist/parts/checklist-questions.tsx";
import type { ChecklistQuestion } from "#features/workshops/checklist/queries.ts";
import { Details } from "#ui/details.tsx";
import { Tag } from "#ui/tag.tsx";

type DifferencesProps = { t: Translate; differences: readonly Difference<ChecklistQuestion>[] };

/** What differs between two versions: what is new, what says something else now, what is gone, and what is the same. */
export function Differences({ t, differences }: DifferencesProps) {
  const differs = differences.filter(({ kind }) => kind !== "same");
  const same = differences.filter(({ kind }) => kind === "same");
  return (
    <>
      {differs.length === 0 ? <p>{t("checklist.no_differences")}</p> : null}
      <ul class="checklist">
        {differs.map((difference) => (
          <li>
            <Tag tone={difference.kind === "removed" ? "quiet" : "plain"}>
              {t(`checklist.difference.${difference.kind}`)}
            </Tag>
            {difference.kind === "changed" ? (
              <div class="side-by-side">
                <figure>
                  <figcaption>{t("checklist.before")}</figcaption>
                  <Question t={t} question={difference.before} />
                </figure>
                <figure>
                  <figcaption>{t("checklist.after")}</figcaption>
                  <Question t={t} question={difference.after} />
                </figure>
              </div>
            ) : (
              <Question t={t} question={difference.after ?? difference.before} />
            )}
          </li>
        ))}
      </ul>
      {same.length > 0 ? (
        <Details summary={t("checklist.the_same", { count: same.length })}>
          <ul>
            {same.map(({ after, before }) => (
              <li>{(after ?? before)?.text}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

function Question({ t, question }: { t: Translate; question: ChecklistQuestion | null }) {
  if (!question) return null;
  return (
    <>
      <p>
        <strong>{question.text}</strong>
      </p>
      {question.help ? <p class="muted">{question.help}</p> : null}
      <QuestionTags t={t} question={question} />
    </>
  );
}
