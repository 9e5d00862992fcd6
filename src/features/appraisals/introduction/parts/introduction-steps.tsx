import type { Translate } from "#kernel/messages.ts";
import type { IntroductionStepFacts } from "#features/appraisals/introduction/queries.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

type StepListProps = {
  t: Translate;
  /** The address of the introduction. */
  address: string;
  label: string;
  steps: readonly IntroductionStepFacts[];
  mayRun: boolean;
  today: Temporal.PlainDate;
};

/** What is to be done or stopped: by which role and when, with a button that says it is done. */
export function IntroductionSteps({ t, address, label, steps, mayRun, today }: StepListProps) {
  return (
    <ul class="introduction-steps" aria-label={label}>
      {steps.map((step) => (
        <li class={step.doneOn ? "done" : undefined}>
          <div>
            {mayRun ? <a href={`${address}/steg/${step.id}`}>{step.text}</a> : step.text}
            <span class="note">{whenOf(t, step, today)}</span>
          </div>
          {isLate(step, today) ? <Tag tone="error">{t("introduction.late")}</Tag> : null}
          {step.doneOn ? <Tag tone="quiet">{t("introduction.done")}</Tag> : null}
          {mayRun ? (
            <Form
              t={t}
              tight
              action={`${address}/steg/${step.id}/klart`}
              hidden={{ isDone: step.doneOn ? "no" : "yes" }}
            >
              <Button
                quiet={!step.doneOn}
                plain={step.doneOn !== null}
                small
                label={t(step.doneOn ? "introduction.undo_of" : "introduction.finish_of", { step: step.text })}
              >
                {t(step.doneOn ? "introduction.undo" : "introduction.finish")}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function whenOf(t: Translate, { role, dueOn, doneOn }: IntroductionStepFacts, today: Temporal.PlainDate): string {
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false, today });
  const when = doneOn
    ? t("introduction.done_on", { day: said(doneOn) })
    : dueOn
      ? t("introduction.due_on", { day: said(dueOn) })
      : t("introduction.no_day");
  return role ? `${role}: ${when}` : when;
}

function isLate({ dueOn, doneOn }: IntroductionStepFacts, today: Temporal.PlainDate): boolean {
  return doneOn === null && dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0;
}
