import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { SessionTimeline } from "#features/circles/public/parts/session-timeline.tsx";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import type { ManagerRequest } from "#features/circles/registration/manager/queries.ts";
import { ContactLine, contactWords, factsOfMeetings } from "#features/circles/registration/parts/round-in-short.tsx";
import { Button, Buttons } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { type Filled, problemsAt, unfilled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type ManagerPageProps = { t: Translate; request: ManagerRequest; filled: Filled; now: Temporal.Instant };

/** Who asks, what for, what it takes and what a yes means; and the three answers. Names nobody but the applicant. */
export function ManagerPage({ t, request, filled, now }: ManagerPageProps) {
  const { name, word, seen } = request;
  const { round, organiser } = seen;
  const today = dateIn(now);
  return (
    <>
      <PageHeading
        kicker={t("registration.page.chief.kicker")}
        heading={t("registration.page.chief.heading", { name })}
        lead={t("registration.page.chief.lead", { round: round.title, organiser: organiser.name })}
      />
      {word === "question" && filled.problems.length === 0 ? (
        <Notice t={t} tone="done" heading={t("registration.page.chief.asked")}>
          <p>{t("registration.page.chief.asked_text", { contact: contactWords(seen) })}</p>
        </Notice>
      ) : null}
      <Columns
        label={t("registration.page.chief.answer")}
        beside={<Answer t={t} request={request} filled={filled} now={now} />}
      >
        {round.purpose || round.goal ? (
          <section>
            <h2>{t("registration.page.chief.purpose")}</h2>
            <Paragraphs text={round.purpose ?? round.goal ?? ""} />
          </section>
        ) : null}
        <section>
          <h2>{t("registration.page.chief.yes_means")}</h2>
          <ul>
            <li>
              {round.hours === null
                ? t("registration.page.chief.yes_time_unknown", { name })
                : t("registration.page.chief.yes_time", { name, hours: round.hours })}
            </li>
            <li>{t("registration.page.chief.yes_mandate", { name })}</li>
            {round.writtenOutput === "required" ? <li>{t("registration.page.chief.yes_writing", { name })}</li> : null}
            <li>{t("registration.page.chief.yes_again")}</li>
          </ul>
        </section>
        <section>
          <h2>{t("registration.page.own.sessions")}</h2>
          <SessionTimeline t={t} round={round} today={today} marks={seen.marks} />
        </section>
        <p>
          <a href={`/cirklar/${round.slug}`}>{t("registration.page.read_more")}</a>
        </p>
      </Columns>
    </>
  );
}

function Answer({ t, request, filled, now }: ManagerPageProps) {
  const { heldUntil, name, workplace, profession, seen } = request;
  const today = dateIn(now);
  const asking = problemsAt(filled, "question").length > 0;
  return (
    <Sheet>
      {heldUntil ? (
        <p>
          <strong>
            {t("registration.page.chief.held", { day: sayDate(t.language, lastDayToAnswer(heldUntil), { today }) })}
          </strong>
        </p>
      ) : null}
      <Form t={t} filled={asking ? unfilled : filled} tight>
        <Buttons>
          <Button name="answer" value="yes" wide>
            {t("registration.page.chief.yes")}
          </Button>
          <Button name="answer" value="no" quiet wide>
            {t("registration.page.chief.no")}
          </Button>
        </Buttons>
      </Form>
      <p class="muted">{t("registration.page.chief.no_means", { name })}</p>
      <Details summary={t("registration.page.chief.question")} open={asking}>
        <Form t={t} filled={asking ? filled : unfilled} hidden={{ answer: "ask" }}>
          <TextArea
            t={t}
            filled={filled}
            name="question"
            label={t("registration.page.chief.question_label")}
            help={t("registration.page.chief.question_help")}
            rows={4}
            limit={2_000}
            required
          />
          <FormEnd>
            <Button quiet>{t("registration.page.chief.ask")}</Button>
          </FormEnd>
        </Form>
      </Details>
      <Facts
        items={[
          { term: t("registration.page.chief.profession"), value: profession },
          { term: t("registration.page.chief.workplace"), value: workplace },
          ...factsOfMeetings({ t, seen, today }),
        ]}
      />
      <ContactLine t={t} round={seen.round} />
    </Sheet>
  );
}

type AnsweredProps = {
  t: Translate;
  request: ManagerRequest;
  stands: Exclude<ManagerRequest["stands"], "open">;
  now: Temporal.Instant;
};

/** Thanks for the answer and says whether it can be changed; or why none is waited for any more. */
export function ManagerAnswered({ t, request, stands }: AnsweredProps) {
  const { name, seen } = request;
  return (
    <LinkPage
      kicker={seen.round.title}
      heading={t(`registration.page.chief.stands_${stands}`)}
      lead={t(`registration.page.chief.stands_${stands}_lead`, { name, contact: contactWords(seen) })}
      href={`/cirklar/${seen.round.slug}`}
      way={t("registration.page.read_more")}
    >
      <ContactLine t={t} round={seen.round} />
    </LinkPage>
  );
}
