import type { Translate } from "#kernel/messages.ts";
import { fileTypes } from "#platform/files/file-kinds.ts";
import { asWritten } from "#features/circles/attendance/written-hours.ts";
import { shownTimes } from "#features/circles/material/material.ts";
import type { Material } from "#features/circles/material/queries.ts";
import { Checkbox, Choice, FileField, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type MaterialFieldsProps = {
  t: Translate;
  filled: Filled;
  /** What is changed. Nothing: something new, a file or a link. */
  material: Material | undefined;
};

/** What material is called, where it is, when it is seen and how long it takes. A file stays the file it is. */
export function MaterialFields({ t, filled, material }: MaterialFieldsProps) {
  const hasFile = material?.fileType != null;
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="title"
        label={t("material.field.title")}
        value={material?.title}
        required
      />
      {material ? null : (
        <FileField
          t={t}
          filled={filled}
          name="file"
          label={t("material.field.file")}
          help={t("material.field.file_help")}
          accept={fileTypes.map((type) => `.${type}`).join(",")}
        />
      )}
      {hasFile ? null : (
        <TextField
          t={t}
          filled={filled}
          name="address"
          type="url"
          label={t("material.field.address")}
          help={material ? undefined : t("material.field.address_help")}
          value={material?.address}
          required={material !== undefined}
        />
      )}
      <Choice
        t={t}
        filled={filled}
        name="shown"
        label={t("material.field.shown")}
        options={shownTimes.map((value) => ({ value, label: t(`material.shown.${value}`) }))}
        value={material?.shown ?? "before"}
        required
      />
      <Checkbox
        t={t}
        filled={filled}
        name="toRead"
        label={t("material.field.toRead")}
        checked={material?.toRead ?? false}
      />
      <TextField
        t={t}
        filled={filled}
        name="hours"
        label={t("material.field.hours")}
        help={t("material.field.hours_help")}
        value={asWritten(material?.minutes)}
        width="short"
      />
    </>
  );
}
