import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/circles/proposal/proposal.ts";
import { possibleStates } from "#features/circles/proposal/proposal-lifecycle.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import type { AskedProposal, Unanswerable } from "#features/circles/proposal/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { TextArea } from "#ui/fields.tsx";
import { type Filled, problemsAt, unfilled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type QuestionPageProps = { t: Translate; asked: AskedProposal; filled: Filled; today: Temporal.PlainDate };

/** What has become of the proposal: one button for each likely answer. Opening the page answers nothing. */
export function QuestionPage({ t, asked, filled, today }: QuestionPageProps) {
  const { title, problem, state, since, round } = asked;
  const dropping = problemsAt(filled, "reason").length > 0;
  const next = possibleStates(state).filter((each) => each !== "dropped");
  return (
    <Narrow>
      <PageHeading
        kicker={round.title}
        heading={title}
        lead={t("proposal.asked.lead", {
          state: t(`proposal.state.${state}`),
          day: sayDate(t.language, since, { today }),
        })}
      />
      <Paragraphs text={problem} />
      <h2>{t("proposal.asked.now")}</h2>
      <Form t={t} filled={dropping ? unfilled : filled} tight>
        <Buttons>
          {next.map((each) => (
            <Button name="state" value={each} wide>
              {t(`proposal.asked.${each}`)}
            </Button>
          ))}
          <Button name="state" value={state} quiet wide>
            {t("proposal.asked.same", { state: t(`proposal.state.${state}`) })}
          </Button>
        </Buttons>
      </Form>
      {state === "dropped" ? null : (
        <Details summary={t("proposal.asked.dropped")} open={dropping}>
          <Form t={t} filled={dropping ? filled : unfilled} hidden={{ state: "dropped" }}>
            <TextArea
              t={t}
              filled={filled}
              name="reason"
              label={t("proposal.reason")}
              help={`${t("proposal.reason_help")} ${t("proposal.no_clients")}`}
              rows={3}
              limit={longest.reason}
              required
            />
            <FormEnd>
              <Button quiet>{t("proposal.asked.drop")}</Button>
            </FormEnd>
          </Form>
        </Details>
      )}
    </Narrow>
  );
}

/** What the link leads to when there is nothing left to answer. */
export function QuestionAnswered({ t, asked, stands }: { t: Translate; asked: AskedProposal; stands: Unanswerable }) {
  return (
    <LinkPage
      kicker={asked.round.title}
      heading={t(`proposal.asked.${stands}`)}
      lead={t(`proposal.asked.${stands}_lead`, { title: asked.title, state: t(`proposal.state.${asked.state}`) })}
      href={`/cirkel/${asked.round.slug}/forslag/${asked.id}`}
      way={t("proposal.asked.to_proposal")}
    />
  );
}

/** A link that we never sent, or that was broken on its way. */
export function UnknownQuestion({ t }: { t: Translate }) {
  return (
    <LinkPage
      heading={t("proposal.link_unknown")}
      lead={t("proposal.link_unknown_lead")}
      href="/cirklar"
      way={t("proposal.to_circles")}
    />
  );
}
