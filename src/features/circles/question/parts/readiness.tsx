import type { Translate } from "#kernel/messages.ts";
import { growthOf } from "#features/circles/question/growth.ts";
import { levelWords } from "#features/circles/question/parts/said.tsx";
import type { Question, QuestionsInRoom } from "#features/circles/question/queries.ts";
import { PageHeading } from "#ui/page-heading.tsx";
import { type Stretch, ThenAndNow } from "#ui/then-and-now.tsx";

type Shown = { t: Translate; found: QuestionsInRoom };

/** How far every workplace has come with one prerequisite, then and now, the employers side by side. (R013) */
export function WorkplacesThenAndNow({
  t,
  found,
  question,
  captionHidden,
}: Shown & { question: Question; captionHidden?: boolean }) {
  const rows = found.workplaces.map(({ key, name, employer }) => ({
    label: `${name}, ${employer}`,
    ...growthIn(found, question, key),
  }));
  return (
    <ThenAndNow
      {...wordsOf(t)}
      caption={question.text}
      captionHidden={captionHidden}
      rowLabel={t("question.workplace")}
      rows={rows}
    />
  );
}

/** The prerequisites of every workplace in a circle, one's own first, and then one prerequisite at a time. (R005, R013) */
export function ReadinessPage({ t, found }: Shown) {
  const { room, questions, workplaces, ownKey } = found;
  const address = `/cirkel/${room.round.slug}/fragor`;
  const asked = questions.filter(({ kind }) => kind === "level");
  const own = workplaces.find(({ key }) => key === ownKey);
  return (
    <>
      <PageHeading
        kicker={<a href={address}>{t("question.all")}</a>}
        heading={t("question.readiness")}
        lead={t("question.readiness_lead")}
      />
      {own ? (
        <ThenAndNow
          {...wordsOf(t)}
          caption={`${own.name}, ${own.employer}`}
          rowLabel={t("question.prerequisite")}
          rows={asked.map((question) => ({
            label: <a href={`${address}/${question.id}`}>{question.text}</a>,
            ...growthIn(found, question, own.key),
          }))}
        />
      ) : null}
      {asked.map((question) => (
        <WorkplacesThenAndNow t={t} found={found} question={question} />
      ))}
    </>
  );
}

function growthIn({ answers }: QuestionsInRoom, { id }: Question, key: string): Omit<Stretch, "label"> {
  const answer = answers.find((each) => each.questionId === id && each.workplaceKey === key);
  return growthOf(answer?.texts ?? []);
}

function wordsOf(t: Translate) {
  return {
    thenLabel: t("question.then"),
    nowLabel: t("question.now"),
    steps: levelWords(t),
    unknown: t("question.level.unknown"),
  };
}
