import type { Translate } from "#kernel/messages.ts";
import { dateIn } from "#kernel/clock.ts";
import type { ListedQuestion } from "#features/knowledge/question/listing/queries.ts";
import type { QuestionState } from "#features/knowledge/question/question.ts";
import { EntryList } from "#ui/entry-list.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

const tones: Readonly<Record<QuestionState, Tone>> = {
  asked: "open",
  taken: "plain",
  answered: "plain",
  closed: "quiet",
};

export function StateTag({ t, state }: { t: Translate; state: QuestionState }) {
  return <Tag tone={tones[state]}>{t(`ask.state.${state}`)}</Tag>;
}

type QuestionListProps = {
  t: Translate;
  questions: readonly ListedQuestion[];
  today: Temporal.PlainDate;
  label: string;
  /** One's own: who has it says more than where it comes from. */
  own?: boolean | undefined;
};

/** Questions to choose among: what is wondered, where it comes from or who has it, how old it is and when it is needed. */
export function QuestionList({ t, questions, today, label, own }: QuestionListProps) {
  return (
    <EntryList
      label={label}
      entries={questions.map(({ slug, text, state, organisation, with: place, takenBy, askedAt, neededBy }) => ({
        href: `/fragor/${slug}`,
        title: text,
        kicker: own ? t("ask.with", { organisation: place }) : organisation,
        detail: takenBy && state === "taken" ? t("ask.sought", { name: takenBy }) : null,
        tags: <StateTag t={t} state={state} />,
        facts: [
          t("ask.asked_on", { day: sayDate(t.language, dateIn(askedAt), { weekday: false, today }) }),
          ...(neededBy && (state === "asked" || state === "taken")
            ? [t("ask.needed_by", { day: sayDate(t.language, neededBy, { weekday: false, today }) })]
            : []),
        ],
      }))}
    />
  );
}
