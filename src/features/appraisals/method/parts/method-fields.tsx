import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/appraisals/method/method-words.ts";
import { bases, methodKinds } from "#features/appraisals/method/method.ts";
import type { MethodFacts } from "#features/appraisals/method/queries.ts";
import { Choice, Fieldset, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type MethodFieldsProps = {
  t: Translate;
  filled: Filled;
  /** What is said now, when it is changed. */
  before?: MethodFacts | undefined;
};

/** What is said of a method. Kind and name are enough to begin with; the rest may come. */
export function MethodFields({ t, filled, before }: MethodFieldsProps) {
  const text = { t, filled };
  const area = (
    name: "targetGroup" | "purpose" | "use" | "training" | "licence" | "cost" | "why" | "replaces",
    rows = 3,
  ) => (
    <TextArea
      {...text}
      name={name}
      label={t(`method.${name}`)}
      help={name === "use" || name === "why" ? `${t(`method.${name}_help`)} ${t("method.no_clients")}` : undefined}
      value={before?.[name]}
      rows={rows}
      limit={longest[name]}
    />
  );
  return (
    <>
      <Choice
        {...text}
        name="kind"
        required
        label={t("method.kind")}
        options={methodKinds.map((kind) => {
          return { value: kind, label: t(`method.kind.${kind}`), help: t(`method.kind_help.${kind}`) };
        })}
        value={before?.kind}
      />
      <TextField {...text} name="name" required label={t("method.name")} value={before?.name} />
      <TextArea
        {...text}
        name="alsoCalled"
        label={t("method.also_called_field")}
        help={t("method.also_called_help")}
        value={before?.alsoCalled.join("\n")}
        rows={2}
      />
      {area("targetGroup", 2)}
      {area("purpose")}
      {area("use", 4)}
      <Fieldset legend={t("method.needs")} help={t("method.needs_help")}>
        {area("training", 2)}
        {area("licence", 2)}
        {area("cost", 2)}
      </Fieldset>
      {area("replaces", 2)}
      <Fieldset legend={t("method.why_group")} help={t("method.why_group_help")}>
        {area("why")}
        <Choice
          {...text}
          name="basis"
          label={t("method.basis")}
          options={[
            ...bases.map((basis) => ({ value: basis, label: t(`method.basis.${basis}`) })),
            { value: "", label: t("method.basis.not_said") },
          ]}
          value={before?.basis ?? ""}
        />
      </Fieldset>
      <TextField
        {...text}
        name="link"
        type="url"
        label={t("method.link")}
        help={t("method.link_help")}
        value={before?.link}
      />
    </>
  );
}
