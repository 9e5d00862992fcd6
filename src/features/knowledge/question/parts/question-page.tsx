import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { AnswerSources } from "#features/knowledge/question/parts/answer-sources.tsx";
import { HelpedForm } from "#features/knowledge/question/parts/helped.tsx";
import { StateTag } from "#features/knowledge/question/parts/question-list.tsx";
import { questionParts } from "#features/knowledge/question/question.ts";
import type { QuestionInside, QuestionStepTaken } from "#features/knowledge/question/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Timeline } from "#ui/timeline.tsx";
import { Unknown } from "#ui/unknown.tsx";

type QuestionPageProps = {
  t: Translate;
  inside: QuestionInside;
  today: Temporal.PlainDate;
  done?: string | undefined;
};

/** A question: what is wondered and who has it, the answer from the three sources once there is one, and all that has happened. */
export function QuestionPage({ t, inside, today, done }: QuestionPageProps) {
  const { question, item, can } = inside;
  const parts = questionParts.flatMap((part) => {
    const said = question.parts[part];
    return said ? [{ term: t(`ask.${part}`), value: said }] : [];
  });
  return (
    <>
      <PageHeading kicker={<a href="/fragor">{t("ask.all")}</a>} heading={question.text}>
        <p>
          <StateTag t={t} state={question.state} />
        </p>
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <Columns
        label={t("ask.state")}
        besideLast={question.state === "answered"}
        beside={<Beside t={t} inside={inside} today={today} />}
      >
        {question.state === "closed" ? (
          <Notice t={t} tone="warn" heading={t("ask.closed_heading")}>
            <p>{question.closedReason}</p>
          </Notice>
        ) : null}
        {question.answer === null ? null : (
          <section aria-labelledby="svar">
            <h2 id="svar">{t("ask.answer_heading")}</h2>
            <Paragraphs text={question.answer} />
          </section>
        )}
        {question.state === "answered" ? <AnswerSources t={t} sources={inside.sources} /> : null}
        <ToRead t={t} inside={inside} />
        {can.sayHelped ? <HelpedForm t={t} question={question} /> : null}
        {can.makeItem ? (
          <Sheet>
            <p>{t("ask.make_item_lead")}</p>
            <Form t={t} tight action={`/fragor/${question.slug}/utkast`}>
              <Button quiet>{t("ask.make_item")}</Button>
            </Form>
          </Sheet>
        ) : null}
        {item ? (
          <p>
            {t("ask.item")}: <a href={`/kunskap/${item.slug}`}>{item.title}</a>
          </p>
        ) : question.hasItem ? (
          <p class="muted">{t("ask.item_is_made")}</p>
        ) : null}
        {parts.length > 0 ? (
          <section aria-labelledby="delar">
            <h2 id="delar">{t("ask.asked_in_parts")}</h2>
            <Facts items={parts} wide />
          </section>
        ) : null}
        <Story t={t} steps={inside.steps} today={today} />
      </Columns>
    </>
  );
}

function ToRead({ t, inside: { toRead } }: { t: Translate; inside: QuestionInside }) {
  if (toRead.length === 0) return null;
  return (
    <section aria-labelledby="las">
      <h2 id="las">{t("ask.to_read")}</h2>
      <ul>
        {toRead.map(({ slug, title }) => (
          <li>
            <a href={`/kunskap/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who asked and who has it, with what can be done with it now. */
function Beside({ t, inside, today }: Omit<QuestionPageProps, "done">) {
  const { question, can, isOwn } = inside;
  const address = `/fragor/${question.slug}`;
  const isOpen = question.state === "asked" || question.state === "taken";
  const facts: { term: string; value: Child }[] = [
    { term: t("ask.is_with"), value: question.with },
    ...(isOpen
      ? [{ term: t("ask.taken_by"), value: question.takenBy ?? <Unknown>{t("ask.nobody_yet")}</Unknown> }]
      : []),
    ...(isOpen
      ? [
          {
            term: t("ask.needed"),
            value: question.neededBy ? sayDate(t.language, question.neededBy, { today }) : t("ask.no_hurry"),
          },
        ]
      : []),
    ...(isOwn
      ? []
      : [{ term: t("ask.asked_by"), value: question.askedBy ?? <Unknown>{t("ask.asked_by_unknown")}</Unknown> }]),
    { term: t("ask.works_at"), value: question.organisation },
    ...(question.helped ? [{ term: t("ask.helped"), value: t(`ask.helped.${question.helped}`) }] : []),
  ];
  return (
    <Sheet>
      <Facts items={facts} />
      {question.helpedSaid && !isOwn ? <p class="muted">{question.helpedSaid}</p> : null}
      {isOwn && isOpen ? <p class="muted">{t("ask.waits_text")}</p> : null}
      <div class="buttons">
        {can.answer ? (
          <LinkButton href={`${address}/svara`} wide>
            {t("ask.answer")}
          </LinkButton>
        ) : null}
        {can.take ? (
          <Form t={t} tight action={`${address}/ta`}>
            <Button quiet wide>
              {t("ask.take")}
            </Button>
          </Form>
        ) : null}
        {can.passOn ? (
          <LinkButton href={`${address}/lamna-vidare`} quiet wide>
            {t("ask.pass_on")}
          </LinkButton>
        ) : null}
        {can.putBack ? (
          <Form t={t} tight action={`${address}/lagg-tillbaka`}>
            <Button plain wide>
              {t("ask.put_back")}
            </Button>
          </Form>
        ) : null}
        {can.change ? (
          <LinkButton href={`${address}/andra`} plain wide>
            {t("ask.change")}
          </LinkButton>
        ) : null}
        {can.close ? (
          <LinkButton href={`${address}/avsluta`} plain wide>
            {t("ask.close")}
          </LinkButton>
        ) : null}
      </div>
    </Sheet>
  );
}

function Story({ t, steps, today }: { t: Translate; steps: readonly QuestionStepTaken[]; today: Temporal.PlainDate }) {
  return (
    <Details summary={t("ask.story")}>
      <Timeline
        label={t("ask.story")}
        items={steps.map(({ step, to, reason, by, at }) => {
          const day = dateIn(at);
          return {
            when: sayDate(t.language, day, { weekday: false, today }),
            dateTime: day.toString(),
            title: t(`ask.event.${step}`, { to: to ?? "", by: by ?? "none" }),
            detail: reason,
          };
        })}
      />
    </Details>
  );
}
