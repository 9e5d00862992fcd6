import type { Translate } from "#kernel/messages.ts";
import { longest, type PartOfReference, type Reference } from "#features/knowledge/filling/filling.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type TitlePageFieldsProps = {
  t: Translate;
  filled: Filled;
  /** What is known already. */
  known?: Reference | PartOfReference | undefined;
};

/** What stands on a text's title page. The title is enough. */
export function TitlePageFields({ t, filled, known }: TitlePageFieldsProps) {
  const text = { t, filled };
  return (
    <>
      <TextField {...text} name="title" required label={t("filling.field.title")} value={known?.title} />
      <TextArea
        {...text}
        name="authors"
        label={t("filling.field.authors")}
        help={t("filling.field.authors_help")}
        value={known?.authors.join("\n")}
        rows={Math.min(8, Math.max(2, known?.authors.length ?? 0))}
      />
      <TextField
        {...text}
        name="source"
        label={t("filling.field.source")}
        help={t("filling.field.source_help")}
        value={known?.source}
      />
      <TextField
        {...text}
        name="year"
        label={t("filling.field.year")}
        inputmode="numeric"
        width="short"
        value={known?.year?.toString()}
      />
      <TextField
        {...text}
        name="licence"
        label={t("filling.field.licence")}
        help={t("filling.field.licence_help")}
        value={known?.licence?.slice(0, longest.licence)}
        width="medium"
      />
      <TextField {...text} name="link" type="url" label={t("filling.field.link")} value={known?.link} />
      <TextField {...text} name="doi" label={t("filling.field.doi")} value={known?.doi} width="medium" />
    </>
  );
}
