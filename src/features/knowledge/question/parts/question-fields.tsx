import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/knowledge/question/question-words.ts";
import { questionParts } from "#features/knowledge/question/question.ts";
import type { QuestionFacts } from "#features/knowledge/question/queries.ts";
import { Checks, DateField, Fieldset, TextArea, TextField } from "#ui/fields.tsx";
import { type Filled, tickedIn } from "#ui/filled.ts";

type QuestionFieldsProps = {
  t: Translate;
  filled: Filled;
  before?: QuestionFacts | undefined;
  /** What stands in the sentence from the start. */
  begun?: string | undefined;
  today: Temporal.PlainDate;
  /** What stands right under the sentence, such as what may be the answer already. */
  children?: Child;
};

/** A question in one sentence, and in its parts for whoever wants to be helped to think. */
export function QuestionFields({ t, filled, before, begun, today, children }: QuestionFieldsProps) {
  const field = { t, filled };
  return (
    <>
      <TextArea
        {...field}
        name="text"
        required
        label={t("ask.text")}
        help={t("ask.text_help")}
        value={before?.text ?? begun}
        rows={3}
        limit={longest.text}
      />
      {children}
      <Fieldset legend={t("ask.parts")} help={t("ask.parts_help")}>
        {questionParts.map((part) => (
          <TextField
            {...field}
            name={part}
            label={t(`ask.${part}`)}
            help={t(`ask.${part}_help`)}
            value={before?.parts[part]}
          />
        ))}
      </Fieldset>
      <DateField
        {...field}
        name="neededBy"
        label={t("ask.needed_by_field")}
        help={t("ask.needed_by_help")}
        value={before?.neededBy?.toString()}
        min={today.toString()}
      />
      <SignChecks t={t} filled={filled} />
    </>
  );
}

/** What may be of a client, each with a box to say that it is not. Nothing where nothing was found. */
export function SignChecks({ t, filled }: { t: Translate; filled: Filled }) {
  const shown = filled.problems.flatMap(({ code, values }) =>
    code.startsWith("ask.sign.") && typeof values?.["found"] === "string" ? [values["found"]] : [],
  );
  const found = [...new Set([...shown, ...tickedIn(filled, "notOfClient")])];
  if (found.length === 0) return null;
  return (
    <Checks
      t={t}
      filled={filled}
      name="notOfClient"
      required
      noKeep
      label={t("ask.signs")}
      help={t("ask.signs_lead")}
      options={found.map((each) => ({ value: each, label: t("ask.sign_is_not", { found: each }) }))}
    />
  );
}
