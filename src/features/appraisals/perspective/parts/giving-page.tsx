import type { Translate } from "#kernel/messages.ts";
import { isLinkOpen, stances } from "#features/appraisals/perspective/perspective.ts";
import { longest } from "#features/appraisals/perspective/perspective-words.ts";
import type { AnswerBack, LinkAsked } from "#features/appraisals/perspective/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Choice, TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type GivingPageProps = {
  t: Translate;
  asked: LinkAsked | undefined;
  filled: Filled;
  mark: string;
  sent: boolean;
  today: Temporal.PlainDate;
};

/** One question in plain words, for somebody without an account who may be tired and on a phone; later what came of it. */
export function GivingPage({ t, asked, filled, mark, sent, today }: GivingPageProps) {
  if (!asked)
    return (
      <LinkPage
        heading={t("perspective.unknown")}
        lead={t("perspective.unknown_lead")}
        href="/"
        way={t("perspective.start")}
      />
    );
  const { question, organisation, method, openUntil, answer, state, audience, isInUse } = asked;
  const isOpen = isLinkOpen(asked, today) && state !== "withdrawn";
  return (
    <Narrow>
      <PageHeading
        kicker={organisation}
        heading={question}
        lead={
          isOpen ? t(isInUse ? "perspective.about_in_use" : "perspective.about", { method, organisation }) : undefined
        }
      />
      {sent ? (
        <Notice t={t} tone="done" heading={t("perspective.thanks")}>
          <p>{t("perspective.thanks_text")}</p>
        </Notice>
      ) : null}
      {state === "decided" && answer ? (
        <CameOfIt t={t} answer={answer} organisation={organisation} today={today} />
      ) : null}
      {isOpen && !sent ? (
        <Form t={t} filled={filled} hidden={{ mark }}>
          <Choice
            t={t}
            filled={filled}
            name="stance"
            label={t(isInUse ? `perspective.stance_field_in_use.${audience}` : `perspective.stance_field.${audience}`)}
            options={stances.map((stance) => ({ value: stance, label: t(`perspective.stance_say.${stance}`) }))}
          />
          <TextArea
            t={t}
            filled={filled}
            name="text"
            label={t("perspective.text")}
            help={t("perspective.text_help")}
            rows={6}
            limit={longest.text}
            required
          />
          <p class="muted">{t("perspective.nobody_named")}</p>
          <FormEnd>
            <Button>{t("perspective.send")}</Button>
          </FormEnd>
          <p class="muted">
            {t("perspective.until", { day: sayDate(t.language, openUntil, { today }) })} {t("perspective.comes_back")}
          </p>
        </Form>
      ) : null}
      {isOpen && sent ? (
        <p>
          <LinkButton href="?" quiet>
            {t("perspective.say_more")}
          </LinkButton>
        </p>
      ) : null}
      {isOpen ? null : (
        <p>
          {t(
            state === "withdrawn" ? "perspective.withdrawn" : answer ? "perspective.over" : "perspective.over_waiting",
          )}
        </p>
      )}
    </Narrow>
  );
}

type CameOfItProps = { t: Translate; answer: AnswerBack; organisation: string; today: Temporal.PlainDate };

/** What was decided, and how it went: what came of what people said always comes back to them. */
function CameOfIt({ t, answer, organisation, today }: CameOfItProps) {
  const { decision, decidedOn, saidBack, decideAgainOn, met, outcomeOn } = answer;
  return (
    <section class="sheet">
      <h2>{t("perspective.came_of_it")}</h2>
      <p>
        {t("perspective.decided", {
          organisation,
          decision: t(`appraisal_decision.word.${decision}`),
          day: sayDate(t.language, decidedOn, { today, weekday: false }),
        })}
      </p>
      {saidBack ? <Paragraphs text={saidBack} /> : null}
      {met && outcomeOn ? (
        <p>
          {t("perspective.outcome", {
            met: t(`appraisal_decision.met.${met}`),
            day: sayDate(t.language, outcomeOn, { today, weekday: false }),
          })}
        </p>
      ) : null}
      {decideAgainOn ? (
        <p class="muted">
          {t("perspective.again", { day: sayDate(t.language, decideAgainOn, { today, weekday: false }) })}
        </p>
      ) : null}
    </section>
  );
}
