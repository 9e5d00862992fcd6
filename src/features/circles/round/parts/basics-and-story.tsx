import type { Translate } from "#kernel/messages.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { beneficiaries, knowledgeSources, writtenOutputs } from "#features/circles/round/round.ts";
import { Checks, Choice, FieldRow, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

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

/** What the round is called and what it is about. */
export function BasicsFields({ t, filled, round, kinds }: SectionProps) {
  const options = kinds.map(({ code, nameSv, nameEn }) => ({
    value: code,
    label: t.language === "sv" ? nameSv : nameEn,
  }));
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="title"
        label={t("round.field.title")}
        help={t("round.field.title_help")}
        value={round.title}
        required
      />
      <Select
        t={t}
        filled={filled}
        name="kind"
        label={t("round.field.kind")}
        options={options}
        value={round.kind}
        empty={false}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="lead"
        label={t("round.field.lead")}
        help={t("round.field.lead_help")}
        value={round.lead}
        rows={3}
        limit={400}
      />
      <FieldRow>
        <TextField t={t} filled={filled} name="theme" label={t("round.field.theme")} value={round.theme} />
        <TextField
          t={t}
          filled={filled}
          name="themeShort"
          label={t("round.field.themeShort")}
          help={t("round.field.themeShort_help")}
          value={round.themeShort}
          width="short"
        />
      </FieldRow>
      <TextArea
        t={t}
        filled={filled}
        name="themeDefinition"
        label={t("round.field.themeDefinition")}
        value={round.themeDefinition}
        rows={3}
      />
      <TextField
        t={t}
        filled={filled}
        name="themeSource"
        label={t("round.field.themeSource")}
        value={round.themeSource}
      />
    </>
  );
}

/** Why the round is held and what shall come of it. */
export function StoryFields({ t, filled, round, kinds }: SectionProps) {
  const explanation = kinds.find(({ code }) => code === round.kind)?.explanation;
  return (
    <>
      <TextArea
        t={t}
        filled={filled}
        name="practiceProblem"
        label={t("round.field.practiceProblem")}
        help={t("round.field.practiceProblem_help")}
        value={round.practiceProblem}
      />
      <TextArea
        t={t}
        filled={filled}
        name="purpose"
        label={t("round.field.purpose")}
        help={t("round.field.purpose_help")}
        value={round.purpose}
      />
      <TextArea
        t={t}
        filled={filled}
        name="goal"
        label={t("round.field.goal")}
        help={t("round.field.goal_help")}
        value={round.goal}
      />
      <TextArea t={t} filled={filled} name="background" label={t("round.field.background")} value={round.background} />
      <TextArea
        t={t}
        filled={filled}
        name="themeReason"
        label={t("round.field.themeReason")}
        help={t("round.field.themeReason_help")}
        value={round.themeReason}
        rows={3}
      />
      <Checks
        t={t}
        filled={filled}
        name="beneficiaries"
        label={t("round.field.beneficiaries")}
        options={beneficiaries.map((value) => ({ value, label: t(`round.beneficiary.${value}`) }))}
        value={round.beneficiaries}
      />
      <Choice
        t={t}
        filled={filled}
        name="writtenOutput"
        label={t("round.field.writtenOutput")}
        options={writtenOutputs.map((value) => ({ value, label: t(`round.writing.${value}`) }))}
        value={round.writtenOutput}
        inline
      />
      <TextArea
        t={t}
        filled={filled}
        name="formText"
        label={t("round.field.formText")}
        help={explanation ? t("round.field.formText_standard", { explanation }) : t("round.field.formText_help")}
        value={round.formText}
        rows={4}
      />
    </>
  );
}

/** What the round wants to find out, by source of knowledge. */
export function QuestionsFields({ t, filled, round }: SectionProps) {
  const rows = [...round.questions, ...Array.from({ length: 3 }, () => ({ source: null, text: "" }))];
  return (
    <>
      {rows.map(({ source, text }, index) => (
        <FieldRow>
          <TextField
            t={t}
            filled={filled}
            name={`questions.${index}.text`}
            label={t("round.field.question", { number: index + 1 })}
            value={text}
          />
          <Select
            t={t}
            filled={filled}
            name={`questions.${index}.source`}
            label={t("round.field.source", { number: index + 1 })}
            options={knowledgeSources.map((value) => ({ value, label: t(`round.source.${value}`) }))}
            value={source ?? knowledgeSources[index % 3]}
            empty={false}
            required
          />
        </FieldRow>
      ))}
    </>
  );
}
