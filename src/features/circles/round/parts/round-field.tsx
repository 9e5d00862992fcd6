import type { MessageKey, Translate } from "#kernel/messages.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { YesNo } from "#features/circles/round/parts/yes-no.tsx";
import { allocations, beneficiaries, managerConsultations, writtenOutputs } from "#features/circles/round/round.ts";
import {
  Checkbox,
  Checks,
  Choice,
  DateField,
  FieldRow,
  NumberField,
  Select,
  TextArea,
  TextField,
} from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import type { Option } from "#ui/tick.tsx";

/** What the fields of a round need: the words, what has been typed, what stands, and the kinds there are. */
export type SectionProps = {
  t: Translate;
  filled: Filled;
  round: RoundFacts;
  kinds: readonly {
    readonly code: string;
    readonly nameSv: string;
    readonly nameEn: string;
    readonly explanation: string;
  }[];
};

type Asked = {
  /** What one must know to answer at all. */
  readonly help?: MessageKey;
  /** What helps where there is room for it; left out beside the words of an invitation. */
  readonly hint?: MessageKey | ((props: SectionProps) => string);
  readonly required?: true;
};
type Options = (props: SectionProps) => readonly Option[];
type RoundQuestion = Asked &
  (
    | { readonly as: "text"; readonly type?: "url"; readonly width?: "short" }
    | { readonly as: "area"; readonly rows?: number; readonly limit?: number }
    | { readonly as: "number"; readonly unit?: MessageKey }
    | { readonly as: "date" | "tick" | "yesNo" }
    | { readonly as: "choice"; readonly options: Options; readonly inline?: true }
    | { readonly as: "select" | "checks"; readonly options: Options }
  );

/** How each thing about a round is asked for, wherever it is. Its label is the message `round.field.<name>`. */
const questions = {
  title: { as: "text", hint: "round.field.title_help", required: true },
  kind: { as: "select", options: kindOptions, required: true },
  lead: { as: "area", rows: 3, limit: 400, hint: "round.field.lead_help" },
  theme: { as: "text" },
  themeShort: { as: "text", width: "short", hint: "round.field.themeShort_help" },
  themeDefinition: { as: "area", rows: 3 },
  themeSource: { as: "text" },

  practiceProblem: { as: "area", hint: "round.field.practiceProblem_help" },
  purpose: { as: "area", hint: "round.field.purpose_help" },
  goal: { as: "area", hint: "round.field.goal_help" },
  background: { as: "area" },
  themeReason: { as: "area", rows: 3, hint: "round.field.themeReason_help" },
  beneficiaries: { as: "checks", options: among(beneficiaries, (value) => `round.beneficiary.${value}`) },
  writtenOutput: { as: "choice", options: among(writtenOutputs, (value) => `round.writing.${value}`), inline: true },
  formText: { as: "area", rows: 4, hint: standardFormText },

  audience: { as: "area", hint: "round.field.audience_help" },

  hardCapacity: { as: "number", hint: "round.field.hardCapacity_help" },
  targetCapacity: { as: "number", hint: "round.field.targetCapacity_help" },
  capacityApproximate: { as: "tick" },
  minimumParticipants: { as: "number", hint: "round.field.minimumParticipants_help" },
  goNoGoDate: { as: "date" },
  hours: { as: "number", unit: "round.unit.hours", hint: "round.field.hours_help" },
  cost: { as: "number", unit: "round.unit.kronor", help: "round.field.cost_help" },
  funder: { as: "text" },
  agreement: { as: "text", hint: "round.field.agreement_help" },
  externalLink: { as: "text", type: "url" },
  materialByPost: { as: "yesNo" },
  asksDiet: { as: "tick" },
  asksAgeGroup: { as: "tick" },
  asksAdaptation: { as: "tick" },

  allocation: {
    as: "choice",
    options: among(
      allocations,
      (value) => `round.allocation.${value}`,
      (value) => `round.allocation.${value}_help`,
    ),
  },
  deadline: { as: "date" },
  openUntilFull: { as: "tick" },
  noticeDate: { as: "date", hint: noticeHint },
  managerConsultation: {
    as: "choice",
    options: among(
      managerConsultations,
      (value) => `round.manager.${value}`,
      (value) => `round.manager.${value}_help`,
    ),
    required: true,
  },
  answerDays: { as: "number", unit: "round.unit.workingDays", hint: "round.field.answerDays_help" },
  externalForm: { as: "text", type: "url", hint: "round.field.externalForm_help" },
  teamLeast: { as: "number" },
  teamMost: { as: "number", hint: "round.field.teamMost_help" },
} as const satisfies Partial<Record<keyof RoundFacts, RoundQuestion>>;

