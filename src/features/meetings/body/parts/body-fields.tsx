import type { Translate } from "#kernel/messages.ts";
import { bodyKinds } from "#features/meetings/body/body.ts";
import { longest, quorumCounts } from "#features/meetings/body/charter.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { Checkbox, Choice, FieldRow, Fieldset, NumberField, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type BodyFieldsProps = {
  t: Translate;
  filled: Filled;
  /** How the body is now, when it is changed. */
  before?: BodyFacts | undefined;
};

/** What a body says of itself. Kind and name are enough to begin with. */
export function BodyFields({ t, filled, before }: BodyFieldsProps) {
  const text = { t, filled };
  const number = (value: number | null | undefined) => (value == null ? undefined : String(value));
  return (
    <>
      <Select
        {...text}
        name="kind"
        required
        label={t("body.kind")}
        options={bodyKinds.map((kind) => ({ value: kind, label: t(`body.kind.${kind}`) }))}
        value={before?.kind}
        width="medium"
      />
      <TextField {...text} name="name" required label={t("body.name")} value={before?.name} />
      <TextArea
        {...text}
        name="purpose"
        label={t("body.purpose")}
        help={`${t("body.purpose_help")} ${t("body.no_clients")}`}
        value={before?.purpose}
        rows={3}
        limit={longest.purpose}
      />
      <TextArea
        {...text}
        name="mandate"
        label={t("body.mandate_field")}
        help={t("body.mandate_help")}
        value={before?.mandate}
        rows={3}
        limit={longest.mandate}
      />
      <Fieldset legend={t("body.quorum_field")} help={t("body.quorum_help")}>
        <Choice
          {...text}
          name="quorumOf"
          label={t("body.quorum_of")}
          options={[
            { value: "", label: t("body.quorum_of.none") },
            ...quorumCounts.map((of) => ({ value: of, label: t(`body.quorum_of.${of}`) })),
          ]}
          value={before?.quorumOf ?? ""}
        />
        <FieldRow>
          <NumberField
            {...text}
            name="quorumCount"
            label={t("body.quorum_count")}
            value={number(before?.quorumCount)}
          />
          <NumberField
            {...text}
            name="quorumPercent"
            label={t("body.quorum_percent")}
            unit={t("body.percent")}
            value={number(before?.quorumPercent)}
          />
        </FieldRow>
      </Fieldset>
      <TextArea
        {...text}
        name="substituteRule"
        label={t("body.substitute_rule_field")}
        help={t("body.substitute_rule_help")}
        value={before?.substituteRule}
        rows={2}
        limit={longest.substituteRule}
      />
      <Fieldset legend={t("body.notes_field")} help={t("body.notes_help")}>
        <Checkbox {...text} name="isAdjusted" label={t("body.is_adjusted")} checked={before?.isAdjusted ?? false} />
        <Checkbox {...text} name="hasDiary" label={t("body.has_diary")} checked={before?.hasDiary ?? false} />
        <Checkbox
          {...text}
          name="checksSecrecy"
          label={t("body.checks_secrecy")}
          checked={before?.checksSecrecy ?? false}
        />
      </Fieldset>
    </>
  );
}
