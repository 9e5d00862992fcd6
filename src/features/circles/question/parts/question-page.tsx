import type { Translate } from "#kernel/messages.ts";
import { grounds } from "#features/circles/question/answer.ts";
import { WorkplacesThenAndNow } from "#features/circles/question/parts/readiness.tsx";
import { SourceTag } from "#features/circles/question/parts/source-tag.tsx";
import { WorkplaceAnswer } from "#features/circles/question/parts/workplace-answer.tsx";
import type { Question, QuestionsInRoom } from "#features/circles/question/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type QuestionPageProps = {
  t: Translate;
  found: QuestionsInRoom;
  question: Question;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** One question with every workplace's answer beside the others', one's own first. (R013) */
export function QuestionPage({ t, found, question, today, done }: QuestionPageProps) {
  const { room, workplaces, ownKey, answers, can } = found;
  const address = `/cirkel/${room.round.slug}/fragor`;
  const theirs = answers.filter(({ questionId }) => questionId === question.id);
  const ordered = workplaces.toSorted((a, b) => Number(b.key === ownKey) - Number(a.key === ownKey));
  return (
    <>
      <PageHeading kicker={<a href={address}>{t("question.all")}</a>} heading={question.text} lead={question.theme}>
        {question.source ? (
          <p>
            <SourceTag t={t} source={question.source} />
          </p>
        ) : null}
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {question.kind === "level" && theirs.length > 0 ? (
        <WorkplacesThenAndNow t={t} found={found} question={question} captionHidden />
      ) : null}
      {question.kind === "practice" && theirs.length > 0 ? (
        <BalanceBars
          t={t}
          caption={t("question.rests_on_all")}
          groups={t("question.rests_on")}
          counted={t("question.ways_counted")}
          bars={grounds.map((ground) => ({
            label: t(`question.ground.${ground}`),
            count: theirs.filter(({ texts }) => texts.at(-1)?.restsOn.includes(ground)).length,
          }))}
        />
      ) : null}
      <section class="stack">
        <h2>{t(question.kind === "practice" ? "question.ways" : "question.answers")}</h2>
        {workplaces.length === 0 ? <p class="muted">{t("question.no_answers")}</p> : null}
        <div class="side-by-side">
          {ordered.map((workplace) => (
            <WorkplaceAnswer t={t} found={found} question={question} workplace={workplace} today={today} />
          ))}
        </div>
      </section>
      {can.choose && theirs.length === 0 ? (
        <section class="stack">
          <p class="muted">{t("question.remove_means")}</p>
          <Form t={t} action={`${address}/${question.id}/bort`} tight>
            <Button quiet>{t("question.remove")}</Button>
          </Form>
        </section>
      ) : null}
    </>
  );
}
