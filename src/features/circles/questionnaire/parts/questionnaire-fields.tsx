import type { Translate } from "#kernel/messages.ts";
import type { AskingDays, Stage } from "#features/circles/questionnaire/asking-days.ts";
import {
  answersTo,
  noAnswer,
  occasions,
  type Occasion,
  type Question,
  statements,
  yesNoQuestions,
} from "#features/circles/questionnaire/questionnaire.ts";
import { Choice, DateField, FieldRow, Fieldset, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type FieldsProps = { t: Translate; filled: Filled };

/** The questions, and the code of those who keep one. */
export function QuestionnaireFields({ t, filled }: FieldsProps) {
  const asked = (question: Question) => (
    <Choice
      t={t}
      filled={filled}
      name={`answers.${question}`}
      label={t(`questionnaire.question.${question}`)}
      options={[...answersTo(question), noAnswer].map((answer) => ({
        value: answer,
        label: t(`questionnaire.degree.${answer}` as "questionnaire.degree.yes"),
      }))}
      required
    />
  );
  return (
    <>
      <Fieldset legend={t("questionnaire.statements")}>{statements.map(asked)}</Fieldset>
      <Fieldset legend={t("questionnaire.workplace")}>{yesNoQuestions.map(asked)}</Fieldset>
      <TextField
        t={t}
        filled={filled}
        name="code"
        label={t("questionnaire.code")}
        help={t("questionnaire.code_help")}
        width="medium"
        autocomplete="off"
        noKeep
      />
      <p class="muted">{t("questionnaire.send_once")}</p>
    </>
  );
}

type DaysProps = FieldsProps & { days: AskingDays; stages: Readonly<Partial<Record<Occasion, Stage>>> };

/** When the questions are asked. What is over is told and not asked. */
export function DayFields({ t, filled, days, stages }: DaysProps) {
  return occasions.map((occasion) => {
    const { opensOn, closesOn } = days[occasion];
    const stage = stages[occasion] ?? "later";
    const isOver = stage === "closed" || stage === "counted";
    return (
      <Fieldset legend={t(`questionnaire.occasion.${occasion}`)} help={isOver ? t("questionnaire.is_over") : undefined}>
        <FieldRow>
          <DateField
            t={t}
            filled={filled}
            name={`${occasion}Opens`}
            label={t("questionnaire.first_day")}
            value={opensOn.toString()}
            required
          />
          <DateField
            t={t}
            filled={filled}
            name={`${occasion}Closes`}
            label={t("questionnaire.last_day")}
            value={closesOn.toString()}
            required
          />
        </FieldRow>
      </Fieldset>
    );
  });
}