export type RoundFieldName = keyof typeof questions;

type RoundFieldProps = SectionProps & { name: RoundFieldName; brief?: boolean | undefined };

/** One thing about a round, as it is asked for everywhere. `brief` leaves out what only helps. */
export function RoundField({ name, brief = false, ...props }: RoundFieldProps) {
  const { t, filled, round } = props;
  const question: RoundQuestion = questions[name];
  const field = {
    t,
    filled,
    name,
    label: t(`round.field.${name}`),
    help: helpFor(question, brief, props),
    required: question.required,
  };
  const stands = round[name];
  const text = stands === null ? null : String(stands);
  switch (question.as) {
    case "text":
      return <TextField {...field} type={question.type ?? "text"} width={question.width ?? "full"} value={text} />;
    case "area":
      return <TextArea {...field} rows={question.rows ?? 5} limit={question.limit} value={text} />;
    case "number":
      return <NumberField {...field} unit={question.unit && t(question.unit)} value={text} />;
    case "date":
      return <DateField {...field} value={text} />;
    case "tick":
      return <Checkbox {...field} checked={stands === true} />;
    case "yesNo":
      return <YesNo {...field} answer={typeof stands === "boolean" ? stands : null} />;
    case "select":
      return <Select {...field} options={question.options(props)} value={text} empty={false} />;
    case "checks":
      return <Checks {...field} options={question.options(props)} value={Array.isArray(stands) ? stands : []} />;
    case "choice": {
      const options = question.options(props).map(({ help, ...option }) => (brief ? option : { ...option, help }));
      return <Choice {...field} options={options} value={text} inline={question.inline} />;
    }
  }
}

type RoundFieldsProps = Omit<RoundFieldProps, "name"> & {
  /** In the order they are asked; those of an inner list stand side by side. */
  names: readonly (RoundFieldName | readonly RoundFieldName[])[];
};

export function RoundFields({ names, ...props }: RoundFieldsProps) {
  return (
    <>
      {names.map((name) =>
        typeof name === "string" ? (
          <RoundField {...props} name={name} />
        ) : (
          <FieldRow>
            <RoundFields {...props} names={name} />
          </FieldRow>
        ),
      )}
    </>
  );
}

function helpFor({ help, hint }: RoundQuestion, brief: boolean, props: SectionProps): string | undefined {
  if (help) return props.t(help);
  if (brief || !hint) return undefined;
  return typeof hint === "string" ? props.t(hint) : hint(props);
}

function among<const Value extends string>(
  values: readonly Value[],
  word: (value: Value) => MessageKey,
  explanation?: (value: Value) => MessageKey,
): Options {
  return ({ t }) =>
    values.map((value) => ({ value, label: t(word(value)), help: explanation && t(explanation(value)) }));
}

/** The kinds of activity to choose among. */
export function kindOptions({ t, kinds }: Pick<SectionProps, "t" | "kinds">): Option[] {
  return kinds.map(({ code, nameSv, nameEn }) => ({ value: code, label: t.language === "sv" ? nameSv : nameEn }));
}

function standardFormText({ t, round, kinds }: SectionProps): string {
  const explanation = kinds.find(({ code }) => code === round.kind)?.explanation;
  return explanation ? t("round.field.formText_standard", { explanation }) : t("round.field.formText_help");
}

function noticeHint({ t, round }: SectionProps): string {
  return t(round.noticeMonth && !round.noticeDate ? "round.reading.notice_month" : "round.field.noticeDate_help");
}
