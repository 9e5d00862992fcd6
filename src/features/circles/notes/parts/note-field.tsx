import type { Translate } from "#kernel/messages.ts";
import { longestText } from "#platform/shared-texts/text-answer.ts";
import { TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type NoteFieldProps = { t: Translate; filled: Filled; label: string; value: string };

/** Where a section is written. */
export function NoteField({ t, filled, label, value }: NoteFieldProps) {
  return (
    <TextArea
      t={t}
      filled={filled}
      name="body"
      label={label}
      help={t("notes.no_clients")}
      value={value}
      rows={14}
      limit={longestText}
    />
  );
}
