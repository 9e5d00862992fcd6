import type { Translate } from "#kernel/messages.ts";
import { longest, mostDefinitions } from "#features/knowledge/glossary/glossary.ts";
import type { GlossaryTerm } from "#features/knowledge/glossary/queries.ts";
import { NumberField, OneOfSeveral, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type GlossaryFieldsProps = { t: Translate; filled: Filled; before?: GlossaryTerm | undefined };

/** A word and what it means, with room for two explanations more than there are. */
export function GlossaryFields({ t, filled, before }: GlossaryFieldsProps) {
  const field = { t, filled };
  const typed = Object.keys(filled.values).map((name) => Number(/^definitions\.(\d+)\./u.exec(name)?.[1] ?? -1) + 1);
  const rows = Math.min(mostDefinitions, Math.max((before?.definitions.length ?? 0) + 2, ...typed));
  return (
    <>
      <TextField {...field} name="term" required label={t("glossary.term")} value={before?.term} />
      <TextField {...field} name="english" label={t("glossary.english")} value={before?.english} />
      <TextArea
        {...field}
        name="alsoCalled"
        label={t("glossary.also_called_field")}
        help={t("glossary.also_called_help")}
        value={before?.alsoCalled.join("\n")}
        rows={2}
      />
      {Array.from({ length: rows }, (_, row) => {
        const stands = before?.definitions[row];
        const at = (name: string) => `definitions.${row}.${name}`;
        return (
          <OneOfSeveral legend={t("glossary.definition_numbered", { number: row + 1 })}>
            <TextArea
              {...field}
              name={at("text")}
              required={row === 0}
              label={t("glossary.text")}
              help={row === 0 ? undefined : t("glossary.empty_goes")}
              value={stands?.text}
              rows={3}
              limit={longest.definition}
            />
            <TextField
              {...field}
              name={at("source")}
              required={row === 0}
              label={t("glossary.source")}
              help={row === 0 ? t("glossary.source_help") : undefined}
              value={stands?.source}
            />
            <NumberField {...field} name={at("year")} label={t("glossary.year")} value={stands?.year} />
            <TextField
              {...field}
              name={at("link")}
              type="url"
              label={t("glossary.link")}
              help={row === 0 ? t("glossary.link_help") : undefined}
              value={stands?.link}
            />
          </OneOfSeveral>
        );
      })}
    </>
  );
}

/** An explanation without text is none, also when one stood there before. */
export function withoutEmptyDefinitions<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  const isWritten = (row: string) => String(values[`definitions.${row}.text`] ?? "").trim() !== "";
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const row = /^definitions\.(\d+)\./u.exec(name)?.[1];
      return row === undefined || isWritten(row);
    }),
  );
}
