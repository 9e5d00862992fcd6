import type { Translate } from "#kernel/messages.ts";
import { forms, longest } from "#features/appraisals/appraisal/appraisal-words.ts";
import type { AppraisalFacts } from "#features/appraisals/appraisal/queries.ts";
import { Checkbox, Choice, TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type Props = { t: Translate; filled: Filled; before?: AppraisalFacts | undefined };

/** What it is about here, whether it is in use already, and how much of the checklist is asked. */
export function AppraisalFields({ t, filled, before }: Props) {
  return (
    <>
      <TextArea
        t={t}
        filled={filled}
        name="question"
        label={t("appraisal.question")}
        help={`${t("appraisal.question_help")} ${t("appraisal.no_clients")}`}
        value={before?.question}
        rows={3}
        limit={longest.question}
      />
      <Checkbox
        t={t}
        filled={filled}
        name="isInUse"
        label={t("appraisal.is_in_use")}
        help={t("appraisal.is_in_use_help")}
        checked={before?.isInUse ?? false}
      />
      <Choice
        t={t}
        filled={filled}
        name="form"
        required
        label={t("appraisal.form_field")}
        options={forms.map((form) => {
          return { value: form, label: t(`appraisal.form.${form}`), help: t(`appraisal.form_help.${form}`) };
        })}
        value={before?.form ?? "short"}
      />
    </>
  );
}
