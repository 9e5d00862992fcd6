import type { Translate } from "#kernel/messages.ts";
import { grounds, levels, longestAnswer, type Said } from "#features/circles/question/answer.ts";
import type { QuestionKind } from "#features/circles/question/question.ts";
import { levelWord } from "#features/circles/question/parts/said.tsx";
import { Checks, Choice, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type AnswerFieldsProps = {
  t: Translate;
  filled: Filled;
  kind: QuestionKind;
  /** What stands there, which the new answer builds on. */
  before: (Said & { readonly name: string | null }) | undefined;
};

/** The fields of an answer, by how the question is answered. */
export function AnswerFields({ t, filled, kind, before }: AnswerFieldsProps) {
  const text = { t, filled, help: t("question.no_clients"), limit: longestAnswer };
  const body = { ...text, name: "body", value: before?.body };
  if (kind === "text") return <TextArea {...body} label={t("question.answer.body")} rows={10} required />;
  if (kind === "level") {
    return (
      <>
        <Choice
          t={t}
          filled={filled}
          name="level"
          label={t("question.answer.level")}
          options={levels.map((level) => ({ value: String(level), label: levelWord(t, level) }))}
          value={before?.level === null || before?.level === undefined ? undefined : String(before.level)}
        />
        <TextArea {...body} label={t("question.answer.what_is")} />
        <TextArea {...text} name="gap" label={t("question.answer.gap")} value={before?.gap} />
      </>
    );
  }
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="name"
        label={t("question.way")}
        help={t("question.way_help")}
        value={before?.name}
        required
      />
      <Checks
        t={t}
        filled={filled}
        name="restsOn"
        label={t("question.rests_on")}
        help={t("question.rests_on_help")}
        options={grounds.map((ground) => ({ value: ground, label: t(`question.ground.${ground}`) }))}
        value={before?.restsOn}
        required
      />
      <TextArea {...body} label={t("question.why")} />
    </>
  );
}
