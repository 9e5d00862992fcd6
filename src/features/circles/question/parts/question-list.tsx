import type { Translate } from "#kernel/messages.ts";
import { SourceTag } from "#features/circles/question/parts/source-tag.tsx";
import type { Question, QuestionsInRoom } from "#features/circles/question/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type Shown = { t: Translate; found: QuestionsInRoom };

/** The questions on the circle's own page: how many there are, and how far one's own workplace has come. */
export function QuestionsInShort({ t, found }: Shown) {
  const { room, questions, answers, workplaces, ownKey, can } = found;
  if (questions.length === 0 && !can.choose) return null;
  const own = workplaces.find(({ key }) => key === ownKey);
  const count = questions.length;
  return (
    <section class="stack">
      <h2>{t("question.all")}</h2>
      <p class="muted">
        {count === 0
          ? t("question.none")
          : own
            ? t("question.short", {
                answered: questions.filter(({ id }) => hasAnswered(found, id, own.key)).length,
                count,
                workplace: own.name,
              })
            : t("question.short_all", {
                count,
                workplaces: new Set(answers.map(({ workplaceKey }) => workplaceKey)).size,
              })}
      </p>
      <p>
        <LinkButton href={`/cirkel/${room.round.slug}/fragor${count === 0 ? "/valj" : ""}`} quiet>
          {t(count === 0 ? "question.choose" : "question.open")}
        </LinkButton>
      </p>
    </section>
  );
}

/** All questions of a circle by theme, with which of them one's own workplace has answered. */
export function QuestionList({ t, found, done }: Shown & { done: string | undefined }) {
  const { room, questions, can } = found;
  const address = `/cirkel/${room.round.slug}/fragor`;
  const themes = [...new Set(questions.map(({ theme }) => theme))];
  const hasLevels = questions.some(({ kind }) => kind === "level");
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirkel/${room.round.slug}`}>{room.round.title}</a>}
        heading={t("question.all")}
        lead={t("question.lead")}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {can.choose || hasLevels ? (
        <div class="buttons">
          {hasLevels ? (
            <LinkButton href={`${address}/forutsattningar`} quiet>
              {t("question.readiness_open")}
            </LinkButton>
          ) : null}
          {can.choose ? (
            <LinkButton href={`${address}/valj`} quiet={questions.length > 0}>
              {t("question.choose")}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {questions.length === 0 ? <EmptyState heading={t("question.none")} /> : null}
      {themes.map((theme) => (
        <Table
          caption={theme}
          columns={columnsOf(t, found, address)}
          rows={questions.filter((question) => question.theme === theme)}
        />
      ))}
    </>
  );
}

function columnsOf(t: Translate, found: QuestionsInRoom, address: string): readonly Column<Question>[] {
  const { workplaces, ownKey } = found;
  return [
    {
      label: t("question.one"),
      head: true,
      cell: ({ id, text, source }) => (
        <>
          <a href={`${address}/${id}`}>{text}</a> {source ? <SourceTag t={t} source={source} /> : null}
        </>
      ),
    },
    {
      label: t("question.answered_by"),
      cell: ({ id }) =>
        t("question.answered_count", {
          answered: workplaces.filter(({ key }) => hasAnswered(found, id, key)).length,
          count: workplaces.length,
        }),
    },
    ...(ownKey
      ? [
          {
            label: t("question.yours"),
            cell: ({ id }: Question) =>
              hasAnswered(found, id, ownKey) ? (
                <Tag tone="quiet">{t("question.yours_answered")}</Tag>
              ) : (
                <Tag tone="open">{t("question.yours_open")}</Tag>
              ),
          },
        ]
      : []),
  ];
}

function hasAnswered({ answers }: QuestionsInRoom, questionId: string, key: string): boolean {
  return answers.some((answer) => answer.questionId === questionId && answer.workplaceKey === key);
}
