import type { Translate } from "#kernel/messages.ts";
import type { AppraisalPerson } from "#features/appraisals/appraisal/queries.ts";
import { longest } from "#features/appraisals/introduction/introduction-words.ts";
import { type StepKind, stepKinds } from "#features/appraisals/introduction/introduction.ts";
import type { Introduction, IntroductionStepFacts } from "#features/appraisals/introduction/queries.ts";
import type { Phase } from "#features/appraisals/method/method.ts";
import { Choice, DateField, FieldRow, NumberField, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type PhaseFieldsProps = {
  t: Translate;
  today: Temporal.PlainDate;
  filled: Filled;
  phases: readonly Phase[];
  value?: Phase | undefined;
};

/** Which phase it comes to, and when. */
export function PhaseFields({ t, today: day, filled, phases: possible, value }: PhaseFieldsProps) {
  const today = day.toString();
  return (
    <>
      <Choice
        t={t}
        filled={filled}
        name="phase"
        required
        label={t("method.phase")}
        options={possible.map((phase) => {
          return { value: phase, label: t(`method.phase.${phase}`), help: t(`method.phase_help.${phase}`) };
        })}
        value={value}
      />
      <DateField t={t} filled={filled} name="fromDay" label={t("method.from_day")} value={today} max={today} />
    </>
  );
}

type ResponsibleProps = {
  t: Translate;
  filled: Filled;
  people: readonly AppraisalPerson[];
  before?: Introduction | undefined;
};

/** Who is responsible, and how the training goes. */
export function Responsible({ t, filled, people, before }: ResponsibleProps) {
  const number = (value: number | null | undefined) => (value == null ? undefined : String(value));
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="responsibleRole"
        required
        label={t("introduction.responsible_role")}
        help={t("introduction.responsible_role_help")}
        value={before?.responsibleRole}
      />
      <Select
        t={t}
        filled={filled}
        name="responsibleId"
        label={t("introduction.responsible_person")}
        help={t("introduction.responsible_person_help")}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={before?.responsibleId}
      />
      <TextArea
        t={t}
        filled={filled}
        name="training"
        label={t("introduction.training")}
        help={t("introduction.no_clients")}
        value={before?.training}
        rows={3}
        limit={longest.training}
      />
      <FieldRow>
        <NumberField
          t={t}
          filled={filled}
          name="toTrain"
          label={t("introduction.to_train")}
          value={number(before?.toTrain)}
        />
        <NumberField
          t={t}
          filled={filled}
          name="trained"
          label={t("introduction.trained_number")}
          value={number(before?.trained)}
        />
      </FieldRow>
    </>
  );
}

type StepFieldsProps = { t: Translate; filled: Filled; kind: StepKind; before?: IntroductionStepFacts | undefined };

/** What is to be done or stopped, by which role and when. */
export function StepFields({ t, filled, kind, before }: StepFieldsProps) {
  return (
    <>
      <Choice
        t={t}
        filled={filled}
        name="kind"
        required
        label={t("introduction.kind")}
        options={stepKinds.map((each) => ({ value: each, label: t(`introduction.kind.${each}`) }))}
        value={kind}
      />
      <TextField
        t={t}
        filled={filled}
        name="text"
        required
        label={t("introduction.step_text")}
        help={t("introduction.no_clients")}
        value={before?.text}
      />
      <TextField t={t} filled={filled} name="role" label={t("introduction.step_role")} value={before?.role} />
      <DateField
        t={t}
        filled={filled}
        name="dueOn"
        label={t("introduction.step_due")}
        help={t("introduction.step_due_help")}
        value={before?.dueOn?.toString()}
      />
    </>
  );
}
