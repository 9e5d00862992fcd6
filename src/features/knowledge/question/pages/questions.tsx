import { dateIn } from "#kernel/clock.ts";
import { pages } from "#platform/web/pages.ts";
import { questionsListed } from "#features/knowledge/question/listing/queries.ts";
import { QuestionList } from "#features/knowledge/question/parts/question-list.tsx";
import { QuestionId } from "#features/knowledge/question/question.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

const onePage = 50;

/** Questions from practice: those that wait for one's answer with the oldest first, and one's own. */
export const questionListPages = pages("signedIn").get("/fragor", async (c) => {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const { visa, efter } = c.req.query();
  const after = QuestionId.safeParse(efter).data;
  const answers = actor.reach.has("knowledge:publish");
  const showsEnded = answers && visa === "besvarade";
  const listed = (which: "toAnswer" | "own" | "ended", limit = onePage) =>
    questionsListed(db, actor, { which, limit, after });
  const heading = (
    <PageHeading heading={t("ask.all")} lead={t("ask.all_lead")}>
      <p>
        <a href="/fem-steg">{t("ask.five_steps")}</a>
      </p>
    </PageHeading>
  );
  const pager = (last: QuestionId | undefined, rest = "") =>
    after || last ? (
      <Pager
        t={t}
        previous={after ? `/fragor${rest ? `?${rest}` : ""}` : undefined}
        next={last ? `/fragor?${rest ? `${rest}&` : ""}efter=${last}` : undefined}
      />
    ) : null;
  if (showsEnded) {
    const ended = await listed("ended");
    return c.render(
      <>
        {heading}
        <p>
          <a href="/fragor">{t("ask.to_open")}</a>
        </p>
        <section class="stack" aria-labelledby="besvarade">
          <h2 id="besvarade">{t("ask.ended")}</h2>
          {ended.count === 0 ? <p class="muted">{t("ask.ended_none")}</p> : null}
          <QuestionList t={t} questions={ended.questions} today={today} label={t("ask.ended")} />
        </section>
        {pager(ended.after, "visa=besvarade")}
      </>,
      { title: t("ask.ended"), current: "/kunskap" },
    );
  }
  const [toAnswer, own] = await Promise.all([
    answers ? listed("toAnswer") : undefined,
    questionsListed(db, actor, { which: "own", limit: 100 }),
  ]);
  return c.render(
    <>
      {heading}
      <Buttons>
        <LinkButton href="/fraga/ny">{t("ask.new")}</LinkButton>
      </Buttons>
      <Stack>
        {toAnswer ? (
          <section class="stack" aria-labelledby="att-svara">
            <h2 id="att-svara">{t("ask.to_answer")}</h2>
            <p class="muted">{t(toAnswer.count === 0 ? "ask.to_answer_none" : "ask.to_answer_lead")}</p>
            <QuestionList t={t} questions={toAnswer.questions} today={today} label={t("ask.to_answer")} />
            {pager(toAnswer.after)}
            <p>
              <a href="/fragor?visa=besvarade">{t("ask.to_ended")}</a>
            </p>
          </section>
        ) : null}
        {own.count > 0 ? (
          <section class="stack" aria-labelledby="egna">
            <h2 id="egna">{t("ask.own")}</h2>
            <QuestionList t={t} questions={own.questions} today={today} label={t("ask.own")} own />
          </section>
        ) : (
          <EmptyState heading={t("ask.own_none")}>{t("ask.own_none_text")}</EmptyState>
        )}
      </Stack>
    </>,
    { title: t("ask.all"), current: "/kunskap" },
  );
});
