import type { Translate } from "#kernel/messages.ts";
import { hasMost, hasOptions, mostOf } from "#features/workshops/workshop/question-shape.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import type { QuestionKind } from "#features/workshops/workshop/workshop.ts";
import { longest } from "#features/workshops/workshop/workshop-words.ts";
import { NumberField, OneOfSeveral, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type QuestionFieldsProps = { t: Translate; filled: Filled; kind: QuestionKind; before?: WorkshopQuestion };

/** What there is to say about a question of one kind, and nothing that belongs to another. */
export function QuestionFields({ t, filled, kind, before }: QuestionFieldsProps) {
  return (
    <>
      <TextField t={t} filled={filled} name="text" label={t("workshop.question")} value={before?.text} required />
      <TextArea
        t={t}
        filled={filled}
        name="help"
        label={t("workshop.question_help")}
        help={t("workshop.question_help_help")}
        rows={2}
        limit={longest.help}
        value={before?.help}
      />
      {hasOptions(kind) ? (
        <TextArea
          t={t}
          filled={filled}
          name="options"
          label={t("workshop.options")}
          help={t("workshop.options_help")}
          rows={6}
          value={before?.options.map(({ text }) => text).join("\n")}
          required
        />
      ) : null}
      {hasMost(kind) ? (
        <NumberField
          t={t}
          filled={filled}
          name="most"
          label={t(`workshop.most.${kind as "open" | "multiple" | "points" | "wordList"}`)}
          value={before?.most ?? mostOf(kind, null)}
          required
        />
      ) : null}
      {kind === "scale" ? (
        <>
          <OneOfSeveral legend={t("workshop.scale_low_end")}>
            <NumberField
              t={t}
              filled={filled}
              name="scaleLow"
              label={t("workshop.scale_number")}
              value={before?.scaleLow ?? 1}
              required
            />
            <TextField
              t={t}
              filled={filled}
              name="lowLabel"
              label={t("workshop.scale_means")}
              help={t("workshop.scale_low_example")}
              value={before?.lowLabel}
              width="medium"
            />
          </OneOfSeveral>
          <OneOfSeveral legend={t("workshop.scale_high_end")}>
            <NumberField
              t={t}
              filled={filled}
              name="scaleHigh"
              label={t("workshop.scale_number")}
              value={before?.scaleHigh ?? 5}
              required
            />
            <TextField
              t={t}
              filled={filled}
              name="highLabel"
              label={t("workshop.scale_means")}
              help={t("workshop.scale_high_example")}
              value={before?.highLabel}
              width="medium"
            />
          </OneOfSeveral>
        </>
      ) : null}
    </>
  );
}

type Values = Filled["values"];

/** The form's words as a question: each line of the options is one. */
export function asQuestion(values: Values): Record<string, string | string[]> {
  const options = String(values["options"] ?? "")
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const rest = Object.entries(values).filter(([name]) => name !== "options");
  return {
    ...(Object.fromEntries(rest) as Record<string, string | string[]>),
    ...(options.length > 0 ? { options } : {}),
  };
}
